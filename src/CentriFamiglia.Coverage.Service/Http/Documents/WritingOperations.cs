using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Writing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes who one is, the import of a file, the rows of the store one by one, and the links to analyses.</summary>
internal static class WritingOperations
{
    private const string Bad = "Qualcosa non è valido: campo e rimedio dicono che cosa e come.";

    /// <param name="One">Of the row, as it is called.</param>
    /// <param name="Id">Of one that the shipped data have.</param>
    /// <param name="Whole">All that a row of this kind needs.</param>
    /// <param name="Part">A change of it.</param>
    /// <param name="IsOfSet">Whether it is of a set of sedi.</param>
    private sealed record RowWords(string One, string Id, string Whole, string Part, bool IsOfSet);

    private static readonly Dictionary<string, RowWords> _rows = new(StringComparer.Ordinal)
    {
        ["site"] = new("una sede", "BG01-S1",
            """{"name":"Spoke di prova","role":"spoke","network_id":"BG01","manager_kind":"Ambito","pro_com_t":"016024","lon":9.6696,"lat":45.6951}""",
            """{"opening_hours":"Mo-Fr 09:00-13:00"}""", IsOfSet: true),
        ["network"] = new("una rete", "BG01", """{"name":"Rete di Bergamo","ats":"Bergamo","manager_kind":"Ambito"}""", """{"name":"Rete di Bergamo"}""", IsOfSet: true),
        ["membership"] = new("l'appartenenza di un comune", "016024",
            """{"ats":"Bergamo","asst":"ASST Papa Giovanni XXIII","distretto":"Bergamo","ambito":"Bergamo","ambito_status":"listed","""
                + "\"distretto_status\":\"inferred\",\"source\":\"prova\"}",
            """{"source":"prova"}""", IsOfSet: false),
    };

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } id)
            return Task.CompletedTask;
        string[] parts = id.Split('-', 2);
        if (_rows.TryGetValue(parts[0], out RowWords? row))
            Row(operation, row, parts.Length == 1 ? "" : parts[1], context.Document);
        else if (id == "import")
            Import(operation, context.Document);
        else if (id == "me")
            Me(operation, context.Document);
        return Task.CompletedTask;
    }

    private static void Me(OpenApiOperation operation, OpenApiDocument? document)
    {
        ApiTags.Set(operation, ApiTags.Service, document);
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "Chi chiede, e che cosa può fare.", Content = Responses.Content("application/json", Named("MeAnswer")) },
        }.Saying("400", "C'è un parametro, e qui non ce ne sono.").With("503");
    }

    private static void Import(OpenApiOperation operation, OpenApiDocument? document)
    {
        operation.Summary = "Importa un file nell'archivio";
        operation.Description = "Il contenuto è il file, i parametri quelli della prova (import-preview), la risposta il rapporto. O tutto o niente; con If-Match, "
            + "l'ETag della prova, si scrive solo se i dati sono ancora quelli su cui il file è stato provato. Chi pianifica per un'ATS scrive solo ciò che è suo.";
        ApiTags.Set(operation, ApiTags.Writing, document);
        operation.Parameters = [.. PreviewParameters.All.Select(QuestionOperation.ParameterOf), Match("L'ETag che import-preview ha dato.")];
        operation.RequestBody = PreviewOperation.File();
        operation.Responses = PreviewOperation.Report("ImportedAnswer").With("412").Saying("400", Bad)
            .Saying("422", "Nulla è stato scritto: il rapporto dice perché.").With("413", "503", "504");
    }

    private static void Row(OpenApiOperation operation, RowWords row, string deed, OpenApiDocument? document)
    {
        (operation.Summary, operation.Description) = deed switch
        {
            "put" => ($"Scrive {row.One}, per intero",
                "Ciò che non si dice resta vuoto. È giudicata come la riga di un'importazione; se c'è già, If-Match dice quale versione si è letta."),
            "patch" => ($"Cambia {row.One}, in parte", "Ciò che non si dice resta. È giudicata come la riga di un'importazione; If-Match dice quale versione si è letta."),
            "delete" => ($"Toglie {row.One}", "If-Match dice quale versione si è letta."),
            _ => ($"Legge {row.One}", "Una riga per colonna, come nei modelli da importare; l'ETag è la versione, da ripetere in If-Match per cambiarla."),
        };
        ApiTags.Set(operation, ApiTags.Writing, document);
        bool writes = deed.Length > 0, gone = deed == "delete";
        var id = new OpenApiParameter
        {
            Name = "id",
            In = ParameterLocation.Path,
            Required = true,
            Description = "Identificativo, come nell'elenco.",
            Schema = Text(),
            Example = row.Id,
        };
        Parameter[] query = [.. row.IsOfSet ? [SharedParameters.Sedi] : Array.Empty<Parameter>(), .. gone ? [] : new Parameter[] { LayerFormat.Parameter }];
        operation.Parameters = [id, .. query.Select(QuestionOperation.ParameterOf)];
        if (writes)
            operation.Parameters.Add(Match("L'ETag della riga letta; * per qualunque."));
        string? body = deed switch { "put" => row.Whole, "patch" => row.Part, _ => null };
        operation.RequestBody = body is null ? null : new OpenApiRequestBody { Content = Responses.Content("application/json", By(new OpenApiSchema()), JsonNode.Parse(body)) };
        var responses = new OpenApiResponses();
        if (gone)
            responses["204"] = new OpenApiResponse { Description = "Non c'è più." };
        foreach (string status in gone ? [] : deed == "put" ? new[] { "200", "201" } : ["200"])
        {
            responses[status] = new OpenApiResponse
            {
                Description = status == "201" ? "La riga nuova." : "La riga.",
                Headers = Responses.Headers(("ETag", Text("La versione, da ripetere in If-Match."))),
                Content = Responses.Content("application/json", Object(("meta", Named("RowMeta")), ("rows", Each(Named("RowFieldRow"))))),
            };
        }

        responses.Saying("400", Bad).Saying("404", "Non c'è una riga con questo identificativo.").With("503");
        operation.Responses = !writes ? responses : responses.With("409", "412", "428").With(gone ? [] : ["413", "415"]);
    }

    /// <summary>The schemas of what only these answer.</summary>
    public static IEnumerable<(string Name, IOpenApiSchema Schema)> Schemas() =>
    [
        ("MeAnswer", Object(
            ("meta", Object(
                ("titolo", Text()),
                ("accesso", Word(["non_richiesto", "da_fare", "fatto"])),
                ("da_browser", Flag("Se si entra da /accesso con un browser.")),
                ("nome", Text("Chi chiede; null: non si sa.").OrNull()),
                ("ruoli", Each(Word(RoleTable.Words.Written))),
                ("ats", Texts("Le ATS per cui lavora.")))),
            ("rows", Each(Object(("azione", Word(RoleTable.Deeds.Written)), ("portata", Word(RoleTable.Reaches.Written))))))),
        ("RowMeta", Object(
            ("titolo", Text()),
            ("programma", Text()),
            ("insieme", Text("Insieme di sedi; null: la riga non è di un insieme.").OrNull()),
            ("riga", By(Text(), "Le stesse celle, per colonna.")),
            ("versione", Text("Come nell'ETag.")),
            ("avvertenze", Texts("Ciò che un'importazione segnalerebbe della riga.")))),
    ];

    public static OpenApiParameter Match(string description) => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Description = description,
        Schema = Text(),
        Example = "*",
    };
}
