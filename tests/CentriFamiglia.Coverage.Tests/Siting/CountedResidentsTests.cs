using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Fragility;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>Whose residents a question of siting is about.</summary>
public class CountedResidentsTests
{
    // Beta and Gamma lie at the border, an hour from H1's Alfa: a Spoke in Beta serves 10 of Nord and 900 of Sud, one in Eta 50 of Nord.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 60 | 0 |  10 | A | Nord | D1 | Est
        000003 | Gamma | 61 | 0 | 900 | A | Sud  | D2 | Ovest
        000004 | Eta   |  0 | 40 | 50 | A | Nord | D1 | Est
        000005 | Zeta  | 0 | 200 |  5 | A | Sud  | D2 | Ovest
        """;

    private const string Sedi = "H1 | hub | 000001 | R1 | -\nH2 | hub | 000005 | R2 | -";

    [Fact]
    public void With_one_ATS_its_own_residents_are_the_goal_and_what_others_gain_stands_apart()
    {
        Suggestion own = Cover(1, "Nord").Suggestions.ShouldHaveSingleItem();
        Suggestion all = Cover(1, "Nord", countAll: true).Suggestions.ShouldHaveSingleItem();

        (own.Comune.Name, own.ResidentsGained, own.ResidentsGainedElsewhere).ShouldBe(("Eta", 50, 0));
        (all.Comune.Name, all.ResidentsGained, all.ResidentsGainedElsewhere).ShouldBe(("Beta", 910, 0));
        SuggestionResult two = Cover(2, "Nord");
        (two.ResidentsGainedTogether, two.ResidentsGainedElsewhereTogether).ShouldBe((60, 900));
        two.Suggestions.Select(s => (s.Comune.Name, s.ResidentsGainedElsewhere, s.Rank)).ShouldBe([("Beta", 900, 2), ("Eta", 0, 1)]);
    }

    [Fact]
    public void Proposals_that_gain_nothing_for_anybody_are_not_made_and_it_is_said_how_many_are_enough()
    {
        SuggestionResult result = Cover(4, "Nord");

        result.Suggestions.Select(s => s.Comune.Name).ShouldBe(["Beta", "Eta"]);
        result.Notes.ShouldContain("2 Spoke bastano: dal 3º nessun residente in più entro il limite e nessun minuto in meno; altri non si propongono.", StringComparer.Ordinal);
    }

    [Fact]
    public void A_proposal_that_saves_only_time_is_marked_and_last_where_the_goal_is_to_cover()
    {
        // Theta is ten minutes from H1, within its limit already.
        SuggestionResult result = SuggestionSolver.Compute(
            State(["Nord", "Sud"], Comuni + "\n000006 | Theta | 10 | 0 | 500 | A | Nord | D1 | Est"),
            new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 3, Ats = "Nord", ReachMinutes = 100 });

        result.Suggestions.Select(s => (s.Comune.Name, s.Needed, s.Rank)).ShouldBe([("Beta", true, 2), ("Eta", true, 1), ("Theta", false, 3)]);
        result.Notes.ShouldContain(n => n.StartsWith(
            "2 Spoke bastano: dal 3º nessun residente in più entro il limite: l'altra proposta risparmia solo minuti", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_Hub_that_is_replaced_too_others_gains_stand_apart()
    {
        // H1's place may be taken at Beta's, an hour away, where Gamma's 900 gain; Nord's own lose nothing that they had.
        CoverageState state = State(["Nord", "Sud"], Comuni, "H1 | hub | 000004 | R1 | -\nH2 | hub | 000005 | R2 | -");
        var request = new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 1, Ats = "Nord", ReachMinutes = 100, ReplaceHubs = [new SiteId("H1")] };

        SuggestionResult own = SuggestionSolver.Compute(state, request);
        SuggestionResult all = SuggestionSolver.Compute(state, request with { CountAll = true });

        own.Suggestions.Select(s => s.Rank).Order().ShouldBe(Enumerable.Range(1, own.Suggestions.Length));
        (own.ResidentsGainedTogether + own.ResidentsGainedElsewhereTogether, all.ResidentsGainedElsewhereTogether).ShouldBe((Gained(state, own), 0));
        own.Suggestions.Sum(s => s.ResidentsGainedElsewhere).ShouldBe(own.ResidentsGainedElsewhereTogether);
    }

    [Fact]
    public void Where_nothing_is_known_nothing_is_proposed_and_what_to_do_is_said()
    {
        SuggestionResult empty = SuggestionSolver.Compute(State([], Comuni, ""), new SuggestionRequest());
        SuggestionResult other = SuggestionSolver.Compute(State(["Nord"], Comuni, "H1 | hub | 000001 | R1 | -"), new SuggestionRequest { Ats = "ats sud" });

        (empty.Certificate.Status, empty.Certificate.Objective, empty.Certificate.Bound, empty.Suggestions.Length).ShouldBe(("infeasible", null, null, 0));
        empty.Notes.ShouldHaveSingleItem().ShouldContain("coverage import FILE --sedi mie --completo ATS");
        other.Notes.ShouldHaveSingleItem().ShouldContain("delle sedi dell'ATS Sud non è noto niente");
        Should.Throw<CoverageInputException>(() => SuggestionCurve.Compute(State([], Comuni, ""), new SuggestionRequest { Goal = SuggestionGoal.Cover }))
            .Message.ShouldContain("coverage import");
    }

    [Fact]
    public void No_sede_is_proposed_where_the_list_is_not_complete_and_no_resident_there_is_a_reason()
    {
        CoverageState state = State(["Nord"], Comuni, "H1 | hub | 000001 | R1 | -");

        SuggestionResult all = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 4, ReachMinutes = 300 });
        all.Suggestions.Select(s => s.Membership.Ats).Distinct(StringComparer.Ordinal).ShouldBe(["Nord"]);
        all.ResidentsGainedTogether.ShouldBe(60);
    }

    [Fact]
    public void A_closing_is_felt_by_the_residents_of_the_ATS_and_apart_by_the_others()
    {
        CoverageState state = State(["Nord", "Sud"], Comuni, Sedi + "\nS1 | spoke | 000002 | R1 | -");

        SiteFragility own = FragilityAnalysis.Of(new CountedResidents("Nord", false).In(state), "Nord").Single(f => f.Site.Site.Id.Value == "S1");
        SiteFragility others = FragilityAnalysis.Of(new CountedResidents("Nord", false).Elsewhere(state)!, "Nord").Single(f => f.Site.Site.Id.Value == "S1");
        SiteFragility all = FragilityAnalysis.Of(state).Single(f => f.Site.Site.Id.Value == "S1");
        (own.ResidentsBeyond, others.ResidentsBeyond, all.ResidentsBeyond).ShouldBe((10, 900, 910));
        FragilityAnalysis.Of(state, "Nord").Select(f => f.Site.Site.Id.Value).ShouldBe(["H1", "S1"]);
    }

    /// <summary>Residents of all within their limit with the proposals in place of H1, less those today.</summary>
    private static double Gained(CoverageState state, SuggestionResult result)
    {
        SiteSet set = state.Snapshot.Set;
        CoverageState without = state.WithSet(set with { Sites = [.. set.Sites.Where(s => s.Id.Value != "H1")] });
        return Within(ProposedState.With(without, result.Suggestions)) - Within(state);

        static double Within(CoverageState s) => s.Points.Where(p => p.LimitMinutes is { } limit && p.Nearest?.Cost.Within(limit) == true).Sum(p => p.Demand.Point.Residents);
    }

    private static SuggestionResult Cover(int spokes, string ats, bool countAll = false) => SuggestionSolver.Compute(
        State(["Nord", "Sud"], Comuni),
        new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = spokes, Ats = ats, CountAll = countAll, ReachMinutes = 100 });

    private static CoverageState State(string[] complete, string comuni, string sedi = Sedi) => SmallTerritory.CompleteFor(complete, comuni, sedi);
}
