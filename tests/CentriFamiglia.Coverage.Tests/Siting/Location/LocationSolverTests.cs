using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

public sealed class LocationSolverTests
{
    private const int Cases = 4000;

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    [InlineData(LocationKind.SetCoveringWithBackup)]
    [InlineData(LocationKind.PCenter)]
    public void Every_kind_gives_what_trying_every_choice_gives_with_all_its_ties(LocationKind kind)
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            LocationProblem problem = SmallCase.Draw(kind, seed);
            (List<int[]> best, double value, double backup) = EveryChoice.Of(problem);
            LocationResult result = LocationSolver.Solve(problem);
            string at = $"{kind}, seed {seed}";
            if (best.Count == 0)
            {
                result.Status.ShouldBe(LocationStatus.Infeasible, at);
                result.Objective.ShouldBeNull(at);
                continue;
            }

            result.Status.ShouldBe(LocationStatus.Optimal, at);
            EveryChoice.Close(result.Objective!.Value, value).ShouldBeTrue($"{at}: {result.Objective} instead of {value}");
            result.Gap.ShouldBe(0, at);
            result.Bound.ShouldBe(result.Objective, at);
            if (kind == LocationKind.SetCoveringWithBackup)
                EveryChoice.Close(result.BackupWeight!.Value, backup).ShouldBeTrue($"{at}: {result.BackupWeight} instead of {backup}");
            List<string> told = [.. result.Alternates.Prepend(result.Sites).Select(sites => string.Join(',', sites))];
            List<string> all = [.. best.Select(sites => string.Join(',', sites))];
            result.AlternatesComplete.ShouldBe(best.Count <= 1 + LocationResult.MostAlternates, at);
            if (result.AlternatesComplete)
                told.ShouldBe(all, at);
            else
                told.Except(all, StringComparer.Ordinal).ShouldBeEmpty(at);
            told.Distinct(StringComparer.Ordinal).Count().ShouldBe(told.Count, at);
        }
    }

    [Theory]
    [InlineData(LocationKind.PMedian)]
    [InlineData(LocationKind.MaximalCovering)]
    [InlineData(LocationKind.SetCovering)]
    [InlineData(LocationKind.SetCoveringWithBackup)]
    [InlineData(LocationKind.PCenter)]
    public void A_search_stopped_at_any_moment_never_claims_more_than_is_true(LocationKind kind)
    {
        for (int seed = 0; seed < 300; seed++)
        {
            LocationProblem problem = SmallCase.Draw(kind, seed);
            (List<int[]> best, double value, _) = EveryChoice.Of(problem);
            int left = seed % 40;
            LocationResult result = LocationSolver.Solve(problem, () => left-- <= 0);
            string at = $"{kind}, seed {seed}";
            if (result.Status == LocationStatus.Infeasible)
            {
                best.ShouldBeEmpty(at);
                continue;
            }

            if (result.Status == LocationStatus.Unknown)
                continue;
            best.ShouldNotBeEmpty(at);
            double slack = 1e-9 * Math.Abs(value);
            bool largest = kind == LocationKind.MaximalCovering;
            (largest ? value - result.Bound!.Value : result.Bound!.Value - value).ShouldBeLessThanOrEqualTo(slack, at);
            (largest ? result.Objective!.Value - value : value - result.Objective!.Value).ShouldBeLessThanOrEqualTo(slack, at);
            if (result.Status == LocationStatus.Optimal)
                EveryChoice.Close(result.Objective.Value, value).ShouldBeTrue(at);
            if (result.AlternatesComplete)
                best.Count.ShouldBe(result.Alternates.Length + 1, at);
        }
    }

    [Fact]
    public void The_same_question_has_the_same_answer_twice()
    {
        foreach (LocationKind kind in Enum.GetValues<LocationKind>())
        {
            LocationResult first = LocationSolver.Solve(SmallCase.Draw(kind, 7));
            LocationResult second = LocationSolver.Solve(SmallCase.Draw(kind, 7));
            second.Sites.ShouldBe(first.Sites);
            second.Alternates.Select(a => string.Join(',', a)).ShouldBe(first.Alternates.Select(a => string.Join(',', a)));
            second.Nodes.ShouldBe(first.Nodes);
        }
    }
}
