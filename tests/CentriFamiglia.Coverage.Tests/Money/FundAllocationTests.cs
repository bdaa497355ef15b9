using System.Collections.Immutable;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Tests.Small;
using FsCheck;
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

    [Fact]
    public void The_allocation_pays_whole_projects_at_the_cap_and_leaves_a_residual()
    {
        var brescia = FundAllocation.Allocate(Shipped.State.Snapshot, RuleSet.Default).Single(a => a.Ats == "Brescia");

        (brescia.ProjectsAtCap, brescia.Remainder).ShouldBe((11, 29_228.69m));
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
        Prop.ForAll(
            Gen.Choose(0, 2_000_000_000).ToArbitrary(),
            Gen.Choose(0, 2_000_000_000).ArrayOf().Where(w => w.Any(x => x > 0)).ToArbitrary(),
            (cents, weights) =>
            {
                decimal amount = cents / 100m;
                decimal total = weights.Sum(w => (decimal)w);
                ImmutableArray<decimal> parts = LargestRemainder.Share(amount, [.. weights.Select(w => (long)w)]);

                parts.Sum().ShouldBe(amount);
                for (int i = 0; i < weights.Length; i++)
                    Math.Abs(parts[i] - (amount * weights[i] / total)).ShouldBeLessThan(0.01m);
            }).QuickCheckThrowOnFailure();

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

        static string Allocating(ImmutableArray<(string, long)> ats) =>
            Should.Throw<CoverageInputException>(() => FundAllocation.Allocate(ats, RuleSet.Default.Fund)).Message;
    }
}
