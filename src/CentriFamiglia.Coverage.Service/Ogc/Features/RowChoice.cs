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

    /// <summary>Empty values last either way; those that are equal as they stand. To give a part the whole is not sorted.</summary>
    /// <param name="rows">Places of rows, ascending.</param>
    /// <param name="sort">Columns, the first above all; none leaves the rows as they stand.</param>
    /// <param name="at">The row of a place.</param>
    /// <param name="offset">Rows passed over.</param>
    /// <param name="limit">Rows at most.</param>
    public static IEnumerable<int> Sorted(
        IReadOnlyList<int> rows, ImmutableArray<(int Column, bool Falls)> sort, Func<int, LayerRow> at, int offset = 0, int limit = int.MaxValue)
    {
        if (sort.IsEmpty)
            return rows.Skip(offset).Take(limit);
        object?[][] keys = [.. sort.Select(_ => new object?[rows.Count])];
        for (int i = 0; i < rows.Count; i++)
        {
            LayerRow row = at(rows[i]);
            for (int k = 0; k < keys.Length; k++)
                keys[k][i] = row.Values[sort[k].Column] is { } value and not string ? Number(value) : row.Values[sort[k].Column];
        }

        return Enumerable.Range(0, rows.Count).Order(Comparer<int>.Create(Compare)).Skip(offset).Take(limit).Select(i => rows[i]);

        int Compare(int left, int right)
        {
            for (int k = 0; k < keys.Length; k++)
            {
                int order = Compared(keys[k][left], keys[k][right], sort[k].Falls);
                if (order != 0)
                    return order;
            }

            return left.CompareTo(right);
        }
    }

    private static int Compared(object? left, object? right, bool falls) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string a, string b) => falls ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b),
        _ => falls ? ((double)right).CompareTo((double)left) : ((double)left).CompareTo((double)right),
    };

    /// <summary>False is less than true.</summary>
    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
