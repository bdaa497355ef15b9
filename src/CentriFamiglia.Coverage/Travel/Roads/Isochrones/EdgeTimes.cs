namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// Time to a site from a place on an edge: along it to one point, or against it to another, whichever is sooner. Times in tenths of a
/// second, places as shares of the edge, 0 at its first point.
/// </summary>
internal readonly record struct EdgeTimes(double AlongTo, int AfterAlong, int Along, double AgainstTo, int AfterAgainst, int Against)
{
    private const int Never = int.MaxValue / 4;

    public double At(double share) => Math.Min(
        share <= AlongTo ? AfterAlong + ((AlongTo - share) * Along) : Never,
        share >= AgainstTo ? AfterAgainst + ((share - AgainstTo) * Against) : Never);

    /// <summary>The parts of the edge from which the site is reached within a limit: none, one, or two that do not touch.</summary>
    public IEnumerable<(double From, double To)> Within(int limit)
    {
        (double From, double To)? along = AfterAlong <= limit ? (Math.Max(0, AlongTo - Share(limit - AfterAlong, Along)), AlongTo) : null;
        (double From, double To)? against = AfterAgainst <= limit ? (AgainstTo, Math.Min(1, AgainstTo + Share(limit - AfterAgainst, Against))) : null;
        if (along is { } a && against is { } b && Math.Max(a.From, b.From) <= Math.Min(a.To, b.To))
        {
            yield return (Math.Min(a.From, b.From), Math.Max(a.To, b.To));
            yield break;
        }

        if (against is { } first)
            yield return first;
        if (along is { } second)
            yield return second;
    }

    private static double Share(int time, int whole) => whole > 0 ? (double)time / whole : 1;
}
