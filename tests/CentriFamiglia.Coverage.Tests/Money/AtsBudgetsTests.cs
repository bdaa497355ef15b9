using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Money;

public class AtsBudgetsTests
{
    private static readonly ImmutableSortedDictionary<string, AtsLedger> _none = ImmutableSortedDictionary<string, AtsLedger>.Empty;

    [Theory]
    [InlineData("Bergamo", 1_103_768, 0.7147)]
    [InlineData("Brescia", 1_156_140, 0.6913)]
    [InlineData("Brianza", 1_203_589, 0.6718)]
    [InlineData("Insubria", 1_456_483, 0.5893)]
    [InlineData("Milano Città Metropolitana", 3_446_886, 0.3627)]
    [InlineData("Montagna", 293_043, 2.1473)]
    [InlineData("Pavia", 534_968, 1.2653)]
    [InlineData("Val Padana", 755_865, 0.9531)]
    public void The_equal_part_gives_Montagna_about_six_times_per_resident_what_Milano_has(string ats, int residents, double perResident)
    {
        // Residents added up from comuni.geojson and unita.csv, and divided, outside this program: 629,258.97 / 293,043 = 2.1473.
        AtsBudget budget = AtsBudgets.Compute(Shipped.State, _none, [], null).Single(b => b.Allocation.Ats == ats);

        (budget.Allocation.Residents, budget.EurPerResident).ShouldBe((residents, (decimal)perResident));
    }

    [Fact]
    public void The_allocation_of_Brescia_is_within_25_EUR_of_the_published_one() =>
        Math.Abs(AtsBudgets.Compute(Shipped.State, _none, [], null).Single(b => b.Allocation.Ats == "Brescia").Allocation.Assigned - 799_209m)
            .ShouldBeLessThanOrEqualTo(25m);

    [Theory]
    [InlineData("60000;70000", "0", 6_532_000, 130_000, 6_402_000, 0, 0)]
    [InlineData("60000;70000.01", "1000", 6_533_000, 130_000.01, 6_402_999.99, 1, 0)]
    [InlineData("60000;-", "0", 6_532_000, 60_000, 6_472_000, 0, 1)]
    public void What_is_free_is_the_allocation_with_the_residuals_less_the_contributions(
        string contributions, string residual, double available, double committed, double free, int overCap, int silent)
    {
        AtsBudget budget = Budget(contributions, residual, []);

        ((double)budget.Available, (double)budget.Committed, (double)budget.Free).ShouldBe((available, committed, free));
        (budget.OverCap, budget.WithoutContribution).ShouldBe((overCap, silent));
    }

    [Theory]
    [InlineData("spoke", null, null, 0, null)]
    [InlineData("spoke", 15_000.0, 15_000.0, 0, 6_387_000.0)]
    [InlineData("hub", null, 0.0, 70_000, 6_332_000.0)]
    [InlineData("", null, 0.0, 0, 6_402_000.0)]
    public void The_two_lines_of_a_scenario_have_their_costs_and_an_unknown_one_stays_unknown(
        string proposed, double? spokeCost, double? remodulation, double newCall, double? after)
    {
        CoverageState state = State("60000;70000");
        ImmutableArray<Suggestion> proposals = proposed.Length == 0
            ? []
            : [.. SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions.Take(1).Select(s => s with { Kind = proposed == "hub" ? SuggestionKind.Hub : SuggestionKind.Spoke })];

        AtsBudget budget = AtsBudgets.Compute(state, _none, proposals, (decimal?)spokeCost)[0];

        ((double?)budget.RemodulationEur, (double)budget.NewCallEur, (double?)budget.FreeAfter).ShouldBe((remodulation, newCall, after));
    }

    private static AtsBudget Budget(string contributions, string residual, ImmutableArray<Suggestion> proposals) => AtsBudgets.Compute(
        State(contributions), _none.Add("Nord", new AtsLedger(decimal.Parse(residual), null)), proposals, null)[0];

    private static CoverageState State(string contributions)
    {
        TerritoryContent content = SmallTerritory.Content(
            """
            000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Ovest
            000002 | Beta | 3 | 0 | 200 | A | Nord | D2 | Est
            """,
            "H1 | hub | 000001 | R1 | -\nH2 | hub | 000001 | R2 | -");
        string[] eur = contributions.Split(';');
        SiteSet set = content.SiteSets[0];
        set = set with { Networks = [.. set.Networks.Select((n, i) => n with { Ats = "Nord", ContributionEur = eur[i] == "-" ? null : decimal.Parse(eur[i], System.Globalization.CultureInfo.InvariantCulture) })] };
        return CoverageState.Compute(
            TerritorySnapshot.Create(content with { SiteSets = [set] }, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
    }
}
