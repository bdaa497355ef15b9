using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

public class UnitSuggestionsTests
{
    // The Hub stands in Alfa; Ovest has nothing. Its residents lie mostly in Gamma.
    private const string Comuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 25 | 0 | 200 | A | Nord | D2 | Ovest
        000003 | Gamma | 30 | 0 | 500 | A | Nord | D2 | Ovest
        000004 | Delta | 33 | 0 | 100 | A | Nord | D2 | Ovest
        """;

    private const string OneHub = "H1 | hub | 000001 | R1 | -";

    [Fact]
    public void A_uncovered_Ambito_gets_a_Spoke_where_its_residents_travel_least()
    {
        SuggestionResult result = UnitSuggestions.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest());

        Suggestion spoke = result.Suggestions.ShouldHaveSingleItem();
        (spoke.Kind, spoke.Comune.Name, spoke.Unit.Code).ShouldBe((SuggestionKind.Spoke, "Gamma", "ovest"));
        (spoke.Network?.Value, spoke.Hub?.Value, spoke.HubMinutes).ShouldBe(("R1", "H1", 30));
        // All 800 were beyond 20 minutes. Saved: Beta 25 - 5, Gamma 30 - 0, Delta 33 - 3.
        spoke.ResidentsGained.ShouldBe(800);
        spoke.ResidentMinutesSaved.ShouldBe((200 * 20) + (500 * 30) + (100 * 30));
        (spoke.UnitMeanMinutesBefore, spoke.UnitMeanMinutesAfter).ShouldBe((29.13, 1.63));
        spoke.Clause.ShouldStartWith("D.G.R. Lombardia XII/1507 del 13 dicembre 2023, Allegato A, 3.1: «incrementare la diffusione degli Spoke");
        (result.ResidentsGainedTogether, result.ResidentMinutesSavedTogether).ShouldBe((800, 22_000));
    }

    [Fact]
    public void The_certificate_says_what_was_proved()
    {
        SitingCertificate certificate = UnitSuggestions.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest()).Certificate;

        // 200 x 5 + 500 x 0 + 100 x 3
        (certificate.Problem, certificate.Status, certificate.Objective, certificate.Bound, certificate.Gap).ShouldBe(("units", "optimal", 1300, 1300, 0));
        certificate.Sites.ShouldBe(["000003"]);
        (certificate.CandidatesConsidered, certificate.AlternatesComplete).ShouldBe((3, true));
        certificate.Alternates.ShouldBeEmpty();
        certificate.UnreachableDemands.ShouldBeEmpty();
    }

    [Fact]
    public void Ties_go_to_the_lowest_code_and_the_others_are_alternates()
    {
        SuggestionResult result = UnitSuggestions.Compute(
            SmallTerritory.State("""
                000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
                000002 | Beta  | 30 | 0 | 200 | A | Nord | D2 | Ovest
                000003 | Gamma | 34 | 0 | 200 | A | Nord | D2 | Ovest
                """, OneHub),
            new SuggestionRequest());

        result.Certificate.Sites.ShouldBe(["000002"]);
        result.Certificate.Alternates.ShouldHaveSingleItem().ShouldBe(["000003"]);
        result.Suggestions[0].Reason.ShouldContain("A pari merito con altri 1: vale il codice più basso.");
    }

    [Fact]
    public void Where_no_Hub_is_within_reach_a_new_manifestazione_di_interesse_is_proposed()
    {
        Suggestion hub = UnitSuggestions.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { ReachMinutes = 29 })
            .Suggestions.ShouldHaveSingleItem();

        (hub.Kind, hub.Network, hub.Hub, hub.HubMinutes).ShouldBe((SuggestionKind.Hub, null, null, null));
        hub.Reason.ShouldContain("Da Gamma nessuna rete può accogliere uno Spoke: Hub H1 a 30 minuti, oltre i 29 ammessi. Serve una nuova manifestazione di interesse");
        hub.Reason.ShouldEndWith("Prima va valutato uno Spoke, con tempi meno buoni per i residenti, in un altro comune: Beta (rete R1, Hub a 25 minuti).");
        hub.Clause.ShouldContain("nuovi Hub a seguito di una nuova manifestazione di interesse");
    }

    [Fact]
    public void The_reach_is_inclusive() =>
        UnitSuggestions.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { ReachMinutes = 30 })
            .Suggestions[0].Kind.ShouldBe(SuggestionKind.Spoke);

    [Fact]
    public void A_network_of_another_ATS_is_not_joined()
    {
        Suggestion hub = UnitSuggestions.Compute(
            SmallTerritory.State(Comuni.Replace("Nord | D1", "Sud | D1"), OneHub), new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();

        hub.Kind.ShouldBe(SuggestionKind.Hub);
        hub.Reason.ShouldContain("nell'ATS Nord non c'è alcun Hub attivo");
    }

    [Fact]
    public void A_full_network_is_passed_over_for_the_next_nearest_Hub()
    {
        RuleSet rules = RuleSet.Parse(RuleSet.DefaultText.Replace("\"max_spoke_per_hub\": 8", "\"max_spoke_per_hub\": 1"));
        CoverageState state = SmallTerritory.State(
            Comuni + "\n000005 | Eta | 0 | 8 | 10 | A | Nord | D1 | Est",
            OneHub + "\nS1 | spoke | 000001 | R1 | -\nH2 | hub | 000005 | R2 | -",
            rules: rules);

        Suggestion spoke = UnitSuggestions.Compute(state, new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();

        (spoke.Network?.Value, spoke.HubMinutes).ShouldBe(("R2", 38));
        spoke.Reason.ShouldEndWith("Più vicini ma esclusi: Hub H1 a 30 minuti, ma la rete R1 ha già 1 Spoke (massimo 1).");
    }

    [Fact]
    public void The_Ambiti_a_Hub_serves_are_those_it_declares_its_own_and_those_newly_served()
    {
        // Est (its Hub's own) and two declared ones: three already, a fourth is too many.
        Suggestion hub = UnitSuggestions.Compute(
            SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | Sud,Centro"), new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();
        hub.Kind.ShouldBe(SuggestionKind.Hub);
        hub.Reason.ShouldContain("la rete R1 serve già 3 Ambiti (massimo 3)");

        // Ovest is itself one of the declared ones.
        UnitSuggestions.Compute(SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | Sud,Ovest"), new SuggestionRequest())
            .Suggestions.ShouldHaveSingleItem().Kind.ShouldBe(SuggestionKind.Spoke);

        // Est and the declared Sud; that a Spoke stands in Centro does not make the Hub serve it.
        UnitSuggestions.Compute(
            SmallTerritory.State(
                Comuni + "\n000005 | Eta | 0 | 8 | 10 | A | Nord | D1 | Centro",
                "H1 | hub | 000001 | R1 | Sud\nS1 | spoke | 000005 | R1 | -"),
            new SuggestionRequest())
            .Suggestions.ShouldHaveSingleItem().Kind.ShouldBe(SuggestionKind.Spoke);
    }

    [Fact]
    public void Only_so_many_Spokes_as_asked_for_the_greatest_gain_first()
    {
        const string Three = Comuni + "\n000005 | Eta | 0 | 12 | 50 | A | Nord | D3 | Sud";
        SuggestionResult all = UnitSuggestions.Compute(SmallTerritory.State(Three, OneHub), new SuggestionRequest());
        SuggestionResult one = UnitSuggestions.Compute(SmallTerritory.State(Three, OneHub), new SuggestionRequest { MaxSpokes = 1 });

        all.Suggestions.Select(s => s.Unit.Code).ShouldBe(["ovest", "sud"]);
        one.Suggestions.Select(s => s.Unit.Code).ShouldBe(["ovest"]);
        one.Certificate.Status.ShouldBe("feasible");
        one.Certificate.Bound.ShouldBeNull();
        one.Notes.ShouldContain(n => n == "Ambito Sud: nessuna proposta, è raggiunto il numero di nuovi Spoke richiesto.");
    }

    [Fact]
    public void After_the_Ambiti_only_the_Distretti_still_without_a_sede_are_served()
    {
        // Ovest and D2 share Gamma; D3 cuts across Est and has no sede.
        CoverageState state = SmallTerritory.State(Comuni + "\n000005 | Eta | 0 | 9 | 50 | A | Nord | D3 | Est", OneHub);

        UnitSuggestions.Compute(state, new SuggestionRequest { Level = SuggestionLevel.Entrambi })
            .Suggestions.Select(s => (s.Unit.Level, s.Unit.Code, s.Comune.Name))
            .ShouldBe([(AreaLevel.Ambito, "ovest", "Gamma"), (AreaLevel.Distretto, "d3", "Eta")]);
    }

    [Fact]
    public void Where_the_list_is_not_complete_nothing_is_proposed_and_the_reason_is_told()
    {
        SuggestionResult result = UnitSuggestions.Compute(SmallTerritory.State(Comuni, OneHub, complete: false), new SuggestionRequest());

        result.Suggestions.ShouldBeEmpty();
        result.Notes.ShouldContain(n => n.StartsWith("1 unità di livello Ambito sono NON_CARICATO"));
    }

    [Fact]
    public void A_comune_without_a_seat_is_no_candidate_and_is_named()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, OneHub);
        content = content with { Comuni = [.. content.Comuni.Select(c => c.Name == "Gamma" ? c with { Seat = null } : c)] };
        CoverageState state = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        SuggestionResult result = UnitSuggestions.Compute(state, new SuggestionRequest());

        result.Suggestions.ShouldHaveSingleItem().Comune.Name.ShouldBe("Delta");
        result.Notes.ShouldContain(n => n == "Ambito Ovest: non considerati perché senza sede comunale nota: 000003.");
    }

    [Theory]
    [InlineData("nord", 1)]
    [InlineData("Sud", 0)]
    public void One_ATS_can_be_asked_for_by_name_or_code(string ats, int proposals) =>
        UnitSuggestions.Compute(
                SmallTerritory.State(Comuni + "\n000005 | Eta | 50 | 0 | 1 | A | Sud | D4 | Lontano", OneHub + "\nH2 | hub | 000005 | R2 | -"),
                new SuggestionRequest { Ats = ats })
            .Suggestions.Length.ShouldBe(proposals);

    [Fact]
    public void Questions_that_cannot_be_answered_say_why()
    {
        CoverageState state = SmallTerritory.State(Comuni, OneHub);

        Asking(new SuggestionRequest { Ats = "Marte" }).ShouldBe("L'ATS 'Marte' non esiste: scegliere fra Nord.");
        Asking(new SuggestionRequest { Goal = SuggestionGoal.Cover }).ShouldContain("--goal units");
        Asking(new SuggestionRequest { MaxSpokes = -1 }).ShouldContain("non può essere negativo");
        Asking(new SuggestionRequest { ReachMinutes = 0 }).ShouldContain("maggiore di zero");

        string Asking(SuggestionRequest request) => Should.Throw<CoverageInputException>(() => UnitSuggestions.Compute(state, request)).Message;
    }

    [Fact]
    public void Residents_that_no_proposal_reaches_are_named()
    {
        // Delta and Eta are islands: one sede serves only one of them, and the greater is served first.
        CoverageState state = CoverageState.Compute(
            SmallTerritory.Snapshot(Comuni + "\n000005 | Eta | 35 | 0 | 90 | A | Nord | D2 | Ovest", OneHub),
            RuleSet.Default, new GridTravel("000004", "000005"));

        SuggestionResult result = UnitSuggestions.Compute(state, new SuggestionRequest());

        result.Suggestions[0].Comune.Name.ShouldBe("Delta");
        (result.Suggestions[0].Kind, result.Suggestions[0].ResidentsReached).ShouldBe((SuggestionKind.Hub, 100));
        result.Suggestions[0].Reason.ShouldContain("Hub H1 non raggiungibile");
        result.Certificate.UnreachableDemands.ShouldBe(["000005"]);
    }

    [Fact]
    public void The_enumeration_equals_brute_force() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, new GridTravel("000003"));

        SuggestionResult result = UnitSuggestions.Compute(state, new SuggestionRequest());

        string[] expected =
        [
            .. state.Verdicts(AreaLevel.Ambito)
                .Where(v => v.Verdict is Verdict.Scoperto or Verdict.Competenza)
                .Select(v => BruteForce(state, v.Unit))
                .Order(StringComparer.Ordinal),
        ];
        result.Certificate.Sites.Order(StringComparer.Ordinal).ShouldBe(expected);
        foreach (Suggestion suggestion in result.Suggestions)
            Beside(state, suggestion).ShouldBe((suggestion.ResidentsGained, suggestion.ResidentsReached));
    });

    [Fact]
    public void On_the_shipped_data_every_Ambito_without_a_sede_gets_one_proposal()
    {
        SuggestionResult result = UnitSuggestions.Compute(Shipped.State, new SuggestionRequest());

        result.Suggestions.Length.ShouldBe(20);
        result.Suggestions.ShouldAllBe(s => s.Demonstration && s.ResidentMinutesSaved > 0);
        result.Suggestions.Where(s => s.Kind == SuggestionKind.Spoke).ShouldAllBe(s => s.HubMinutes <= 40);
        result.Certificate.Status.ShouldBe("optimal");
    }

    /// <summary>For every comune of the unit a new state of the world is computed; the least (unreached, resident-seconds, code) wins.</summary>
    private static string BruteForce(CoverageState state, TerritoryUnit unit) =>
        unit.Comuni
            .Select(c => state.Snapshot.Comuni[c])
            .Select(candidate => (Candidate: candidate, Points: With(state, candidate).Points.Where(p => unit.Comuni.Contains(p.Demand.ComuneIndex)).ToList()))
            .OrderBy(x => x.Points.Where(p => p.Nearest is null).Sum(p => p.Demand.Point.Residents))
            .ThenBy(x => x.Points.Sum(p => p.Demand.Point.Residents * (p.Nearest?.Cost.Seconds ?? 0)))
            .ThenBy(x => x.Candidate.Code)
            .First().Candidate.Code.Value;

    private static (double Gained, double Reached) Beside(CoverageState state, Suggestion suggestion)
    {
        ImmutableArray<PointGap> after = With(state, suggestion.Comune).Points;
        return (
            state.Points.Zip(after).Where(p => p.First.Beyond is true && p.Second.Beyond is false).Sum(p => p.First.Demand.Point.Residents),
            state.Points.Zip(after).Where(p => p.First.Nearest is null && p.Second.Nearest is not null).Sum(p => p.First.Demand.Point.Residents));
    }

    private static CoverageState With(CoverageState state, Comune candidate)
    {
        TerritoryContent content = state.Snapshot.Content;
        SiteSet set = content.SiteSets[0];
        var site = new Site
        {
            Id = new SiteId("nuova"),
            Name = "nuova",
            Role = SiteRole.Spoke,
            Comune = candidate.Code,
            Lon = candidate.Seat!.Lon,
            Lat = candidate.Seat.Lat,
        };
        return CoverageState.Compute(
            TerritorySnapshot.Create(content with { SiteSets = [set with { Sites = [.. set.Sites, site] }] }, null, SmallTerritory.Day),
            state.Rules, state.Travel);
    }
}
