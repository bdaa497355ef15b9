using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class AreaDissolverTests
{
    [Fact]
    public void Comuni_that_share_a_side_lose_it() =>
        AmbitoOf("POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((1 0,2 0,2 1,1 1,1 0))")
            .ShouldBe("POLYGON ((0 0, 0 1, 1 1, 2 1, 2 0, 1 0, 0 0))");

    [Fact]
    public void An_enclave_of_another_Ambito_stays_a_hole() =>
        AmbitoOf("POLYGON((0 0,3 0,3 3,0 3,0 0),(1 1,1 2,2 2,2 1,1 1))")
            .ShouldBe("POLYGON ((0 0, 0 3, 3 3, 3 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))");

    [Fact]
    public void An_Ambito_in_two_pieces_stays_in_two_pieces() =>
        AmbitoOf("POLYGON((0 0,1 0,1 1,0 1,0 0))", "POLYGON((5 0,6 0,6 1,5 1,5 0))").ShouldStartWith("MULTIPOLYGON");

    [Fact]
    public void Boundaries_that_do_not_share_their_vertices_are_dissolved_all_the_same()
    {
        Geometry area = Read(AmbitoOf("POLYGON((0 0,1 0,1 2,0 2,0 0))", "POLYGON((1 0,2 0,2 1,1 1,1 0))", "POLYGON((1 1,2 1,2 2,1 2,1 1))"));

        area.EqualsTopologically(Read("POLYGON((0 0,2 0,2 2,0 2,0 0))")).ShouldBeTrue();
    }

    [Fact]
    public void Overlapping_boundaries_are_merged_and_a_gap_is_kept()
    {
        Geometry area = Read(AmbitoOf("POLYGON((0 0,1.2 0,1.2 1,0 1,0 0))", "POLYGON((1 0,2 0,2 1,1 1,1 0))", "POLYGON((2.1 0,3 0,3 1,2.1 1,2.1 0))"));

        area.IsValid.ShouldBeTrue();
        area.Area.ShouldBe(2.9, 1e-9);
        area.NumGeometries.ShouldBe(2);
    }

    [Fact]
    public void A_boundary_that_crosses_itself_does_not_stop_the_others()
    {
        Geometry area = Read(AmbitoOf("POLYGON((0 0,1 1,1 0,0 1,0 0))", "POLYGON((1 0,2 0,2 1,1 1,1 0))"));

        area.IsValid.ShouldBeTrue();
        area.Area.ShouldBe(1.5, 1e-9);
    }

    [Fact]
    public void Each_level_has_its_own_areas_sorted_by_level_then_code_with_the_weakest_evidence()
    {
        Comune[] comuni = [Square("001001", 0), Square("001002", 1), Square("001003", 2)];
        Membership[] memberships =
        [
            Member("001001") with { Ambito = "Zeta", Distretto = "Alfa", Asst = "Una", AmbitoStatus = EvidenceStatus.Listed, DistrettoStatus = EvidenceStatus.Inferred },
            Member("001002") with { Ambito = "Beta", Distretto = "Alfa", Asst = "Una", AmbitoStatus = EvidenceStatus.Inferred, DistrettoStatus = EvidenceStatus.Listed },
            Member("001003") with { Ambito = "Beta", AmbitoStatus = EvidenceStatus.Listed, DistrettoStatus = EvidenceStatus.Listed },
        ];

        AreaDissolver.Dissolve(comuni, memberships)
            .Select(a => $"{a.Level} {a.Code} {a.Name} ({a.Ats}) {a.Status}: {string.Join('+', a.Comuni)}")
            .ShouldBe(
            [
                "Ambito beta Beta (Nord) Inferred: 001002+001003",
                "Ambito zeta Zeta (Nord) Listed: 001001",
                "Distretto alfa Alfa (Nord) Inferred: 001001+001002",
                "Asst una Una (Nord) Inferred: 001001+001002",
                "Ats nord Nord (Nord) Inferred: 001001+001002+001003",
            ]);
    }

    [Fact]
    public void A_comune_without_membership_and_a_membership_without_comune_make_no_area() =>
        AreaDissolver.Dissolve([Square("001001", 0)], [Member("001002") with { Ambito = "Beta" }]).ShouldBeEmpty();

    private static string AmbitoOf(params string[] boundaries)
    {
        Comune[] comuni = [.. boundaries.Select((wkt, i) => new Comune { Code = new ComuneCode($"{i + 1:000000}"), Name = "", Boundary = Read(wkt) })];
        Area area = AreaDissolver.Dissolve(comuni, comuni.Select(c => Member(c.Code.Value) with { Ambito = "Beta" })).Single(a => a.Level == AreaLevel.Ambito);
        area.Boundary.SRID.ShouldBe(4326);
        return area.Boundary.AsText();
    }

    private static Comune Square(string code, int x) =>
        new() { Code = new ComuneCode(code), Name = code, Boundary = Read($"POLYGON(({x} 0,{x + 1} 0,{x + 1} 1,{x} 1,{x} 0))") };

    private static Membership Member(string code) => new() { Comune = new ComuneCode(code), Ats = "Nord" };

    private static Geometry Read(string wkt) => new WKTReader().Read(wkt);
}
