namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>What can be said of one pair of places.</summary>
public enum TripStatus
{
    Ok,

    /// <summary>Both places are on the network, and no road leads from the first to the second.</summary>
    Unreachable,

    /// <summary>One place, or both, could not be brought onto the network.</summary>
    NotSnapped,
}

/// <summary>
/// Trips between many places over a road network: access on foot at both ends, the fastest way between, among equally fast ways the
/// shortest; or the straight walk, see <see cref="RoadSnap.WalkTo"/>, where that is faster still. A pair depends on nothing but its two places. Safe for use by several threads.
/// </summary>
/// <param name="network">Where places are snapped.</param>
/// <param name="hierarchy">Of that network's graph.</param>
/// <param name="options">Where places may join the network.</param>
public sealed class TravelMatrix(RoadNetwork network, RoadHierarchy hierarchy, SnapOptions options)
{
    private readonly RoadSnapper _snapper = new(network);

    /// <param name="places">Longitude and latitude, WGS84 degrees; NaN is not snapped.</param>
    public RoadSnap[] Snap(IReadOnlyList<(double Lon, double Lat)> places)
    {
        var snaps = new RoadSnap[places.Count];
        Parallel.For(0, snaps.Length, i => snaps[i] = _snapper.Snap(places[i].Lon, places[i].Lat, options));
        return snaps;
    }

    /// <summary>
    /// One row of weights per origin, in order: <see cref="RoadWeight"/> with both access legs, <see cref="RoadWeight.Unreached"/>
    /// where there is no trip. Rows are computed as they are asked for, a few at a time on every processor.
    /// </summary>
    public IEnumerable<long[]> Rows(IReadOnlyList<RoadSnap> from, IReadOnlyList<RoadSnap> to, CancellationToken cancellationToken = default)
    {
        var targets = new RoadTargets(hierarchy, [.. to.Select(_snapper.Arrivals)]);
        ILookup<int, int> onEdge = Enumerable.Range(0, to.Count).Where(j => to[j].Status == SnapStatus.Ok).ToLookup(j => to[j].Edge);
        var walks = new StraightWalks(to);
        int threads = Math.Min(Environment.ProcessorCount, (from.Count + RoadTargets.Lanes - 1) / RoadTargets.Lanes);
        RoadTargets.Workspace[] spaces = [.. Enumerable.Range(0, threads).Select(_ => targets.CreateWorkspace())];
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Max(1, threads) };
        long[][] buffers = [.. spaces.Select(_ => new long[RoadTargets.Lanes * to.Count])];
        var blocks = new long[threads][][];
        for (int start = 0; start < from.Count; start += threads * RoadTargets.Lanes)
        {
            int origin = start;
            Parallel.For(0, threads, parallel, thread =>
            {
                int first = Math.Min(from.Count, origin + (thread * RoadTargets.Lanes));
                RoadSnap[] block = [.. from.Skip(first).Take(RoadTargets.Lanes)];
                blocks[thread] = Block(spaces[thread], buffers[thread], block, to, onEdge, walks);
            });
            foreach (long[] row in blocks.SelectMany(block => block))
                yield return row;
        }
    }

    /// <summary>What a weight of <see cref="Rows"/> means.</summary>
    public static TripStatus StatusOf(in RoadSnap from, in RoadSnap to, long weight) => weight != RoadWeight.Unreached
        ? TripStatus.Ok
        : from.Status == SnapStatus.Ok && to.Status == SnapStatus.Ok ? TripStatus.Unreachable : TripStatus.NotSnapped;

    private long[][] Block(RoadTargets.Workspace space, long[] weights, RoadSnap[] from, IReadOnlyList<RoadSnap> to, ILookup<int, int> onEdge, StraightWalks walks)
    {
        IReadOnlyList<SnapLink>[] departures = Array.ConvertAll(from, _snapper.Departures);
        space.Weights(departures, weights);
        var rows = new long[from.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            long[] row = rows[i] = weights.AsSpan(i * to.Count, to.Count).ToArray();
            foreach (int j in onEdge[from[i].Edge])
                row[j] = Math.Min(row[j], _snapper.SameEdge(from[i], to[j]));
            for (int j = 0; j < row.Length; j++)
            {
                if (row[j] != RoadWeight.Unreached)
                    row[j] += from[i].AccessWeight + to[j].AccessWeight;
            }

            walks.Shorten(from[i], row);
        }

        return rows;
    }
}
