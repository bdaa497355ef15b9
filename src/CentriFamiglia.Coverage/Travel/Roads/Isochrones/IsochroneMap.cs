using CentriFamiglia.Coverage.Travel.Roads.Routing;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// From where a place, or the nearest of several, is reached within some minutes. Safe for use by several threads.
/// Source of the idea of contours over the reached network: Baum, Buchhold, Dibbelt, Wagner, "Fast Computation of Isochrones in Road
/// Networks" (2015).
/// </summary>
/// <param name="hierarchy">Of that network's graph.</param>
public sealed class IsochroneMap(RoadNetwork network, RoadHierarchy hierarchy)
{
    private const int DecisecondsPerMinute = 600;

    private readonly IsochroneFrame _frame = new(network.Info.Bounds);
    private readonly RoadSnapper _snapper = new(network);
    private readonly RoadSweep _towards = new(hierarchy.Reversed());

    /// <param name="sites">Where trips end; those that are not snapped count for nothing.</param>
    /// <param name="minutes">Limits, whole minutes, inclusive; the access leg of the site counts, that of the traveller does not.</param>
    /// <returns>
    /// One MultiPolygon per limit, WGS84, holes kept; each is the same whatever else is asked, and lies inside those of greater limits, of
    /// this call or another. What is reached lies inside, but for the last cell before the limit, and nothing farther than two cells from a
    /// reached road. Empty where nothing is reached.
    /// </returns>
    public MultiPolygon[] Contours(IReadOnlyList<RoadSnap> sites, IReadOnlyList<int> minutes)
    {
        int[] limits = Limits(minutes);
        int most = limits.DefaultIfEmpty(0).Max();
        ReachedEdges reached = Reach(sites, most);
        if (reached.IsEmpty)
            return [.. limits.Select(_ => MultiPolygon.Empty)];
        var grid = new ReachGrid(_frame, reached.Box);
        reached.Mark(grid);
        grid.Spread();
        var contours = new MultiPolygon[limits.Length];
        Parallel.For(0, limits.Length, i => contours[i] = GridContour.Of(grid, limits[i]));
        return contours;
    }

    /// <summary>The roads themselves from which a site is reached, cut where each limit is; arguments as for <see cref="Contours"/>.</summary>
    /// <returns>One MultiLineString per limit, WGS84, each part of those of greater limits.</returns>
    public MultiLineString[] Roads(IReadOnlyList<RoadSnap> sites, IReadOnlyList<int> minutes)
    {
        int[] limits = Limits(minutes);
        ReachedEdges reached = Reach(sites, limits.DefaultIfEmpty(0).Max());
        var lines = new ReachedLines(network.Edges);
        return Array.ConvertAll(limits, limit => lines.Of(reached, limit));
    }

    private static int[] Limits(IReadOnlyList<int> minutes) => [.. minutes.Select(limit => limit * DecisecondsPerMinute)];

    private ReachedEdges Reach(IReadOnlyList<RoadSnap> sites, int most)
    {
        NodeWeights times = _towards.From(sites.SelectMany(site => _snapper.Arrivals(site).Select(link => link with { Weight = link.Weight + site.AccessWeight })));
        var reached = new ReachedEdges(network, times, most);
        foreach (RoadSnap site in sites.Where(site => site.Status == SnapStatus.Ok))
            reached.Start(site);
        return reached;
    }
}
