using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The paths of processes and jobs in the OpenAPI document.</summary>
internal static class OpenApiProcesses
{
    public const string Tag = "Processi";

    public static void Add(JsonObject paths)
    {
        paths["/processes"] = Path("get", "Processi", "processes", [Format(), OpenApiParameters.Query("limit", "Quanti al più.", Limit(), 3)], Json("I processi.", "processes"));
        foreach (OgcProcess process in OgcProcess.All)
        {
            paths["/processes/" + process.Id] = Path("get", process.Question.Summary, $"{process.Id}.process", [Format()], Json("Input e output.", "process"));
            JsonObject answers = Json("Il lavoro, che continua da sé: Location dice dove chiederne lo stato.", "statusInfo", "201");
            answers["200"] = Outputs("La risposta, nella forma chiesta.", process.Forms);
            JsonObject execution = Path("post", $"{process.Question.Summary}: esecuzione", $"{process.Id}.execute", [Prefer()], answers, "413", "415");
            execution["post"]!["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { [OgcMedia.Json] = OpenApiProcessSchemas.ContentOf(process) },
            };
            paths[$"/processes/{process.Id}/execution"] = execution;
        }

        paths["/jobs"] = Path("get", "Lavori", "jobs", [Format(), .. OfJobs()], Json("I lavori, il più recente per primo.", "jobList"));
        JsonObject job = Path("get", "Un lavoro", "job", [JobId(), Format()], Json("Il suo stato.", "statusInfo"));
        job["delete"] = Path("delete", "Annulla un lavoro", "job.dismiss", [JobId(), Format()], Json("Il suo stato, che è dismissed.", "statusInfo"))["delete"]!.DeepClone();
        paths["/jobs/{jobID}"] = job;
        paths["/jobs/{jobID}/results"] = Path(
            "get", "Il risultato di un lavoro", "job.results", [JobId()], new JsonObject { ["200"] = Outputs("La risposta, nella forma chiesta.", RowForm.All) }, "410");
    }

    private static IEnumerable<JsonObject> OfJobs() =>
    [
        OpenApiParameters.Query("type", "Solo process: un altro genere non c'è.", Words("process"), "process"),
        OpenApiParameters.Query("processID", "Solo i lavori di questi processi.", ListOf(Words(OgcProcess.All.Select(p => p.Id))), new JsonArray("gaps", "suggest")),
        OpenApiParameters.Query("status", "Solo quelli in questi stati.", ListOf(Words(ProcessDocuments.Statuses)), new JsonArray("running", "successful")),
        OpenApiParameters.Query("datetime", "Solo quelli chiesti in questo tempo.", Text(), "2024-01-01/.."),
        OpenApiParameters.Query("minDuration", "Solo quelli che hanno preso almeno questi secondi.", Count(), 0),
        OpenApiParameters.Query("maxDuration", "Solo quelli che ne hanno presi al più questi.", Count(), 60),
        OpenApiParameters.Query("limit", "Quanti in una risposta.", Limit(), 10),
        OpenApiParameters.Query("offset", "Quanti saltarne.", Count(), 0),
    ];

    private static JsonObject Limit() => Integer().And("minimum", 1).And("maximum", 1000);

    private static JsonObject Format() => OpenApiParameters.Reference("f");

    private static JsonObject Json(string description, string schema, string status = "200") => new()
    {
        [status] = new JsonObject { ["description"] = description, ["content"] = new JsonObject { [OgcMedia.Json] = new JsonObject { ["schema"] = Reference(schema) } } },
    };

    private static JsonObject Outputs(string description, IEnumerable<RowForm> forms) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject(forms.Select(f => KeyValuePair.Create(f.MediaType, (JsonNode?)new JsonObject { ["schema"] = OpenApiProcessSchemas.OutputOf(f) }))),
    };

    private static JsonObject Path(string method, string summary, string id, IEnumerable<JsonObject> parameters, JsonObject responses, params string[] problems) => new()
    {
        [method] = new JsonObject
        {
            ["summary"] = summary,
            ["operationId"] = id,
            ["tags"] = new JsonArray(Tag),
            ["parameters"] = new JsonArray([.. parameters]),
            ["responses"] = OpenApiSchemas.WithProblems(responses, problems),
        },
    };

    private static JsonObject Prefer() =>
        OpenApiParameters.Header("Prefer", "respond-async: la risposta continua da sé, come lavoro (RFC 7240).", "respond-async");

    private static JsonObject JobId() => OpenApiParameters.Path("jobID", "Identificativo del lavoro, come nel suo membro jobID.", Text());
}
