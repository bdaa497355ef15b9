using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The JSON of processes and jobs, as OGC API - Processes Part 1 (18-062r2) writes it.</summary>
internal static class ProcessDocuments
{
    private const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/";

    /// <summary>Words of a job's status.</summary>
    public static ImmutableArray<string> Statuses { get; } = ["accepted", "running", "successful", "failed", "dismissed"];

    /// <summary>The links that the landing page has for processes.</summary>
    public static IEnumerable<JsonObject> FromLanding(OgcAddresses addresses) =>
    [
        OgcDocuments.Link(addresses.Processes, Relation + "processes", OgcMedia.Json, "Processi"),
        OgcDocuments.Link(addresses.Jobs, Relation + "job-list", OgcMedia.Json, "Lavori"),
    ];

    /// <param name="most">Processes at most; null for all.</param>
    public static JsonObject List(OgcAddresses addresses, int? most) => new()
    {
        ["processes"] = new JsonArray([.. OgcProcess.All.Take(most ?? int.MaxValue).Select(p => Summary(p, addresses, [
            OgcDocuments.Link(addresses.Process(p.Id) + "?f=json", "self", OgcMedia.Json, p.Question.Summary),
        ]))]),
        ["links"] = new JsonArray([.. OgcDocuments.SelfAnd(addresses.Processes, OgcMedia.Json, "Questo elenco")]),
    };

    public static JsonObject Description(OgcProcess process, OgcAddresses addresses)
    {
        JsonObject document = Summary(process, addresses, OgcDocuments.SelfAnd(addresses.Process(process.Id), OgcMedia.Json, process.Question.Summary));
        document["inputs"] = new JsonObject(process.Question.Parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Input(p))));
        document["outputs"] = new JsonObject
        {
            [OgcProcess.Output] = new JsonObject
            {
                ["title"] = "Risposta",
                ["description"] = $"Le stesse righe di /api/v1/{process.Named.Name}, con ciò su cui poggiano.",
                ["schema"] = new JsonObject { ["oneOf"] = new JsonArray([.. process.Forms.Select(SchemaOf)]) },
            },
        };
        return document;
    }

    /// <summary>The results of a job as a document: the output under its name.</summary>
    /// <param name="body">The output.</param>
    public static JsonObject Results(RowForm form, byte[] body)
    {
        var value = new JsonObject { ["mediaType"] = form.MediaType };
        switch (form.Name)
        {
            case "json" or "geojson":
                value["value"] = JsonNode.Parse(body);
                break;
            case "csv":
                value["value"] = System.Text.Encoding.UTF8.GetString(body);
                break;
            default:
                value["encoding"] = "base64";
                value["value"] = Convert.ToBase64String(body);
                break;
        }

        return new JsonObject { [OgcProcess.Output] = value };
    }

    private static JsonObject Summary(OgcProcess process, OgcAddresses addresses, IEnumerable<JsonObject> self) => new()
    {
        ["id"] = process.Id,
        ["title"] = process.Question.Summary,
        ["description"] = process.Question.Description,
        ["version"] = Provenance.Program.Split(' ')[^1],
        ["jobControlOptions"] = new JsonArray("sync-execute", "async-execute", "dismiss"),
        ["outputTransmission"] = new JsonArray("value"),
        ["links"] = new JsonArray(
        [
            .. self,
            OgcDocuments.Link(addresses.Execution(process.Id), Relation + "execute", OgcMedia.Json, "Esecuzione, con POST"),
        ]),
    };

    private static JsonObject Input(Parameter parameter) => new()
    {
        ["title"] = parameter.Name,
        ["description"] = parameter.Description,
        ["minOccurs"] = 0,
        ["maxOccurs"] = 1,
        ["schema"] = SchemaOf(parameter),
    };

    /// <summary>Of an input.</summary>
    public static JsonObject SchemaOf(Parameter parameter)
    {
        switch (parameter)
        {
            case ChoiceParameter choice:
                var choices = new JsonObject { ["type"] = "string", ["enum"] = ProvenanceJson.Strings(choice.Choices) };
                if (choice.Default is not null)
                    choices["default"] = choice.Default;
                return choices;
            case NumberParameter number:
                return new JsonObject { ["type"] = number.JsonType, ["minimum"] = number.Minimum, ["maximum"] = number.Maximum };
            case DateParameter:
                return new JsonObject { ["type"] = "string", ["format"] = "date" };
            case TextParameter { IsLong: true }:
                var list = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } };
                return new JsonObject { ["oneOf"] = new JsonArray(list, new JsonObject { ["type"] = "string" }) };
            default:
                return new JsonObject { ["type"] = "string" };
        }
    }

    private static JsonObject SchemaOf(RowForm form) => form.Name switch
    {
        "json" or "geojson" => new JsonObject { ["type"] = "object", ["contentMediaType"] = form.MediaType },
        "csv" => new JsonObject { ["type"] = "string", ["contentMediaType"] = form.MediaType },
        _ => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64", ["contentMediaType"] = form.MediaType },
    };
}
