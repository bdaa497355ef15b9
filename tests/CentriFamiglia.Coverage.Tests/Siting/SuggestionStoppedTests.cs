using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Siting;

/// <summary>What a planner reads when a search ends before its proof: the word "feasible", and a bound that holds.</summary>
public class SuggestionStoppedTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(SuggestionRequest.UsualNodes, true)]
    public void Most_residents_within_their_limit_are_not_claimed_before_they_are_proved(int mostNodes, bool stopAtOnce)
    {
        int feasible = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            (int sites, int spokes) = (random.Next(4, 7), random.Next(2, 4));
            (CoverageState state, int[,] residents) = Between(sites, random);
            double best = Enumerable.Range(0, 1 << sites).Where(set => int.PopCount(set) == spokes).Max(set => Covered(residents, set));
            var request = new SuggestionRequest { Goal = SuggestionGoal.Cover, MaxSpokes = spokes };

            SitingCertificate proved = SuggestionSolver.Compute(state, request).Certificate;
            SitingCertificate stopped =
                SuggestionSolver.Compute(state, request with { MostNodes = mostNodes }, () => stopAtOnce).Certificate;

            string at = $"case {seed}";
            (proved.Status, proved.Objective, proved.Bound).ShouldBe(("optimal", best, best), at);
            stopped.Objective!.Value.ShouldBeLessThanOrEqualTo(best, at);
            stopped.Bound!.Value.ShouldBeGreaterThanOrEqualTo(best, at);
            stopped.Status.ShouldBe(stopped.Bound > stopped.Objective ? "feasible" : "optimal", at);
            stopped.Gap!.Value.ShouldBe((stopped.Bound.Value - stopped.Objective.Value) / stopped.Bound.Value, 1e-4, at);
            feasible += stopped.Status == "feasible" ? 1 : 0;
        }

        feasible.ShouldBeGreaterThan(20, "what the first bound leaves open");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(SuggestionRequest.UsualNodes, true)]
    public void Least_time_is_not_claimed_before_it_is_proved(int mostNodes, bool stopAtOnce)
    {
        int feasible = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            CoverageState state = CoverageState.Compute(
                RandomTerritory.Snapshot(new Random(seed), gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps);
            var request = new SuggestionRequest { Goal = SuggestionGoal.Time, MaxSpokes = 2, ReachMinutes = 15, MostNodes = mostNodes };
            SitingCertificate found = SuggestionSolver.Compute(state, request, () => stopAtOnce).Certificate;
            double best = Travelled(state) - EveryLadder.BestPair(state, 15, cover: false);

            string at = $"case {seed}";
            found.Objective!.Value.ShouldBeGreaterThanOrEqualTo(best - 0.01, at);
            found.Bound!.Value.ShouldBeLessThanOrEqualTo(best + 0.01, at);
            (found.Status == "optimal").ShouldBe(found.Gap == 0, at);
            feasible += found.Status == "feasible" ? 1 : 0;
        }

        feasible.ShouldBeGreaterThan(0, "what the first bound leaves open");
    }

    [Fact]
    public void That_every_unit_has_a_sede_is_proved_by_counting_and_what_comes_after_is_not()
    {
        int open = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            CoverageState state = CoverageState.Compute(
                RandomTerritory.Snapshot(new Random(seed), gaps: false), RuleSet.Default, GridTravel.OneMinuteSteps);
            SuggestionResult found = SuggestionSolver.Compute(
                state, new SuggestionRequest { Level = SuggestionLevel.Entrambi, ReachMinutes = 12 }, () => true);
            EveryLadder best = EveryLadder.Of(state, SuggestionLevel.Entrambi, 12);

            string at = $"case {seed}";
            (found.Certificate.Status, found.Certificate.Objective, found.Certificate.Bound).ShouldBe(
                ("optimal", best.Fewest, best.Fewest), at);
            (int, double) worth = (-found.Suggestions.Count(s => s.Network is null), found.ResidentsGainedTogether);
            worth.CompareTo((-best.WithoutNetwork, best.Within)).ShouldBeLessThanOrEqualTo(0, at);
            if (found.Certificate.SecondaryProved)
                worth.ShouldBe((-best.WithoutNetwork, best.Within), at);
            open += found.Certificate.SecondaryProved ? 0 : 1;
        }

        open.ShouldBeGreaterThan(0, "what the first bound leaves open");
    }

    /// <summary>
    /// Between every two sites a comune of its own that both bring within its limit: a fraction of each site would cover them all, so
    /// that the first bound lies above what whole sites can do.
    /// </summary>
    /// <returns>The state, and the residents between two sites, the lower first.</returns>
    private static (CoverageState State, int[,] Residents) Between(int sites, Random random)
    {
        int[,] residents = new int[sites, sites];
        List<string> rows = ["000001 | Hub | 0 | 0 | 0 | A | Nord | D1 | Est"];
        for (int a = 0; a < sites; a++)
        {
            rows.Add($"{Site(a)} | Sito{a} | 0 | {a + 1} | 0 | A | Nord | D1 | Est");
            for (int b = a + 1; b < sites; b++)
            {
                residents[a, b] = random.Next(100, 120);
                rows.Add($"{Between(a, b)} | Tra{a}{b} | {b} | {a + 1} | {residents[a, b]} | A | Nord | D1 | Est");
            }
        }

        TerritorySnapshot snapshot = SmallTerritory.Snapshot(string.Join('\n', rows), "H1 | hub | 000001 | R1 | -");
        return (CoverageState.Compute(snapshot, RuleSet.Default, new TenMinutesBetween()), residents);

        static string Site(int a) => $"{100_000 + a}";

        static string Between(int a, int b) => $"{200_000 + (10 * a) + b}";
    }

    private static double Covered(int[,] residents, int set)
    {
        double sum = 0;
        for (int a = 0; a < residents.GetLength(0); a++)
        {
            for (int b = a + 1; b < residents.GetLength(0); b++)
                sum += (set & ((1 << a) | (1 << b))) != 0 ? residents[a, b] : 0;
        }

        return sum;
    }

    private static double Travelled(CoverageState state) =>
        state.Points.Where(p => p.Nearest is not null).Sum(p => p.Demand.Point.Residents * p.Nearest!.Value.Cost.Seconds) / 60;

    /// <summary>Ten minutes between a site and a comune of its own, or the Hub; fifty between any other two.</summary>
    private sealed class TenMinutesBetween : ITravelSource
    {
        public TravelSourceInfo Info => GridTravel.OneMinuteSteps.Info;

        public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) =>
            [.. from.SelectMany(a => to.Select(b => Cost(a, b)))];

        private static TravelCost? Cost(Place from, Place to)
        {
            if (from.Comune == to.Comune)
                return new TravelCost(0, 0);
            int minutes = Near(from, to) || Near(to, from) ? 10 : 50;
            return new TravelCost(minutes * 60, minutes * 1000);
        }

        private static bool Near(Place site, Place other)
        {
            string code = site.Comune.Value;
            return code[0] == '1' && (other.Comune.Value == "000001"
                || (other.Comune.Value[0] == '2' && other.Comune.Value[4..].Contains(code[5])));
        }
    }
}
