using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>At the limit, at the tie, with one more and one fewer.</summary>
public class SuggestionLimitTests
{
    // Of 400 residents 100, those of Alfa, are within their limit today; Beta alone makes 300, Beta and Delta 400.
    private const string Comuni = """
        000001 | Alfa  |  0 |  0 | 100 | A | Nord | D1 | Est
        000002 | Beta  | 25 |  0 | 200 | A | Nord | D1 | Est
        000003 | Delta |  0 | 28 | 100 | A | Nord | D1 | Est
        """;

    private const string OneHub = "H1 | hub | 000001 | R1 | -";

    [Theory]
    [InlineData(24.9, 0)]
    [InlineData(25, 0)]
    [InlineData(25.1, 1)]
    [InlineData(74.9, 1)]
    [InlineData(75, 1)]
    [InlineData(75.1, 2)]
    [InlineData(100, 2)]
    public void A_share_is_met_when_it_is_met_exactly(double percent, int spokes)
    {
        SuggestionResult result = SuggestionSolver.Compute(
            SmallTerritory.State(Comuni, OneHub), new SuggestionRequest { Goal = SuggestionGoal.Cover, SharePercent = percent });

        result.Suggestions.Length.ShouldBe(spokes);
        result.Certificate.Status.ShouldBe("optimal");
        result.Notes.ShouldContain(n => n.Contains($"bastano {spokes} nuovi Spoke, e con meno è dimostrato che non si può"));
    }

    [Theory]
    [InlineData("H1", "H2", "H1")]
    [InlineData("H2", "H1", "H1")]
    [InlineData("H10", "H9", "H10")]
    public void Of_two_Hubs_as_far_in_time_and_in_metres_the_first_by_id_is_joined(string inAlfa, string inEta, string joined)
    {
        // Alfa and Eta are both 30 minutes from Gamma, on either side of it.
        CoverageState state = SmallTerritory.State(
            """
            000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Gamma | 30 | 0 | 500 | A | Nord | D1 | Ovest
            000003 | Eta   | 60 | 0 | 100 | A | Nord | D1 | Est
            """, $"{inAlfa} | hub | 000001 | R{inAlfa} | -\n{inEta} | hub | 000003 | R{inEta} | -");

        Suggestion spoke = SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions.ShouldHaveSingleItem();

        (spoke.Hub?.Value, spoke.Network?.Value, spoke.HubMinutes).ShouldBe((joined, $"R{joined}", 30));
    }

    [Fact]
    public void Of_two_Hubs_as_far_in_time_the_one_fewer_metres_away_is_joined()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(
            """
            000001 | Alfa  |  0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Gamma | 30 | 0 | 500 | A | Nord | D1 | Ovest
            000003 | Eta   | 61 | 0 | 100 | A | Nord | D1 | Est
            """, "H1 | hub | 000003 | R1 | -\nH2 | hub | 000001 | R2 | -");
        CoverageState state = CoverageState.Compute(snapshot, RuleSet.Default, new SameMinutes(30));

        SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions.ShouldHaveSingleItem().Hub?.Value.ShouldBe("H2");
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(8, 1, 1)]
    [InlineData(9, 1, 1)]
    [InlineData(10, 1, 2)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 4, 2)]
    [InlineData(9, 3, 1)]
    [InlineData(6, 4, 2)]
    public void A_new_Hub_takes_eight_Spokes_and_three_Ambiti_and_not_one_more(int distretti, int ambiti, int hubs)
    {
        // Without any network each Distretto gets a sede, all within reach of one another.
        string comuni = string.Join('\n', Enumerable.Range(0, distretti).Select(i =>
            $"{i + 1:000000} | C{i} | {i} | 0 | 100 | A | Nord | D{i} | A{i % ambiti}"));

        SuggestionResult result = SuggestionSolver.Compute(
            SmallTerritory.State(comuni), new SuggestionRequest { Level = SuggestionLevel.Distretto });

        result.Suggestions.Length.ShouldBe(distretti);
        result.Suggestions.Count(s => s.Kind == SuggestionKind.Hub).ShouldBe(hubs);
        result.Suggestions.Count(s => s.NewHub is not null).ShouldBe(distretti - hubs);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(9.9, 2)]
    public void A_new_Hub_reaches_as_far_as_the_others_and_no_farther(double reach, int hubs)
    {
        CoverageState state = SmallTerritory.State(
            """
            000001 | Alfa |  0 | 0 | 100 | A | Nord | D1 | Est
            000002 | Beta | 10 | 0 | 100 | A | Nord | D2 | Ovest
            """);

        SuggestionSolver.Compute(state, new SuggestionRequest { ReachMinutes = reach })
            .Suggestions.Count(s => s.Kind == SuggestionKind.Hub).ShouldBe(hubs);
    }

    [Theory]
    [InlineData(SuggestionGoal.Cover, 301.25)]
    [InlineData(SuggestionGoal.Time, 33.6)]
    public void Objective_and_bound_keep_their_fractions(SuggestionGoal goal, double value)
    {
        // Fractions of residents: 100.75, 200.5 and, 28 minutes from the Hub, 1.2.
        TerritoryContent content = SmallTerritory.Content(Comuni, OneHub);
        content = content with
        {
            DemandPoints = [.. content.Comuni.Zip([100.75, 200.5, 1.2], (comune, residents) =>
                new DemandPoint(new DemandPointId(comune.Code.Value), comune.Code, comune.Seat!.Lon, comune.Seat.Lat, residents))],
        };
        CoverageState state = CoverageState.Compute(
            TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);

        SitingCertificate certificate = SuggestionSolver.Compute(state, new SuggestionRequest { Goal = goal, MaxSpokes = 1 }).Certificate;

        // Beta is chosen: of Alfa and Beta all are within the limit, and 1.2 residents of Delta travel 28 minutes.
        (certificate.Status, certificate.Objective, certificate.Bound, certificate.Gap).ShouldBe(("optimal", value, value, 0));
    }

    /// <summary>Every trip to another comune takes as long; metres are those of the grid.</summary>
    private sealed class SameMinutes(int minutes) : ITravelSource
    {
        public TravelSourceInfo Info => GridTravel.OneMinuteSteps.Info;

        public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) =>
            [.. GridTravel.OneMinuteSteps.Costs(from, to)
                .Select(cost => cost is { Seconds: > 0 } trip ? trip with { Seconds = minutes * 60 } : cost)];
    }
}
