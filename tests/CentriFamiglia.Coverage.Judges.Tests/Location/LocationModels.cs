using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>
/// The problems of discrete location as mixed-integer programs, each a least, straight from their statements. Sources: ReVelle, Swain
/// 1970 (p-median); Church, ReVelle 1974 (MCLP); Toregas et al. 1971 (LSCP); Hogan, ReVelle 1986 (LSCP-B). The p-center is the least
/// limit for which p sites are enough (Minieka 1970).
/// </summary>
internal static class LocationModels
{
    /// <returns>The best value, and for LSCP-B the weight backed up; null when there is no choice.</returns>
    /// <param name="kind">What is asked.</param>
    /// <param name="question">Of what.</param>
    /// <param name="solve">The judge.</param>
    public static (double Value, double Backup)? Value(LocationKind kind, LocationQuestion question, Func<MixedProgram, double?> solve)
    {
        double total = question.Weights.Sum(weight => (double)weight);
        double? value = kind switch
        {
            LocationKind.PMedian => Solve(Median(question)),
            LocationKind.MaximalCovering => total - Solve(Beyond(question)),
            LocationKind.PCenter => Center(),
            _ => Solve(Fewest(question)),
        };
        double? beyond = kind == LocationKind.SetCoveringWithBackup && value is { } fewest
            ? Solve(NotBackedUp(question, (int)fewest)) : total;
        return value is { } found ? (found, total - beyond!.Value) : null;

        double? Center()
        {
            int[] limits = [.. question.Costs.Cast<int>().Where(cost => cost >= 0).Distinct().Order()];
            (int low, int high) = (0, limits.Length);
            while (low < high)
            {
                int middle = (low + high) / 2;
                bool enough = Solve(Fewest(question with { Limit = limits[middle] })) <= question.P;
                (low, high) = enough ? (low, middle) : (middle + 1, high);
            }

            return low < limits.Length ? limits[low] : null;
        }

        double? Solve(MixedProgram program) => solve(program) is { } found ? Math.Round(found) : null;
    }

    /// <summary>Fewest sites within the limit of all.</summary>
    public static MixedProgram Fewest(LocationQuestion question)
    {
        (MixedProgram program, int[] open) = Sites(question, cost: 1);
        for (int i = 0; i < question.Demands; i++)
            program.AtLeast(1, question.Within(i, question.Limit).Select(j => open[j]));
        return program;
    }

    private static MixedProgram Median(LocationQuestion question)
    {
        (MixedProgram program, int[] open) = Sites(question);
        program.Exactly(question.P, open);
        for (int i = 0; i < question.Demands; i++)
        {
            if (question.Weights[i] == 0)
                continue;
            int[] sites = question.Within(i, int.MaxValue);
            int[] served = [.. sites.Select(j => program.Share(question.Weights[i] * (double)question.Costs[i, j]))];
            program.Exactly(1, served);
            for (int k = 0; k < sites.Length; k++)
                program.NotAbove(served[k], open[sites[k]]);
        }

        return program;
    }

    /// <summary>Least weight beyond the limit.</summary>
    private static MixedProgram Beyond(LocationQuestion question)
    {
        (MixedProgram program, int[] open) = Sites(question);
        program.Exactly(question.P, open);
        for (int i = 0; i < question.Demands; i++)
            program.AtLeast(1, [program.Share(question.Weights[i]), .. question.Within(i, question.Limit).Select(j => open[j])]);
        return program;
    }

    /// <summary>With so many sites within the limit of all, the least weight that is not within the limit of two.</summary>
    private static MixedProgram NotBackedUp(LocationQuestion question, int sites)
    {
        (MixedProgram program, int[] open) = Sites(question);
        program.Exactly(sites, open);
        for (int i = 0; i < question.Demands; i++)
        {
            int[] within = [.. question.Within(i, question.Limit).Select(j => open[j])];
            program.AtLeast(1, within);
            program.AtLeast(2, [program.Share(question.Weights[i]), .. within]);
        }

        return program;
    }

    private static (MixedProgram Program, int[] Open) Sites(LocationQuestion question, double cost = 0)
    {
        var program = new MixedProgram();
        return (program, [.. Enumerable.Range(0, question.Sites).Select(j =>
            program.Bit(cost, question.Fixed.Contains(j) ? 1 : 0, question.Forbidden.Contains(j) ? 0 : 1))]);
    }
}
