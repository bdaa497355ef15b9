namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// Trips from a fixed list of places to others that change: the part of the network that leads away from the list is found once, so
/// that a site which moves costs one sweep. Weights are those of <see cref="TravelMatrix.Rows"/>, pair by pair. Safe for use by
/// several threads.
/// </summary>
public sealed class RoadColumns
{
    private readonly RoadSnapper _snapper;
    private readonly RoadSnap[] _from;
    private readonly RoadTargets _targets;
    private readonly ILookup<int, int> _onEdge;
    private readonly StraightWalks _walks;

    /// <param name="network">Where the places were snapped.</param>
    /// <param name="hierarchy">Of that network's graph.</param>
    /// <param name="from">The fixed places.</param>
    public RoadColumns(RoadNetwork network, RoadHierarchy hierarchy, RoadSnap[] from)
    {
        _snapper = new RoadSnapper(network);
        _from = from;
        _walks = new StraightWalks(from);
        // Driven backwards, a trip starts where it would end: what is left becomes what is reached.
        _targets = new RoadTargets(hierarchy.Reversed(), [.. from.Select(_snapper.Departures)]);
        _onEdge = Enumerable.Range(0, from.Length).Where(i => from[i].Status == SnapStatus.Ok).ToLookup(i => from[i].Edge);
    }

    /// <summary>One column per destination, in order: the weight from each fixed place, <see cref="RoadWeight.Unreached"/> where there is no trip.</summary>
    public long[][] To(IReadOnlyList<RoadSnap> to)
    {
        var columns = new long[to.Count][];
        int blocks = (to.Count + RoadTargets.Lanes - 1) / RoadTargets.Lanes;
        Parallel.For(
            0,
            blocks,
            _targets.CreateWorkspace,
            (block, _, space) =>
            {
                Fill(space, to, block * RoadTargets.Lanes, columns);
                return space;
            },
            _ => { });
        return columns;
    }

    private void Fill(RoadTargets.Workspace space, IReadOnlyList<RoadSnap> to, int first, long[][] columns)
    {
        IReadOnlyList<SnapLink>[] arrivals = [.. to.Skip(first).Take(RoadTargets.Lanes).Select(_snapper.Arrivals)];
        long[] weights = new long[arrivals.Length * _from.Length];
        space.Weights(arrivals, weights);
        for (int lane = 0; lane < arrivals.Length; lane++)
        {
            RoadSnap destination = to[first + lane];
            long[] column = columns[first + lane] = weights.AsSpan(lane * _from.Length, _from.Length).ToArray();
            foreach (int i in _onEdge[destination.Edge])
                column[i] = Math.Min(column[i], _snapper.SameEdge(_from[i], destination));
            for (int i = 0; i < column.Length; i++)
            {
                if (column[i] != RoadWeight.Unreached)
                    column[i] += _from[i].AccessWeight + destination.AccessWeight;
            }

            _walks.Shorten(destination, column);
        }
    }
}
