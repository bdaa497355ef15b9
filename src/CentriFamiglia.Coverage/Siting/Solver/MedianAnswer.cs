using CentriFamiglia.Coverage.Siting.Solver.Covering;
using CentriFamiglia.Coverage.Siting.Solver.Median;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver;

/// <summary>p-median: who must be served first, then the search.</summary>
internal static class MedianAnswer
{
    /// <param name="stop">Asked at every step, by one thread at a time.</param>
    /// <param name="alternateNodes">Nodes to spend on other optima.</param>
    /// <param name="processors">Most to use; -1 for all.</param>
    public static LocationResult Solve(LocationInput input, Func<bool> stop, int alternateNodes, int processors = -1)
    {
        bool[]? serving = null;
        if (!AnyChoiceServesAll(input))
        {
            CoverAnswer.Need need = CoverAnswer.Fewest(
                input, null, input.Problem.P!.Value, i => input.Problem.Weights[i] > 0, stop, new CoverAnswer.Effort(Any: true, long.MaxValue));
            if (need.Bound > input.Problem.P)
                return LocationResult.NoChoice(proved: true);
            if (need.Sites is not null)
                serving = input.Choice(CenterAnswer.Fill(input, need.Sites, input.Problem.P.Value));
        }

        MedianModel model = DistanceModel(input);
        bool[]? known = serving is null ? null : [.. model.Origin.Select(site => serving[site])];
        SearchOutcome outcome = MedianSearch.Solve(model, input.SiteCount, stop, alternateNodes, known, processors);
        return Recount.Of(input.Problem, outcome.Optima[0]) is null
            ? LocationResult.NoChoice(proved: false)
            : outcome.ToResult() with { AlternatesComplete = outcome.Complete && outcome.Optima.Count <= LocationResult.MostAlternates + 1 };
    }

    // With missing pairs p sites may not reach everybody: then it is a set covering question first.
    private static bool AnyChoiceServesAll(LocationInput input) =>
        Enumerable.Range(0, input.DemandCount)
            .All(i => input.Problem.Weights[i] == 0 || input.Reached(i) > input.Permitted - input.Problem.P!.Value);

    // Among p of the permitted sites one is always within the first (permitted - p + 1) of a row, and a fixed site is always there:
    // a row pays no more than that. Where it has fewer sites, leaving it out costs more than any choice that serves everybody.
    private static MedianModel DistanceModel(LocationInput input)
    {
        CostMatrix costs = input.Problem.Costs;
        double never = input.Scale > 0 ? 3 * input.Scale : 1;
        double Most(int demand)
        {
            int left = input.Permitted - input.Problem.P!.Value + 1;
            for (int k = 0; k < costs.SitesOf(demand).Length; k++)
            {
                SiteState state = input.Start[costs.SitesOf(demand)[k]];
                if (state == SiteState.Open || (state == SiteState.Free && --left == 0))
                    return input.Problem.Weights[demand] * costs.CostsOf(demand)[k];
            }

            return never;
        }

        (int[] first, double[] rejects) = (new int[input.DemandCount + 1], new double[input.DemandCount]);
        (int[] sites, double[] values) = (new int[costs.Pairs], new double[costs.Pairs]);
        (int rows, int pairs) = (0, 0);
        for (int i = 0; i < input.DemandCount; i++)
        {
            // A demand without weight costs nothing wherever the sites are.
            double weight = input.Problem.Weights[i];
            if (weight == 0)
                continue;
            rejects[rows] = Most(i);
            ReadOnlySpan<int> of = costs.SitesOf(i);
            ReadOnlySpan<double> at = costs.CostsOf(i);
            for (int k = 0; k < of.Length && weight * at[k] < rejects[rows]; k++)
            {
                if (input.Start[of[k]] != SiteState.Closed)
                    (sites[pairs], values[pairs++]) = (of[k], weight * at[k]);
            }

            first[++rows] = pairs;
        }

        return new MedianModel
        {
            Origin = [.. Enumerable.Range(0, input.SiteCount)],
            Opened = [],
            P = input.Problem.P!.Value,
            First = first[..(rows + 1)],
            Site = sites[..pairs],
            Cost = values[..pairs],
            Reject = rejects[..rows],
            Integral = values.Take(pairs).Concat(rejects.Take(rows)).All(IsWhole) && input.Scale < 1e11,
            Scale = input.Scale,
        }.Restrict(input.Start);
    }

    private static bool IsWhole(double value) => Math.Floor(value) == value;
}
