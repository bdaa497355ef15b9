using CentriFamiglia.Coverage.Service.Http.Documents;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/openapi/v1.json</c> and <c>/docs</c>: made from the questions' parameters and the layers' columns.</summary>
internal static class ApiDocument
{
    /// <param name="publisher">Who answers for the data; null where nobody said so.</param>
    public static void Add(IServiceCollection services, string? publisher) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Centri per la Famiglia: copertura territoriale",
                Version = "1",
                Description =
                    "Dove è configurato chi riconosce gli utenti (COVERAGE_OIDC_AUTHORITY), ogni richiesta porta un token (Authorization: Bearer) o la sessione della mappa, e "
                        + "/api/v1/me dice che cosa si può fare. Dove non lo è, non ci sono chiavi: si legge soltanto, e ciò che sta sotto Decisioni e Archivio si scrive solo dal "
                        + "computer del servizio. Ogni risposta è {\"meta\": …, \"rows\": […]}: nei metadati la data, l'impronta dei dati, le regole, "
                        + "l'insieme di sedi, la fonte dei tempi con il suo errore, le attribuzioni e le avvertenze. "
                    + "Lo stesso per GeoJSON (membro meta). Programma: " + Provenance.Program + ".",
                License = new OpenApiLicense { Name = "Dati: CC BY 4.0, con le attribuzioni indicate in ogni risposta", Url = new Uri(ProvenanceJson.Licence) },
                Contact = new OpenApiContact { Name = publisher ?? "Chi amministra il servizio" },
            };
            document.Servers = [new OpenApiServer { Url = "/", Description = "Questo servizio." }];
            document.Tags = ApiTags.All();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = SignInDocument.Schemes();
            document.Components.Schemas = SharedSchemas.All().OrderBy(s => s.Name, StringComparer.Ordinal).ToDictionary(s => s.Name, s => s.Schema, StringComparer.Ordinal);
            foreach (IOpenApiPathItem path in document.Paths.Values)
            {
                path.Operations!.Remove(HttpMethod.Head);
                foreach (OpenApiOperation operation in path.Operations!.Values)
                    SignInDocument.Tell(operation, document);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer(QuestionOperation.TransformAsync);
        options.AddOperationTransformer(TableOperation.TransformAsync);
        options.AddOperationTransformer(PreviewOperation.TransformAsync);
        options.AddOperationTransformer(DecidingOperations.TransformAsync);
        options.AddOperationTransformer(WritingOperations.TransformAsync);
        options.AddOperationTransformer(RulesOperations.TransformAsync);
        options.AddOperationTransformer(OtherOperations.TransformAsync);
    });

    public static void Map(WebApplication app)
    {
        app.UseMiddleware<KeptDocument>();
        app.MapOpenApi("/openapi/{documentName}.json").Open();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "API · Centri per la Famiglia";
            page.SwaggerEndpoint("/openapi/v1.json", "v1");
            page.EnableTryItOutByDefault();
        });
    }
}
