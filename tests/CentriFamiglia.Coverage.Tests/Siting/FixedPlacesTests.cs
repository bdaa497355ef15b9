using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>Places where who asks wants a sede opened, whatever the goal gains by it.</summary>
public class FixedPlacesTests
{
    // The Hub stands in Alfa; the Ambito Ovest, Beta and Gamma, has nothing; Delta lies beside the Hub. One step of the grid is a minute.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 25 | 0 | 200 | A | Nord | D2 | Ovest
        000003 | Gamma | 30 | 0 | 500 | A | Nord | D2 | Ovest
        000004 | Delta |  1 | 0 | 10  | A | Nord | D1 | Est
        000005 | Eta   | 90 | 0 | 10  | A | Sud  | D3 | Sud
        """;

    private static readonly CoverageState _state = SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | -");

    [Theory]
    [InlineData(SuggestionGoal.Units, 1)]
    [InlineData(SuggestionGoal.Cover, 1)]
    [InlineData(SuggestionGoal.Time, 1)]
    [InlineData(SuggestionGoal.Cover, 2)]
    public void A_sede_is_opened_where_it_must_be_and_counts_among_those_asked_for(SuggestionGoal goal, int spokes)
    {
        SuggestionResult result = Asking(goal, spokes, "000002");

        // Without it Gamma would be chosen first.
        result.Suggestions.Select(s => s.Comune.Name).ShouldBe(spokes == 1 ? ["Beta"] : ["Beta", "Gamma"]);
        result.Suggestions.Select(s => s.Fixed).ShouldBe(spokes == 1 ? [true] : [true, false]);
        (result.Certificate.Status, result.Certificate.Gap).ShouldBe(("optimal", 0));
        result.Certificate.Fixed.ShouldBe(["000002"]);
        result.Suggestions[0].Next.ShouldBeNull();
        result.Suggestions[0].Reason.ShouldEndWith("È indicata da chi chiede (fissi).");
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void What_must_be_opened_is_so_though_it_brings_nobody_nearer(SuggestionGoal goal)
    {
        SuggestionResult result = Asking(goal, 3, "000001");

        result.Suggestions.Select(s => (s.Comune.Name, s.Needed)).ShouldContain(("Alfa", false));
        result.Suggestions.Length.ShouldBeLessThanOrEqualTo(3);
        result.Certificate.Status.ShouldBe("optimal");
    }

    [Fact]
    public void A_sede_that_serves_no_unit_is_one_more_than_the_fewest()
    {
        SuggestionResult result = SuggestionSolver.Compute(_state, new SuggestionRequest { Ats = "Nord", Fixed = Set("000004") });

        result.Suggestions.Select(s => s.Comune.Name).ShouldBe(["Gamma", "Delta"], ignoreOrder: true);
        (result.Certificate.Objective, result.Certificate.Bound, result.Certificate.Status, result.UnitsServed).ShouldBe((2, 2, "optimal", 1));
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover, 1, "000002,000003", "I luoghi imposti (fissi) sono 2, ma il numero o la spesa indicati permettono 1 nuove sedi")]
    [InlineData(SuggestionGoal.Units, 1, "000002,000003", "I luoghi imposti (fissi) sono 2, ma il numero o la spesa indicati permettono 1 nuove sedi")]
    [InlineData(SuggestionGoal.Time, 3, "000005", "A Eta (000005) una sede è imposta (fissi), ma non si può aprire: nessuna rete può accogliere qui uno Spoke: "
        + "nell'ATS Sud non c'è alcun Hub attivo.")]
    [InlineData(SuggestionGoal.Cover, 3, "000009", "Il luogo imposto '000009' (fissi) non è fra i candidati.")]
    public void Where_it_cannot_be_the_reason_is_told(SuggestionGoal goal, int spokes, string given, string reason)
    {
        SuggestionResult result = Asking(goal, spokes, given.Split(','));

        (result.Certificate.Status, result.Certificate.Objective, result.Certificate.Bound, result.Suggestions.Length).ShouldBe(("infeasible", null, null, 0));
        result.Notes.ShouldContain(note => note.StartsWith(reason));
    }

    [Fact]
    public void A_place_left_out_or_of_another_ATS_cannot_be_one_that_must_be_opened()
    {
        var request = new SuggestionRequest { Goal = SuggestionGoal.Cover, Fixed = Set("000002") };

        SuggestionSolver.Compute(_state, request with { NotIn = [new ComuneCode("000002")] }).Notes
            .ShouldContain(note => note == "A Beta (000002) una sede è imposta (fissi), ma non si può aprire: è fra i comuni esclusi da chi chiede (only-in, not-in).");
        SuggestionSolver.Compute(_state, request with { Ats = "Nord", Fixed = Set("000005") }).Notes
            .ShouldContain(note => note == "A Eta (000005) una sede è imposta (fissi), ma non si può aprire: non è dell'ATS Nord.");
    }

    [Fact]
    public void The_points_of_the_curve_have_it_from_the_first_that_has_room()
    {
        ImmutableArray<SitingCurvePoint> curve = SuggestionCurve.Compute(
            _state, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 2, Fixed = Set("000002") });

        curve.Select(p => p.Status).ShouldBe(["infeasible", "optimal", "optimal"]);
        curve[1].Sites.Select(c => c.Name).ShouldBe(["Beta"]);
        curve[2].Sites.Select(c => c.Name).ShouldBe(["Beta", "Gamma"]);
        Should.Throw<CoverageInputException>(() => SuggestionCurve.Compute(_state, new SuggestionRequest { Goal = SuggestionGoal.Cover, Fixed = Set("000005") }))
            .Message.ShouldContain("A Eta (000005) una sede è imposta");
    }

    [Fact]
    public void Units_equal_brute_force_over_the_sets_that_hold_what_must_be_opened() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, new GridTravel("000003"));
        SuggestionLevel level = (SuggestionLevel)random.Next(3);
        int given = random.Next(state.Snapshot.Comuni.Length);
        double reach = random.Next(5, 40);
        if (state.Snapshot.MembershipOf(state.Snapshot.Comuni[given].Code) is null || !state.Known.IsJudged(given))
            return;

        SuggestionResult result = SuggestionSolver.Compute(
            state, new SuggestionRequest { Level = level, ReachMinutes = reach, Fixed = Set(state.Snapshot.Comuni[given].Code.Value) });

        EveryLadder expected = EveryLadder.Of(state, level, reach, given);
        result.Suggestions.Length.ShouldBe(expected.Fewest);
        result.Suggestions.Count(s => s.Network is null).ShouldBe(expected.WithoutNetwork);
        result.ResidentsGainedTogether.ShouldBe(expected.Within, 1e-6);
        EveryLadder.SavedByAll(state, result.Suggestions.Select(s => state.Snapshot.Comuni.IndexOf(s.Comune))).ShouldBe(expected.SavedSeconds, 1e-3);
        (result.Certificate.SecondaryProved, result.Suggestions.Any(s => s.Fixed)).ShouldBe((true, true));
    });

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void The_goals_of_reach_equal_brute_force_over_the_pairs_that_hold_it(SuggestionGoal goal) => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random, gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps);
        int given = random.Next(state.Snapshot.Comuni.Length);
        SuggestionResult result = SuggestionSolver.Compute(
            state, new SuggestionRequest { Goal = goal, MaxSpokes = 2, ReachMinutes = 15, Fixed = Set(state.Snapshot.Comuni[given].Code.Value) });

        double best = EveryLadder.BestPair(state, 15, goal == SuggestionGoal.Cover, given);
        result.Certificate.Status.ShouldBe(best < 0 ? "infeasible" : "optimal");
        if (best >= 0)
            (goal == SuggestionGoal.Cover ? result.ResidentsGainedTogether : result.ResidentMinutesSavedTogether).ShouldBe(best, 0.01);
    });

    private static SuggestionResult Asking(SuggestionGoal goal, int spokes, params string[] given) =>
        SuggestionSolver.Compute(_state, new SuggestionRequest { Goal = goal, MaxSpokes = spokes, Fixed = Set(given) });

    private static ImmutableSortedSet<string> Set(params string[] keys) => ImmutableSortedSet.Create(StringComparer.Ordinal, keys);
}
