using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Describes <c>POST /api/v1/import-preview</c>.</summary>
internal static class PreviewOperation
{
    private static readonly (string Status, string Description)[] _problems =
    [
        ("400", "Il file non si legge affatto, o un parametro non è valido: campo e rimedio dicono come."),
        ("413", "Il file è più grande di quanto il servizio accetta (coverage serve --file-limit)."),
        ("503", "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After."),
    ];

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<PreviewDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        operation.Summary = "Che cosa farebbe l'importazione di un file";
        operation.Description = "Il contenuto è il file, come sta sul disco. La risposta è il rapporto di 'coverage import --dry-run', una riga per rilievo; "
            + "in meta le righe lette, accettate, rifiutate e corrette, ciò che cambierebbe nelle sedi (modifiche, come le legge what-if) e nelle reti, e dove sta. "
            + "L'archivio non è scritto, il file non è conservato.";
        operation.Tags = null;
        operation.Parameters = [.. document.Parameters.Select(QuestionOperation.ParameterOf)];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = QuestionOperation.ContentOf("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, null),
        };
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "Il rapporto.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new(),
                    ["text/csv"] = new(),
                    ["text/html"] = new(),
                },
            },
        };
        foreach ((string status, string description) in _problems)
        {
            operation.Responses[status] =
                new OpenApiResponse { Description = description, Content = QuestionOperation.ContentOf(Problem.MediaType, QuestionOperation.ProblemSchema(), null) };
        }

        return Task.CompletedTask;
    }
}
