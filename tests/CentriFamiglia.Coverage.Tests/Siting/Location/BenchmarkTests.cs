using System.Text.Json;
using CentriFamiglia.Coverage.Formats.OrLibrary;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

public sealed class BenchmarkTests
{
    [Theory]
    [InlineData(1, 5819, 127)]
    [InlineData(2, 4093, 98)]
    [InlineData(3, 4250, 93)]
    [InlineData(4, 3034, 74)]
    [InlineData(5, 1355, 48)]
    [InlineData(6, 7824, 84)]
    [InlineData(7, 5631, 64)]
    [InlineData(8, 4445, 55)]
    [InlineData(9, 2734, 37)]
    [InlineData(10, 1255, 20)]
    [InlineData(11, 7696, 59)]
    [InlineData(12, 6634, 51)]
    [InlineData(13, 4374, 36)]
    [InlineData(14, 2968, 26)]
    [InlineData(15, 1729, 18)]
    [InlineData(16, 8162, 47)]
    [InlineData(17, 6999, 39)]
    [InlineData(18, 4809, 28)]
    [InlineData(19, 2845, 18)]
    [InlineData(20, 1789, 13)]
    public void The_medians_and_centers_of_OR_Library_are_the_published_ones(int number, double median, double center)
    {
        if (number > 5)
            Benchmarks.SkipUnlessAll();
        PMedianGraph graph = PMedianGraph.Read(Benchmarks.File("p-median", $"pmed{number}.txt"));
        var problem = new LocationProblem
        {
            Kind = LocationKind.PMedian,
            Costs = graph.Costs,
            Weights = [.. Enumerable.Repeat(1.0, graph.Costs.Demands.Length)],
            P = graph.P,
        };
        Proved(problem).ShouldBe(median);
        Proved(problem with { Kind = LocationKind.PCenter }).ShouldBe(center);
    }

    [Theory]
    [InlineData("SJC324", "5461 8790 11604 12106 12152")]
    [InlineData("SJC402", "6555 11339 14690 15658 15970 15984")]
    [InlineData("SJC500", "7944 12454 15730 17794 18859 19525 19692 19707")]
    public void The_covers_of_Sao_Jose_dos_Campos_are_the_published_ones(string name, string optima)
    {
        double[] covered = Benchmarks.Numbers(optima);
        if (name != "SJC324")
            Benchmarks.SkipUnlessAll();
        for (int p = 1; p <= covered.Length; p++)
            Proved(Benchmarks.SaoJose(name, LocationKind.MaximalCovering, p)).ShouldBe(covered[p - 1], $"{name}, p = {p}");
        // The last one covers everybody, one fewer does not.
        Proved(Benchmarks.SaoJose(name, LocationKind.SetCovering, null)).ShouldBe(covered.Length);
    }

    [Theory]
    [InlineData("MCLP_5000_p", "covered_pop", LocationKind.MaximalCovering)]
    [InlineData("PMEDIAN_p", "obj", LocationKind.PMedian)]
    [InlineData("PCENTER_p", "obj", LocationKind.PCenter)]
    public void San_Francisco_agrees_with_the_values_by_exhaustion(string prefix, string value, LocationKind kind)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Benchmarks.File("san-francisco", "our_expected.json")));
        for (int p = 1; p <= 10; p++)
        {
            if (!expected.RootElement.TryGetProperty($"{prefix}{p}", out JsonElement one))
                continue;
            double wanted = one.GetProperty(value).GetDouble();
            Proved(Benchmarks.SanFrancisco(kind, p, residents: true)).ShouldBe(wanted, 1e-9 * wanted, $"{kind}, p = {p}");
        }
    }

    [Fact]
    public void San_Francisco_needs_eight_stores_and_backs_up_145_tracts()
    {
        Proved(Benchmarks.SanFrancisco(LocationKind.SetCovering, null, residents: false)).ShouldBe(8);
        LocationResult backup = LocationSolver.Solve(Benchmarks.SanFrancisco(LocationKind.SetCoveringWithBackup, null, residents: false));
        backup.Status.ShouldBe(LocationStatus.Optimal);
        (backup.Objective, backup.BackupWeight).ShouldBe((8, 145));
    }

    private static double Proved(LocationProblem problem)
    {
        LocationResult result = LocationSolver.Solve(problem);
        result.Status.ShouldBe(LocationStatus.Optimal);
        result.Gap.ShouldBe(0);
        return result.Objective!.Value;
    }
}
