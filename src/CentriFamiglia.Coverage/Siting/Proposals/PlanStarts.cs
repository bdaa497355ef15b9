using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Sets to begin a search from.</summary>
internal static class PlanStarts
{
    /// <summary>
    /// For each pair of units its best comune, and for each unit without a partner: once of those that a network can take in where there
    /// are any, once of all. Nothing where no unit must be served.
    /// </summary>
    /// <param name="plan">The options.</param>
    /// <param name="problem">Made of them.</param>
    /// <param name="first">Units to be served.</param>
    /// <param name="second">The same of another level.</param>
    /// <param name="pairs">A matching of the two.</param>
    public static IEnumerable<IReadOnlyList<int>> Of(PlanModel plan, PlanProblem problem, int[] first, int[] second, (int Lower, int Upper)[] pairs)
    {
        int[][] wanted =
        [
            .. pairs.Select(p => new[] { p.Lower, p.Upper }),
            .. first.Where(u => !pairs.Any(p => p.Lower == u)).Select(u => new[] { u }),
            .. second.Where(u => !pairs.Any(p => p.Upper == u)).Select(u => new[] { u }),
        ];
        double[] alone = [.. Enumerable.Range(0, problem.Options).Select(j => problem.Score([j]))];
        foreach (bool spokes in new[] { true, false })
        {
            IEnumerable<int> best = wanted.Select(units => Enumerable.Range(0, problem.Options)
                .Where(j => units.All(plan.Options[j].Units.Contains))
                .OrderBy(j => spokes && plan.Options[j].Hubs.IsEmpty ? 1 : 0).ThenByDescending(j => alone[j]).First());
            // Where not all units must be served, those that come first while money and numbers last.
            best = problem.Fixed.Concat(best).Distinct();
            yield return problem.Areas > 0 && !problem.OncePerArea ? [.. best] : WhileRoom(problem, best);
        }
    }

    private static ImmutableArray<int> WhileRoom(PlanProblem problem, IEnumerable<int> options)
    {
        var kept = ImmutableArray.CreateBuilder<int>();
        foreach (int option in options)
        {
            if (new PlanRoom(problem, kept).Takes(option))
                kept.Add(option);
        }

        return kept.ToImmutable();
    }
}
