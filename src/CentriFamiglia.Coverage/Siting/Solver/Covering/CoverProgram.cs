using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// The common form of the covering problems: every row wants a number of open sites among its own, and pays a penalty where exactly
/// one is lacking; more may never lack. The least of the penalties and of the sites' cost is sought.
/// LSCP: sites cost 1, every row wants one. MCLP: p sites, every row wants one or pays its weight. LSCP-B: p sites, every row wants two
/// or pays its weight.
/// </summary>
internal sealed record CoverProgram
{
    public required int SiteCount { get; init; }

    /// <summary>Free sites of each row, ascending.</summary>
    public required IReadOnlyList<int[]> Rows { get; init; }

    /// <summary>How many open sites a row wants.</summary>
    public required IReadOnlyList<int> Need { get; init; }

    /// <summary>What a row pays when one is lacking; infinite where none may.</summary>
    public required IReadOnlyList<double> Penalty { get; init; }

    /// <summary>What every site costs: 1 to count them, or 0.</summary>
    public required double SiteCost { get; init; }

    /// <summary>How many sites are open in all, those open at the start included; null for as many as are worth it.</summary>
    public required int? P { get; init; }

    public required SiteState[] Start { get; init; }

    /// <summary>Penalties that no choice avoids.</summary>
    public double Base { get; init; }

    /// <summary>Penalties are whole numbers, so a bound may be rounded up.</summary>
    public required bool Integral { get; init; }

    /// <summary>What rounding errors are measured by: the largest sum of penalties.</summary>
    public required double Scale { get; init; }

    /// <summary>How far a computed bound may lie from the true one.</summary>
    public double Slack => 1e-12 * Scale;

    public int Opened => Start.Count(state => state == SiteState.Open);

    public int Free => Start.Count(state => state == SiteState.Free);

    /// <summary>Rows of every site, ascending.</summary>
    public int[][] RowsOfSites()
    {
        int[] count = new int[SiteCount];
        foreach (int[] row in Rows)
        {
            foreach (int site in row)
                count[site]++;
        }

        int[][] rows = [.. count.Select(size => new int[size])];
        for (int i = Rows.Count - 1; i >= 0; i--)
        {
            foreach (int site in Rows[i])
                rows[site][--count[site]] = i;
        }

        return rows;
    }

    /// <summary>The value of a choice, infinite when a row lacks what may not lack.</summary>
    public double Value(ReadOnlySpan<bool> open)
    {
        double value = Base;
        for (int j = 0; j < SiteCount; j++)
            value += open[j] ? SiteCost : 0;
        for (int i = 0; i < Rows.Count; i++)
        {
            int lacking = Need[i];
            foreach (int site in Rows[i])
            {
                if (open[site] && --lacking == 0)
                    break;
            }

            if (lacking > 1)
                return double.PositiveInfinity;
            value += lacking == 1 ? Penalty[i] : 0;
        }

        return value;
    }

    /// <summary>
    /// The same question with sites decided: rows lose the closed sites, want less for the open ones, and are merged where they hold
    /// the same sites. Rows that other rows imply are left out, and sites that a row cannot do without are opened.
    /// </summary>
    /// <param name="state">State of every site.</param>
    /// <param name="stop">True leaves implied rows in.</param>
    /// <returns>Null when some row cannot be served.</returns>
    public CoverProgram? Restrict(ReadOnlySpan<SiteState> state, Func<bool> stop)
    {
        SiteState[] start = state.ToArray();
        while (true)
        {
            var kept = new Dictionary<(int Need, int[] Sites), int>(SameRow.Instance);
            (List<int[]> rows, List<int> need, List<double> penalty, double paid) = ([], [], [], Base);
            bool opened = false;
            for (int i = 0; i < Rows.Count; i++)
            {
                int[] free = Array.FindAll(Rows[i], site => start[site] == SiteState.Free);
                int wanted = Need[i];
                foreach (int site in Rows[i])
                    wanted -= start[site] == SiteState.Open ? 1 : 0;
                (double lacking, int most) = (Penalty[i], free.Length);
                if (wanted > most)
                {
                    if (wanted > most + 1 || double.IsPositiveInfinity(lacking))
                        return null;
                    paid += lacking;
                    (wanted, lacking) = (most, double.PositiveInfinity);
                }

                if (wanted <= 0)
                    continue;
                if (wanted == most && double.IsPositiveInfinity(lacking))
                {
                    foreach (int site in free)
                        start[site] = SiteState.Open;
                    opened = true;
                    continue;
                }

                if (kept.TryAdd((wanted, free), rows.Count))
                {
                    rows.Add(free);
                    need.Add(wanted);
                    penalty.Add(lacking);
                }
                else
                {
                    penalty[kept[(wanted, free)]] += lacking;
                }
            }

            if (!opened)
                return CoverReduction.WithoutImpliedRows(this with { Rows = rows, Need = need, Penalty = penalty, Start = start, Base = paid }, stop);
        }
    }

    private sealed class SameRow : IEqualityComparer<(int Need, int[] Sites)>
    {
        public static SameRow Instance { get; } = new();

        public bool Equals((int Need, int[] Sites) x, (int Need, int[] Sites) y) => x.Need == y.Need && x.Sites.AsSpan().SequenceEqual(y.Sites);

        public int GetHashCode((int Need, int[] Sites) row)
        {
            // FNV-1a.
            uint hash = 2166136261;
            foreach (int site in row.Sites)
                hash = (hash ^ (uint)site) * 16777619;
            return (int)hash ^ row.Need;
        }
    }
}
