using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>The contraction hierarchy in a network file: with it matrices are computed at once, without it is made anew at each opening.</summary>
public static class HierarchySections
{
    private const string Position = "hierarchy.position";
    private const string Up = "hierarchy.up";
    private const string Down = "hierarchy.down";

    public static IEnumerable<RoadFileSection> Of(RoadHierarchy hierarchy) =>
        [RoadFileSection.Of(Position, hierarchy.Position), .. Of(Up, hierarchy.Up), .. Of(Down, hierarchy.Down)];

    /// <summary>The hierarchy that a file holds, in place; null when it holds none.</summary>
    /// <exception cref="SourceFileException">It does not belong to the network of the file.</exception>
    public static RoadHierarchy? Read(RoadNetworkFile file)
    {
        if (!file.Has(Position))
            return null;
        var hierarchy = new RoadHierarchy { Position = file.Section<int>(Position), Up = Arcs(file, Up), Down = Arcs(file, Down) };
        int nodes = file.Network.Graph.NodeCount;
        return IsPermutation(hierarchy.Position.Span, nodes) && Fit(hierarchy.Up, nodes) && Fit(hierarchy.Down, nodes)
            ? hierarchy
            : throw new SourceFileException(
                "La gerarchia nella rete stradale non appartiene a questa rete.",
                "Ricreare il file dall'estratto OpenStreetMap con «coverage roads build».");
    }

    private static IEnumerable<RoadFileSection> Of(string name, HierarchyArcs arcs) =>
    [
        RoadFileSection.Of($"{name}.first", arcs.First),
        RoadFileSection.Of($"{name}.other", arcs.Other),
        RoadFileSection.Of($"{name}.weight", arcs.Weight),
    ];

    private static HierarchyArcs Arcs(RoadNetworkFile file, string name) =>
        new(file.Section<int>($"{name}.first"), file.Section<int>($"{name}.other"), file.Section<long>($"{name}.weight"));

    private static bool IsPermutation(ReadOnlySpan<int> positions, int nodes)
    {
        if (positions.Length != nodes)
            return false;
        bool[] taken = new bool[nodes];
        foreach (int position in positions)
        {
            if ((uint)position >= (uint)nodes || taken[position])
                return false;
            taken[position] = true;
        }

        return true;
    }

    /// <summary>Sweeps trust these numbers without looking, so that a file that was made up must not get through.</summary>
    private static bool Fit(HierarchyArcs arcs, int nodes)
    {
        ReadOnlySpan<int> first = arcs.First.Span;
        ReadOnlySpan<int> other = arcs.Other.Span;
        if (first.Length != nodes + 1 || first[0] != 0 || first[^1] != other.Length || arcs.Weight.Length != other.Length)
            return false;
        for (int at = 0; at < nodes; at++)
        {
            if (first[at + 1] < first[at] || first[at + 1] > other.Length)
                return false;
            foreach (int above in other[first[at]..first[at + 1]])
            {
                if ((uint)above >= (uint)at)
                    return false;
            }
        }

        return true;
    }
}
