using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Deciding;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Describes the addresses of scenarios, runs, decisions and register.</summary>
internal static class DecidingOperations
{
    private const string Trial = """{"nome":"Rimodulazione Bergamo","linea":"rimodulazione","costo_spoke_eur":50000,"changes":[{"op":"close","id":"BG01-S1"}]}""";

    /// <param name="Summary">In a few words.</param>
    /// <param name="Description">What it does.</param>
    /// <param name="Rows">Name of the schema of the rows; null where the answer has none.</param>
    private sealed record Told(string Summary, string Description, string? Rows)
    {
        public Parameter[] Parameters { get; init; } = [];

        /// <summary>Example of the content, JSON; null where there is none.</summary>
        public string? Body { get; init; }

        public string Media { get; init; } = "application/json";

        public string Status { get; init; } = "200";

        public string[] Problems { get; init; } = [];
    }

    private static readonly Dictionary<string, Told> _all = new(StringComparer.Ordinal)
    {
        ["scenarios"] = new("Gli scenari", "Insiemi di modifiche con un nome, una riga ciascuno.", "ScenarioRow"),
        ["scenario-create"] = new("Crea uno scenario", "changes è come in una prova (what-if), networks dice reti da aggiungere, cambiare o togliere; con da, si parte da un altro "
            + "scenario. Le modifiche sono giudicate come le righe di un'importazione.", "ScenarioFieldRow")
        { Body = Trial, Status = "201", Problems = ["403", "413", "415"] },
        ["scenario"] = new("Uno scenario, campo per campo", "In meta.scenario le modifiche come le legge what-if; ETag è la versione.", "ScenarioFieldRow"),
        ["scenario-change"] = new("Cambia uno scenario aperto", "Ciò che non si dice resta. Con If-Match si cambia solo la versione letta.", "ScenarioFieldRow")
        { Body = """{"nota":"Discusso con i Comuni"}""", Problems = ["403", "409", "413", "415"] },
        ["scenario-compare"] = new("Due scenari uno accanto all'altro",
            "Ogni misura di ogni area: oggi, con il primo, con il secondo; in meta che cosa costano sulle due linee (R13).", "ScenarioComparedRow")
        {
            Parameters = [ScenarioApi.First, ScenarioApi.Second, CompareQuestion.Changed, SharedParameters.Travel, SharedParameters.Rules,
                SharedParameters.Date, SharedParameters.Demand],
        },
        ["scenario-conflicts"] = new("Dove l'archivio è cambiato", "Campo per campo: com'era quando lo scenario è stato scritto, com'è, come lo vuole lo scenario.", "ConflictRow"),
        ["scenario-apply"] = new("Applica uno scenario",
            "Scrive le modifiche nell'archivio, insieme allo scenario. Se l'archivio è cambiato nel frattempo si rifiuta, salvo dire chi vale.", "ConflictRow")
        { Body = """{"prevale":"scenario"}""", Problems = ["403", "409", "413", "415"] },
        ["scenario-archive"] = new("Mette via uno scenario", "Si legge e si confronta, non si applica più.", "ScenarioFieldRow") { Problems = ["403", "409", "415"] },
        ["runs"] = new("Le analisi congelate", "Una riga ciascuna; le ultime per prime.", "RunRow"),
        ["run-freeze"] = new("Congela un'analisi",
            "Con le proposte che i parametri di suggestions chiedono. Gli stessi dati danno gli stessi byte e la stessa impronta: se c'è già, è quella.", "RunRow")
        { Body = """{"titolo":"Analisi di novembre","parametri":{"ats":"Bergamo"}}""", Status = "201", Problems = ["403", "413", "415", "504"] },
        ["run-compare"] = new("Che cosa è diverso in due analisi", "Letto dai byte congelati: nulla è ricalcolato.", "RunComparedRow")
        { Parameters = [RunApi.First, RunApi.Second] },
        ["run"] = new("Un'analisi", "In meta ciò che è entrato, i parametri, i nomi dei risultati.", "RunRow"),
        ["run-content"] = new("I byte congelati", "Il loro SHA-256 è l'impronta; non cambiano mai.", null),
        ["run-result"] = new("Un risultato, com'è stato congelato", "proposte, lacune-ats, copertura-ambito e gli altri nomi di meta.risultati.", null),
        ["run-publish"] = new("Pubblica un'analisi", "Da qui in poi è in sola lettura, per sempre, e si decide sulle sue proposte.", "RunRow")
        { Problems = ["403", "409", "415"] },
        ["run-decisions"] = new("Le decisioni su un'analisi", "Una riga per proposta su cui qualcuno ha detto qualcosa.", "DecisionRow"),
        ["run-decide"] = new("Decide su una proposta",
            "Accettata, respinta o rinviata, con il perché; oppure un commento. Se è accettata nasce una sede prevista, che non conta finché non apre.", "DecisionRow")
        { Body = """{"esito":"accettata","perche":"È l'unico Ambito senza sede"}""", Problems = ["403", "409", "413", "415"] },
        ["run-dossier"] = new("Il dossier di un'analisi", "Una pagina sola, da leggere, stampare in A4 e allegare.", null)
        { Media = "text/html", Parameters = [SharedParameters.Ats] },
        ["run-minutes"] = new("Il verbale di un'analisi", "Una riga per proposta, con ciò che si è deciso; come pagina: /runs/{id}/verbale.", "MinuteRow"),
        ["decisions"] = new("Tutte le decisioni", "Di tutte le analisi pubblicate.", "DecisionRow"),
        ["decision-book"] = new("Scrive risorse o un'eccezione", "Ciò che si decide accanto alle proposte: residui, speso e condivisione di un'ATS, o un'eccezione allo standard "
            + "locale; giudicato come la riga di un'importazione. La risposta è l'elenco delle decisioni.", "DecisionRow")
        { Body = """{"risorse":{"ats":"Bergamo","residui_eur":12000.5,"speso_eur":3000}}""", Problems = ["403", "409", "413", "415"] },
        ["links"] = new("I collegamenti alle analisi", "Una riga ciascuno, senza l'indirizzo: quello si vede solo quando nasce.", "LinkRow"),
        ["link-create"] = new("Crea un collegamento", "Chi ne ha l'indirizzo (meta.indirizzo, detto solo ora) legge il dossier e il verbale di quell'analisi, "
            + "senza accesso, fino alla scadenza o alla revoca.", "LinkRow")
        { Body = """{"analisi":"3f6a0c1d2b4e5f60","giorni":30,"nota":"Sindaci della Val Trompia"}""", Status = "201", Problems = ["403", "413", "415"] },
        ["link-revoke"] = new("Revoca un collegamento", "Da subito non apre più nulla.", "LinkRow") { Problems = ["403"] },
        ["audit"] = new("Il registro delle modifiche", "Chi, quando, che cosa, com'era prima e com'è dopo. Solo dal computer del servizio.", "AuditRow") { Problems = ["403"] },
        ["audit-verify"] = new("Verifica del registro", "Voce per voce, e le carte che dice. Solo dal computer del servizio.", "AuditRemarkRow") { Problems = ["403"] },
    };

    public static Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } id || !_all.TryGetValue(id.EndsWith("-post", StringComparison.Ordinal) ? id[..^5] : id, out Told? told))
            return Task.CompletedTask;
        operation.Summary = told.Summary;
        operation.Description = told.Description;
        ApiTags.Set(operation, ApiTags.Deciding, context.Document);
        bool rows = told.Rows is not null;
        operation.Parameters =
        [
            .. (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path).Select(Described),
            .. told.Parameters.Select(QuestionOperation.ParameterOf),
            .. rows ? [QuestionOperation.ParameterOf(LayerFormat.Parameter)] : Array.Empty<OpenApiParameter>(),
        ];
        operation.RequestBody = told.Body is null ? null : new OpenApiRequestBody { Content = Responses.Content("application/json", Anything(), JsonNode.Parse(told.Body)) };
        var responses = new OpenApiResponses
        {
            [told.Status] = new OpenApiResponse
            {
                Description = rows ? "Le righe." : "Il contenuto.",
                Content = Responses.Content(told.Media, rows ? Object(("meta", Anything()), ("rows", Each(Named(told.Rows!)))) : told.Media == "text/html" ? Text() : Anything()),
            },
        };
        operation.Responses = responses.Saying("400", "Qualcosa non è valido, o non c'è: campo e rimedio dicono che cosa e come.").With(told.Problems).With("503");
        return Task.CompletedTask;
    }

    /// <summary>The schemas of the rows.</summary>
    public static IEnumerable<(string Name, IOpenApiSchema Schema)> RowsOf() =>
        DecidingRows.All.Select(r => (r.Name, (IOpenApiSchema)RowSchemas.Row(r.Columns.Select(c => (c.Column, c.Example)))));

    private static OpenApiSchema Anything() => By(new OpenApiSchema());

    private static OpenApiParameter Described(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Schema, parameter.Example) = parameter.Name switch
        {
            "number" => ("Numero della proposta.", (IOpenApiSchema)Integer(), (JsonNode)1),
            "name" => ("Nome del risultato.", Text(), (JsonNode)"proposte"),
            _ => ("Identificativo, come nell'elenco.", Text(), (JsonNode)"3f6a0c1d2b4e5f60"),
        };
        return parameter;
    }
}
