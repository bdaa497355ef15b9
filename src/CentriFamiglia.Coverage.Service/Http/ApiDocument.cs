using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/openapi/v1.json</c> and <c>/docs</c>: made from the questions' parameters and the layers' columns.</summary>
internal static class ApiDocument
{
    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Centri per la Famiglia: copertura territoriale",
                Version = "1",
                Description =
                    "Sola lettura. Ogni risposta è {\"meta\": …, \"rows\": […]}: nei metadati la data, l'impronta dei dati, le regole, l'insieme di sedi, la fonte dei tempi con "
                        + "il suo errore, le attribuzioni e le avvertenze. "
                    + "Lo stesso per GeoJSON (membro meta). Programma: " + Provenance.Program + ".",
            };
            document.Servers = [];
            foreach (IOpenApiPathItem path in document.Paths.Values)
                path.Operations?.Remove(HttpMethod.Head);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(QuestionOperation.TransformAsync);
        options.AddOperationTransformer(TableOperation.TransformAsync);
        options.AddOperationTransformer(PreviewOperation.TransformAsync);
    });

    public static void Map(WebApplication app)
    {
        app.UseMiddleware<KeptDocument>();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "API · Centri per la Famiglia";
            page.SwaggerEndpoint("/openapi/v1.json", "v1");
            page.EnableTryItOutByDefault();
        });
    }
}
