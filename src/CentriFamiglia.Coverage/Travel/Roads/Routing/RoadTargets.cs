using System.Numerics;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>
/// The part of a hierarchy from which a fixed set of targets is reached: made once, then asked for the weights from any sources, many
/// at a time, each pair exact and independent of the others in the call. Safe for use by several threads.
/// <para>
/// It is <see cref="RoadSweep"/> for few targets. The downward pass ends at a target only through nodes above it, and through those above
/// them: the rest of the network cannot matter, whatever the source. That part is picked once, numbered from the top and copied, so that
/// it is small and lies in a row; every source then rises through its own few nodes and falls through the same part. Several sources
/// fall together, each in a lane of the vector registers.
/// </para>
/// Source: Delling, Goldberg, Werneck, "Faster Batched Shortest Paths in Road Networks" (RPHAST, 2011).
/// </summary>
public sealed class RoadTargets
{
    /// <summary>Stands for "not reached" inside sweeps: more than any path, and small enough to add one to.</summary>
    internal const long Nowhere = 1L << 61;

    private const int Vectors = 4;

    private readonly RoadHierarchy _hierarchy;
    private readonly int[] _localOf;
    private readonly int[] _first;
    private readonly int[] _other;
    private readonly long[] _weight;
    private readonly (int Local, long Weight)[][] _arrivals;

    /// <param name="hierarchy">Kept in use: a file it lies on must stay open.</param>
    /// <param name="arrivals">For each target the nodes it is reached through; may be empty.</param>
    public RoadTargets(RoadHierarchy hierarchy, IReadOnlyList<IReadOnlyList<SnapLink>> arrivals)
    {
        _hierarchy = hierarchy;
        _localOf = new int[hierarchy.NodeCount];
        ReadOnlySpan<int> position = hierarchy.Position.Span;
        foreach (SnapLink link in arrivals.SelectMany(links => links))
            _localOf[position[link.Node]] = 1;
        (int nodes, int arcs) = MarkUpwards(hierarchy.Down, _localOf);
        (_first, _other, _weight) = (new int[nodes + 1], new int[arcs], new long[arcs]);
        Select(hierarchy.Down);
        _arrivals = new (int, long)[arrivals.Count][];
        for (int target = 0; target < _arrivals.Length; target++)
            _arrivals[target] = [.. arrivals[target].Select(link => (_localOf[hierarchy.Position.Span[link.Node]], link.Weight))];
    }

    /// <summary>Sources whose trips are computed together; fewer work too.</summary>
    public static int Lanes => Vectors * Vector<long>.Count;

    public int Count => _arrivals.Length;

    /// <summary>A place to compute in; make one per thread and use it again and again.</summary>
    public Workspace CreateWorkspace() => new(this);

    private static (int Nodes, int Arcs) MarkUpwards(HierarchyArcs down, int[] marks)
    {
        ReadOnlySpan<int> first = down.First.Span;
        ReadOnlySpan<int> other = down.Other.Span;
        (int nodes, int arcs) = (0, 0);
        for (int at = marks.Length - 1; at >= 0; at--)
        {
            if (marks[at] == 0)
                continue;
            foreach (int above in other[first[at]..first[at + 1]])
                marks[above] = 1;
            (nodes, arcs) = (nodes + 1, arcs + first[at + 1] - first[at]);
        }

        return (nodes, arcs);
    }

    /// <summary>Numbers the marked positions from the top and copies their arcs.</summary>
    private void Select(HierarchyArcs down)
    {
        ReadOnlySpan<int> first = down.First.Span;
        (int nodes, int arcs) = (0, 0);
        for (int at = 0; at < _localOf.Length; at++)
        {
            if (_localOf[at] == 0)
            {
                _localOf[at] = -1;
                continue;
            }

            for (int arc = first[at]; arc < first[at + 1]; arc++)
                (_other[arcs], _weight[arcs++]) = (_localOf[down.Other.Span[arc]], down.Weight.Span[arc]);
            _localOf[at] = nodes++;
            _first[nodes] = arcs;
        }
    }

    /// <summary>See <see cref="CreateWorkspace"/>. Serves one thread.</summary>
    public sealed class Workspace
    {
        private readonly RoadTargets _targets;
        private readonly UpwardCone _cone;
        private readonly long[] _rows;

        // One bit per local position: whether its row is set before the sweep. Rows are not filled in beforehand.
        private readonly ulong[] _marks;

        internal Workspace(RoadTargets targets)
        {
            _targets = targets;
            _cone = new UpwardCone(targets._hierarchy);
            _rows = GC.AllocateUninitializedArray<long>(checked((targets._first.Length - 1) * Lanes));
            _marks = new ulong[(targets._first.Length / 64) + 1];
        }

        /// <param name="departures">For each source, <see cref="Lanes"/> at most, the nodes it is left through.</param>
        /// <param name="weights">Row-major, one row of <see cref="RoadTargets.Count"/> per source; <see cref="RoadWeight.Unreached"/> where there is no path.</param>
        public void Weights(ReadOnlySpan<IReadOnlyList<SnapLink>> departures, Span<long> weights)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(departures.Length, Lanes, nameof(departures));
            Array.Clear(_marks);
            for (int lane = 0; lane < departures.Length; lane++)
            {
                _cone.Rise(departures[lane]);
                foreach (int at in _cone.Members)
                {
                    if (_targets._localOf[at] is >= 0 and int local)
                        Set(local, lane, _cone.WeightOf(at));
                }
            }

            Sweep();
            Span<long> best = stackalloc long[Lanes];
            for (int target = 0; target < _targets.Count; target++)
            {
                Arrive(_targets._arrivals[target], best);
                for (int lane = 0; lane < departures.Length; lane++)
                    weights[(lane * _targets.Count) + target] = best[lane] < Nowhere ? best[lane] : RoadWeight.Unreached;
            }
        }

        private void Set(int local, int lane, long weight)
        {
            Span<long> row = _rows.AsSpan(local * Lanes, Lanes);
            ulong bit = 1UL << (local & 63);
            if ((_marks[local >> 6] & bit) == 0)
            {
                _marks[local >> 6] |= bit;
                row.Fill(Nowhere);
            }

            row[lane] = weight;
        }

        private void Arrive((int Local, long Weight)[] arrivals, Span<long> best)
        {
            best.Fill(Nowhere);
            foreach ((int local, long weight) in arrivals)
            {
                ReadOnlySpan<long> row = _rows.AsSpan(local * Lanes, Lanes);
                for (int lane = 0; lane < best.Length; lane++)
                    best[lane] = Math.Min(best[lane], row[lane] + weight);
            }
        }

        /// <summary>All lanes of a position at once; the positions above it are finished.</summary>
        private void Sweep()
        {
            ref long rows = ref MemoryMarshal.GetArrayDataReference(_rows);
            ReadOnlySpan<int> first = _targets._first;
            ReadOnlySpan<int> other = _targets._other;
            ReadOnlySpan<long> weights = _targets._weight;
            nuint width = (nuint)Vector<long>.Count;
            nuint lanes = (nuint)Lanes;
            var nowhere = new Vector<long>(Nowhere);
            for (int local = 0; local < first.Length - 1; local++)
            {
                nuint at = (nuint)local * lanes;
                (Vector<long> a, Vector<long> b, Vector<long> c, Vector<long> d) = (nowhere, nowhere, nowhere, nowhere);
                if ((_marks[local >> 6] >> (local & 63) & 1) != 0)
                {
                    a = Vector.LoadUnsafe(ref rows, at);
                    b = Vector.LoadUnsafe(ref rows, at + width);
                    c = Vector.LoadUnsafe(ref rows, at + (2 * width));
                    d = Vector.LoadUnsafe(ref rows, at + (3 * width));
                }

                for (int arc = first[local]; arc < first[local + 1]; arc++)
                {
                    nuint above = (nuint)other[arc] * lanes;
                    var weight = new Vector<long>(weights[arc]);
                    a = Vector.Min(a, Vector.LoadUnsafe(ref rows, above) + weight);
                    b = Vector.Min(b, Vector.LoadUnsafe(ref rows, above + width) + weight);
                    c = Vector.Min(c, Vector.LoadUnsafe(ref rows, above + (2 * width)) + weight);
                    d = Vector.Min(d, Vector.LoadUnsafe(ref rows, above + (3 * width)) + weight);
                }

                a.StoreUnsafe(ref rows, at);
                b.StoreUnsafe(ref rows, at + width);
                c.StoreUnsafe(ref rows, at + (2 * width));
                d.StoreUnsafe(ref rows, at + (3 * width));
            }
        }
    }
}
