namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>What answers hold, as OpenAPI 3.0 says it.</summary>
internal static class OpenApiSchemas
{
    /// <summary>What else may be answered, by status.</summary>
    public static IReadOnlyDictionary<string, string> Problems { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["400"] = "Un parametro è sconosciuto o il suo valore non è ammesso: campo e rimedio dicono quale e come.",
        ["404"] = "Non c'è una raccolta, o un elemento, con questo nome.",
        ["503"] = "L'archivio non è raggiungibile, o troppi chiedono: riprovare dopo Retry-After.",
    };

    public static JsonObject Responses() => new(Problems.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)ResponseOf(p.Key, p.Value))));

    private static JsonObject ResponseOf(string status, string description)
    {
        var response = new JsonObject { ["description"] = description };
        if (status == "503")
        {
            response["headers"] = new JsonObject
            {
                ["Retry-After"] = new JsonObject { ["description"] = "Secondi dopo i quali chiedere di nuovo.", ["schema"] = new JsonObject { ["type"] = "integer" } },
            };
        }

        response["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Reference("problem") } };
        return response;
    }

    public static JsonObject All() => new()
    {
        ["link"] = Object(["href", "rel"], ("href", Text()), ("rel", Text()), ("type", Text()), ("title", Text()), ("hreflang", Text())),
        ["landingPage"] = Object(["links"], ("title", Text()), ("description", Text()), ("attribution", Text()), ("links", Links()), ("meta", Meta())),
        ["confClasses"] = Object(["conformsTo"], ("conformsTo", ListOf(Text())), ("links", Links())),
        ["extent"] = Object([], ("spatial", Object([],
            ("bbox", ListOf(new JsonObject { ["type"] = "array", ["minItems"] = 4, ["maxItems"] = 6, ["items"] = Number() })),
            ("crs", Text())))),
        ["collection"] = Object(["id", "links"],
            ("id", Text()), ("title", Text()), ("description", Text()), ("attribution", Text()), ("itemType", Text()), ("extent", Reference("extent")),
            ("crs", ListOf(Text())), ("storageCrs", Text()), ("links", Links())),
        ["collections"] = Object(["links", "collections"], ("links", Links()), ("crs", ListOf(Text())), ("collections", ListOf(Reference("collection"))), ("meta", Meta())),
        ["geometryGeoJSON"] = Geometry(),
        ["featureGeoJSON"] = Object(["type", "geometry", "properties"],
            ("type", OneOf("Feature")), ("id", Text()), ("geometry", Reference("geometryGeoJSON")), ("properties", new JsonObject { ["type"] = "object", ["nullable"] = true }),
            ("links", Links()), ("meta", Meta())),
        ["featureCollectionGeoJSON"] = Object(["type", "features"],
            ("type", OneOf("FeatureCollection")), ("features", ListOf(Reference("featureGeoJSON"))), ("links", Links()),
            ("timeStamp", new JsonObject { ["type"] = "string", ["format"] = "date-time" }), ("numberMatched", Count()), ("numberReturned", Count()), ("meta", Meta())),
        ["problem"] = Object(["type", "title", "status"],
            ("type", Text()), ("title", Text()), ("status", new JsonObject { ["type"] = "integer" }), ("detail", Text()), ("instance", Text()),
            ("campo", new JsonObject { ["type"] = "string", ["nullable"] = true }), ("rimedio", Text())),
    };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Count() => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Links() => ListOf(Reference("link"));

    private static JsonObject Meta() => new()
    {
        ["type"] = "object",
        ["description"] = "Su che cosa poggia la risposta: data, impronta dei dati, regole, insieme di sedi, fonte dei tempi, attribuzioni, avvertenze.",
    };

    private static JsonObject Geometry()
    {
        JsonObject geometry = Object(["type", "coordinates"],
            ("type", OneOf("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")),
            ("coordinates", ListOf(new JsonObject())));
        geometry["nullable"] = true;
        return geometry;
    }

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject OneOf(params string[] values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static JsonObject Object(string[] required, params (string Name, JsonObject Schema)[] members)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Schema))) };
        if (required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        return schema;
    }
}
