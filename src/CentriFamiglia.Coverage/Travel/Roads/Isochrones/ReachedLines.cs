using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>The reached parts of roads as lines, cut where the limit is.</summary>
internal sealed class ReachedLines(RoadEdges edges)
{
    /// <param name="limit">Tenths of a second, inclusive.</param>
    /// <returns>WGS84.</returns>
    public MultiLineString Of(ReachedEdges reached, int limit) => Wgs84.Factory.CreateMultiLineString(
    [
        .. from road in reached.Roads().GroupBy(road => road.Edge)
           from part in Joined(road.SelectMany(times => times.Times.Within(limit)))
           where part.To > part.From
           select Cut(road.Key, part.From, part.To),
    ]);

    /// <summary>Parts of one edge without those that overlap: the road on which a site lies is reached from its ends too.</summary>
    private static IEnumerable<(double From, double To)> Joined(IEnumerable<(double From, double To)> parts)
    {
        (double From, double To)? open = null;
        foreach ((double from, double to) in parts.Order())
        {
            if (open is { } whole && from <= whole.To)
            {
                open = (whole.From, Math.Max(whole.To, to));
                continue;
            }

            if (open is { } done)
                yield return done;
            open = (from, to);
        }

        if (open is { } last)
            yield return last;
    }

    private LineString Cut(int edge, double from, double to)
    {
        int first = edges.FirstPoint.Span[edge];
        int count = edges.FirstPoint.Span[edge + 1] - first;
        double[] at = new double[count];
        for (int i = 1; i < count; i++)
        {
            at[i] = at[i - 1] + EarthMetric.Distance(
                edges.PointLon.Span[first + i - 1], edges.PointLat.Span[first + i - 1], edges.PointLon.Span[first + i], edges.PointLat.Span[first + i]);
        }

        (double start, double end) = (from * at[^1], to * at[^1]);
        var points = new List<Coordinate> { Place(edge, at, start) };
        for (int i = 0; i < count; i++)
        {
            if (at[i] > start && at[i] < end)
                points.Add(new Coordinate(edges.PointLon.Span[first + i] / 1e7, edges.PointLat.Span[first + i] / 1e7));
        }

        points.Add(Place(edge, at, end));
        return Wgs84.Factory.CreateLineString([.. points]);
    }

    private Coordinate Place(int edge, double[] at, double metres)
    {
        int next = 1;
        while (next < at.Length - 1 && at[next] < metres)
            next++;
        double step = at[next] - at[next - 1];
        double share = step > 0 ? Math.Clamp((metres - at[next - 1]) / step, 0, 1) : 0;
        int point = edges.FirstPoint.Span[edge] + next;
        ReadOnlySpan<int> lon = edges.PointLon.Span;
        ReadOnlySpan<int> lat = edges.PointLat.Span;
        return new Coordinate(
            (lon[point - 1] + (share * (lon[point] - (double)lon[point - 1]))) / 1e7,
            (lat[point - 1] + (share * (lat[point] - (double)lat[point - 1]))) / 1e7);
    }
}
