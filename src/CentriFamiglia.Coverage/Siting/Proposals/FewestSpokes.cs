namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// How few Spokes reach a target. More Spokes never reach fewer residents: numbers are doubled until one reaches it, then halved between
/// the last that did not and the first that did. A number too small is proved so when the bound of its search lies below the target.
/// </summary>
/// <param name="Spokes">The fewest found; where not even the most reach the target, the most.</param>
/// <param name="Enough">Whether so many reach it.</param>
/// <param name="Proved">Whether fewer are proved not to.</param>
/// <param name="Set">A set of just so many that reaches it, where one was met on the way.</param>
internal sealed record FewestSpokes(int Spokes, bool Enough, bool Proved, ImmutableArray<int>? Set)
{
    /// <param name="target">Residents within their limit.</param>
    /// <param name="most">Spokes.</param>
    /// <param name="solve">The best set of so many, given sets to begin from.</param>
    public static FewestSpokes For(double target, int most, Func<int, IReadOnlyList<ImmutableArray<int>>, ReachResult> solve)
    {
        (int low, int high) = (0, 1);
        ReachResult best = solve(0, []);
        int refuted = best.Bound < target ? 1 : 0;
        ReachResult? reached = best.Objective >= target ? best : null;
        while (reached is null && low < most)
        {
            high = Math.Min(high, most);
            best = solve(high, best.Set is { } known ? [known] : []);
            refuted = best.Bound < target ? high + 1 : refuted;
            if (best.Objective >= target)
                reached = best;
            else
                (low, high) = (high, high * 2);
        }

        if (reached is null)
            return new FewestSpokes(most, Enough: false, Proved: false, null);
        high = low == 0 && reached.Set is { Length: 0 } ? 0 : Math.Min(high, most);
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            ReachResult tried = solve(middle, []);
            refuted = tried.Bound < target ? Math.Max(refuted, middle + 1) : refuted;
            if (tried.Objective >= target)
                high = middle;
            else
                low = middle;
        }

        return new FewestSpokes(high, Enough: true, Proved: high <= refuted || high == 0, reached.Set is { } set && high == set.Length ? set : null);
    }
}
