using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>Random questions too large to try every choice: HiGHS, CP-SAT and cbc find the same values.</summary>
public class RandomLocationTests
{
    private const int Cases = 30;

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    [InlineData(LocationKind.SetCoveringWithBackup)]
    [InlineData(LocationKind.PCenter)]
    public void HiGHS_finds_the_value(LocationKind kind) =>
        Each(kind, question => LocationModels.Value(kind, question, program => program.Highs()));

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    [InlineData(LocationKind.SetCoveringWithBackup)]
    [InlineData(LocationKind.PCenter)]
    public void Cbc_finds_the_value(LocationKind kind)
    {
        MixedProgram.NeedCbc();
        Each(kind, question => LocationModels.Value(kind, question, program => program.Cbc()));
    }

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    [InlineData(LocationKind.SetCoveringWithBackup)]
    [InlineData(LocationKind.PCenter)]
    public void CP_SAT_finds_the_value(LocationKind kind) => Each(kind, question => ConstraintLocation.Value(kind, question));

    private static void Each(LocationKind kind, Func<LocationQuestion, (double Value, double Backup)?> judge)
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            LocationQuestion question = LocationQuestion.Draw(seed);
            (double Value, double Backup)? judged = judge(question);
            LocationResult found = LocationSolver.Solve(question.As(kind));
            string at = $"{kind}, seed {seed}";
            found.Status.ShouldBe(judged is null ? LocationStatus.Infeasible : LocationStatus.Optimal, at);
            found.Objective.ShouldBe(judged?.Value, at);
            found.Bound.ShouldBe(judged?.Value, at);
            if (kind == LocationKind.SetCoveringWithBackup)
                found.BackupWeight.ShouldBe(judged?.Backup, at);
            answered += judged is null ? 0 : 1;
        }

        answered.ShouldBeGreaterThan(Cases / 3, "most questions have an answer");
    }
}
