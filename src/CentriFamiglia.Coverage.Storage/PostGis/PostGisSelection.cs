namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// A <see cref="RowSelection"/> as SQL. Names stand in the text, and are only ours; every value is a parameter. The functions on the geometry are
/// those for which PostGIS looks into the GiST index.
/// </summary>
internal sealed class PostGisSelection
{
    private const string Ordinal = " collate \"C\"";

    private readonly SelectedTable _table;
    private readonly List<object> _values;

    private PostGisSelection(SelectedTable table, List<object> values) => (_table, _values) = (table, values);

    /// <returns>A statement whose one row is the identity of the content, how many rows there are, the ids of the part that is asked for.</returns>
    public static (string Text, ImmutableArray<object> Values) Of(RowSelection selection)
    {
        SelectedTable table = selection.Table;
        List<object> values = [];
        ImmutableArray<DemandPoint> others = BoxOf(selection.Filter) is { } box ? PostGisRows.In(box, selection.Others) : selection.Others;
        string rows = PostGisRows.Of(table, selection.Set, others, values), id = PostGisRows.Id(table);
        string filter = new PostGisSelection(table, values).Text(selection.Filter);
        IEnumerable<string> order = selection.Sort.Select(s => $"{Column(table, s.Column)}{(s.Falls ? " desc" : "")} nulls last").Append(id + Ordinal);
        values.AddRange([selection.Limit, selection.Offset]);
        return (
            $"""
            select ({PostGisSql.Identity}), (select count(*) from {rows} where {filter}),
              array(select {id} from {rows} where {filter} order by {string.Join(", ", order)} limit ${values.Count - 1} offset ${values.Count})
            """,
            [.. values]);
    }

    /// <summary>Outside of which nothing passes; null where that is not known.</summary>
    private static Envelope? BoxOf(RowFilter filter) => filter switch
    {
        PlacedFilter { Relation: not Relation.Disjoint, Shape: var shape } => shape.EnvelopeInternal,
        JoinedFilter { All: true, Parts: var parts } => parts.Select(BoxOf).FirstOrDefault(box => box is not null),
        _ => null,
    };

    private string Text(RowFilter filter) => filter switch
    {
        ConstantFilter { Value: var holds } => holds ? "true" : "false",
        NegatedFilter { Inner: var inner } => $"not ({Text(inner)})",
        JoinedFilter { All: var all, Parts: var parts } => $"({string.Join(all ? " and " : " or ", parts.Select(Text))})",
        ComparedFilter { Operator: "=" or "<>" or "<" or ">" or "<=" or ">=" } compared => $"{Text(compared.Left)} {compared.Operator} {Text(compared.Right)}",
        LikeFilter like => $"{Text(like.Value)} like {Parameter(Escaped(like.Pattern))}",
        EmptyFilter { Value: var value } => $"{Text(value)} is null",
        PlacedFilter placed => $"{FunctionOf(placed.Relation)}(geom, {Parameter(placed.Shape)})",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };

    private string Text(RowValue value) => value switch
    {
        ColumnValue { Name: var name } => Column(_table, name),
        FixedValue { Value: string text } => Parameter(text) + Ordinal,
        FixedValue { Value: double or bool } constant => Parameter(constant.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private string Parameter(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }

    /// <summary>As texts are compared by their characters and numbers as such.</summary>
    private static string Column(SelectedTable table, string name)
    {
        if (!RowSelection.Columns(table).Contains(name, StringComparer.Ordinal))
            throw new ArgumentOutOfRangeException(nameof(name), name, null);
        string value = PostGisRows.Value(table, name);
        return PostGisRows.IsText(name) ? value + Ordinal : $"{value}::double precision";
    }

    /// <summary>A backslash at the end, with nothing after it, is one.</summary>
    private static string Escaped(string pattern) => (pattern.Length - pattern.TrimEnd('\\').Length) % 2 == 1 ? pattern + '\\' : pattern;

    private static string FunctionOf(Relation relation) => relation switch
    {
        Relation.Intersects => "ST_Intersects",
        Relation.Disjoint => "ST_Disjoint",
        Relation.Equals => "ST_Equals",
        Relation.Touches => "ST_Touches",
        Relation.Crosses => "ST_Crosses",
        Relation.Within => "ST_Within",
        Relation.Contains => "ST_Contains",
        Relation.Overlaps => "ST_Overlaps",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };
}
