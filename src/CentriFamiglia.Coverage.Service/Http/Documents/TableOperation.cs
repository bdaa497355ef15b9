using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Layers.ShownTables;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes <c>POST /api/v1/table</c>: the content with an example, the files, the problems.</summary>
internal static class TableOperation
{
    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TableDocument>().FirstOrDefault() is not { } document)
            return Task.CompletedTask;
        operation.Summary = "La tabella di una pagina, come file";
        operation.Description = "Righe, ordine e colonne sono quelli della pagina; il servizio aggiunge il codice e la geometria di ogni riga e la provenienza, dai propri dati. "
            + $"Fino a {ShownTableText.MostColumns} colonne e {ItalianNumber.Of(ShownTableText.MostCells, "#,0")} celle. Nulla è conservato.";
        ApiTags.Set(operation, ApiTags.Files, context.Document);
        operation.Parameters = [.. document.Parameters.Select(QuestionOperation.ParameterOf)];
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Responses.Content("application/json", Content(), Example()) };
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "Il file; in Content-Disposition il suo nome, con il giorno dei dati.",
                Content = LayerFormat.All.Where(f => f.Name is not ("json" or "parquet"))
                    .ToDictionary(f => f.MediaType, _ => new OpenApiMediaType { Schema = QuestionOperation.FileSchema() },
                    StringComparer.Ordinal),
            },
        }
            .Saying("400", "La tabella non è scritta così, o parla di ciò che non c'è: campo e rimedio dicono dove e come.")
            .With("409")
            .Saying("413", "La tabella supera 8 MB.")
            .With("415", "503");
        return Task.CompletedTask;
    }

    private static OpenApiSchema Content() => Closed(
        ("title", Text("Il titolo, in italiano.")),
        ("name", Text("Il nome del file, senza giorno ed estensione: lettere minuscole, cifre, trattini.")),
        ("snapshot", Text("meta.fotografia.hash della risposta che la pagina ha letto; se i dati sono altri, 409.")),
        ("question", Closed(
            ("name", Text("La domanda a cui la pagina risponde, come nel suo indirizzo: coverage.")),
            ("parameters?", Object().With("I suoi parametri, con gli stessi nomi.")))),
        ("view?", Text("L'indirizzo della pagina.").OrNull()),
        ("columns", Each(Closed(
            ("key", Text("Il nome nei file per programmi (GeoJSON, GeoPackage).")),
            ("label", Text("Il nome nei file per persone (XLSX, CSV).")),
            ("type", Word(ShownTableText.Types))))),
        ("rows", Each(Closed(
            ("level?", Word(ShownPlaces.Levels).OrNull()),
            ("code?", Text("Il codice dell'area, del comune (anche per una proposta), della sede o della rete.").OrNull()),
            ("cells", Each(new OpenApiSchema(), "Un valore per colonna, o null."))))));

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

    private static OpenApiSchema Closed(params IEnumerable<(string Name, IOpenApiSchema Schema)> members)
    {
        OpenApiSchema schema = Object(members);
        schema.AdditionalPropertiesAllowed = false;
        return schema;
    }
}

/// <summary>What the API document says of the address.</summary>
/// <param name="Parameters">Of the query.</param>
internal sealed record TableDocument(ImmutableArray<Parameter> Parameters);
