using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Rules;

/// <summary>The verdicts on the data that ship.</summary>
public class ShippedVerdictTests
{
    [Fact]
    public void Of_91_Ambiti_71_have_a_sede_3_are_only_declared_and_17_are_uncovered()
    {
        var verdicts = Shipped.State.Verdicts(AreaLevel.Ambito);

        verdicts.CountBy(v => v.Verdict).ToDictionary().ShouldBe(
            new Dictionary<Verdict, int> { [Verdict.Sede] = 71, [Verdict.Competenza] = 3, [Verdict.Scoperto] = 17 }, ignoreOrder: true);
        verdicts.ShouldAllBe(v => v.Demonstration);
    }

    [Fact]
    public void With_the_known_centres_no_Ambito_is_called_uncovered()
    {
        var verdicts = Shipped.StateOf(SiteSet.Known).Verdicts(AreaLevel.Ambito);

        verdicts.Length.ShouldBe(91);
        verdicts.Select(v => v.Verdict).Distinct().ShouldBe([Verdict.Sede, Verdict.NonCaricato], ignoreOrder: true);
        verdicts.ShouldAllBe(v => !v.Demonstration);
    }

    [Theory]
    [InlineData(AreaLevel.Ambito, 91)]
    [InlineData(AreaLevel.Distretto, 76)]
    [InlineData(AreaLevel.Ats, 8)]
    [InlineData(AreaLevel.Regione, 1)]
    public void Residents_are_the_same_at_every_level(AreaLevel level, int units)
    {
        var verdicts = Shipped.State.Verdicts(level);

        verdicts.Length.ShouldBe(units);
        verdicts.Sum(v => v.Unit.Residents).ShouldBe(9_950_742);
        Shipped.State.Gaps(level).Sum(g => g.Residents).ShouldBe(9_950_742);
    }

    [Fact]
    public void Campione_d_Italia_is_an_exclave_and_an_Ambito_of_its_own()
    {
        TerritorySnapshot snapshot = Shipped.State.Snapshot;
        TerritoryUnit unit = UnitOf(AreaLevel.Ambito, "013040");

        unit.Comuni.Length.ShouldBe(1);
        snapshot.FindComune(new ComuneCode("013040"))!.Name.ShouldBe("Campione d'Italia");
        snapshot.Areas(AreaLevel.Ambito).Single(a => a.Code == unit.Code).Comuni.ShouldBe([new ComuneCode("013040")]);
    }

    [Fact]
    public void Monte_Isola_is_an_island_whose_residents_are_still_measured()
    {
        var gap = Shipped.State.Comuni.Single(c => c.Comune.Code.Value == "017111");

        gap.Comune.Name.ShouldBe("Monte Isola");
        gap.Residents.ShouldNotBeNull().ShouldBeGreaterThan(0);
        gap.Minutes.ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void San_Colombano_al_Lambro_lies_in_the_province_of_Milano_and_in_the_Ambito_of_Lodi()
    {
        Comune comune = Shipped.State.Snapshot.FindComune(new ComuneCode("015191"))!;

        (comune.Name, comune.Province).ShouldBe(("San Colombano al Lambro", "MI"));
        UnitOf(AreaLevel.Ambito, "015191").Name.ShouldBe("Lodi");
    }

    [Fact]
    public void Gombito_has_an_exclave_that_belongs_to_its_Ambito_too()
    {
        Comune gombito = Shipped.State.Snapshot.Comuni.Single(c => c.Name == "Gombito");

        gombito.Boundary.NumGeometries.ShouldBeGreaterThan(1);
        Shipped.State.Snapshot.Areas(AreaLevel.Ambito).Single(a => a.Comuni.Contains(gombito.Code))
            .Boundary.Buffer(1e-6).Covers(gombito.Boundary).ShouldBeTrue();
    }

    private static TerritoryUnit UnitOf(AreaLevel level, string code) =>
        Shipped.State.Snapshot.Units(level)
            .Single(u => u.Comuni.Any(c => Shipped.State.Snapshot.Comuni[c].Code.Value == code));
}
