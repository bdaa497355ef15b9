using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Siting;

public class SuggestionSolverTests
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
        SuggestionResult result = SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest());

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
        SitingCertificate certificate = SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest()).Certificate;

        // One unit, one sede.
        (certificate.Problem, certificate.Status, certificate.Objective, certificate.Bound, certificate.Gap).ShouldBe(("units", "optimal", 1, 1, 0));
        certificate.SecondaryProved.ShouldBeTrue();
        certificate.Sites.ShouldBe(["000003"]);
        (certificate.CandidatesConsidered, certificate.AlternatesComplete).ShouldBe((3, true));
        certificate.Alternates.ShouldBeEmpty();
        certificate.UnreachableDemands.ShouldBeEmpty();
    }

    [Fact]
    public void Ties_go_to_the_lowest_code_and_the_others_are_alternates()
    {
        SuggestionResult result = SuggestionSolver.Compute(
            SmallTerritory.State("""
                000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
                000002 | Beta  | 30 | 0 | 200 | A | Nord | D2 | Ovest
                000003 | Gamma | 34 | 0 | 200 | A | Nord | D2 | Ovest
                """, OneHub),
            new SuggestionRequest());

        result.Certificate.Sites.ShouldBe(["000002"]);
        result.Certificate.Alternates.ShouldHaveSingleItem().ShouldBe(["000003"]);
        result.Suggestions[0].Reason.ShouldContain("Seconda scelta: Gamma, con gli stessi residenti entro il limite e nessun minuto-residente in più.");
    }

    [Fact]
    public void A_Spoke_that_a_network_can_take_comes_before_a_new_Hub_in_a_better_place()
    {
        // Gamma would be best, but only Beta is within 29 minutes of the Hub.
        Suggestion spoke = SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { ReachMinutes = 29 })
            .Suggestions.ShouldHaveSingleItem();

        (spoke.Kind, spoke.Comune.Name, spoke.Network?.Value, spoke.HubMinutes).ShouldBe((SuggestionKind.Spoke, "Beta", "R1", 25));
        spoke.Reason.ShouldContain("Seconda scelta: Gamma, dove però servirebbe un nuovo Hub");
    }

    [Fact]
    public void Where_no_network_can_take_a_Spoke_a_new_manifestazione_di_interesse_is_proposed()
    {
        Suggestion hub = SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { ReachMinutes = 24 })
            .Suggestions.ShouldHaveSingleItem();

        (hub.Kind, hub.Comune.Name, hub.Network, hub.Hub, hub.HubMinutes).ShouldBe((SuggestionKind.Hub, "Gamma", null, null, null));
        hub.Reason.ShouldContain("Nessuna rete può accogliere qui uno Spoke: Hub H1 a 30 minuti, oltre i 24 ammessi. Serve una nuova manifestazione di interesse");
        hub.Reason.ShouldContain("Ambiti che il nuovo Hub servirebbe: Ovest.");
        hub.Clause.ShouldContain("nuovi Hub a seguito di una nuova manifestazione di interesse");
    }

    [Fact]
    public void Sedi_without_a_network_share_one_new_Hub_where_it_reaches_them()
    {
        // Ovest and Nordovest are both beyond the reach of H1, and four minutes from each other.
        const string Far = Comuni + "\n000005 | Eta | 34 | 0 | 90 | A | Nord | D3 | Nordovest";
        SuggestionResult result = SuggestionSolver.Compute(SmallTerritory.State(Far, OneHub), new SuggestionRequest { ReachMinutes = 10 });

        result.Suggestions.Select(s => (s.Comune.Name, s.Kind)).ShouldBe([("Gamma", SuggestionKind.Hub), ("Eta", SuggestionKind.Spoke)]);
        (result.Suggestions[1].NewHub?.Name, result.Suggestions[1].HubMinutes).ShouldBe(("Gamma", 4));
        result.Suggestions[0].Reason.ShouldContain("Ambiti che il nuovo Hub servirebbe: Ovest, Nordovest.");
    }

    [Fact]
    public void The_reach_is_inclusive() =>
        SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { ReachMinutes = 30 })
            .Suggestions[0].Kind.ShouldBe(SuggestionKind.Spoke);

    [Fact]
    public void A_network_of_another_ATS_is_not_joined()
    {
        Suggestion hub = SuggestionSolver.Compute(
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

        Suggestion spoke = SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();

        (spoke.Network?.Value, spoke.HubMinutes).ShouldBe(("R2", 38));
        spoke.Reason.ShouldContain("Si unisce alla rete R2, il cui Hub H2 è a 38 minuti.");
    }

    [Fact]
    public void The_Ambiti_a_Hub_serves_are_those_it_declares_its_own_and_those_newly_served()
    {
        // Est (its Hub's own) and two declared ones: three already, a fourth is too many.
        Suggestion hub = SuggestionSolver.Compute(
            SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | Sud,Centro"), new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();
        hub.Kind.ShouldBe(SuggestionKind.Hub);
        hub.Reason.ShouldContain("la rete R1 serve già 3 Ambiti (massimo 3)");

        // Ovest is itself one of the declared ones.
        SuggestionSolver.Compute(SmallTerritory.State(Comuni, "H1 | hub | 000001 | R1 | Sud,Ovest"), new SuggestionRequest())
            .Suggestions.ShouldHaveSingleItem().Kind.ShouldBe(SuggestionKind.Spoke);

        // Est and the declared Sud; that a Spoke stands in Centro does not make the Hub serve it.
        SuggestionSolver.Compute(
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
        SuggestionResult all = SuggestionSolver.Compute(SmallTerritory.State(Three, OneHub), new SuggestionRequest());
        SuggestionResult one = SuggestionSolver.Compute(SmallTerritory.State(Three, OneHub), new SuggestionRequest { MaxSpokes = 1 });

        all.Suggestions.Select(s => s.Unit.Code).ShouldBe(["ovest", "sud"]);
        one.Suggestions.Select(s => s.Unit.Code).ShouldBe(["ovest"]);
        one.Certificate.Status.ShouldBe("optimal");
        one.Notes.ShouldContain(n => n == "Ambito Sud: nessuna proposta, è raggiunto il numero di nuove sedi richiesto.");
    }

    [Fact]
    public void One_sede_serves_an_Ambito_and_a_Distretto_at_once()
    {
        // Ovest and D2 share Gamma; D3 cuts across Est and has no sede.
        CoverageState state = SmallTerritory.State(Comuni + "\n000005 | Eta | 0 | 9 | 50 | A | Nord | D3 | Est", OneHub);

        SuggestionSolver.Compute(state, new SuggestionRequest { Level = SuggestionLevel.Entrambi })
            .Suggestions.Select(s => (s.Comune.Name, string.Join('|', s.Units.Select(u => u.Code))))
            .ShouldBe([("Gamma", "ovest|d2"), ("Eta", "d3")]);
    }

    [Fact]
    public void Where_the_list_is_not_complete_nothing_is_proposed_and_the_reason_is_told()
    {
        SuggestionResult result = SuggestionSolver.Compute(SmallTerritory.State(Comuni, OneHub, complete: false), new SuggestionRequest());

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

        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest());

        result.Suggestions.ShouldHaveSingleItem().Comune.Name.ShouldBe("Delta");
        result.Notes.ShouldContain(n => n == "Comuni non considerati perché senza sede comunale nota: 000003.");
    }

    [Theory]
    [InlineData("nord", 1)]
    [InlineData("Sud", 0)]
    public void One_ATS_can_be_asked_for_by_name_or_code(string ats, int proposals) =>
        SuggestionSolver.Compute(
                SmallTerritory.State(Comuni + "\n000005 | Eta | 50 | 0 | 1 | A | Sud | D4 | Lontano", OneHub + "\nH2 | hub | 000005 | R2 | -"),
                new SuggestionRequest { Ats = ats })
            .Suggestions.Length.ShouldBe(proposals);

    [Fact]
    public void Questions_that_cannot_be_answered_say_why()
    {
        CoverageState state = SmallTerritory.State(Comuni, OneHub);

        Asking(new SuggestionRequest { Ats = "Marte" }).ShouldBe("L'ATS 'Marte' non esiste: scegliere fra Nord.");
        Asking(new SuggestionRequest { MaxSpokes = -1 }).ShouldContain("non può essere negativo");
        Asking(new SuggestionRequest { ReachMinutes = 0 }).ShouldContain("maggiore di zero");

        string Asking(SuggestionRequest request) => Should.Throw<CoverageInputException>(() => SuggestionSolver.Compute(state, request)).Message;
    }

    [Fact]
    public void Residents_that_no_proposal_reaches_are_named()
    {
        // Delta and Eta are islands that no network reaches: a Spoke in Gamma comes before a new Hub on one of them.
        CoverageState state = CoverageState.Compute(
            SmallTerritory.Snapshot(Comuni + "\n000005 | Eta | 35 | 0 | 90 | A | Nord | D2 | Ovest", OneHub),
            RuleSet.Default, new GridTravel("000004", "000005"));

        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest());

        (result.Suggestions[0].Comune.Name, result.Suggestions[0].Kind).ShouldBe(("Gamma", SuggestionKind.Spoke));
        result.Certificate.UnreachableDemands.ShouldBe(["000004", "000005"]);
    }

    [Fact]
    public void The_choice_equals_brute_force_over_all_sets() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random), RuleSet.Default, new GridTravel("000003"));
        SuggestionLevel level = (SuggestionLevel)random.Next(3);
        var request = new SuggestionRequest { Level = level, ReachMinutes = random.Next(5, 40) };

        SuggestionResult result = SuggestionSolver.Compute(state, request);

        EveryLadder expected = EveryLadder.Of(state, level, request.ReachMinutes.Value);
        result.Suggestions.Length.ShouldBe(expected.Fewest);
        result.UnitsServed.ShouldBe(expected.Units);
        result.Certificate.SecondaryProved.ShouldBeTrue();
        // A Spoke of a new Hub has no network either.
        result.Suggestions.Count(s => s.Network is null).ShouldBe(expected.WithoutNetwork);
        result.ResidentsGainedTogether.ShouldBe(expected.Within, 1e-6);
        EveryLadder.SavedByAll(state, result.Suggestions.Select(s => state.Snapshot.Comuni.IndexOf(s.Comune))).ShouldBe(expected.SavedSeconds, 1e-3);
        foreach (Suggestion suggestion in result.Suggestions)
            Beside(state, suggestion).ShouldBe((suggestion.ResidentsGained, suggestion.ResidentsReached));
    });

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void The_goals_of_reach_equal_brute_force(SuggestionGoal goal) => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random, gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps);
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = goal, MaxSpokes = 2, ReachMinutes = 15 });

        result.Suggestions.Length.ShouldBeLessThanOrEqualTo(2);
        result.Certificate.Status.ShouldBe("optimal");
        double best = EveryLadder.BestPair(state, 15, goal == SuggestionGoal.Cover);
        (goal == SuggestionGoal.Cover ? result.ResidentsGainedTogether : result.ResidentMinutesSavedTogether).ShouldBe(best, 0.01);
    });

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void Whatever_the_goal_the_units_that_get_a_sede_are_those_whose_verdict_becomes_one(SuggestionGoal goal)
    {
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = goal, MaxSpokes = 10, Level = SuggestionLevel.Entrambi });

        CoverageState after = With(Shipped.State, [.. result.Suggestions.Select(s => s.Comune)]);
        string[] gained = [.. new[] { AreaLevel.Ambito, AreaLevel.Distretto }.SelectMany(level => Shipped.State.Verdicts(level).Zip(after.Verdicts(level)))
            .Where(v => v.First.Verdict != Verdict.Sede && v.Second.Verdict == Verdict.Sede).Select(v => $"{v.First.Unit.Level} {v.First.Unit.Code}")];
        gained.ShouldNotBeEmpty();
        result.Suggestions.SelectMany(s => s.Units).Select(u => $"{u.Level} {u.Code}").Distinct(StringComparer.Ordinal).ShouldBe(gained, ignoreOrder: true);
        result.UnitsServed.ShouldBe(gained.Length);
    }

    [Fact]
    public void Two_Spokes_in_one_Ambito_do_not_each_say_that_without_them_it_has_no_sede()
    {
        CoverageState state = CoverageState.Compute(SmallTerritory.Snapshot(Comuni, OneHub), RuleSet.Default, new GridTravel());

        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Time, MaxSpokes = 10 });

        IGrouping<string, Suggestion>[] byUnit = [.. result.Suggestions.SelectMany(s => s.Units.Select(u => (u.Code, s))).GroupBy(p => p.Code, p => p.s, StringComparer.Ordinal)];
        byUnit.ShouldNotBeEmpty();
        foreach (IGrouping<string, Suggestion> unit in byUnit)
            unit.ShouldAllBe(s => s.Reason.Contains("senza sede") == (unit.Count() == 1));
        byUnit.ShouldContain(unit => unit.Count() > 1);
    }

    /// <summary>The numbers are those of CP-SAT: see the tests of the judges.</summary>
    [Theory]
    [InlineData(SuggestionLevel.Ambito, 20)]
    [InlineData(SuggestionLevel.Distretto, 13)]
    [InlineData(SuggestionLevel.Entrambi, 20)]
    public void On_the_shipped_data_every_unit_gets_a_sede_with_the_fewest(SuggestionLevel level, int sedi)
    {
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Level = level });

        (result.Suggestions.Length, result.Certificate.Status, result.Certificate.Bound, result.Certificate.Gap).ShouldBe((sedi, "optimal", sedi, 0));
        CoverageState after = With(Shipped.State, [.. result.Suggestions.Select(s => s.Comune)]);
        AreaLevel[] levels = level switch
        {
            SuggestionLevel.Ambito => [AreaLevel.Ambito],
            SuggestionLevel.Distretto => [AreaLevel.Distretto],
            _ => [AreaLevel.Ambito, AreaLevel.Distretto]
        };
        levels.SelectMany(l => after.Verdicts(l)).ShouldAllBe(v => v.Verdict == Verdict.Sede);
        result.Suggestions.ShouldAllBe(s => s.Demonstration && (s.Kind == SuggestionKind.Hub || s.HubMinutes <= 40));
        // The Hubs of its ATS are all in the plain, more than 40 minutes off.
        result.Suggestions.Where(s => s.Kind == SuggestionKind.Hub).Select(s => s.Unit.Name).ShouldBe(["Bellano"]);
    }

    /// <summary>Within 30 minutes four units need a new Hub, within 40 one, within 50 and 60 none.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(60)]
    public void On_the_shipped_data_every_ordinary_question_is_proved_to_the_minute(double reach)
    {
        foreach (string? ats in Shipped.State.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(u => u.Name).Append(null))
        {
            foreach (SuggestionLevel level in Enum.GetValues<SuggestionLevel>())
            {
                SitingCertificate certificate = SuggestionSolver.Compute(
                    Shipped.State, new SuggestionRequest { Level = level, Ats = ats, ReachMinutes = reach, MostNodes = 50 }).Certificate;

                (certificate.Status, certificate.SecondaryProved).ShouldBe(("optimal", true), $"{ats} {level}");
            }
        }
    }

    /// <summary>Of 20 Spokes the networks of many ATS cannot take in those that would save most.</summary>
    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void On_the_shipped_data_twenty_Spokes_of_an_ATS_are_proved_to_the_minute(SuggestionGoal goal)
    {
        foreach (string ats in Shipped.State.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(u => u.Name))
        {
            SitingCertificate certificate = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = goal, Ats = ats, MaxSpokes = 20 }).Certificate;

            (certificate.Status, certificate.SecondaryProved).ShouldBe(("optimal", true), ats);
        }
    }

    [Fact]
    public void On_the_shipped_data_a_short_reach_asks_for_new_Hubs_and_the_usual_one_for_one()
    {
        SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { ReachMinutes = 15 }).Suggestions.Count(s => s.Kind == SuggestionKind.Hub).ShouldBeGreaterThan(0);
        SuggestionSolver.Compute(Shipped.State, new SuggestionRequest()).Suggestions.Count(s => s.Kind == SuggestionKind.Hub).ShouldBe(1);
    }

    private static (double Gained, double Reached) Beside(CoverageState state, Suggestion suggestion)
    {
        PointGaps after = With(state, [suggestion.Comune]).Points;
        return (
            state.Points.Zip(after).Where(p => p.First.Beyond is true && p.Second.Beyond is false).Sum(p => p.First.Demand.Point.Residents),
            state.Points.Zip(after).Where(p => p.First is { IsJudged: true, Nearest: null } && p.Second.Nearest is not null).Sum(p => p.First.Demand.Point.Residents));
    }

    internal static CoverageState With(CoverageState state, IReadOnlyList<Comune> opened)
    {
        TerritoryContent content = state.Snapshot.Content;
        SiteSet set = state.Snapshot.Set;
        Site[] added =
        [
            .. opened.Select(c => new Site
            {
                Id = new SiteId($"nuova-{c.Code}"),
                Name = "nuova",
                Role = SiteRole.Spoke,
                Comune = c.Code,
                Lon = c.Seat!.Lon,
                Lat = c.Seat.Lat,
            }),
        ];
        SiteSet next = set with { Sites = [.. set.Sites, .. added] };
        TerritoryContent changed = content with { SiteSets = [.. content.SiteSets.Select(s => s == set ? next : s)] };
        return CoverageState.Compute(TerritorySnapshot.Create(changed, set.Name, SmallTerritory.Day), state.Rules, state.Travel).WithSet(next, state.Known);
    }
}
