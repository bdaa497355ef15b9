using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory.Need;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>
/// CP-SAT and HiGHS on the shipped territory, with its made-up sedi:
/// 40 or 50 minutes of reach, at most 8 Spokes and 3 Ambiti of a Hub.
/// </summary>
public class ShippedPlanTests
{
    private static readonly CoverageState _state = Shipped.State;

    /// <summary>The source of the numbers of sedi that the tests of the solver hold. Within 40 minutes Bellano has no Hub of its ATS, and takes a new one.</summary>
    [Theory]
    [InlineData(SuggestionLevel.Ambito, 20)]
    [InlineData(SuggestionLevel.Distretto, 13)]
    [InlineData(SuggestionLevel.Entrambi, 20)]
    public void As_few_sedi_serve_every_unit_and_bring_as_many_within_their_limit(SuggestionLevel level, int sedi)
    {
        var statement = new PlanStatement(_state, level, 50);
        SuggestionResult result = SuggestionSolver.Compute(_state, new SuggestionRequest { Level = level, ReachMinutes = 50 });
        int[] chosen = PlanCheck.Chosen(statement, result, $"{level}");
        (long fewest, long alone) = PlanJudge.Fewest(statement);

        fewest.ShouldBe(sedi);
        result.Certificate.Status.ShouldBe("optimal");
        ((long)chosen.Length, (long)result.Suggestions.Count(row => row.Network is null)).ShouldBe((fewest, alone));
        alone.ShouldBe(0);
        ((double)(Beyond(statement) - statement.Within(chosen))).ShouldBe(
            PlanProgram.Beyond(statement, sedi, everyUnit: true).Highs()!.Value, 0.5);
    }

    [Theory]
    [InlineData("Brescia", 6, false)]
    [InlineData("Bergamo", 6, false)]
    [InlineData("Bergamo", 6, true)]
    public void Spokes_bring_as_many_of_their_ATS_or_of_all_within_their_limit(string ats, int most, bool countAll)
    {
        var statement = new PlanStatement(_state, SuggestionLevel.Ambito, 40, ats, countAll);
        SuggestionResult result = SuggestionSolver.Compute(
            _state, new SuggestionRequest { Goal = SuggestionGoal.Cover, Ats = ats, CountAll = countAll, MaxSpokes = most });

        result.Certificate.Status.ShouldBe("optimal");
        double beyond = Beyond(statement) - statement.Within(PlanCheck.Chosen(statement, result, ats));
        beyond.ShouldBe(PlanProgram.Beyond(statement, most, everyUnit: false).Highs()!.Value, 0.5);
    }

    /// <summary>Of the ages of the comuni as they ship, which the statement reads for itself.</summary>
    [Theory]
    [InlineData("Brescia", 6)]
    [InlineData("Montagna", 4)]
    public void Spokes_bring_as_many_persons_of_65_and_more_within_their_limit(string ats, int most)
    {
        CoverageState elderly = CoverageState.Compute(
            _state.Snapshot.Weighing(DemandChoice.Parse("eta_65_oltre")), _state.Rules, _state.Travel, previous: _state);
        var statement = new PlanStatement(_state, SuggestionLevel.Ambito, 40, ats, counted: comune => comune.Ages!.Elderly);
        SuggestionResult result = SuggestionSolver.Compute(elderly, new SuggestionRequest { Goal = SuggestionGoal.Cover, Ats = ats, MaxSpokes = most });

        result.Certificate.Status.ShouldBe("optimal");
        long within = statement.Within(PlanCheck.Chosen(statement, result, ats));
        ((double)(Beyond(statement) - within)).ShouldBe(PlanProgram.Beyond(statement, most, everyUnit: false).Highs()!.Value, 0.5);
        result.ResidentsGainedTogether.ShouldBe(within);
        result.Suggestions.ShouldAllBe(s => s.Reason.Contains("di 65 anni e oltre", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Montagna", 5, false)]
    [InlineData("Brescia", 6, false)]
    [InlineData("Montagna", 5, true)]
    public void Spokes_save_as_much_time_of_their_ATS_or_of_all(string ats, int most, bool countAll)
    {
        var statement = new PlanStatement(_state, SuggestionLevel.Ambito, 40, ats, countAll);
        SuggestionResult result = SuggestionSolver.Compute(
            _state, new SuggestionRequest { Goal = SuggestionGoal.Time, Ats = ats, CountAll = countAll, MaxSpokes = most });
        double today = Enumerable.Range(0, statement.Now.Length).Where(i => statement.Reached[i])
            .Sum(i => statement.Residents[i] * (double)statement.Now[i]);

        result.Certificate.Status.ShouldBe("optimal");
        (today - statement.Saved(PlanCheck.Chosen(statement, result, ats), reachedOnly: true)).ShouldBe(
            PlanProgram.Time(statement, most).Highs()!.Value, 0.5);
    }

    private static long Beyond(PlanStatement statement) =>
        Enumerable.Range(0, statement.Now.Length).Where(i => statement.Now[i] > statement.Limit[i]).Sum(i => statement.Residents[i]);
}
