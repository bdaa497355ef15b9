namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Inhabited localities and the ways between neighbouring ones: no roads, but the shortest way from one to the next on and on goes round
/// lakes and over passes as roads do. A place hangs on the localities around it, so that a small step changes a time a little: the nearest
/// at its own time, the others the dearer the nearer they are to the first one that it does not hang on. Times are whole hundredths of a
/// minute, so that both directions are equal to the last bit. Safe to share between threads.
/// </summary>
public sealed class LocalityGraph
{
    /// <summary>Localities that a place hangs on, and those looked at to find them.</summary>
    private const int Ways = 4, LookedAt = 12;

    /// <summary>Km that a km across water counts: a place beyond a lake is not near.</summary>
    private const double WaterCounts = 20;

    private readonly LocalityIndex _index;
    private readonly int[] _first;
    private readonly (int To, int Hundredths)[] _arcs;
    private readonly ushort[]?[] _trees;

    /// <param name="localities">At least one.</param>
    /// <param name="roads">Which tie all of them together.</param>
    /// <param name="lakes">What a place does not hang across.</param>
    /// <param name="minutesPerKm">Between a place and the localities around it.</param>
    /// <param name="minutesPerMetreOfClimb">The same.</param>
    public LocalityGraph(
        ImmutableArray<Locality> localities, ImmutableArray<LocalityRoad> roads, LakeShores lakes, double minutesPerKm, double minutesPerMetreOfClimb)
    {
        (Localities, Roads, Lakes, MinutesPerKm, MinutesPerMetreOfClimb) = (localities, roads, lakes, minutesPerKm, minutesPerMetreOfClimb);
        _index = new LocalityIndex(localities);
        _trees = new ushort[localities.Length][];
        _first = new int[localities.Length + 1];
        foreach (LocalityRoad road in roads)
        {
            _first[road.A + 1]++;
            _first[road.B + 1]++;
        }

        for (int i = 0; i < localities.Length; i++)
            _first[i + 1] += _first[i];
        int[] next = [.. _first];
        _arcs = new (int, int)[2 * roads.Length];
        foreach (LocalityRoad road in roads)
        {
            _arcs[next[road.A]++] = (road.B, road.Hundredths);
            _arcs[next[road.B]++] = (road.A, road.Hundredths);
        }

        LeastMinutesPerKm = roads.Select(MinutesPerStraightKm).Append(minutesPerKm).Min();
    }

    public ImmutableArray<Locality> Localities { get; }

    public ImmutableArray<LocalityRoad> Roads { get; }

    public LakeShores Lakes { get; }

    public double MinutesPerKm { get; }

    public double MinutesPerMetreOfClimb { get; }

    /// <summary>No way is faster than this, as the crow flies.</summary>
    public double LeastMinutesPerKm { get; }

    /// <param name="altitude">Metres.</param>
    public LocalityJoins Join(double lon, double lat, double altitude)
    {
        Span<(int Locality, double SquaredChord)> looked = stackalloc (int, double)[LookedAt];
        looked = looked[.._index.Find(lon, lat, looked)];
        Span<(double Km, int Locality)> near = stackalloc (double, int)[looked.Length];
        for (int i = 0; i < looked.Length; i++)
        {
            Locality there = Localities[looked[i].Locality];
            near[i] = (CountedKm(lon, lat, there.Lon, there.Lat), looked[i].Locality);
        }

        near.Sort();
        double closest = near[0].Km, reach = near[Math.Min(Ways, near.Length - 1)].Km, room = Math.Max(reach - closest, 1e-6);
        var ways = new LocalityJoin[Math.Min(Ways, near.Length)];
        int kept = 0;
        for (int i = 0; i < ways.Length; i++)
        {
            double minutes = Dearer(Access(near[i].Km, altitude, Localities[near[i].Locality].AltitudeMetres), (near[i].Km - closest) / room);
            if (minutes < 1e6 && !IsOnTheWay(ways.AsSpan(0, kept), near[i].Locality, minutes * 100))
                ways[kept++] = new LocalityJoin(near[i].Locality, (int)Math.Round(minutes * 100));
        }

        Array.Resize(ref ways, kept);
        Array.Sort(ways, (a, b) => (a.Hundredths, a.Locality).CompareTo((b.Hundredths, b.Locality)));
        return new LocalityJoins(ways, reach);
    }

    /// <summary>The shortest way between two places, hundredths of a minute; 0 from a place to itself.</summary>
    public int Between(in Place a, in LocalityJoins from, double altitudeA, in Place b, in LocalityJoins to, double altitudeB, double straightKm)
    {
        int best = Direct(a, from, altitudeA, b, to, altitudeB, straightKm);
        foreach (LocalityJoin there in to.Ways)
        {
            if (there.Hundredths + from.Ways[0].Hundredths >= best)
                break;
            ushort[] tree = Tree(there.Locality);
            foreach (LocalityJoin here in from.Ways)
                best = Math.Min(best, here.Hundredths + tree[here.Locality] + there.Hundredths);
        }

        return best;
    }

    /// <summary>Without a locality between them, which only near places have.</summary>
    private int Direct(in Place a, in LocalityJoins from, double altitudeA, in Place b, in LocalityJoins to, double altitudeB, double straightKm)
    {
        double reach = (from.ReachKm + to.ReachKm) / 2;
        if (straightKm >= reach)
            return int.MaxValue;
        double minutes = Dearer(Access(CountedKm(a.Lon, a.Lat, b.Lon, b.Lat), altitudeA, altitudeB), straightKm / reach);
        return minutes < 1e6 ? (int)Math.Round(minutes * 100) : int.MaxValue;
    }

    private double CountedKm(double lon1, double lat1, double lon2, double lat2) =>
        Geodesy.DistanceKm(lon1, lat1, lon2, lat2) + (WaterCounts * Lakes.WaterKm(lon1, lat1, lon2, lat2));

    private double Access(double km, double altitudeA, double altitudeB) => (MinutesPerKm * km) + (MinutesPerMetreOfClimb * Math.Abs(altitudeA - altitudeB));

    /// <param name="share">0 for what is near, 1 for what is out of reach.</param>
    private static double Dearer(double minutes, double share) => share >= 1 ? double.PositiveInfinity : minutes / (1 - (share * share));

    /// <summary>Whether another way leads there in no more time.</summary>
    private bool IsOnTheWay(ReadOnlySpan<LocalityJoin> ways, int locality, double hundredths)
    {
        foreach (LocalityJoin way in ways)
        {
            for (int arc = _first[way.Locality]; arc < _first[way.Locality + 1]; arc++)
            {
                if (_arcs[arc].To == locality && way.Hundredths + _arcs[arc].Hundredths <= hundredths)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Hundredths of a minute from one locality to each; made when first asked for.</summary>
    private ushort[] Tree(int locality)
    {
        if (_trees[locality] is { } known)
            return known;
        var tree = new ushort[Localities.Length];
        Array.Fill(tree, ushort.MaxValue);
        var queue = new PriorityQueue<int, int>();
        tree[locality] = 0;
        queue.Enqueue(locality, 0);
        while (queue.TryDequeue(out int at, out int hundredths))
        {
            if (hundredths > tree[at])
                continue;
            for (int arc = _first[at]; arc < _first[at + 1]; arc++)
            {
                (int to, int more) = _arcs[arc];
                int there = hundredths + more;
                if (there >= tree[to])
                    continue;
                tree[to] = (ushort)there;
                queue.Enqueue(to, there);
            }
        }

        // Whoever made it first or last made the same.
        return _trees[locality] = tree;
    }

    private double MinutesPerStraightKm(LocalityRoad road)
    {
        (Locality a, Locality b) = (Localities[road.A], Localities[road.B]);
        return road.Hundredths / 100.0 / Math.Max(1e-6, Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat));
    }
}
