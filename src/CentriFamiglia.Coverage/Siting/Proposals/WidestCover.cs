using CentriFamiglia.Coverage.Siting.Solver.Covering;
using CentriFamiglia.Coverage.Siting.Solver.Plan;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// Most residents within their limit where nothing but the number of sedi counts: a maximal covering, which the solver of coverings proves
/// where the bound of the plans, without fractions of a sede, stays a little above.
/// </summary>
internal static class WidestCover
{
    /// <summary>How much to spend, in cells of the simplex dictionary: work and not time, so that every machine gives the same answer.</summary>
    private const long MostWork = 400_000_000;

    /// <summary>Whether the number of sedi is the only constraint.</summary>
    public static bool Suits(PlanProblem problem) => problem is { Areas: 0, Seconds: 0, HasPurses: false, Fixed.IsEmpty: true, Networks: null }
        && problem.GroupMost.All(most => most >= problem.Most) && problem.Gain.All(double.IsInteger);

    /// <param name="problem">That <see cref="Suits"/>; every option gives a point the same.</param>
    /// <param name="known">The best set known; null for none.</param>
    /// <param name="stop">Ends the search with what is known.</param>
    /// <returns>A set, and what no set exceeds.</returns>
    public static (ImmutableArray<int> Set, double Bound) Of(PlanProblem problem, ImmutableArray<int>? known, Func<bool> stop)
    {
        var rows = new List<int>[problem.Points];
        double[] weight = new double[problem.Points];
        for (int j = 0; j < problem.Options; j++)
        {
            for (int e = problem.Start[j]; e < problem.Start[j + 1]; e++)
            {
                (rows[problem.Point[e]] ??= []).Add(j);
                weight[problem.Point[e]] = problem.Gain[e];
            }
        }

        var program = new CoverProgram
        {
            SiteCount = problem.Options,
            Rows = [.. rows.Select(row => row.ToArray())],
            Need = [.. weight.Select(_ => 1)],
            Penalty = weight,
            SiteCost = 0,
            P = Math.Min(problem.Most, problem.Options),
            Start = new SiteState[problem.Options],
            Integral = true,
            Scale = weight.Sum(),
        };
        SearchOutcome found = CoverTree.Solve(program, double.PositiveInfinity, known is { } set ? [Filled(program, set)] : [], stop, alternateWork: 0, work: MostWork);
        return ([.. found.Optima.Count > 0 ? found.Optima[0] : []], weight.Sum() - found.Bound);
    }

    /// <summary>As many as may be open: one more covers no fewer.</summary>
    private static bool[] Filled(CoverProgram program, ImmutableArray<int> set)
    {
        bool[] open = new bool[program.SiteCount];
        foreach (int j in set.Concat(Enumerable.Range(0, program.SiteCount)).Distinct().Take(program.P!.Value))
            open[j] = true;
        return open;
    }
}
