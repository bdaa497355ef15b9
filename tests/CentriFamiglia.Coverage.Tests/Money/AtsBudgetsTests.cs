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

    [Theory]
    [InlineData("Brescia", 799_209, 25)]
    [InlineData("Brianza", 808_614, 50)]
    public void An_allocation_is_within_some_EUR_of_the_published_one(string ats, int published, int most) =>
        Math.Abs(AtsBudgets.Compute(Shipped.State, _none, [], null).Single(b => b.Allocation.Ats == ats).Allocation.Assigned - published)
            .ShouldBeLessThanOrEqualTo(most);

    [Theory]
    [InlineData("60000;70000", "0", 6_532_000, 130_000, 6_402_000, 0, 0)]
    [InlineData("60000;70000.01", "1000", 6_533_000, 130_000.01, 6_402_999.99, 1, 0)]
    [InlineData("60000;-", "0", 6_532_000, 60_000, 6_472_000, 0, 1)]
    public void What_is_free_is_the_allocation_with_the_residuals_less_the_contributions(
        string contributions, string residual, double available, double committed, double free, int overCap, int silent)
    {
        AtsBudget budget = Budget(contributions, residual, []);

        ((double)budget.Available, (double?)budget.Committed, (double?)budget.Free).ShouldBe((available, committed, free));
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
            : [.. SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions.Take(1)
                .Select(s => s with { Kind = proposed == "hub" ? SuggestionKind.Hub : SuggestionKind.Spoke })];

        AtsBudget budget = AtsBudgets.Compute(state, _none, proposals, (decimal?)spokeCost)[0];

        ((double?)budget.RemodulationEur, (double?)budget.NewCallEur, (double?)budget.FreeAfter).ShouldBe((remodulation, newCall, after));
    }

    [Theory]
    [InlineData("69999.99", 0)]
    [InlineData("0", 0)]
    [InlineData("70000", 1)]
    [InlineData("139999.99", 1)]
    [InlineData("140000", 2)]
    public void Whole_projects_at_the_cap_are_paid_by_allocation_and_residual_together(string above, int more)
    {
        // 6,532,000 are 93 projects of 70,000 and 22,000 over.
        decimal residual = decimal.Parse(above, System.Globalization.CultureInfo.InvariantCulture) - 22_000m;

        Budget("60000;70000", residual.ToString(System.Globalization.CultureInfo.InvariantCulture), []).ProjectsAtOwnCap
            .ShouldBe(93 + more);
    }

    [Fact]
    public void Only_the_proposals_and_networks_of_an_ATS_count_in_it_and_residents_nobody_has_divide_nothing()
    {
        TerritoryContent content = SmallTerritory.Content(
            """
            000001 | Alfa  | 0 | 0 | 100 | A | Nord | D1 | Ovest
            000002 | Beta  | 3 | 0 | 200 | A | Nord | D2 | Est
            000003 | Gamma | 6 | 0 | 300 | A | Nord | D3 | Lago
            000004 | Delta | 9 | 0 |   0 | A | Sud  | D4 | Mare
            """,
            "H1 | hub | 000001 | R1 | -\nH2 | hub | 000004 | R2 | -");
        CoverageState state =
            CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
        ImmutableArray<Suggestion> proposals = SuggestionSolver.Compute(state, new SuggestionRequest()).Suggestions;

        AtsBudget[] budgets = [.. AtsBudgets.Compute(state, _none, proposals, 1_000m)];

        proposals.Length.ShouldBe(2);
        budgets.Select(b =>
            (b.Allocation.Ats, b.Networks, b.WithoutContribution, b.OverCap, b.NewSpokes, b.NewHubs, b.RemodulationEur, b.NewCallEur))
            .ShouldBe([("Nord", 1, 1, 0, 2, 0, 2_000m, 0m), ("Sud", 1, 1, 0, 0, 0, 0m, 0m)]);
        // Nord: half of 4,572,400 and all of 1,959,600, over 600 residents.
        budgets.Select(b => b.EurPerResident).ShouldBe([7_076.3333m, null]);
        AtsBudgets.Compute(state, _none, [.. proposals.Select(p => p with { Kind = SuggestionKind.Hub })], null)[0].NewCallEur
            .ShouldBe(140_000m);
    }

    [Fact]
    public void Proposals_that_were_not_looked_for_are_not_none()
    {
        AtsBudget budget = AtsBudgets.ByAts(State("60000;70000"))["Nord"];

        ((double)budget.Available, (double?)budget.Committed, (double?)budget.Free).ShouldBe((6_532_000, 130_000, 6_402_000));
        (budget.NewSpokes, budget.NewHubs, budget.RemodulationEur, budget.NewCallEur, budget.FreeAfter).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void Without_an_allocation_there_is_no_fund_of_an_ATS()
    {
        CoverageState state = SmallTerritory.State("000001 | Alfa | 0 | 0 | - | A | Nord | D1 | Ovest", "H1 | hub | 000001 | R1 | -");

        AtsBudgets.ByAts(state).ShouldBeEmpty();
        Should.Throw<CoverageInputException>(() => AtsBudgets.Declared(state));
    }

    private static AtsBudget Budget(string contributions, string residual, ImmutableArray<Suggestion> proposals) => AtsBudgets.Compute(
        State(contributions),
        _none.Add("Nord", new AtsLedger(decimal.Parse(residual, System.Globalization.CultureInfo.InvariantCulture), null)),
        proposals,
        null)[0];

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
        set = set with
        {
            Networks = [.. set.Networks
            .Select((n, i) => n with { Ats = "Nord", ContributionEur = eur[i] == "-" ? null : decimal.Parse(eur[i], System.Globalization.CultureInfo.InvariantCulture) })]
        };
        return CoverageState.Compute(
            TerritorySnapshot.Create(content with { SiteSets = [set] }, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
    }
}
