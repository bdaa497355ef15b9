using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class TerritorySnapshotTests
{
    private const string Comuni = """
        000002 | Beta  | 1 | 0 | 200 | A | Nord | D1 | Est
        000001 | Alfa  | 0 | 0 | 100 | A | Nord | D1 | Est
        000003 | Gamma | 2 | 0 | -   | A | Sud  | D2 | Ovest
        """;

    [Fact]
    public void Without_imported_points_each_comune_is_one_point_at_its_seat_with_all_its_residents()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(Comuni);

        snapshot.DemandIsOnePointPerComune.ShouldBeTrue();
        snapshot.Demand.Select(d => (d.Point.Id.Value, d.Point.Residents, d.Origin)).ShouldBe(
            [("000001", 100, DemandOrigin.Seat), ("000002", 200, DemandOrigin.Seat), ("000003", 0, DemandOrigin.Seat)]);
        snapshot.Notes.ShouldHaveSingleItem().Message
            .ShouldBe("I residenti di Gamma (000003) non sono noti: il comune pesa zero nelle medie. Importare la popolazione.");
    }

    [Fact]
    public void A_comune_without_a_seat_stands_at_a_point_inside_its_boundary()
    {
        TerritoryContent content = SmallTerritory.Content("000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est");
        content = content with { Comuni = [content.Comuni[0] with { Seat = null }] };

        TerritorySnapshot snapshot = TerritorySnapshot.Create(content, null, SmallTerritory.Day);

        PlacedDemand demand = snapshot.Demand.ShouldHaveSingleItem();
        demand.Origin.ShouldBe(DemandOrigin.Interior);
        content.Comuni[0].Boundary.EnvelopeInternal.Contains(demand.Point.Lon, demand.Point.Lat).ShouldBeTrue();
        snapshot.Notes.Select(n => (n.Kind, n.Subject)).ShouldBe([("comune-senza-sede", "000001")]);
    }

    [Fact]
    public void The_points_of_a_comune_replace_its_seat_and_one_without_any_stays_one_point()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni) with
        {
            DemandPoints =
            [
                new(new("p1"), new("000001"), 9, 45, 40.5),
                new(new("p2"), new("000002"), 9.01, 45, 10),
                new(new("p3"), new("999999"), 9, 45, 7),
            ],
        };

        TerritorySnapshot snapshot = TerritorySnapshot.Create(content, null, SmallTerritory.Day);

        snapshot.DemandIsOnePointPerComune.ShouldBeFalse();
        snapshot.Demand.Select(d => (d.Point.Id.Value, d.Origin)).ShouldBe([("000003", DemandOrigin.Seat), ("p1", DemandOrigin.Imported), ("p2", DemandOrigin.Imported)]);
        Enumerable.Range(0, 3).Select(snapshot.Demand.HasOwnPoints).ShouldBe([true, true, false]);
        snapshot.Notes.Select(n => (n.Kind, n.Subject)).ShouldBe(
            [("comune-senza-residenti", "000003"), ("punto-scartato", "p3")], ignoreOrder: true);
    }

    [Fact]
    public void The_seats_that_an_archive_of_old_kept_as_points_are_what_no_points_are()
    {
        TerritoryContent without = SmallTerritory.Content("000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est\n000002 | Beta | 10 | 0 | 200 | A | Nord | D1 | Est");
        DemandPoint Seat(int comune) => DemandPoint.Of(without.Comuni[comune], without.Comuni[comune].Seat!.Lon, without.Comuni[comune].Seat!.Lat);
        TerritoryContent kept = without with { DemandPoints = [Seat(0), Seat(1)] };

        TerritorySnapshot now = TerritorySnapshot.Create(without, null, SmallTerritory.Day), old = TerritorySnapshot.Create(kept, null, SmallTerritory.Day);

        old.DemandIsOnePointPerComune.ShouldBeTrue();
        old.Demand.ShouldBe(now.Demand);
        TerritorySnapshot.Create(without with { DemandPoints = [Seat(0), Seat(1) with { Residents = 150 }] }, null, SmallTerritory.Day).Demand
            .Select(d => (d.Point.Residents, d.Origin)).ShouldBe([(100, DemandOrigin.Seat), (150, DemandOrigin.Imported)]);
    }

    [Fact]
    public void A_sede_in_an_unknown_comune_counts_nowhere_and_is_told()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(Comuni, "H1 | hub | 999999 | R1 | -\nH2 | hub | 000001 | R2 | -");

        snapshot.Sites.Select(s => (s.Site.Id.Value, s.Ats)).ShouldBe([("H2", "Nord")]);
        snapshot.UnplacedSites.Select(s => s.Id.Value).ShouldBe(["H1"]);
        snapshot.Notes.ShouldContain(n => n.Kind == "sede-comune-ignoto" && n.Subject == "H1");
    }

    [Fact]
    public void A_membership_that_does_not_hold_at_the_date_does_not_count_and_the_area_is_dissolved_without_it()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni);
        content = content with
        {
            Memberships = [.. content.Memberships.Select(m => m.Comune.Value == "000002" ? m with { ValidTo = new DateOnly(2023, 12, 31) } : m)],
        };

        TerritorySnapshot before = TerritorySnapshot.Create(content, null, new DateOnly(2023, 12, 31));
        TerritorySnapshot after = TerritorySnapshot.Create(content, null, new DateOnly(2024, 1, 1));

        before.Areas(AreaLevel.Ambito).Select(a => (a.Code, a.Comuni.Length)).ShouldBe([("est", 2), ("ovest", 1)]);
        after.Areas(AreaLevel.Ambito).Select(a => (a.Code, a.Comuni.Length)).ShouldBe([("est", 1), ("non-caricato", 1), ("ovest", 1)]);
        after.Areas(AreaLevel.Ambito)[0].Boundary.Area.ShouldBe(before.Areas(AreaLevel.Ambito)[0].Boundary.Area / 2, 1e-12);
        before.Hash.ShouldNotBe(after.Hash, StringComparer.Ordinal);
    }

    [Fact]
    public void The_date_alone_changes_nothing() =>
        TerritorySnapshot.Create(SmallTerritory.Content(Comuni), null, new DateOnly(2030, 5, 5)).Hash
            .ShouldBe(SmallTerritory.Snapshot(Comuni).Hash);

    [Fact]
    public void The_region_is_one_area_over_all_comuni_those_without_a_membership_included()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot(Comuni + "\n000004 | Delta | 3 | 0 | 5 | A | - | - | -");

        Area region = snapshot.Areas(AreaLevel.Regione).ShouldHaveSingleItem();
        (region.Code, region.Comuni.Length).ShouldBe(("03", 4));
        region.Boundary.Area.ShouldBe(4 * SmallTerritory.Step * SmallTerritory.Step, 1e-12);
        snapshot.Units(AreaLevel.Regione)[0].Residents.ShouldBe(305);
    }

    [Fact]
    public void The_active_set_is_the_default_and_another_can_be_named()
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -");
        SiteSet mine = content.SiteSets[0];
        content = content with { SiteSets = [mine, mine with { Name = SiteSet.Known, Active = false, Sites = [] }] };

        TerritorySnapshot.Create(content, null, SmallTerritory.Day).Sites.Length.ShouldBe(1);
        TerritorySnapshot.Create(content, SiteSet.Known, SmallTerritory.Day).Sites.ShouldBeEmpty();
        Should.Throw<CoverageInputException>(() => TerritorySnapshot.Create(content, "altre", SmallTerritory.Day)).Message
            .ShouldBe("L'insieme di sedi 'altre' non esiste: scegliere fra dimostrative, note, mie.");
    }

    [Fact]
    public void Nothing_at_all_is_a_snapshot_too()
    {
        TerritorySnapshot snapshot = TerritorySnapshot.Create(TerritoryContent.Empty, null, SmallTerritory.Day);

        snapshot.Units(AreaLevel.Ambito).ShouldBeEmpty();
        snapshot.Areas(AreaLevel.Regione).ShouldHaveSingleItem().Boundary.IsEmpty.ShouldBeTrue();
        snapshot.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void An_Ambito_across_two_ATS_goes_with_most_of_its_comuni_and_is_told()
    {
        TerritorySnapshot snapshot = SmallTerritory.Snapshot("""
            000001 | Alfa  | 0 | 0 | 1 | A | Sud  | D1 | Est
            000002 | Beta  | 1 | 0 | 1 | A | Nord | D1 | Est
            000003 | Gamma | 2 | 0 | 1 | A | Nord | D1 | Est
            """);

        snapshot.Units(AreaLevel.Ambito).ShouldHaveSingleItem().Ats.ShouldBe("Nord");
        snapshot.Notes.Where(n => n.Subject == "est").ShouldHaveSingleItem().Kind.ShouldBe("unita-in-due-ats");
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(null, "2024-01-01", null, null, true)]
    [InlineData(null, "2024-01-02", null, null, false)]
    [InlineData("2024-01-02", null, null, null, false)]
    [InlineData("2024-01-02", "2023-12-01", null, null, true)]
    [InlineData(null, null, "2024-01-01", null, true)]
    [InlineData(null, null, "2023-12-31", null, false)]
    [InlineData(null, null, "2023-12-31", "2024-01-01", true)]
    [InlineData(null, null, "2023-06-30", "2023-12-31", false)]
    public void A_network_not_begun_or_ended_on_the_day_does_not_count_nor_do_its_sedi(string? accepted, string? starts, string? ends, string? extended, bool counts)
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, "H1 | hub | 000001 | R1 | -\nH2 | hub | 000002 | R2 | -\nX1 | - | 000002 | - | -");
        SiteSet set = content.SiteSets[0];
        Network dated = set.Networks[0] with { AcceptedOn = Day(accepted), StartsOn = Day(starts), EndsOn = Day(ends), ExtendedTo = Day(extended) };

        var snapshot = TerritorySnapshot.Create(content with { SiteSets = [set with { Networks = [dated, set.Networks[1]] }] }, null, SmallTerritory.Day);

        snapshot.Networks.Select(n => n.Id.Value).ShouldBe(counts ? ["R1", "R2"] : ["R2"]);
        snapshot.IdleNetworks.Select(n => n.Id.Value).ShouldBe(counts ? [] : ["R1"]);
        snapshot.Sites.Select(s => s.Site.Id.Value).ShouldBe(counts ? ["H1", "H2", "X1"] : ["H2", "X1"]);

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
    }
}
