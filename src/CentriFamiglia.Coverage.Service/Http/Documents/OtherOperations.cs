using CentriFamiglia.Coverage.Service.OpenData;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes the addresses that ask no question: searches, the package, health.</summary>
internal static class OtherOperations
{
    private const string OtherName = "L'intestazione Host non è un nome del servizio.";

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } id || Find(id) is not { } answers)
            return Task.CompletedTask;
        ApiTags.Set(operation, answers.Tag, context.Document);
        operation.Responses = answers.Responses;
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description = "La ricerca, come in Location.";
            parameter.Schema = Text();
            parameter.Example = "5a1c0e6f2b7d4c3e9f8a";
        }

        return Task.CompletedTask;
    }

    private static (string Tag, OpenApiResponses Responses)? Find(string id) => id switch
    {
        "search" => (ApiTags.Searches, Json("Lo stato.", "SearchAnswer").With("404")),
        "search-stop" => (ApiTags.Searches, Json("Lo stato, che è annullata.", "SearchAnswer").With("404")),
        "search-result" => (ApiTags.Searches, Result().With("404", "503", "504")),
        "admin-searches" => (ApiTags.Searches, Json("Le ricerche.", "SearchesAnswer").With("403")),
        "admin-search-end" => (ApiTags.Searches, Json("Le ricerche che restano.", "SearchesAnswer").With("403", "404")),
        "pacchetto" => (ApiTags.Files, Package().With("400", "503", "504")),
        "health-live" => (ApiTags.Service, Health(("stato", Word(["attivo"]))).Saying("400", OtherName)),
        "health-ready" => (ApiTags.Service, Health(
            ("stato", Word(["pronto"])),
            ("revisione", Integer("Dell'archivio.")),
            ("non_aggiornato_dal?", Moment("Da quando l'archivio non risponde.")),
            ("rete_stradale?", Text("Impronta della rete stradale in uso.")),
            ("avvertenza?", Text())).Saying("400", OtherName).With("503")),
        _ => null,
    };

    private static OpenApiResponses Json(string description, string schema) => new()
    {
        ["200"] = new OpenApiResponse { Description = description, Content = Responses.Content("application/json", Named(schema)) },
    };

    private static OpenApiResponses Result() => new()
    {
        ["200"] = new OpenApiResponse
        {
            Description = "Le righe, nella forma che la richiesta chiedeva.",
            Content = Responses.Content("application/json", Object(("meta", Named("Meta")), ("rows", Each(Object())))),
        },
        ["202"] = Responses.Accepted("La ricerca continua."),
    };

    private static OpenApiResponses Package() => new()
    {
        ["200"] = new OpenApiResponse
        {
            Description = "Il pacchetto.",
            Headers = Responses.Headers(("ETag", Responses.Tag())),
            Content = Responses.Content(DataPackage.MediaType, new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }),
        },
        ["304"] = Responses.Unchanged(),
    };

    private static OpenApiResponses Health(params IEnumerable<(string Name, IOpenApiSchema Schema)> members) => new()
    {
        ["200"] = new OpenApiResponse { Description = "Risponde.", Content = Responses.Content("application/json", Object(members)) },
    };
}
