using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>
/// HiGHS and cbc on the real matrix, in sizes that they prove in seconds:
/// ATS for the median, all Lombardia for the coverings.
/// </summary>
public class LombardiaTests
{
    [Theory]
    [InlineData(LocationKind.PMedian, "Montagna", 5, 0)]
    [InlineData(LocationKind.PMedian, "Montagna", 10, 0)]
    [InlineData(LocationKind.PMedian, "Brescia", 5, 0)]
    [InlineData(LocationKind.MaximalCovering, null, 5, 20)]
    [InlineData(LocationKind.SetCovering, null, 1, 60)]
    [InlineData(LocationKind.SetCovering, "Bergamo", 1, 15)]
    [InlineData(LocationKind.SetCoveringWithBackup, "Brescia", 1, 30)]
    public void HiGHS_finds_the_value(LocationKind kind, string? ats, int p, int minutes) =>
        Same(kind, Lombardia.Of(ats, p, minutes), program => program.Highs());

    [Theory]
    [InlineData(LocationKind.PMedian, "Montagna", 10, 0)]
    [InlineData(LocationKind.MaximalCovering, null, 5, 20)]
    [InlineData(LocationKind.SetCovering, null, 1, 60)]
    public void Cbc_finds_the_value(LocationKind kind, string? ats, int p, int minutes)
    {
        MixedProgram.NeedCbc();
        Same(kind, Lombardia.Of(ats, p, minutes), program => program.Cbc());
    }

    [Theory]
    [InlineData("Brescia", 5)]
    [InlineData("Bergamo", 8)]
    public void As_many_sites_are_enough_for_the_radius_of_the_center_and_for_one_second_less_they_are_not(string? ats, int p)
    {
        LocationQuestion question = Lombardia.Of(ats, p);
        LocationResult found = LocationSolver.Solve(question.As(LocationKind.PCenter));
        int radius = (int)found.Objective!.Value;

        found.Status.ShouldBe(LocationStatus.Optimal);
        Fewest(radius).ShouldBeLessThanOrEqualTo(p + 0.5);
        Fewest(radius - 1).ShouldBeGreaterThan(p + 0.5);

        double Fewest(int limit) => LocationModels.Fewest(question with { Limit = limit }).Highs()!.Value;
    }

    private static void Same(LocationKind kind, LocationQuestion question, Func<MixedProgram, double?> judge)
    {
        (double value, double backup) = LocationModels.Value(kind, question, judge)!.Value;
        LocationResult found = LocationSolver.Solve(question.As(kind));

        (found.Status, found.Objective, found.Bound).ShouldBe((LocationStatus.Optimal, value, value));
        if (kind == LocationKind.SetCoveringWithBackup)
            found.BackupWeight.ShouldBe(backup);
    }
}
