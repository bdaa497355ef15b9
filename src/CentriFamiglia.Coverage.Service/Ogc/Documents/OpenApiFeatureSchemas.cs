using CentriFamiglia.Coverage.Service.Ogc.Collections;
using static CentriFamiglia.Coverage.Service.Ogc.Documents.OpenApiParts;

namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>Features of each collection with the types of their properties, and GeoJSON geometries of each kind.</summary>
internal static class OpenApiFeatureSchemas
{
    /// <summary>Name of the schema of one feature.</summary>
    public static string One(string collection) => collection + ".feature";

    /// <summary>Name of the schema of a page.</summary>
    public static string Page(string collection) => collection + ".features";

    public static IEnumerable<(string Name, JsonObject Schema)> All(IEnumerable<(OgcCollection Collection, FeatureSchema Schema)> collections)
    {
        (OgcCollection Collection, FeatureSchema Schema)[] all = [.. collections];
        yield return ("position", ListOf(Number()).And("minItems", 2).And("maxItems", 2));
        foreach (FeatureShape shape in all.Select(c => c.Schema.Shape).Distinct())
            yield return (NameOf(shape), Geometry(shape));
        foreach ((OgcCollection collection, FeatureSchema schema) in all)
        {
            string name = collection.Id;
            yield return (Properties(name), Object(schema.Columns.Select(c => (c.Name + '?', PropertyOf(c)))));
            yield return (One(name), Object([.. Members(name, schema), ("links", Links()), ("meta", Reference("meta"))]));
            yield return (Page(name), Object(
                ("type", Words("FeatureCollection")), ("timeStamp", Moment()), ("numberMatched", Count("Quanti elementi rispondono, in tutte le pagine.")),
                ("numberReturned", Count("Quanti sono in questa.")), ("links", Links()), ("meta", Reference("meta")), ("features", ListOf(Object(Members(name, schema))))));
        }
    }

    private static (string Name, JsonObject Schema)[] Members(string collection, FeatureSchema schema) =>
        [("type", Words("Feature")), ("id", Text()), ("geometry", Reference(NameOf(schema.Shape))), ("properties", Reference(Properties(collection)))];

    /// <summary>A parameter that chooses properties leaves the others out.</summary>
    private static JsonObject PropertyOf(LayerColumn column) => column.MayBeNull ? OgcSchemas.PropertyOf(column).OrNull() : OgcSchemas.PropertyOf(column);

    private static string Properties(string collection) => collection + ".properties";

    private static string NameOf(FeatureShape shape) => "geometry." + shape.GeoJson;

    private static JsonObject Geometry(FeatureShape shape) => Object(("type", Words(shape.GeoJson)), ("coordinates", CoordinatesOf(shape))).OrNull();

    private static JsonObject CoordinatesOf(FeatureShape shape) => shape.GeoJson switch
    {
        "Point" => Reference("position"),
        "MultiPoint" => ListOf(Reference("position")),
        "MultiLineString" => ListOf(ListOf(Reference("position")).And("minItems", 2)),
        _ => ListOf(ListOf(ListOf(Reference("position")).And("minItems", 4))),
    };
}
