using CentriFamiglia.Coverage.Service.Ogc.Collections;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.RelateNG;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>Which rows a query takes, and in which order.</summary>
internal static class RowChoice
{
    /// <param name="query">Its box, time and filters.</param>
    /// <param name="schema">Of the rows.</param>
    /// <param name="validity">Columns of the days on which a row is valid; null where rows have no time.</param>
    public static Func<LayerRow, bool> TestOf(FeatureQuery query, FeatureSchema schema, (string From, ImmutableArray<string> To)? validity)
    {
        Func<Geometry, bool>? box = query.Box is { } asked ? InBox(asked) : null;
        (int from, ImmutableArray<int> to) = validity is { } days
            ? (schema.IndexOf(days.From), [.. days.To.Select(schema.IndexOf)])
            : (-1, ImmutableArray<int>.Empty);
        return row => (box is null || (row.Geometry is { } geometry && box(geometry)))
            && (query.Time is not { } time || from < 0 || time.Meets(
                TimeSpanAsked.Day(row.Values[from] as string),
                TimeSpanAsked.LastOf(to.Select(i => TimeSpanAsked.Day(row.Values[i] as string)).FirstOrDefault(day => day is not null))))
            && query.Filters.All(f => f.Takes(row));
    }

    /// <summary>A million points are quickly told to be in an upright box or not.</summary>
    private static Func<Geometry, bool> InBox(Geometry box)
    {
        var prepared = RelateNG.Prepare(box);
        Envelope? upright = box.IsRectangle ? box.EnvelopeInternal : null;
        return geometry => upright is not null && geometry is Point { IsEmpty: false } point
            ? upright.Covers(point.Coordinate)
            : prepared.Evaluate(geometry, RelatePredicate.Intersects());
    }

    /// <summary>Empty values last either way; those that are equal as they stand.</summary>
    /// <param name="rows">Places of rows, ascending.</param>
    /// <param name="sort">Columns, the first above all; none leaves the rows as they stand.</param>
    /// <param name="at">The row of a place.</param>
    public static IEnumerable<int> Sorted(IReadOnlyList<int> rows, ImmutableArray<(int Column, bool Falls)> sort, Func<int, LayerRow> at)
    {
        if (sort.IsEmpty)
            return rows;
        IOrderedEnumerable<(int Index, object?[] Keys)> sorted = rows
            .Select(i => (Index: i, Keys: Keys(at(i), sort)))
            .Order(Comparer<(int Index, object?[] Keys)>.Create((a, b) =>
            {
                for (int k = 0; k < sort.Length; k++)
                {
                    int order = Compared(a.Keys[k], b.Keys[k], sort[k].Falls);
                    if (order != 0)
                        return order;
                }

                return a.Index.CompareTo(b.Index);
            }));
        return sorted.Select(s => s.Index);
    }

    private static object?[] Keys(LayerRow row, ImmutableArray<(int Column, bool Falls)> sort) => [.. sort.Select(s => row.Values[s.Column])];

    private static int Compared(object? left, object? right, bool falls) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string a, string b) => falls ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b),
        _ => falls ? Number(right).CompareTo(Number(left)) : Number(left).CompareTo(Number(right)),
    };

    /// <summary>False is less than true.</summary>
    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
