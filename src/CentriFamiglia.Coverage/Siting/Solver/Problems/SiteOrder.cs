namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>Lexicographic order of ascending index lists: the order of input.</summary>
internal sealed class SiteOrder : IComparer<int[]>
{
    public static SiteOrder Instance { get; } = new();

    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
}
