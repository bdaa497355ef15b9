using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

public sealed class LocationCheckTests
{
    private static readonly LocationProblem _two = new()
    {
        Kind = LocationKind.PMedian,
        Costs = CostMatrix.From(["Aprica", "Teglio"], ["Tirano", "Sondrio"], [(0, 0, 10), (0, 1, 30), (1, 0, 15), (1, 1, 12)]),
        Weights = [1, 1],
        P = 1,
    };

    [Fact]
    public void A_recount_that_does_not_agree_stops_the_answer()
    {
        LocationResult claimed = LocationSolver.Solve(_two);
        claimed.Objective.ShouldBe(25);
        LocationSolver.Confirm(_two, claimed, Recount.Of, 45).Objective.ShouldBe(25);
        InvalidOperationException refused = Should.Throw<InvalidOperationException>(
            () => LocationSolver.Confirm(_two, claimed, (_, _) => new Recount(26, 0), 45));
        refused.Message.ShouldContain("riconteggio");
    }

    [Fact]
    public void A_claim_that_is_wrong_by_one_or_names_too_many_sites_is_caught()
    {
        LocationResult claimed = LocationSolver.Solve(_two);
        Should.Throw<InvalidOperationException>(() => LocationSolver.Confirm(_two, claimed with { Objective = 24 }, Recount.Of, 45));
        Should.Throw<InvalidOperationException>(() => LocationSolver.Confirm(_two, claimed with { Sites = [0, 1] }, Recount.Of, 45));
        ImmutableArray<int> other = [1];
        Should.Throw<InvalidOperationException>(() => LocationSolver.Confirm(_two, claimed with { Alternates = [other] }, Recount.Of, 45));
    }

    [Fact]
    public void A_wrong_backup_weight_is_caught()
    {
        LocationProblem problem = _two with { Kind = LocationKind.SetCoveringWithBackup, P = null, Limit = 15 };
        LocationResult claimed = LocationSolver.Solve(problem);
        claimed.Objective.ShouldBe(1);
        claimed.BackupWeight.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => LocationSolver.Confirm(problem, claimed with { BackupWeight = 1 }, Recount.Of, 2));
    }

    [Fact]
    public void Nobody_reaches_a_demand_and_it_is_named()
    {
        CostMatrix costs = CostMatrix.From(["a", "b", "c"], ["x", "y"], [(0, 0, 1), (2, 1, 1)]);
        LocationResult result = LocationSolver.Solve(_two with { Costs = costs, Weights = [1, 1, 1], P = 2 });
        result.Status.ShouldBe(LocationStatus.Infeasible);
        result.UnreachableDemands.ShouldBe([1]);
    }

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.PCenter)]
    public void Each_is_reached_but_one_site_is_too_few_for_all(LocationKind kind)
    {
        CostMatrix costs = CostMatrix.From(["a", "b"], ["x", "y"], [(0, 0, 1), (1, 1, 1)]);
        LocationResult result = LocationSolver.Solve(_two with { Kind = kind, Costs = costs });
        result.Status.ShouldBe(LocationStatus.Infeasible);
        result.UnreachableDemands.ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_below_every_cost_covers_nobody()
    {
        LocationResult result = LocationSolver.Solve(_two with { Kind = LocationKind.MaximalCovering, Limit = 9 });
        result.Status.ShouldBe(LocationStatus.Optimal);
        result.Objective.ShouldBe(0);
        result.UnreachableDemands.ShouldBe([0, 1]);
        LocationSolver.Solve(_two with { Kind = LocationKind.SetCovering, P = null, Limit = 9 }).Status.ShouldBe(LocationStatus.Infeasible);
    }

    [Theory]
    [InlineData(3, "-p 3 non è possibile")]
    [InlineData(0, "-p 0 non è possibile")]
    public void More_sites_than_there_are_is_refused(int p, string message) =>
        Should.Throw<CoverageInputException>(() => LocationSolver.Solve(_two with { P = p })).Message.ShouldContain(message);

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Should.Throw<CoverageInputException>(() => LocationSolver.Solve(_two with { Weights = [1, double.NaN] })).Message.ShouldContain("Teglio");
        Should.Throw<CoverageInputException>(() => CostMatrix.From(["a"], ["x"], [(0, 0, -1)])).Message.ShouldContain("«a» e «x»");
        Should.Throw<CoverageInputException>(() => CostMatrix.From(["a"], ["x"], [(0, 0, 1), (0, 0, 2)])).Message.ShouldContain("due volte");
    }

    [Fact]
    public void An_empty_demand_is_refused() =>
        Should.Throw<CoverageInputException>(() => LocationSolver.Solve(_two with { Costs = CostMatrix.From([], ["x"], []), Weights = [] }))
            .Message.ShouldContain("vuoto");
}
