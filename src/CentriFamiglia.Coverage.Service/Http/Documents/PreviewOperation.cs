using CentriFamiglia.Coverage.Service.Http.Writing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes <c>POST /api/v1/import-preview</c>.</summary>
internal static class PreviewOperation
{
    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<PreviewDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        operation.Summary = "Che cosa farebbe l'importazione di un file";
        operation.Description = "Il contenuto è il file, come sta sul disco. La risposta è il rapporto di 'coverage import --dry-run', una riga per rilievo; "
            + "in meta le righe lette, accettate, rifiutate e corrette, ciò che cambierebbe nelle sedi (modifiche, come le legge what-if) e nelle reti, e dove sta. "
            + "L'archivio non è scritto, il file non è conservato.";
        ApiTags.Set(operation, ApiTags.Files, context.Document);
        operation.Parameters = [.. document.Parameters.Select(QuestionOperation.ParameterOf)];
        operation.RequestBody = File();
        operation.Responses = Report("ImportAnswer")
            .Saying("400", "Il file non si legge affatto, o un parametro non è valido: campo e rimedio dicono come.")
            .Saying("413", "Il file è più grande di quanto il servizio accetta (coverage serve --file-limit).")
            .With("503");
        return Task.CompletedTask;
    }

    /// <summary>A file as it is on the disk.</summary>
    public static OpenApiRequestBody File() => new()
    {
        Required = true,
        Content = Responses.Content(
            "application/octet-stream",
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            "site_id,name,role,network_id,manager_kind,comune,pro_com_t,lon,lat\nX1,Spoke di prova,spoke,BG01,Ambito,Bergamo,016024,9.6696,45.6951\n"),
    };

    /// <param name="schema">Of the report as JSON.</param>
    public static OpenApiResponses Report(string schema) => new()
    {
        ["200"] = new OpenApiResponse
        {
            Description = "Il rapporto.",
            Headers = Responses.Headers(("ETag", Schemas.Text("Su quali dati il file è stato provato, da ripetere in If-Match per importarlo."))),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = Schemas.Named(schema) },
                ["text/csv"] = new() { Schema = Schemas.Text("Una riga per rilievo.") },
                ["text/html"] = new() { Schema = Schemas.Text("Una pagina da leggere.") },
            },
        },
    };
}
