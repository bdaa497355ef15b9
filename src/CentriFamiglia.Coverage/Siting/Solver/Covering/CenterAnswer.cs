using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// p-center over the distinct costs, each step a set covering question (Minieka 1970): by bisection as far as short searches answer, then
/// down from the best until a proof that nothing is better.
/// </summary>
internal static class CenterAnswer
{
    public static LocationResult Solve(LocationInput input, Func<bool> stop)
    {
        int p = input.Problem.P!.Value;
        double[] radii = Radii(input);
        // No radius before this one will do.
        (int least, int nodes) = (0, 0);
        ImmutableArray<int>? best = null;
        (int low, int high) = (0, radii.Length - 1);
        CoverAnswer.Need Try(int at, CoverAnswer.Effort effort)
        {
            CoverAnswer.Need need = CoverAnswer.Fewest(input, radii[at], p, _ => true, stop, effort);
            nodes += need.Nodes;
            if (need.Sites is not null)
            {
                best = Fill(input, need.Sites, p);
                high = Array.BinarySearch(radii, Worst(input, best.Value)!.Value) - 1;
            }
            else if (need.Bound > p)
            {
                least = Math.Max(least, at + 1);
            }

            return need;
        }

        // What a short search does not answer counts as no for now.
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            if (Try(middle, CoverAnswer.Effort.Short).Sites is null)
                low = middle + 1;
        }

        // Anything better than the best: the last no is the only one that needs a long proof.
        bool proved = true;
        while (least <= high && proved)
        {
            CoverAnswer.Need need = Try(high, CoverAnswer.Effort.Any);
            proved = need.Sites is not null || need.Bound > p;
        }

        // Stopped before the first answer: any choice, as long as it serves everybody.
        best ??= proved ? null : Fill(input, [], p);
        if (best is not { } sites || Worst(input, sites) is not { } worst)
            return LocationResult.NoChoice(proved);
        var result = new LocationResult
        {
            Status = proved ? LocationStatus.Optimal : LocationStatus.Feasible,
            Objective = worst,
            Bound = proved ? worst : radii[least],
            Sites = sites,
            Nodes = nodes,
        };
        return proved ? WithAlternates(input, result, stop) : result;
    }

    private static LocationResult WithAlternates(LocationInput input, LocationResult result, Func<bool> stop)
    {
        LocationResult found = CoverAnswer.Others(input, CoverAnswer.Rows(input, result.Objective, _ => true), result.Sites, stop).ToResult();
        return result with
        {
            Sites = found.Sites,
            Alternates = found.Alternates,
            AlternatesComplete = found.AlternatesComplete,
            Nodes = result.Nodes + found.Nodes,
        };
    }

    // The optimum is one of the costs; none below the largest "cheapest site" can do.
    private static double[] Radii(LocationInput input)
    {
        double least = 0;
        var distinct = new HashSet<double>();
        for (int i = 0; i < input.DemandCount; i++)
        {
            double cheapest = double.PositiveInfinity;
            for (int k = 0; k < input.Problem.Costs.SitesOf(i).Length; k++)
            {
                if (input.Start[input.Problem.Costs.SitesOf(i)[k]] == SiteState.Closed)
                    continue;
                cheapest = Math.Min(cheapest, input.Problem.Costs.CostsOf(i)[k]);
                distinct.Add(input.Problem.Costs.CostsOf(i)[k]);
            }

            least = Math.Max(least, cheapest);
        }

        return [.. distinct.Where(radius => radius >= least).Order()];
    }

    // Rows are sorted by cost: the first open site is the nearest.
    private static double? Worst(LocationInput input, ImmutableArray<int> sites)
    {
        HashSet<int> open = [.. sites];
        double worst = 0;
        for (int i = 0; i < input.DemandCount; i++)
        {
            int k = 0;
            while (k < input.Problem.Costs.SitesOf(i).Length && !open.Contains(input.Problem.Costs.SitesOf(i)[k]))
                k++;
            if (k == input.Problem.Costs.SitesOf(i).Length)
                return null;
            worst = Math.Max(worst, input.Problem.Costs.CostsOf(i)[k]);
        }

        return worst;
    }

    /// <summary>Exactly p sites: the fixed ones, those of the cover, and the earliest of the others to make up the number.</summary>
    public static ImmutableArray<int> Fill(LocationInput input, List<int> cover, int p)
    {
        var chosen = new SortedSet<int>(cover);
        chosen.UnionWith(input.Problem.Fixed);
        for (int j = 0; j < input.SiteCount && chosen.Count < p; j++)
        {
            if (input.Start[j] == SiteState.Free)
                chosen.Add(j);
        }

        return [.. chosen];
    }
}
