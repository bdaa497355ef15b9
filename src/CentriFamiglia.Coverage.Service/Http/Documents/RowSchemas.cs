using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>The schemas of the answers: rows with their columns, the same as features, each with the meta of its question.</summary>
internal static class RowSchemas
{
    /// <summary>What the components of a question are called: <c>main-roads</c>, <c>MainRoads</c>.</summary>
    public static string NameOf(string question) => string.Concat(question.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    public static IEnumerable<(string Name, IOpenApiSchema Schema)> All()
    {
        var rows = new Dictionary<string, RowsForm>(StringComparer.Ordinal);
        foreach (NamedQuestion named in AllQuestions.List)
        {
            string name = NameOf(named.Name);
            ImmutableArray<RowsForm> forms = named.Question.Rows();
            foreach (RowsForm form in forms)
                rows[form.Name] = form;
            yield return (name + "Meta", AnswerMeta.All[named.Name]().Schema());
            yield return (name + "Answer", Object(("meta", Named(name + "Meta")), ("rows", Lists(forms, ""))));
            yield return (name + "Features", Object(
                ("type", Word(["FeatureCollection"])), ("name", Text("Nome dello strato.")), ("meta", Named(name + "Meta")), ("features", Lists(forms, "Feature"))));
        }

        foreach (RowsForm form in rows.Values)
        {
            yield return (form.Name, Row(form.Columns.Select(c => (c.Column, c.Example)), form.Asked));
            yield return (form.Name + "Feature", Object(("type", Word(["Feature"])), ("properties", Named(form.Name)), ("geometry", GeometryOf(form.Geometry))));
        }

        foreach ((string name, IOpenApiSchema schema) in Geometries())
            yield return (name, schema);
    }

    /// <summary>Every row has every column.</summary>
    public static OpenApiSchema Row(IEnumerable<(LayerColumn Column, object? Example)> columns, string? asked = null)
    {
        OpenApiSchema schema = Object(columns.Select(c => (c.Column.Name, (IOpenApiSchema)ColumnOf(c.Column, c.Example))));
        schema.Description = asked is null ? null : $"Una riga: {asked}.";
        return schema;
    }

    private static IOpenApiSchema Lists(ImmutableArray<RowsForm> forms, string end) => AnyOf([.. forms.Select(f => Each(Named(f.Name + end)))]);

    private static OpenApiSchema ColumnOf(LayerColumn column, object? example)
    {
        OpenApiSchema schema = column switch
        {
            { Words: { } words } => Word(words, column.Description),
            { Type: ColumnType.Integer } => Integer(column.Description),
            { Type: ColumnType.Number or ColumnType.Money } => Number(column.Description),
            { Type: ColumnType.Boolean } => Flag(column.Description),
            _ => Text(column.Description),
        };
        if (column.MayBeNull)
            schema.OrNull();
        if (example is not null)
            schema.Examples = [JsonValue.Create(example)!];
        return schema;
    }

    private static IOpenApiSchema GeometryOf(RowGeometry geometry)
    {
        IOpenApiSchema[] kinds = [.. geometry.Types.Select(Named)];
        return AnyOf(geometry.MayBeNull ? [.. kinds, new OpenApiSchema { Type = JsonSchemaType.Null }] : kinds);
    }

    /// <summary>RFC 7946, WGS84, longitude before latitude.</summary>
    private static IEnumerable<(string Name, IOpenApiSchema Schema)> Geometries()
    {
        OpenApiSchema position = Each(Number(), "Longitudine e latitudine, WGS84.");
        (position.MinItems, position.MaxItems) = (2, 2);
        OpenApiSchema line = Each(Named("Position")), rings = Each(line);
        (string Name, IOpenApiSchema Coordinates)[] kinds =
        [
            ("Point", Named("Position")), ("MultiPoint", line), ("LineString", line), ("MultiLineString", rings), ("Polygon", rings), ("MultiPolygon", Each(rings)),
        ];
        return kinds.Select(k => (k.Name, (IOpenApiSchema)Object(("type", Word([k.Name])), ("coordinates", k.Coordinates)))).Prepend(("Position", position));
    }
}
