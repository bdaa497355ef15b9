using CentriFamiglia.Coverage.Service.Ogc.Collections;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>JSON Schemas of a collection: by what to filter, and what a feature is.</summary>
internal static class OgcSchemas
{
    private const string Dialect = "https://json-schema.org/draft/2019-09/schema";

    public static JsonObject Queryables(OgcCollection collection, FeatureSchema schema, OgcAddresses addresses)
    {
        var properties = new JsonObject { [FeatureSchema.Geometry] = GeometryOf(schema) };
        foreach (LayerColumn column in schema.Columns)
            properties[column.Name] = PropertyOf(column);
        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = addresses.Queryables(collection.Id),
            ["type"] = "object",
            ["title"] = collection.Title,
            ["description"] = "Le proprietà che filter, sortby e properties conoscono.",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    /// <summary>A property may also be null: not known. The schema names its type alone, because clients (GDAL) read a list of types as text.</summary>
    public static JsonObject Feature(OgcCollection collection, FeatureSchema schema, OgcAddresses addresses)
    {
        var properties = new JsonObject();
        foreach (LayerColumn column in schema.Columns)
            properties[column.Name] = PropertyOf(column);
        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = addresses.Schema(collection.Id),
            ["type"] = "object",
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["required"] = new JsonArray("type", FeatureSchema.Geometry, "properties"),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["const"] = "Feature" },
                ["id"] = new JsonObject { ["type"] = "string" },
                [FeatureSchema.Geometry] = GeometryOf(schema),
                ["properties"] = new JsonObject { ["type"] = "object", ["properties"] = properties },
            },
        };
    }

    /// <summary>The schema of one property.</summary>
    public static JsonObject PropertyOf(LayerColumn column)
    {
        var property = new JsonObject { ["title"] = column.Name, ["description"] = column.Description, ["type"] = TypeOf(column) };
        if (FeatureSchema.IsDay(column))
            property["format"] = "date";
        if (column.Words is { } words)
            property["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]);
        return property;
    }

    private static string TypeOf(LayerColumn column) => column.Type switch
    {
        ColumnType.Text => "string",
        ColumnType.Integer => "integer",
        ColumnType.Boolean => "boolean",
        _ => "number",
    };

    private static JsonObject GeometryOf(FeatureSchema schema) => new()
    {
        ["title"] = "Geometria",
        ["$ref"] = $"https://geojson.org/schema/{schema.Shape.GeoJson}.json",
        ["format"] = $"geometry-{schema.Shape.GeoJson.ToLowerInvariant()}",
        ["x-ogc-role"] = "primary-geometry",
    };
}
