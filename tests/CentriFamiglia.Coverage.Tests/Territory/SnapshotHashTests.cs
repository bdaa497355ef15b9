using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class SnapshotHashTests
{
    private static readonly TerritoryContent _content = SmallTerritory.Content(
        """
        000001 | Alfa | 0 | 0 | 100 | A | Nord | D1 | Est
        000002 | Beta | 1 | 0 | 200 | B | Nord | D1 | Est
        """,
        "H1 | hub | 000001 | R1 | Est\nS1 | spoke | 000002 | R1 | -") with
    {
        DemandPoints = [new(new("p1"), new("000001"), 9, 45, 40.5), new(new("p2"), new("000002"), 9.01, 45, 10)],
        Matrix = new TravelMatrixInfo(4, "ab", "m.csv"),
        Documents = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("fonti", "[]"),
    };

    /// <summary>One change of every field that the content has.</summary>
    public static TheoryData<string> Fields => [.. Changes.Keys];

    private static Dictionary<string, Func<TerritoryContent, TerritoryContent>> Changes => new(StringComparer.Ordinal)
    {
        ["comune code"] = c => Comune(c, x => x with { Code = new("000009") }),
        ["comune name"] = c => Comune(c, x => x with { Name = "Altro" }),
        ["comune boundary"] = c => Comune(c, x => x with { Boundary = SmallTerritory.Comune("000001", 7, 7, 1).Boundary }),
        ["comune province"] = c => Comune(c, x => x with { Province = "MI" }),
        ["comune residents"] = c => Comune(c, x => x with { Residents = 101 }),
        ["comune residents unknown"] = c => Comune(c, x => x with { Residents = null }),
        ["comune families"] = c => Comune(c, x => x with { Families = 0 }),
        ["comune ages"] = c => Comune(c, x => x with { Ages = new(0, 0, null, null) }),
        ["comune children"] = c => Comune(c, x => x with { Ages = new(1, 0, null, null) }),
        ["comune elderly"] = c => Comune(c, x => x with { Ages = new(0, 1, null, null) }),
        ["comune year of the ages"] = c => Comune(c, x => x with { Ages = new(0, 0, 2011, null) }),
        ["comune source of the ages"] = c => Comune(c, x => x with { Ages = new(0, 0, null, "") }),
        ["comune area"] = c => Comune(c, x => x with { AreaKm2 = 1 }),
        ["comune altitude"] = c => Comune(c, x => x with { AltitudeMetres = 1 }),
        ["comune urban degree"] = c => Comune(c, x => x with { UrbanDegree = 1 }),
        ["comune class"] = c => Comune(c, x => x with { Class = SnaiClass.F }),
        ["comune seat"] = c => Comune(c, x => x with { Seat = null }),
        ["comune seat lon"] = c => Comune(c, x => x with { Seat = x.Seat! with { Lon = Math.BitIncrement(x.Seat.Lon) } }),
        ["comune seat source"] = c => Comune(c, x => x with { Seat = x.Seat! with { Source = "altra" } }),
        ["membership ats"] = c => Membership(c, x => x with { Ats = "Sud" }),
        ["membership asst"] = c => Membership(c, x => x with { Asst = "A" }),
        ["membership distretto"] = c => Membership(c, x => x with { Distretto = null }),
        ["membership ambito"] = c => Membership(c, x => x with { Ambito = "" }),
        ["membership ambito status"] = c => Membership(c, x => x with { AmbitoStatus = EvidenceStatus.Unverified }),
        ["membership distretto status"] = c => Membership(c, x => x with { DistrettoStatus = EvidenceStatus.Unverified }),
        ["membership source"] = c => Membership(c, x => x with { Source = "" }),
        ["membership source date"] = c => Membership(c, x => x with { SourceDate = "2022" }),
        ["membership from"] = c => Membership(c, x => x with { ValidFrom = new(2020, 1, 1) }),
        ["membership to"] = c => Membership(c, x => x with { ValidTo = new(2030, 1, 1) }),
        ["point id"] = c => Point(c, x => x with { Id = new("p0") }),
        ["point comune"] = c => Point(c, x => x with { Comune = new("000002") }),
        ["point lon"] = c => Point(c, x => x with { Lon = 9.5 }),
        ["point lat"] = c => Point(c, x => x with { Lat = 45.5 }),
        ["point residents"] = c => Point(c, x => x with { Residents = 41 }),
        ["point families"] = c => Point(c, x => x with { Families = 0 }),
        ["point children"] = c => Point(c, x => x with { Children = 0 }),
        ["point elderly"] = c => Point(c, x => x with { Elderly = 0 }),
        ["point elderly others"] = c => Point(c, x => x with { Elderly = 1 }),
        ["site id"] = c => Site(c, x => x with { Id = new("H2") }),
        ["site name"] = c => Site(c, x => x with { Name = "" }),
        ["site role"] = c => Site(c, x => x with { Role = SiteRole.NotDeclared }),
        ["site comune"] = c => Site(c, x => x with { Comune = new("000002") }),
        ["site lon"] = c => Site(c, x => x with { Lon = 9.5 }),
        ["site lat"] = c => Site(c, x => x with { Lat = 45.5 }),
        ["site network"] = c => Site(c, x => x with { Network = null }),
        ["site manager"] = c => Site(c, x => x with { ManagerKind = "" }),
        ["site hours"] = c => Site(c, x => x with { OpeningHours = "" }),
        ["site wheelchair"] = c => Site(c, x => x with { Wheelchair = "" }),
        ["site address"] = c => Site(c, x => x with { Address = "Via Roma 1" }),
        ["site phone"] = c => Site(c, x => x with { Phone = "035" }),
        ["site email"] = c => Site(c, x => x with { Email = "a@b.it" }),
        ["site web"] = c => Site(c, x => x with { Web = "https://b.it" }),
        ["site operators"] = c => Site(c, x => x with { Operators = 0 }),
        ["site staff"] = c => Site(c, x => x with { Staff = ["a"] }),
        ["site protocols"] = c => Site(c, x => x with { Protocols = ["a"] }),
        ["site charter"] = c => Site(c, x => x with { ServiceCharter = false }),
        ["site spaces"] = c => Site(c, x => x with { Spaces = ["a"] }),
        ["site services"] = c => Site(c, x => x with { Services = ["a"] }),
        ["site spaces split"] = c => Site(c, x => x with { Spaces = ["a", "b"] }),
        ["site spaces joined"] = c => Site(c, x => x with { Spaces = ["ab"] }),
        ["site declared"] = c => Site(c, x => x with { DeclaredAmbiti = [] }),
        ["site status"] = c => Site(c, x => x with { Status = SiteStatus.Planned }),
        ["site precision"] = c => Site(c, x => x with { Precision = SitePrecision.Point }),
        ["site demonstration"] = c => Site(c, x => x with { Demonstration = true }),
        ["site source"] = c => Site(c, x => x with { Source = "" }),
        ["site source date"] = c => Site(c, x => x with { SourceDate = "" }),
        ["site from"] = c => Site(c, x => x with { ValidFrom = new(2020, 1, 1) }),
        ["site to"] = c => Site(c, x => x with { ValidTo = new(2030, 1, 1) }),
        ["network name"] = c => Network(c, x => x with { Name = "" }),
        ["network ats"] = c => Network(c, x => x with { Ats = "Nord" }),
        ["network manager"] = c => Network(c, x => x with { ManagerKind = "" }),
        ["network contribution"] = c => Network(c, x => x with { ContributionEur = 0 }),
        ["network months"] = c => Network(c, x => x with { Months = 0 }),
        ["network caregiver"] = c => Network(c, x => x with { CaregiverAction = false }),
        ["network accepted"] = c => Network(c, x => x with { AcceptedOn = new(2020, 1, 1) }),
        ["network starts"] = c => Network(c, x => x with { StartsOn = new(2020, 1, 1) }),
        ["network ends"] = c => Network(c, x => x with { EndsOn = new(2030, 1, 1) }),
        ["network extended"] = c => Network(c, x => x with { ExtendedTo = new(2030, 1, 1) }),
        ["network partners"] = c => Network(c, x => x with { Partners = [new("a", null)] }),
        ["network kind of a partner"] = c => Network(c, x => x with { Partners = [new("a", "b")] }),
        ["network number of partners"] = c => Network(c, x => x with { StatedPartners = 1 }),
        ["declaration"] = c => c with { Declarations = [new("Nord", 0, null, null)] },
        ["declaration of what is spent"] = c => c with { Declarations = [new("Nord", 0, 0, null)] },
        ["declaration of a day"] = c => c with { Declarations = [new("Nord", 0, null, new(2020, 1, 1))] },
        ["set name"] = c => Set(c, x => x with { Name = SiteSet.Known }),
        ["set complete"] = c => Set(c, x => x with { CompleteFor = ["Nord", "Sud"] }),
        ["matrix"] = c => c with { Matrix = null },
        ["matrix fingerprint"] = c => c with { Matrix = c.Matrix! with { Sha256 = "ac" } },
        ["document"] = c => c with { Documents = c.Documents.SetItem("fonti", "[ ]") },
        ["another document"] = c => c with { Documents = c.Documents.Add("altro", "") },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Any_field_changes_the_hash(string field) => Hash(Changes[field](_content)).ShouldNotBe(Hash(_content), StringComparer.Ordinal);

    // Written down when points were a list of records: those that are kept as columns have the same.
    [Fact]
    public void The_hash_of_a_content_stays_what_it_was() =>
        Hash(_content).ShouldBe("ceef1ce7057edbb1d842eec8e9225b192cc7b185a071980e07a375c3de90f6e4", StringComparer.Ordinal);

    [Fact]
    public void The_order_of_points_does_not_matter() =>
        Hash(_content with { DemandPoints = [.. _content.DemandPoints.Reverse()] }).ShouldBe(Hash(_content), StringComparer.Ordinal);

    [Fact]
    public void No_two_changes_have_the_same_hash() => Changes.Values.Select(c => Hash(c(_content))).Distinct(StringComparer.Ordinal).Count().ShouldBe(Changes.Count);

    [Fact]
    public void The_order_of_the_input_does_not_matter() => RandomTerritory.Holds(random =>
    {
        TerritoryContent content = RandomTerritory.Content(random);
        SiteSet set = content.SiteSets[0];
        TerritoryContent shuffled = content with
        {
            Comuni = Shuffled(content.Comuni),
            Memberships = Shuffled(content.Memberships),
            SiteSets = [set with { Sites = Shuffled(set.Sites), Networks = Shuffled(set.Networks) }],
        };

        Hash(shuffled).ShouldBe(Hash(content));

        ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items)
        {
            T[] copy = [.. items];
            random.Shuffle(copy);
            return [.. copy];
        }
    });

    [Fact]
    public void An_amount_is_the_same_however_many_zeros_a_store_keeps() =>
        Hash(Network(_content, n => n with { ContributionEur = 70_000m }))
            .ShouldBe(Hash(Network(_content, n => n with { ContributionEur = 70_000.00m })));

    [Fact]
    public void Being_active_is_a_setting_not_a_content() =>
        TerritorySnapshot.Create(Set(_content, s => s with { Active = false }), SiteSet.Mine, SmallTerritory.Day).Hash.ShouldBe(Hash(_content));

    private static string Hash(TerritoryContent content) => TerritorySnapshot.Create(content, null, SmallTerritory.Day).Hash;

    private static TerritoryContent Comune(TerritoryContent c, Func<Comune, Comune> change) =>
        c with { Comuni = c.Comuni.SetItem(0, change(c.Comuni[0])) };

    private static TerritoryContent Membership(TerritoryContent c, Func<Membership, Membership> change) =>
        c with { Memberships = c.Memberships.SetItem(0, change(c.Memberships[0])) };

    private static TerritoryContent Point(TerritoryContent c, Func<DemandPoint, DemandPoint> change) =>
        c with { DemandPoints = [change(c.DemandPoints[0]), .. c.DemandPoints.Skip(1)] };

    private static TerritoryContent Set(TerritoryContent c, Func<SiteSet, SiteSet> change) =>
        c with { SiteSets = [change(c.SiteSets[0])] };

    private static TerritoryContent Site(TerritoryContent c, Func<Site, Site> change) =>
        Set(c, s => s with { Sites = s.Sites.SetItem(0, change(s.Sites[0])) });

    private static TerritoryContent Network(TerritoryContent c, Func<Network, Network> change) =>
        Set(c, s => s with { Networks = s.Networks.SetItem(0, change(s.Networks[0])) });
}
