using System.Collections.Immutable;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Tests.Small;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Tests.Money;

public class FundAllocationTests
{
    [Fact]
    public void The_worked_figures_of_the_eight_ATS_come_out_to_the_cent()
    {
        // Each rounded by itself they would sum to 6,531,999.99: the cent left over is Bergamo's, the fourth largest remainder.
        var allocation = FundAllocation.Allocate(Shipped.State.Snapshot, RuleSet.Default);

        allocation.Select(a => (a.Ats, a.Assigned)).ShouldBe(
        [
            ("Bergamo", 788_915.08m),
            ("Brescia", 799_228.69m),
            ("Brianza", 808_572.83m),
            ("Insubria", 858_375.25m),
            ("Milano Città Metropolitana", 1_250_345.39m),
            ("Montagna", 629_258.97m),
            ("Pavia", 676_901.27m),
            ("Val Padana", 720_402.52m),
        ]);
        allocation.ShouldAllBe(a => a.EqualPart == 571_550.00m && a.EqualPart + a.ResidentsPart == a.Assigned);
        allocation.Sum(a => a.Assigned).ShouldBe(6_532_000.00m);
        allocation.Sum(a => a.Residents).ShouldBe(9_950_742);
    }

    [Theory]
    [InlineData("Bergamo", 11, 18_915.08)]
    [InlineData("Brescia", 11, 29_228.69)]
    [InlineData("Brianza", 11, 38_572.83)]
    [InlineData("Insubria", 12, 18_375.25)]
    [InlineData("Milano Città Metropolitana", 17, 60_345.39)]
    [InlineData("Montagna", 8, 69_258.97)]
    [InlineData("Pavia", 9, 46_901.27)]
    [InlineData("Val Padana", 10, 20_402.52)]
    public void The_allocation_pays_whole_projects_at_the_cap_and_leaves_a_residual(string ats, int projects, double remainder)
    {
        // Divided by hand: Montagna's 629,258.97 are 8.99 projects, of which eight are whole.
        AtsAllocation row = FundAllocation.Allocate(Shipped.State.Snapshot, RuleSet.Default).Single(a => a.Ats == ats);

        (row.ProjectsAtCap, row.Remainder).ShouldBe((projects, (decimal)remainder));
    }

    [Theory]
    [InlineData(0.05, 30, 0.03, 0.02)]
    [InlineData(0.15, 30, 0.10, 0.05)]
    [InlineData(0.25, 30, 0.17, 0.08)]
    [InlineData(0.01, 50, 0.00, 0.01)]
    [InlineData(0.10, 30, 0.07, 0.03)]
    public void Half_a_cent_of_the_two_parts_goes_to_the_one_by_residents(double fund, int residentsPercent, double equal, double byResidents)
    {
        AtsAllocation row = FundAllocation.Allocate([("Nord", 5)], Fund(fund, residentsPercent, 70_000)).ShouldHaveSingleItem();

        (row.EqualPart, row.ResidentsPart, row.Assigned).ShouldBe(((decimal)equal, (decimal)byResidents, (decimal)fund));
    }

    [Theory]
    [InlineData(100, 100, 1, 0)]
    [InlineData(99.99, 100, 0, 99.99)]
    [InlineData(100.01, 100, 1, 0.01)]
    [InlineData(199.99, 100, 1, 99.99)]
    public void A_project_is_paid_when_the_cap_is_reached_to_the_cent(double fund, int cap, int projects, double remainder)
    {
        AtsAllocation row = FundAllocation.Allocate([("Nord", 5)], Fund(fund, 30, cap)).ShouldHaveSingleItem();

        (row.ProjectsAtCap, row.Remainder).ShouldBe((projects, (decimal)remainder));
    }

    [Fact]
    public void Odd_cents_of_each_part_go_to_the_earlier_ATS_and_one_without_residents_has_the_equal_part_alone()
    {
        // 70 % of 0.10 is 0.07, among three: 0.03, 0.02, 0.02. 30 % is 0.03, between the two that have residents: 0.02, 0.01.
        FundAllocation.Allocate([("A", 0), ("B", 7), ("C", 7)], Fund(0.10, 30, 70_000))
            .Select(a => (a.Ats, a.EqualPart, a.ResidentsPart)).ShouldBe([("A", 0.03m, 0m), ("B", 0.02m, 0.02m), ("C", 0.02m, 0.01m)]);
    }

    [Fact]
    public void What_cannot_be_shared_is_refused()
    {
        Should.Throw<CoverageInputException>(() => FundAllocation.Allocate([("Nord", 5), ("Sud", -1)], Fund(1, 30, 1)))
            .Message.ShouldBe("Il riparto non è possibile: i residenti dell'ATS Sud sono negativi.");
        Should.Throw<ArgumentException>(() => LargestRemainder.Share(0.001m, [1])).ParamName.ShouldBe("amount");
        Should.Throw<ArgumentException>(() => LargestRemainder.Share(-0.01m, [1])).ParamName.ShouldBe("amount");
        Should.Throw<ArgumentException>(() => LargestRemainder.Share(1m, [0, 0])).ParamName.ShouldBe("weights");
        Should.Throw<ArgumentException>(() => LargestRemainder.Share(1m, [2, -1])).ParamName.ShouldBe("weights");
        LargestRemainder.Share(0m, [1, 2]).ShouldBe([0m, 0m]);
    }

    [Fact]
    public void Cents_left_over_go_to_the_largest_remainders_and_ties_to_the_earlier()
    {
        LargestRemainder.Share(0.10m, [1, 1, 1]).ShouldBe([0.04m, 0.03m, 0.03m]);
        LargestRemainder.Share(1.00m, [1, 2, 3]).ShouldBe([0.17m, 0.33m, 0.50m]);
        LargestRemainder.Share(5.00m, [0, 7]).ShouldBe([0m, 5.00m]);
    }

    [Fact]
    public void The_parts_sum_to_the_whole_and_lie_within_a_cent_of_their_share() =>
        Seeds.Check(seeded => Prop.ForAll(
            Gen.Choose(0, 2_000_000_000).ToArbitrary(),
            Gen.Choose(0, 2_000_000_000).ArrayOf().Where(w => w.Any(x => x > 0)).ToArbitrary(),
            (cents, weights) => seeded($"{cents} cents by {string.Join(' ', weights)}", () =>
            {
                decimal amount = cents / 100m;
                decimal total = weights.Sum(w => (decimal)w);
                ImmutableArray<decimal> parts = LargestRemainder.Share(amount, [.. weights.Select(w => (long)w)]);

                parts.Sum().ShouldBe(amount);
                for (int i = 0; i < weights.Length; i++)
                    Math.Abs(parts[i] - (amount * weights[i] / total)).ShouldBeLessThan(0.01m);
            })));

    [Fact]
    public void No_residents_in_any_ATS_is_an_error_that_says_the_cure()
    {
        Allocating([("Nord", 0), ("Sud", 0)]).ShouldBe("Il riparto non è possibile: nessuna ATS ha residenti noti. Importare la popolazione.");
        Allocating([]).ShouldBe("Il riparto non è possibile: nessuna ATS è caricata. Importare la tabella delle unità.");
        Should.Throw<CoverageInputException>(() => FundAllocation.Allocate(
            SmallTerritory.Snapshot("000001 | Alfa | 0 | 0 | 10 | A | - | - | -\n000002 | Beta | 0 | 0 | 10 | A | Nord | - | -"), RuleSet.Default))
            .Message.ShouldBe("Il riparto non è possibile: 10 residenti stanno in comuni senza ATS. Completare la tabella delle unità.");

        Should.Throw<CoverageInputException>(() => FundAllocation.Allocate(
            SmallTerritory.Snapshot("000001 | Alfa | 0 | 0 | - | A | Nord | - | -\n000002 | Beta | 0 | 0 | 10 | A | Nord | - | -"), RuleSet.Default))
            .Message.ShouldBe("Il riparto non è possibile: i residenti non sono noti in tutti i comuni (ne mancano 1). Importare la popolazione.");

        // A comune without ATS where nobody lives is in nobody's way, and where residents are known nowhere it is that which is said.
        FundAllocation.Allocate(
            SmallTerritory.Snapshot("000001 | Alfa | 0 | 0 | 0 | A | - | - | -\n000002 | Beta | 0 | 0 | 10 | A | Nord | - | -"), RuleSet.Default)
            .ShouldHaveSingleItem().Assigned.ShouldBe(6_532_000m);
        Should.Throw<CoverageInputException>(() => FundAllocation.Allocate(
            SmallTerritory.Snapshot("000001 | Alfa | 0 | 0 | - | A | Nord | - | -"), RuleSet.Default))
            .Message.ShouldBe("Il riparto non è possibile: nessuna ATS ha residenti noti. Importare la popolazione.");

        static string Allocating(ImmutableArray<(string, long)> ats) =>
            Should.Throw<CoverageInputException>(() => FundAllocation.Allocate(ats, RuleSet.Default.Fund)).Message;
    }

    private static FundParameters Fund(double eur, int residentsPercent, int cap) => new(
        ImmutableSortedDictionary<string, decimal>.Empty.Add("fondo", (decimal)eur), 100 - residentsPercent, residentsPercent, cap, 12);
}
