using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes the rule sets at hand, those that the office keeps, and the choice of the one that holds.</summary>
internal static class RulesOperations
{
    private const string Sample =
        """
        {"id":"mie-2026","base":"dgr-xii-1507-2023","titolo":"Le mie regole 2026","testo_caricato":false,"data":null,"valido_dal":"2026-01-01","valido_al":null,
         "parametri":{"ore_settimanali_minime":20},"varianti":[]}
        """;

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } id || !(id.StartsWith("rules", StringComparison.Ordinal) || id.StartsWith("rule-set", StringComparison.Ordinal)))
            return Task.CompletedTask;
        bool isList = id.StartsWith("rules", StringComparison.Ordinal), writes = id.EndsWith("-patch", StringComparison.Ordinal) || id.EndsWith("-put", StringComparison.Ordinal),
            gone = id.EndsWith("-delete", StringComparison.Ordinal);
        (operation.Summary, operation.Description) = id switch
        {
            "rules" => ("Gli insiemi di regole", "Quelli del programma, di chi l'ha avviato e dell'ufficio; in_uso è quello che vale dove nessuno ne indica uno."),
            "rules-patch" => ("Sceglie l'insieme di regole che vale", "Per tutti, da subito; null torna a quello del programma. Lo sceglie la Regione."),
            "rule-set" => ("Il testo di un insieme di regole", "Com'è stato dato, da leggere o da cambiare e rimandare con un altro id."),
            "rule-set-put" => ("Scrive un insieme di regole dell'ufficio",
                "Intero, o ciò che cambia di quello detto in base. Se c'è già, If-Match dice quale versione si è letta."),
            _ => ("Toglie un insieme di regole dell'ufficio", "Non quello che vale. If-Match dice quale versione si è letta."),
        };
        ApiTags.Set(operation, ApiTags.Writing, context.Document);
        operation.Parameters =
        [
            isList ? QuestionOperation.ParameterOf(LayerFormat.Parameter) : Id(writes || gone ? "mie-2026" : "dgr-xii-1507-2023"),
            .. writes || gone ? [WritingOperations.Match("L'ETag di ciò che si è letto; * per qualunque.")] : Array.Empty<OpenApiParameter>(),
        ];
        operation.RequestBody = !writes ? null : new OpenApiRequestBody
        {
            Content = Responses.Content("application/json", By(new OpenApiSchema()), JsonNode.Parse(isList ? """{"in_uso":"dgr-xii-1507-2023"}""" : Sample)),
        };
        var responses = new OpenApiResponses();
        if (gone)
            responses["204"] = new OpenApiResponse { Description = "Non c'è più." };
        foreach (string status in gone ? [] : id == "rule-set-put" ? new[] { "200", "201" } : ["200"])
        {
            responses[status] = new OpenApiResponse
            {
                Description = isList ? "Una riga per insieme." : "Il testo.",
                Headers = Responses.Headers(("ETag", Text("La versione, da ripetere in If-Match."))),
                Content = Responses.Content("application/json", isList ? Object(("meta", By(new OpenApiSchema())), ("rows", Each(Named("RuleSetRow")))) : By(new OpenApiSchema())),
            };
        }

        responses.Saying("400", "Qualcosa non è valido: campo e rimedio dicono che cosa e come.").With("503");
        if (!isList)
            responses.Saying("404", "Non c'è un insieme di regole con questo identificativo.");
        operation.Responses = !writes && !gone ? responses : responses.With("403", "409", "412", "428").With(gone ? [] : ["413", "415"]);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Id(string example) => new()
    {
        Name = "id",
        In = ParameterLocation.Path,
        Required = true,
        Description = "Identificativo, come nell'elenco.",
        Schema = Text(),
        Example = example,
    };
}
