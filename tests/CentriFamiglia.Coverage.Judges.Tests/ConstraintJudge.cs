using Google.OrTools.Sat;

namespace CentriFamiglia.Coverage.Judges.Tests;

/// <summary>CP-SAT, which must end with a proof.</summary>
internal static class ConstraintJudge
{
    private const int MostSeconds = 300;

    /// <returns>The best value of what the model asks for; null when it is proved that nothing keeps its constraints.</returns>
    public static long? Best(CpModel model)
    {
        using CpSolver solver = new() { StringParameters = $"max_time_in_seconds:{MostSeconds},num_workers:4,random_seed:1" };
        CpSolverStatus status = solver.Solve(model);
        if (status == CpSolverStatus.Infeasible)
            return null;
        status.ShouldBe(CpSolverStatus.Optimal, "CP-SAT gives no proof");
        return (long)Math.Round(solver.ObjectiveValue);
    }
}
