using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Filters;
using CentriFamiglia.Coverage.Storage.Contract;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>
/// A filter as a database understands it; null for one of which it would not be sure to take the same rows: folded letters, days, columns that are
/// not stored as they are shown. It was made ready before, so that its names and types agree.
/// </summary>
/// <param name="columns">Those that are stored.</param>
/// <param name="crs">Of the filter's coordinates.</param>
internal sealed class StoredFilter(ImmutableArray<string> columns, OgcCrs crs)
{
    public RowFilter? Of(Cql filter)
    {
        switch (filter)
        {
            case CqlConstant { Value: var holds }:
                return new ConstantFilter(holds);
            case CqlNot { Inner: var inner }:
                return Of(inner) is { } part ? new NegatedFilter(part) : null;
            case CqlLogic { All: var all, Parts: var parts }:
                return Joined(all, parts.Select(Of));
            case CqlComparison { Operator: var how, Left: var left, Right: var right }:
                return Compared(how, left, right);
            case CqlLike { Value: var value, Pattern: CqlWord { Value: var pattern } }:
                return ValueOf(value) is { } liked && IsPlain(pattern) ? new LikeFilter(liked, pattern) : null;
            case CqlBetween { Value: var value, Low: var low, High: var high }:
                return Joined(true, [Compared(">=", value, low), Compared("<=", value, high)]);
            case CqlIn { Value: var value, Items: var items }:
                return Joined(false, items.Select(item => Compared("=", value, item)));
            case CqlIsNull { Value: CqlProperty { Name: not FeatureSchema.Geometry } empty }:
                return ValueOf(empty) is { } column ? new EmptyFilter(column) : null;
            case CqlSpatial spatial:
                return Placed(spatial);
            default:
                return null;
        }
    }

    private static JoinedFilter? Joined(bool all, IEnumerable<RowFilter?> parts)
    {
        RowFilter?[] made = [.. parts];
        return made.Contains(null) ? null : new JoinedFilter(all, [.. made.OfType<RowFilter>()]);
    }

    private ComparedFilter? Compared(string how, CqlScalar left, CqlScalar right) =>
        ValueOf(left) is { } first && ValueOf(right) is { } second ? new ComparedFilter(how, first, second) : null;

    private RowValue? ValueOf(CqlScalar scalar) => scalar switch
    {
        CqlWord { Value: var text } when IsPlain(text) => new FixedValue(text),
        CqlNumber { Value: var number } => new FixedValue(number),
        CqlTruth { Value: var truth } => new FixedValue(truth),
        CqlProperty { Name: var name } when columns.Contains(name, StringComparer.Ordinal) => new ColumnValue(name),
        _ => null,
    };

    /// <summary>One of the two is the feature's own geometry.</summary>
    private PlacedFilter? Placed(CqlSpatial spatial) => (CqlFilter.LiteralOf(spatial.Left, crs), CqlFilter.LiteralOf(spatial.Right, crs)) switch
    {
        (null, { } right) => Placed(spatial.Relation, right),
        ({ } left, null) => Placed(CqlRelation.Turned(spatial.Relation), left),
        _ => null,
    };

    private static PlacedFilter? Placed(string relation, Geometry shape) =>
        !shape.IsEmpty && shape is (not GeometryCollection) or MultiPoint or MultiLineString or MultiPolygon
            ? new PlacedFilter(Enum.Parse<Relation>(relation["s_".Length..], ignoreCase: true), shape)
            : null;

    /// <summary>PostgreSQL takes no NUL, and counts the characters of half a pair otherwise.</summary>
    private static bool IsPlain(string text) => !text.Any(c => c == '\0' || char.IsSurrogate(c));
}
