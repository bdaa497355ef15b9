using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Layers.ShownTables;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Describes <c>POST /api/v1/table</c>: the content with an example, the files, the problems.</summary>
internal static class TableOperation
{
    private static readonly (string Status, string Description)[] _problems =
    [
        ("400", "La tabella non è scritta così, o parla di ciò che non c'è: campo e rimedio dicono dove e come."),
        ("409", "I dati sono cambiati da quando la pagina li ha letti: ricaricarla."),
        ("413", "La tabella supera 8 MB."),
        ("503", "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After."),
    ];

    private static OpenApiSchema Text(string description, bool orNull = false) =>
        new() { Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TableDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        operation.Summary = "La tabella di una pagina, come file";
        operation.Description = "Righe, ordine e colonne sono quelli della pagina; il servizio aggiunge il codice e la geometria di ogni riga e la provenienza, dai propri dati. "
            + $"Fino a {ShownTableText.MostColumns} colonne e {ItalianNumber.Of(ShownTableText.MostCells, "#,0")} celle. Nulla è conservato.";
        operation.Tags = null;
        operation.Parameters = [.. document.Parameters.Select(QuestionOperation.ParameterOf)];
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = QuestionOperation.ContentOf("application/json", Content(), Example()) };
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "Il file; in Content-Disposition il suo nome, con il giorno dei dati.",
                Content = LayerFormat.All.Where(f => f.Name != "json").ToDictionary(f => f.MediaType, _ => new OpenApiMediaType { Schema = QuestionOperation.FileSchema() },
                    StringComparer.Ordinal),
            },
        };
        foreach ((string status, string description) in _problems)
        {
            operation.Responses[status] =
                new OpenApiResponse { Description = description, Content = QuestionOperation.ContentOf(Problem.MediaType, QuestionOperation.ProblemSchema(), null) };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Content() => Object(
        required: ["title", "name", "snapshot", "question", "columns", "rows"],
        ("title", Text("Il titolo, in italiano.")),
        ("name", Text("Il nome del file, senza giorno ed estensione: lettere minuscole, cifre, trattini.")),
        ("snapshot", Text("meta.fotografia.hash della risposta che la pagina ha letto.")),
        ("question", Object(
            required: ["name"],
            ("name", Text("La domanda a cui la pagina risponde, come nel suo indirizzo: coverage.")),
            ("parameters", new OpenApiSchema { Type = JsonSchemaType.Object, Description = "I suoi parametri, con gli stessi nomi." }))),
        ("view", Text("L'indirizzo della pagina.", orNull: true)),
        ("columns", List(Object(
            required: ["key", "label", "type"],
            ("key", Text("Il nome nei file per programmi (GeoJSON, GeoPackage).")),
            ("label", Text("Il nome nei file per persone (XLSX, CSV).")),
            ("type", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ShownTableText.Types.Select(t => (JsonNode)t)] })))),
        ("rows", List(Object(
            required: ["cells"],
            ("level", new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Enum = [.. ShownPlaces.Levels.Select(l => (JsonNode)l)] }),
            ("code", Text("Il codice dell'area, del comune (anche per una proposta), della sede o della rete.", orNull: true)),
            ("cells", new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema(), Description = "Un valore per colonna, o null." })))));

    private static JsonObject Example() => new()
    {
        ["title"] = "Comuni: minuti in auto dalla sede più vicina",
        ["name"] = "tempi-comuni",
        ["snapshot"] = new string('0', 64),
        ["question"] = new JsonObject { ["name"] = "gaps", ["parameters"] = new JsonObject { ["by"] = "comune" } },
        ["columns"] = new JsonArray(
            new JsonObject { ["key"] = "nome", ["label"] = "Comune", ["type"] = "text" },
            new JsonObject { ["key"] = "minuti", ["label"] = "Minuti", ["type"] = "number" }),
        ["rows"] = new JsonArray(new JsonObject { ["level"] = "comune", ["code"] = "016024", ["cells"] = new JsonArray("Bergamo", 3.5) }),
    };

    private static OpenApiSchema Object(string[] required, params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(m => m.Name, m => (IOpenApiSchema)m.Schema, StringComparer.Ordinal),
        Required = new HashSet<string>(required, StringComparer.Ordinal),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };
}
