using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Need;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>R1, money and balance as constraints, the curve, the share, and the recount.</summary>
public class SuggestionConstraintTests
{
    /// <summary>Within 40 minutes Bellano has no Hub of its ATS, so that no Spoke could serve it.</summary>
    private const double Far = 50;

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void R1_and_the_allocations_can_be_kept_while_residents_gain_most(SuggestionGoal goal)
    {
        ImmutableSortedDictionary<string, decimal> allocations =
            FundAllocation.Allocate(Shipped.State.Snapshot, Shipped.State.Rules).ToImmutableSortedDictionary(a => a.Ats, a => a.Assigned, StringComparer.Ordinal);
        SuggestionResult result = SuggestionSolver.Compute(
            Shipped.State,
            new SuggestionRequest
            {
                Goal = goal,
                Level = SuggestionLevel.Entrambi,
                EveryUnit = true,
                MaxSpokes = 25,
                SedeCostEur = 100_000,
                BudgetByAts = allocations,
                ReachMinutes = Far,
            });

        (result.Suggestions.Length, result.Certificate.Status, result.Certificate.Gap).ShouldBe((25, "optimal", 0));
        CoverageState after = SuggestionSolverTests.With(Shipped.State, [.. result.Suggestions.Select(s => s.Comune)]);
        after.Verdicts(AreaLevel.Ambito).Concat(after.Verdicts(AreaLevel.Distretto)).ShouldAllBe(v => v.Verdict == Verdict.Sede);
        foreach (IGrouping<string, Suggestion> ats in result.Suggestions.GroupBy(s => s.Membership.Ats, StringComparer.Ordinal))
            (ats.Count() * 100_000).ShouldBeLessThanOrEqualTo((int)allocations[ats.Key]);
        // Every Spoke has a network of its own ATS whose load it does not exceed.
        result.Suggestions.ShouldAllBe(s => s.Network != null);
        foreach (IGrouping<NetworkId?, Suggestion> network in result.Suggestions.GroupBy(s => s.Network))
            (network.Count() + Shipped.State.Snapshot.Sites.Count(s => s.Site.Network == network.Key
                && s.Site.Role == SiteRole.Spoke)).ShouldBeLessThanOrEqualTo(Shipped.State.Rules.Planning.MaxSpokesPerHub);
    }

    [Fact]
    public void Too_few_Spokes_for_R1_are_told_apart_from_none_found()
    {
        SuggestionResult result = SuggestionSolver.Compute(
            Shipped.State, new SuggestionRequest { Goal = SuggestionGoal.Cover, EveryUnit = true, MaxSpokes = 10, ReachMinutes = Far });

        (result.Certificate.Status, result.Suggestions.Length).ShouldBe(("infeasible", 0));
        result.Notes.ShouldContain(n => n.StartsWith("Nessuna scelta di 10 Spoke dà una sede a tutte le 20 aree che non ne hanno: ne servono almeno 20"));
    }

    [Fact]
    public void Balance_shares_the_Spokes_by_residents()
    {
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = SuggestionGoal.Time, Balance = true, MaxSpokes = 20 });

        TerritoryUnit[] ats = [.. Shipped.State.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)];
        long total = ats.Sum(a => a.Residents);
        foreach (TerritoryUnit each in ats)
            result.Suggestions.Count(s => s.Membership.Ats == each.Name).ShouldBeLessThanOrEqualTo((int)Math.Ceiling(20.0 * each.Residents / total));
        result.Suggestions.Length.ShouldBe(20);
    }

    [Fact]
    public void The_fewest_Spokes_for_a_share_are_one_more_than_those_that_fall_short()
    {
        double residents = Shipped.State.Points.Sum(p => p.Demand.Point.Residents);
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = SuggestionGoal.Cover, SharePercent = 99 });
        int fewest = result.Suggestions.Length;
        SuggestionResult fewer = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = fewest - 1 });

        result.Certificate.Objective!.Value.ShouldBeGreaterThanOrEqualTo(residents * 0.99);
        fewer.Certificate.Bound!.Value.ShouldBeLessThan(residents * 0.99);
        result.Notes.ShouldContain(n => n.Contains($"bastano {fewest} nuovi Spoke, e con meno è dimostrato che non si può"));
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover)]
    [InlineData(SuggestionGoal.Time)]
    public void The_points_of_the_curve_are_the_answers_to_each_number(SuggestionGoal goal)
    {
        ImmutableArray<SitingCurvePoint> curve = SuggestionCurve.Compute(Shipped.State, new SuggestionRequest { Goal = goal, Ats = "Brescia", MaxSpokes = 6 });

        curve.Select(p => p.Spokes).ShouldBe([0, 1, 2, 3, 4, 5, 6]);
        foreach (SitingCurvePoint point in curve)
        {
            SuggestionResult asked = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = goal, Ats = "Brescia", MaxSpokes = point.Spokes });
            SitingCertificate alone = asked.Certificate;
            (point.Status, point.Gap).ShouldBe(("optimal", 0));
            point.Objective!.Value.ShouldBe(alone.Objective!.Value, 0.01);
            point.SecondaryProved.ShouldBe(alone.SecondaryProved);
            point.Sites.Select(comune => comune.Code).Order().ShouldBe(asked.Suggestions.Select(row => row.Comune.Code).Order(), $"{point.Spokes} Spokes");
        }

        curve[0].Gain.ShouldBeNull();
        foreach ((SitingCurvePoint before, SitingCurvePoint point) in curve.Zip(curve.Skip(1)))
        {
            double more = goal == SuggestionGoal.Cover
                ? point.Within!.Value - before.Within!.Value
                : before.ResidentMinutes!.Value - point.ResidentMinutes!.Value;
            point.Gain!.Value.ShouldBe(more, 1e-6);
            more.ShouldBeGreaterThanOrEqualTo(0);
        }

        curve[1].Gain!.Value.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover, "Bergamo", null, null, "residenti")]
    [InlineData(SuggestionGoal.Time, "Bergamo", null, null, "residenti")]
    [InlineData(SuggestionGoal.Cover, "Insubria", 30.0, SuggestionLevel.Distretto, "residenti")]
    [InlineData(SuggestionGoal.Time, "Pavia", 20.0, SuggestionLevel.Entrambi, "residenti")]
    [InlineData(SuggestionGoal.Cover, "Val Padana", null, SuggestionLevel.Ambito, "eta_65_oltre")]
    [InlineData(SuggestionGoal.Time, "Montagna", 45.0, null, "eta_0_14=2,eta_65_oltre=1")]
    [InlineData(SuggestionGoal.Cover, "Milano Città Metropolitana", null, null, "famiglie")]
    [InlineData(SuggestionGoal.Cover, null, null, null, "residenti")]
    public void The_curve_and_the_proposals_give_one_answer(SuggestionGoal goal, string? ats, double? reach, SuggestionLevel? served, string demand)
    {
        TerritorySnapshot snapshot = Shipped.State.Snapshot.Weighing(DemandChoice.Parse(demand));
        CoverageState state = CoverageState.Compute(snapshot, Shipped.State.Rules, Shipped.Estimate);
        var request = new SuggestionRequest
        {
            Goal = goal,
            Ats = ats,
            ReachMinutes = reach,
            EveryUnit = served is not null,
            Level = served ?? SuggestionLevel.Ambito,
            MaxSpokes = 5,
        };

        foreach (SitingCurvePoint point in SuggestionCurve.Compute(state, request).Where(p => p.Spokes % 2 == 1))
        {
            SuggestionResult asked = SuggestionSolver.Compute(state, request with { MaxSpokes = point.Spokes });
            SitingCertificate alone = asked.Certificate;

            alone.Status.ShouldBe(point.Status, $"{point.Spokes} Spokes");
            (alone.Objective, alone.Bound).ShouldBe((Rounded(point.Objective), Rounded(point.Bound)));
            if (point.Status != "infeasible")
                alone.SecondaryProved.ShouldBe(point.SecondaryProved);
            asked.Suggestions.Select(row => row.Comune.Code).Order().ShouldBe(point.Sites.Select(comune => comune.Code).Order());
        }

        static double? Rounded(double? value) => value is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) : null;
    }

    [Fact]
    public void Of_equally_many_residents_the_least_time_is_proved_where_a_resident_must_weigh_more_than_at_first()
    {
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 10 });

        (result.Certificate.Status, result.Certificate.SecondaryProved).ShouldBe(("optimal", true));
    }

    [Fact]
    public void The_curve_equals_brute_force_and_never_falls() => RandomTerritory.Holds(random =>
    {
        CoverageState state = CoverageState.Compute(RandomTerritory.Snapshot(random, gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps);
        ImmutableArray<SitingCurvePoint> curve = SuggestionCurve.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 2, ReachMinutes = 15 });

        double best = EveryLadder.BestPair(state, 15, cover: true);
        (curve[2].Within - curve[0].Within).ShouldBe(best);
        (curve[1].Gain + curve[2].Gain).ShouldBe(best);
        curve.Skip(1).ShouldAllBe(p => p.Gain >= 0);
        curve.ShouldAllBe(p => p.Status == "optimal");
    });

    [Fact]
    public void Residents_shared_out_in_fractions_are_counted_to_the_fraction()
    {
        TerritoryContent content = SmallTerritory.Content(TwoComuni, "H1 | hub | 000001 | R1 | -");
        content = content with
        {
            DemandPoints = [.. content.Comuni
            .Select((c, i) => new DemandPoint(new DemandPointId(c.Code.Value), c.Code, c.Seat!.Lon, c.Seat.Lat, 100 + (i / 3.0)))]
        };
        CoverageState state = CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = 1 });

        result.Certificate.Status.ShouldBe("optimal");
        result.ResidentsGainedTogether.ShouldBe(201, 1e-9);
    }

    [Fact]
    public void Comune_by_comune_the_effects_add_up_to_the_whole()
    {
        SuggestionResult result = SuggestionSolver.Compute(Shipped.State, new SuggestionRequest());

        result.Effects.Sum(e => e.WithinAfter - e.WithinBefore).ShouldBe(result.ResidentsGainedTogether, 1e-6);
        result.Effects.Sum(e => e.Residents * (e.MinutesBefore!.Value - e.MinutesAfter!.Value)).ShouldBe(result.ResidentMinutesSavedTogether,
            result.ResidentMinutesSavedTogether * 0.001);
        result.Effects.ShouldAllBe(e => e.MinutesAfter < e.MinutesBefore);
    }

    // The Hub stands in Alfa; the Ambito Ovest, Beta and Gamma, has nothing. One step of the grid is a minute.
    private const string TwoComuni = """
        000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 25 | 0 | 200 | A | Nord | D2 | Ovest
        000003 | Gamma | 30 | 0 | 500 | A | Nord | D2 | Ovest
        """;

    [Fact]
    public void Places_of_the_users_own_stand_instead_of_the_seats_with_what_they_cost()
    {
        CoverageState state = SmallTerritory.State(TwoComuni, "H1 | hub | 000001 | R1 | -");
        SuggestionResult result = SuggestionSolver.Compute(state,
            new SuggestionRequest { Candidates = [Place("school", "000002", 25, 4, cost: 8_000), Place("park", "000003", 30, 9)] });

        Suggestion school = result.Suggestions.ShouldHaveSingleItem();
        (school.Candidate?.Id, school.Comune.Name, school.CostEur, school.HubMinutes).ShouldBe(("school", "Beta", 8_000, 29));
        (result.Certificate.CandidatesConsidered, result.Certificate.Sites.Single()).ShouldBe((2, "school"));
        school.Next?.Comune.Name.ShouldBe("Gamma");
    }

    [Theory]
    [InlineData(SuggestionGoal.Units)]
    [InlineData(SuggestionGoal.Cover)]
    public void Comuni_can_be_left_out_or_be_the_only_ones(SuggestionGoal goal)
    {
        CoverageState state = SmallTerritory.State(TwoComuni, "H1 | hub | 000001 | R1 | -");
        (ComuneCode beta, ComuneCode gamma) = (new("000002"), new("000003"));
        var request = new SuggestionRequest { Goal = goal, MaxSpokes = 1 };
        SuggestionResult Of(SuggestionRequest asked) => SuggestionSolver.Compute(state, asked);

        Of(request).Suggestions.ShouldHaveSingleItem().Comune.Code.ShouldBe(gamma);
        Of(request with { NotIn = [gamma] }).Suggestions.ShouldHaveSingleItem().Comune.Code.ShouldBe(beta);
        Of(request with { OnlyIn = [beta] }).Suggestions.ShouldHaveSingleItem().Comune.Code.ShouldBe(beta);
        SuggestionResult none = Of(request with { NotIn = [beta, gamma] });
        none.Suggestions.ShouldBeEmpty();
        none.Certificate.Dropped.ShouldContain(("escluso da chi chiede", 2));
    }

    [Fact]
    public void A_place_that_admits_a_Spoke_alone_is_dropped_where_no_network_can_take_it_and_one_for_a_Hub_becomes_one()
    {
        CoverageState state = SmallTerritory.State(TwoComuni, "H1 | hub | 000001 | R1 | -");
        SuggestionResult spoke = SuggestionSolver.Compute(state, new SuggestionRequest { ReachMinutes = 10, Candidates = [Place("a", "000003", 30, 0, hub: false)] });
        SuggestionResult hub = SuggestionSolver.Compute(state, new SuggestionRequest { Candidates = [Place("a", "000003", 30, 0, spoke: false)] });

        spoke.Suggestions.ShouldBeEmpty();
        spoke.Certificate.Dropped.ShouldBe([("ammette solo uno Spoke, e nessuna rete può accoglierlo", 1)]);
        hub.Suggestions.ShouldHaveSingleItem().Kind.ShouldBe(SuggestionKind.Hub);
    }

    [Fact]
    public void Money_is_spent_where_it_brings_most()
    {
        // 10,000 pay for the two cheap places or for the dear one, which alone brings fewer.
        CoverageState state = SmallTerritory.State(TwoComuni + "\n000004 | Delta | 0 | 28 | 90 | A | Nord | D1 | Est", "H1 | hub | 000001 | R1 | -");
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest
        {
            Goal = SuggestionGoal.Cover,
            BudgetEur = 10_000,
            Candidates = [Place("dear", "000003", 30, 0, cost: 10_000), Place("cheap", "000002", 25, 0, cost: 4_000), Place("far", "000004", 0, 28, cost: 6_000)],
        });

        result.Suggestions.Select(s => s.Candidate!.Id).ShouldBe(["cheap", "far"]);
        (result.Certificate.Status, result.ResidentsGainedTogether).ShouldBe(("optimal", 790));
    }

    [Fact]
    public void A_Hub_to_be_replaced_gets_a_new_one_in_its_Ambiti_that_reaches_its_Spokes_and_the_rest_follows()
    {
        // H1 in Alfa leads R1 with a Spoke in Beta; without it Est has no sede. Only from Delta is the Spoke within 12 minutes.
        CoverageState state = SmallTerritory.State(
            """
            000001 | Alfa  |  0 | 0 | 900 | A | Nord | D1 | Est
            000002 | Beta  | 20 | 0 | 200 | A | Nord | D2 | Ovest
            000003 | Delta | 10 | 0 | 100 | A | Nord | D1 | Est
            000004 | Gamma | 12 | 9 | 50  | A | Nord | D3 | Sud
            """,
            "H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -");
        SuggestionResult result = SuggestionSolver.Compute(state, new SuggestionRequest { ReachMinutes = 12, ReplaceHubs = [new SiteId("H1")] });

        result.Suggestions.Select(s => (s.Comune.Name, s.Kind, s.Network?.Value)).ShouldBe([("Delta", SuggestionKind.Hub, "R1"), ("Gamma", SuggestionKind.Spoke, "R1")]);
        result.Suggestions[0].Reason.ShouldContain("Prende il posto dell'Hub H1");
        result.Suggestions[0].Reason.ShouldContain("Raggiunge 1 dei 1 Spoke della rete entro 12 minuti");
        result.Suggestions[0].Next?.Comune.Name.ShouldBe("Alfa");
        result.Suggestions.Select(s => s.Rank).ShouldBe([1, 2]);
        // Alfa's 900 go from no minutes to ten, still within 20; Beta stays; Delta and Gamma gain.
        result.ResidentMinutesSavedTogether.ShouldBe((-900 * 10) + (100 * 10) + (50 * 17));
        result.Notes.ShouldContain(n => n.StartsWith("L'Hub H1 è segnalato per la sostituzione: il nuovo è scelto per primo, provando 2 comuni uno per uno"));
        Should.Throw<CoverageInputException>(() => SuggestionSolver.Compute(state,
            new SuggestionRequest { ReplaceHubs = [new SiteId("S1")] })).Message.ShouldContain("'S1' non è un Hub attivo");
    }

    private static SitingCandidate Place(string id, string comune, int x, int y, decimal? cost = null, bool spoke = true, bool hub = true) =>
        new(id, id, new ComuneCode(comune), SmallTerritory.West + (x * SmallTerritory.Step), SmallTerritory.South + (y * SmallTerritory.Step), cost, null, spoke, hub);

    [Fact]
    public void A_recount_that_does_not_agree_is_a_defect_and_no_answer()
    {
        // A source that changes its mind once the search is over: the second count cannot agree with the first.
        var fickle = new FickleTravel();
        CoverageState state = CoverageState.Compute(Shipped.State.Snapshot, RuleSet.Default, fickle);
        fickle.Lies = true;

        Should.Throw<InvalidOperationException>(() => SuggestionSolver.Compute(state, new SuggestionRequest())).Message.ShouldContain("disagree");
    }

    private sealed class FickleTravel : ITravelSource
    {
        private int _asked;

        public bool Lies { get; set; }

        public TravelSourceInfo Info => Shipped.State.Travel.Info;

        public TravelCost?[] Costs(IReadOnlyList<Place> origins, IReadOnlyList<Place> destinations)
        {
            TravelCost?[] costs = Shipped.State.Travel.Costs(origins, destinations);
            if (Lies && ++_asked > 4)
                return [.. costs.Select(c => c is { } cost ? cost with { Seconds = cost.Seconds + _asked } : c)];
            return costs;
        }
    }
}
