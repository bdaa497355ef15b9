using Microsoft.OpenApi;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>Short words for the schemas of the API document.</summary>
internal static class Schemas
{
    public static OpenApiSchema Text(string? description = null) => Of(JsonSchemaType.String, description);

    public static OpenApiSchema Integer(string? description = null) => Of(JsonSchemaType.Integer, description);

    public static OpenApiSchema Number(string? description = null) => Of(JsonSchemaType.Number, description);

    public static OpenApiSchema Flag(string? description = null) => Of(JsonSchemaType.Boolean, description);

    public static OpenApiSchema Day(string? description = null)
    {
        OpenApiSchema schema = Text(description);
        schema.Format = "date";
        return schema;
    }

    public static OpenApiSchema Moment(string? description = null)
    {
        OpenApiSchema schema = Text(description);
        schema.Format = "date-time";
        return schema;
    }

    public static OpenApiSchema Word(IEnumerable<string> words, string? description = null)
    {
        OpenApiSchema schema = Text(description);
        schema.Enum = [.. words.Select(w => (JsonNode)w)];
        return schema;
    }

    public static OpenApiSchema Each(IOpenApiSchema item, string? description = null)
    {
        OpenApiSchema schema = Of(JsonSchemaType.Array, description);
        schema.Items = item;
        return schema;
    }

    public static OpenApiSchema Texts(string? description = null) => Each(Text(), description);

    /// <summary>An object whose members are not known beforehand, all of one kind.</summary>
    public static OpenApiSchema By(IOpenApiSchema value, string? description = null)
    {
        OpenApiSchema schema = Of(JsonSchemaType.Object, description);
        schema.AdditionalProperties = value;
        return schema;
    }

    /// <summary>An object with these members; one whose name ends with a question mark may be left out.</summary>
    public static OpenApiSchema Object(params IEnumerable<(string Name, IOpenApiSchema Schema)> members)
    {
        OpenApiSchema schema = Of(JsonSchemaType.Object, null);
        schema.Properties = members.ToDictionary(m => m.Name.TrimEnd('?'), m => m.Schema, StringComparer.Ordinal);
        schema.Required = members.Where(m => !m.Name.EndsWith('?')).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return schema;
    }

    public static IOpenApiSchema AnyOf(params IReadOnlyCollection<IOpenApiSchema> schemas) => schemas.Count == 1 ? schemas.First() : new OpenApiSchema { AnyOf = [.. schemas] };

    public static OpenApiSchema AllOf(params IReadOnlyCollection<IOpenApiSchema> schemas) => new() { AllOf = [.. schemas] };

    /// <summary>The schema of this name among the components.</summary>
    public static IOpenApiSchema Named(string name) => new OpenApiSchemaReference(name);

    /// <summary>The same, or null.</summary>
    public static OpenApiSchema OrNull(this OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        if (schema.Enum is { } words)
            schema.Enum = [.. words, JsonNullSentinel.JsonNull];
        return schema;
    }

    public static OpenApiSchema With(this OpenApiSchema schema, string description)
    {
        schema.Description = description;
        return schema;
    }

    private static OpenApiSchema Of(JsonSchemaType type, string? description) => new() { Type = type, Description = description };
}
