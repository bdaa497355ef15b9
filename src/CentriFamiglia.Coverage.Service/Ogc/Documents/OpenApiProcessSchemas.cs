using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using CentriFamiglia.Coverage.Service.Questions;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>The JSON of processes and jobs, as <see cref="ProcessDocuments"/> and the jobs write it.</summary>
internal static class OpenApiProcessSchemas
{
    public static IEnumerable<(string Name, JsonObject Schema)> All() =>
    [
        ("processes", Object(("processes", ListOf(Object(Summary()))), ("links", Links()))),
        ("process", Object(
        [
            .. Summary(),
            ("inputs", Bag(null, Object(("title", Text()), ("description", Text()), ("minOccurs", Count()), ("maxOccurs", Count()), ("schema", Reference("jsonSchema"))))),
            ("outputs", Bag(null, Object(("title", Text()), ("description", Text()), ("schema", Reference("jsonSchema"))))),
        ])),
        ("statusInfo", Object(
            ("processID", Text()), ("type", Words("process")), ("jobID", Text()), ("status", Words(ProcessDocuments.Statuses)), ("message", Text()), ("created", Moment()),
            ("started?", Moment()), ("finished?", Moment()), ("updated", Moment()), ("progress?", Count().And("maximum", 100)), ("links", Links()))),
        ("jobList", Object(("jobs", ListOf(Reference("statusInfo"))), ("links", Links()))),
        ("rows", Object(
            ("meta", Bag("Su che cosa poggia la risposta, con i totali.")),
            ("rows", ListOf(Bag("Una riga; le colonne sono quelle di /api/v1."))))),
        ("rowFeatures", Object(
            ("type", Words("FeatureCollection")), ("name", Text()), ("meta", Bag("Lo stesso.")),
            ("features", ListOf(Object(("type", Words("Feature")), ("geometry", Bag("GeoJSON.").OrNull()), ("properties", Bag("Una riga."))))))),
        ("results", Object((OgcProcess.Output, Object(
            ("mediaType", Text()), ("encoding?", Words("base64")), ("value", new JsonObject { ["oneOf"] = new JsonArray(Bag("JSON."), Text("CSV, o un file in base64.")) }))))
            .And("description", "Con response uguale a document: l'output, con il suo nome.")),
    ];

    /// <summary>An output as each of its forms.</summary>
    public static JsonObject OutputOf(RowForm form) => form.Name switch
    {
        "json" => new JsonObject { ["oneOf"] = new JsonArray(Reference("rows"), Reference("results")) },
        "geojson" => Reference("rowFeatures"),
        "csv" => Text(),
        _ => File(),
    };

    /// <summary>What is to be sent to a process.</summary>
    public static JsonObject ContentOf(OgcProcess process) => new()
    {
        ["schema"] = Object(
            ("inputs?", Object(process.Question.Parameters.Select(p => (p.Name + '?', ProcessDocuments.SchemaOf(p).And("description", p.Description))))
                .And("additionalProperties", false)),
            ("outputs?", Object((OgcProcess.Output + '?', Object(
                ("format?", Object(("mediaType", Words(process.Forms.Select(f => f.MediaType))))), ("transmissionMode?", Words("value")))))),
            ("response?", Words("raw", "document").And("default", "raw")))
            .And("additionalProperties", false),
        ["example"] = new JsonObject { ["inputs"] = ExampleOf(process) },
    };

    /// <summary>Short and about one place: an answer about the whole region may take minutes.</summary>
    private static JsonObject ExampleOf(OgcProcess process) => new(process.Question.Parameters
        .Where(p => p.IsRequired || p is TextParameter { IsLong: true } || p == SharedParameters.Ats || p == IsochronesQuestion.Site)
        .Where(p => p.Example is not null && !p.IsForOtherContents)
        .Select(p => KeyValuePair.Create(p.Name, ValueOf(p))));

    private static JsonNode? ValueOf(Parameter parameter) => parameter switch
    {
        NumberParameter => JsonValue.Create(decimal.Parse(parameter.Example!, CultureInfo.InvariantCulture)),
        TextParameter { IsLong: true } => JsonNode.Parse(parameter.Example!),
        _ => parameter.Example,
    };

    private static (string Name, JsonObject Schema)[] Summary() =>
    [
        ("id", Text()), ("title", Text()), ("description", Text()), ("version", Text()), ("jobControlOptions", ListOf(Words("sync-execute", "async-execute", "dismiss"))),
        ("outputTransmission", ListOf(Words("value"))), ("links", Links()),
    ];
}
