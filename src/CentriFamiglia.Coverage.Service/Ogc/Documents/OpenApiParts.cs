using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>Schemas as OpenAPI 3.0 writes them.</summary>
internal static class OpenApiParts
{
    public static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    public static JsonObject Text(string? description = null) => Type("string", description);

    public static JsonObject Number(string? description = null) => Type("number", description);

    public static JsonObject Integer(string? description = null) => Type("integer", description);

    public static JsonObject Flag(string? description = null) => Type("boolean", description);

    /// <summary>A whole number that is not negative.</summary>
    public static JsonObject Count(string? description = null) => Integer(description).And("minimum", 0);

    public static JsonObject Moment(string? description = null) => Text(description).And("format", "date-time");

    public static JsonObject Day(string? description = null) => Text(description).And("format", "date");

    public static JsonObject Words(params IEnumerable<string> words) => Text().And("enum", ProvenanceJson.Strings(words));

    /// <summary>A file that is no text.</summary>
    public static JsonObject File() => Text().And("format", "binary");

    public static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject Links() => ListOf(Reference("link"));

    /// <summary>Members of any name.</summary>
    public static JsonObject Bag(string? description = null, JsonObject? member = null) =>
        Type("object", description).And("additionalProperties", member is null ? true : member);

    /// <param name="members">One whose name ends in a question mark need not be there.</param>
    public static JsonObject Object(params IEnumerable<(string Name, JsonObject Schema)> members)
    {
        (string Name, JsonObject Schema)[] all = [.. members];
        JsonObject schema = Type("object", null).And("properties", new JsonObject(all.Select(m => KeyValuePair.Create(m.Name.TrimEnd('?'), (JsonNode?)m.Schema))));
        string[] required = [.. all.Where(m => !m.Name.EndsWith('?')).Select(m => m.Name)];
        return required.Length == 0 ? schema : schema.And("required", ProvenanceJson.Strings(required));
    }

    /// <summary>The value may be null; where it is one of some words, so is that.</summary>
    public static JsonObject OrNull(this JsonObject schema)
    {
        if (schema["enum"] is JsonArray words)
            words.Add(null);
        return schema.And("nullable", true);
    }

    public static JsonObject And(this JsonObject schema, string member, JsonNode value)
    {
        schema[member] = value;
        return schema;
    }

    private static JsonObject Type(string type, string? description)
    {
        var schema = new JsonObject { ["type"] = type };
        return description is null ? schema : schema.And("description", description);
    }
}
