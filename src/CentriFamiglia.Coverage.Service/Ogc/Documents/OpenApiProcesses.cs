using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The paths of processes and jobs in the OpenAPI document.</summary>
internal static class OpenApiProcesses
{
    public const string Tag = "Processi";

    private static readonly string[] _ofJobs = ["type", "processID", "status", "datetime", "minDuration", "maxDuration", "limit", "offset"];

    public static void Add(JsonObject paths)
    {
        paths["/processes"] = Path("get", "Processi", "processes", [Query("limit")], ("200", "I processi.", OgcMedia.Json));
        foreach (OgcProcess process in OgcProcess.All)
        {
            paths["/processes/" + process.Id] = Path("get", process.Question.Summary, $"{process.Id}.process", [], ("200", "Input e output.", OgcMedia.Json));
            JsonObject execution = Path("post", $"{process.Question.Summary}: esecuzione", $"{process.Id}.execute", [Prefer()],
                ("200", "La risposta.", process.UsualForm.MediaType), ("201", "Il lavoro, che continua da sé: Location dice dove chiederne lo stato.", OgcMedia.Json));
            execution["post"]!["requestBody"] = Content(process);
            paths[$"/processes/{process.Id}/execution"] = execution;
        }

        paths["/jobs"] = Path("get", "Lavori", "jobs", _ofJobs.Select(Query), ("200", "I lavori, il più recente per primo.", OgcMedia.Json));
        JsonObject job = Path("get", "Un lavoro", "job", [JobId()], ("200", "Il suo stato.", OgcMedia.Json));
        job["delete"] = Path("delete", "Annulla un lavoro", "job.dismiss", [JobId()], ("200", "Il suo stato, che è dismissed.", OgcMedia.Json))["delete"]!.DeepClone();
        paths["/jobs/{jobID}"] = job;
        paths["/jobs/{jobID}/results"] = Path("get", "Il risultato di un lavoro", "job.results", [JobId()], ("200", "La risposta, nella forma chiesta.", OgcMedia.Json));
    }

    private static JsonObject Path(
        string method, string summary, string id, IEnumerable<JsonObject> parameters, params (string Status, string Description, string Media)[] answers)
    {
        var responses = new JsonObject();
        foreach ((string status, string description, string media) in answers)
        {
            responses[status] = new JsonObject
            {
                ["description"] = description,
                ["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
            };
        }

        foreach (string status in OpenApiSchemas.Problems.Keys)
            responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{status}" };
        return new JsonObject
        {
            [method] = new JsonObject
            {
                ["summary"] = summary,
                ["operationId"] = id,
                ["tags"] = new JsonArray(Tag),
                ["parameters"] = new JsonArray([.. parameters]),
                ["responses"] = responses,
            },
        };
    }

    private static JsonObject Content(OgcProcess process) => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject
        {
            [OgcMedia.Json] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["inputs"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["properties"] = new JsonObject(process.Question.Parameters.Select(
                                p => KeyValuePair.Create(p.Name, (JsonNode?)new JsonObject { ["description"] = p.Description }))),
                        },
                        ["outputs"] = new JsonObject { ["type"] = "object" },
                        ["response"] = new JsonObject { ["type"] = "string", ["enum"] = ProvenanceJson.Strings(["raw", "document"]), ["default"] = "raw" },
                    },
                    ["additionalProperties"] = false,
                },
                ["example"] = new JsonObject { ["inputs"] = new JsonObject() },
            },
        },
    };

    private static JsonObject Query(string name) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["required"] = false,
        ["schema"] = new JsonObject { ["type"] = name is "limit" or "offset" or "minDuration" or "maxDuration" ? "integer" : "string" },
    };

    private static JsonObject Prefer() => new()
    {
        ["name"] = "Prefer",
        ["in"] = "header",
        ["required"] = false,
        ["description"] = "respond-async: la risposta continua da sé, come lavoro (RFC 7240).",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject JobId() => new() { ["name"] = "jobID", ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } };
}
