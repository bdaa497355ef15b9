namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// Options that another can always stand in for: it gives every point as much, serves the same areas, costs no more, and any network that
/// would take the one takes the other (column dominance, Toregas, ReVelle 1972). Of twins the first stays.
/// </summary>
internal static class PlanDominance
{
    /// <returns>For each option the one that stands in for it, -1 where none does. None stands in that is itself stood in for.</returns>
    public static ImmutableArray<int> Of(PlanProblem problem)
    {
        Dictionary<int, double>[] gives = [.. Enumerable.Range(0, problem.Options).Select(j => Points(problem, j))];
        int[] by = [.. Enumerable.Repeat(-1, problem.Options)];
        foreach (IGrouping<(int, int, int), int> alike in Enumerable.Range(0, problem.Options).GroupBy(j => (problem.Area[j], problem.Second[j], problem.Group[j])))
        {
            int[] options = [.. alike.OrderByDescending(j => problem.Start[j + 1] - problem.Start[j]).ThenBy(j => j)];
            for (int a = 0; a < options.Length; a++)
            {
                for (int b = a + 1; b < options.Length && by[options[a]] < 0; b++)
                {
                    if (by[options[b]] < 0 && !problem.Fixed.Contains(options[b]) && StandsIn(problem, gives, options[a], options[b]))
                        by[options[b]] = options[a];
                }
            }
        }

        return [.. by];
    }

    private static Dictionary<int, double> Points(PlanProblem problem, int option)
    {
        var points = new Dictionary<int, double>();
        for (int e = problem.Start[option]; e < problem.Start[option + 1]; e++)
            points.Add(problem.Point[e], problem.Gain[e]);
        return points;
    }

    private static bool StandsIn(PlanProblem problem, Dictionary<int, double>[] gives, int one, int other)
    {
        if (problem.Cost[one] > problem.Cost[other])
            return false;
        for (int e = problem.Start[other]; e < problem.Start[other + 1]; e++)
        {
            if (!gives[one].TryGetValue(problem.Point[e], out double gain) || gain < problem.Gain[e])
                return false;
        }

        return problem.Networks?.TakesLike(one, other) != false;
    }
}
