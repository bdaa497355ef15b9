using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>CP-SAT finds what <c>suggest</c> finds, goal by goal, where networks are nearly full.</summary>
public class RandomPlanTests
{
    private const int Cases = 40;
    private const double Reach = 25;

    [Theory]
    [InlineData(SuggestionLevel.Ambito)]
    [InlineData(SuggestionLevel.Distretto)]
    [InlineData(SuggestionLevel.Entrambi)]
    public void Units_get_the_fewest_sedi_with_the_fewest_new_Hubs(SuggestionLevel level)
    {
        (int newHubs, int proved) = (0, 0);
        for (int seed = 0; seed < Cases; seed++)
        {
            CoverageState state = RandomPlans.Draw(seed);
            var statement = new PlanStatement(state, level, Reach);
            SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Level = level, ReachMinutes = Reach });
            string at = $"seed {seed}";
            int[] chosen = PlanCheck.Chosen(statement, result, at);
            int alone = result.Suggestions.Count(row => row.Network is null);

            statement.Units.ShouldAllBe(unit => unit.Intersect(chosen).Any(), at);
            result.Certificate.Status.ShouldBe("optimal", at);
            (long Sedi, long Alone, long Within, long Saved) best = PlanJudge.Units(statement);
            chosen.Length.ShouldBe((int)best.Sedi, at);
            (long, long, long) worth = (-alone, statement.Within(chosen), statement.Saved(chosen, reachedOnly: false));
            worth.CompareTo((-best.Alone, best.Within, best.Saved)).ShouldBeLessThanOrEqualTo(0, at);
            if (result.Certificate.SecondaryProved)
                worth.ShouldBe((-best.Alone, best.Within, best.Saved), at);
            proved += result.Certificate.SecondaryProved ? 1 : 0;
            newHubs += alone > 0 ? 1 : 0;
        }

        newHubs.ShouldBeInRange(Cases / 5, Cases - 1, "some need a new Hub, and some do not");
        proved.ShouldBeGreaterThan(Cases * 3 / 4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Spokes_bring_most_residents_within_their_limit(bool everyUnit)
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            (CoverageState state, PlanStatement statement, SuggestionResult result) = Asked(seed, SuggestionGoal.Cover, everyUnit);
            (long Within, long Saved)? judged = PlanJudge.Cover(statement, Most(seed), everyUnit);
            string at = $"seed {seed}";
            result.Certificate.Status.ShouldBe(judged is null ? "infeasible" : "optimal", at);
            if (judged is not { } best)
                continue;
            int[] chosen = PlanCheck.Chosen(statement, result, at);
            result.Suggestions.ShouldAllBe(row => row.Network != null, at);
            statement.Within(chosen).ShouldBe(best.Within, at);
            result.Certificate.Objective!.Value.ShouldBe(Today(state) + best.Within, at);
            result.Certificate.Bound.ShouldBe(result.Certificate.Objective, at);
            statement.Saved(chosen, reachedOnly: false).ShouldBeLessThanOrEqualTo(best.Saved, at);
            if (result.Certificate.SecondaryProved)
                statement.Saved(chosen, reachedOnly: false).ShouldBe(best.Saved, at);
            answered++;
        }

        answered.ShouldBeGreaterThan(Cases / 4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Spokes_save_most_time(bool everyUnit)
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            (_, PlanStatement statement, SuggestionResult result) = Asked(seed, SuggestionGoal.Time, everyUnit);
            long? judged = PlanJudge.Time(statement, Most(seed), everyUnit);
            string at = $"seed {seed}";
            result.Certificate.Status.ShouldBe(judged is null ? "infeasible" : "optimal", at);
            if (judged is not { } best)
                continue;
            statement.Saved(PlanCheck.Chosen(statement, result, at), reachedOnly: true).ShouldBe(best, at);
            result.Certificate.Bound.ShouldBe(result.Certificate.Objective, at);
            answered++;
        }

        answered.ShouldBeGreaterThan(Cases / 4);
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void Stopped_after_one_node_the_bound_still_holds(SuggestionGoal goal)
    {
        int stopped = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            (CoverageState state, PlanStatement statement, SuggestionResult result) = Asked(seed, goal, everyUnit: false, nodes: 1);
            bool cover = goal == SuggestionGoal.Cover;
            double best = cover
                ? Today(state) + PlanJudge.Cover(statement, Most(seed), everyUnit: false)!.Value.Within
                : (Travelled(state) - PlanJudge.Time(statement, Most(seed), everyUnit: false)!.Value) / 60.0;
            (double objective, double bound) = (result.Certificate.Objective!.Value, result.Certificate.Bound!.Value);
            (double worse, double better) = cover ? (objective, bound) : (bound, objective);
            string at = $"seed {seed}";
            worse.ShouldBeLessThanOrEqualTo(best + 0.01, at);
            better.ShouldBeGreaterThanOrEqualTo(best - 0.01, at);
            stopped += result.Certificate.Status == "feasible" ? 1 : 0;
        }

        stopped.ShouldBeGreaterThan(0, "some are not proved at the root");
    }

    private static int Most(int seed) => 2 + (seed % 5);

    private static (CoverageState State, PlanStatement Statement, SuggestionResult Result) Asked(
        int seed, SuggestionGoal goal, bool everyUnit, int nodes = SuggestionRequest.UsualNodes)
    {
        CoverageState state = RandomPlans.Draw(seed);
        var statement = new PlanStatement(state, SuggestionLevel.Ambito, Reach);
        var request = new SuggestionRequest
        {
            Goal = goal,
            EveryUnit = everyUnit,
            MaxSpokes = Most(seed),
            ReachMinutes = Reach,
            MostNodes = nodes,
        };
        return (state, statement, SuggestionSolver.Compute(state, request));
    }

    private static double Today(CoverageState state) =>
        state.Points.Where(point => point.Beyond is false).Sum(point => point.Demand.Point.Residents);

    private static double Travelled(CoverageState state) =>
        state.Points.Where(point => point.Nearest is not null).Sum(point => point.Demand.Point.Residents * point.Nearest!.Value.Cost.Seconds);
}
