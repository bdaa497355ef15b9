using CentriFamiglia.Coverage.Formats.OrLibrary;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>What the published instances ask, on instances small enough for paper: the path 1 -1- 2 -2- 3 -3- 4 -4- 5, in OR-Library's form.</summary>
public sealed class HandCaseTests
{
    private static readonly string[] _edges = ["1 2 1", "2 3 2", "3 4 3", "4 5 4"];

    [Theory]
    [InlineData(1, 15, 6)] // open 3: 3 + 2 + 0 + 3 + 7; open 4: the farthest is 1, at 6
    [InlineData(2, 7, 3)] // open 2 and 4: 1 + 2 + 4; open 3 and 5: 1 and 4 are at 3
    [InlineData(3, 3, 2)] // open 2, 4 and 5: 1 + 2, and 3 is at 2
    [InlineData(4, 1, 1)]
    [InlineData(5, 0, 0)]
    public void Medians_and_centers_of_a_path_of_five(int p, double median, double center)
    {
        PMedianGraph graph = PMedianGraph.Read([$"5 4 {p}", .. _edges], "path.txt");
        var problem = new LocationProblem { Kind = LocationKind.PMedian, Costs = graph.Costs, Weights = [1, 1, 1, 1, 1], P = graph.P };

        Proved(problem).ShouldBe(median);
        Proved(problem with { Kind = LocationKind.PCenter }).ShouldBe(center);
    }

    /// <summary>Residents 5, 7, 6, 9 and 4 at the five nodes; whoever is at most 3 away is covered, the limit included.</summary>
    [Theory]
    [InlineData(1, 27)] // open 3: 5 + 7 + 6 + 9
    [InlineData(2, 31)] // and 5
    public void Covers_of_a_path_of_five(int p, double covered)
    {
        PMedianGraph graph = PMedianGraph.Read(["5 4 1", .. _edges], "path.txt");
        var problem = new LocationProblem { Kind = LocationKind.MaximalCovering, Costs = graph.Costs, Weights = [5, 7, 6, 9, 4], P = p, Limit = 3 };

        Proved(problem).ShouldBe(covered);
        Proved(problem with { Kind = LocationKind.SetCovering, P = null }).ShouldBe(2);
        Proved(problem with { Kind = LocationKind.SetCovering, P = null, Limit = 2.9 }).ShouldBe(3, "4 is then out of reach of 3 and of 5");
    }

    private static double Proved(LocationProblem problem)
    {
        LocationResult result = LocationSolver.Solve(problem);
        (result.Status, result.Gap).ShouldBe((LocationStatus.Optimal, 0));
        return result.Objective!.Value;
    }
}
