using CentriFamiglia.Coverage.Siting.Solver.Median;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// The highest score where nothing but the number of sedi counts: a p-median, in which a point that no option serves pays what the best of them
/// would give it. The solver of medians proves it in an instant in sizes at which the bound of the plans goes on for long.
/// </summary>
internal sealed class PlanMedian
{
    private readonly PlanProblem _problem;
    private readonly MedianModel _model;
    private readonly double _all;

    /// <param name="problem">That <see cref="Suits"/>, networks aside.</param>
    /// <param name="most">Options to open at most.</param>
    public PlanMedian(PlanProblem problem, int most)
    {
        _problem = problem;
        var served = new List<(int Option, double Gain)>[problem.Points];
        for (int j = 0; j < problem.Options; j++)
        {
            for (int e = problem.Start[j]; e < problem.Start[j + 1]; e++)
                (served[problem.Point[e]] ??= []).Add((j, problem.Gain[e]));
        }

        (List<int> first, List<int> sites, List<double> costs, List<double> rejects) = ([0], [], [], []);
        foreach (List<(int Option, double Gain)> row in served.Where(row => row is not null))
        {
            double highest = row.Max(entry => entry.Gain);
            foreach ((int option, double gain) in row.OrderByDescending(entry => entry.Gain).ThenBy(entry => entry.Option))
            {
                sites.Add(option);
                costs.Add(highest - gain);
            }

            first.Add(sites.Count);
            rejects.Add(highest);
        }

        _all = rejects.Sum();
        _model = new MedianModel
        {
            Origin = [.. Enumerable.Range(0, problem.Options)],
            Opened = [],
            P = Math.Min(most, problem.Options),
            First = [.. first],
            Site = [.. sites],
            Cost = [.. costs],
            Reject = [.. rejects],
            Integral = _all < 1e11 && costs.Concat(rejects).All(double.IsInteger),
            Scale = Math.Max(_all, 1e-300),
        };
    }

    /// <summary>Whether the number of sedi is the only constraint besides the networks.</summary>
    public static bool Suits(PlanProblem problem) =>
        problem is { Areas: 0, Seconds: 0, HasPurses: false, Fixed.IsEmpty: true } && problem.GroupMost.All(most => most >= problem.Most);

    /// <param name="state">Options that must be open, and those that must not.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    /// <returns>Options that each add something, and what no set exceeds.</returns>
    public (int[] Set, double Bound) Best(SiteState[] state, Func<bool> stop)
    {
        MedianModel model = _model.Restrict(state);
        if (model.Decided)
        {
            // As many as there are, or no more than those that must be open.
            bool[] all = [.. model.Origin.Select(_ => model.P >= model.SiteCount)];
            return (Needed(model.Choice(all)), _all - model.Value(all));
        }

        SearchOutcome found = MedianSearch.Solve(model, _problem.Options, stop, alternateNodes: 0, processors: 1);
        return (Needed(found.Optima[0]), _all - found.Bound);
    }

    // The last first: what others give as well is given by the earlier ones.
    private int[] Needed(int[] set)
    {
        List<int> kept = [.. set];
        double score = _problem.Score(kept);
        for (int k = kept.Count - 1; k >= 0; k--)
        {
            int option = kept[k];
            kept.RemoveAt(k);
            if (_problem.Score(kept) < score)
                kept.Insert(k, option);
        }

        return [.. kept];
    }
}
