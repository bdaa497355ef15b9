using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>LSCP and LSCP-B, and the question whether p sites reach everybody.</summary>
internal static class CoverAnswer
{
    internal sealed record Need(List<int>? Sites, int Bound, int Nodes);

    /// <summary>The fewest sites, fixed ones included, that are within <paramref name="within"/> of every demand that counts.</summary>
    /// <param name="input">The problem.</param>
    /// <param name="within">Another limit than the problem's; null for the problem's, or for none.</param>
    /// <param name="most">Answers with more sites are of no use.</param>
    /// <param name="counts">Which demands must be served.</param>
    /// <param name="stop">Ends the search.</param>
    public static Need Fewest(LocationInput input, double? within, int most, Func<int, bool> counts, Func<bool> stop)
    {
        List<int> open = [.. Enumerable.Range(0, input.SiteCount).Where(j => input.Start[j] == SiteState.Open)];
        List<int[]> rows = Rows(input, within, counts);
        rows.RemoveAll(row => row.Any(site => input.Start[site] == SiteState.Open));
        if (most < open.Count)
            return new Need(null, open.Count, 0);
        CoverSearch.Outcome outcome = CoverSearch.Solve(new CoverModel(input.SiteCount, rows), most - open.Count, stop);
        int bound = outcome.Bound == int.MaxValue ? int.MaxValue : outcome.Bound + open.Count;
        return new Need(outcome.Sites is null ? null : [.. open.Concat(outcome.Sites).Order()], bound, outcome.Nodes);
    }

    public static LocationResult Solve(LocationInput input, Func<bool> stop, int alternateNodes)
    {
        Need need = Fewest(input, null, input.SiteCount, _ => true, stop);
        List<int[]> rows = Rows(input, null, _ => true);
        List<int> cover = need.Sites ?? AnyCover(input, rows);
        bool proved = need.Bound >= cover.Count;
        bool backup = input.Problem.Kind == LocationKind.SetCoveringWithBackup;
        double[] weights = backup ? [.. input.Problem.Weights] : new double[input.DemandCount];
        BackupSearch.Outcome second = BackupSearch.Solve(
            rows, weights, input.SiteCount, cover, input.Start, stop, alternateNodes);
        ImmutableArray<ImmutableArray<int>> optima = [.. second.Optima.Select(sites => sites.ToImmutableArray())];
        return new LocationResult
        {
            Status = proved && second.Bound <= second.Value ? LocationStatus.Optimal : LocationStatus.Feasible,
            Objective = cover.Count,
            Bound = Math.Min(need.Bound, cover.Count),
            BackupWeight = backup ? second.Value : null,
            BackupBound = backup && proved ? Math.Min(second.Bound, weights.Sum()) : null,
            Sites = optima[0],
            Alternates = [.. optima.Skip(1).Take(LocationSolver.MostAlternates)],
            AlternatesComplete = proved && second.Complete && optima.Length <= LocationSolver.MostAlternates + 1,
            Nodes = need.Nodes + second.Nodes,
        };
    }

    // Stopped before the search had one: all permitted sites, without those that nobody needs, the last ones first.
    private static List<int> AnyCover(LocationInput input, List<int[]> rows)
    {
        int[] hits = [.. rows.Select(row => row.Length)];
        ILookup<int, int> rowsOf = rows.SelectMany((row, i) => row.Select(site => (site, i))).ToLookup(pair => pair.site, pair => pair.i);
        List<int> kept = [];
        for (int j = input.SiteCount - 1; j >= 0; j--)
        {
            if (input.Start[j] == SiteState.Open || (input.Start[j] == SiteState.Free && rowsOf[j].Any(i => hits[i] == 1)))
            {
                kept.Add(j);
                continue;
            }

            foreach (int i in rowsOf[j])
                hits[i]--;
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>For each demand that counts the permitted sites within the limit.</summary>
    public static List<int[]> Rows(LocationInput input, double? within, Func<int, bool> counts) =>
        [.. Enumerable.Range(0, input.DemandCount).Where(counts).Select(i => input.Reaching(i, within))];
}
