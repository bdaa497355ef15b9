using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>A small territory that has one of everything a store could spoil.</summary>
internal static class SampleContent
{
    private static readonly WKTReader Wkt = new(new NtsGeometryServices(new PrecisionModel(), 4326));

    public static TerritoryContent Full { get; } = new()
    {
        Comuni =
        [
            new Comune
            {
                Code = new ComuneCode("012034"),
                Name = "Cantù d'Adda \"Sopra\"",
                Ages = new AgeCounts(1, 2, null, null),
                Boundary = Geometry("POLYGON ((9.1 45.1, 9.3 45.1, 9.3 45.3, 9.1 45.1))"),
            },
            new Comune
            {
                Code = new ComuneCode("016024"),
                Name = "Bergamo",
                Province = "BG",
                Residents = 120580,
                Families = 0,
                AreaKm2 = 0.1 + 0.2,
                AltitudeMetres = -1.5,
                UrbanDegree = 1,
                Class = SnaiClass.F,
                Ages = new AgeCounts(0, 28431, 2011, "Istat; censimento «2011»"),
                Seat = new Seat(9.664960000000001, 45.69753, "GeoNames; riga 1\nriga 2"),
                Boundary = Geometry(
                    "MULTIPOLYGON (((9 45, 9.5 45, 9.5 45.333333333333336, 9 45), (9.3 45.05, 9.4 45.1, 9.4 45.05, 9.3 45.05)), "
                    + "((9.9 45.9, 9.95 45.9, 9.95 45.99999999999999, 9.9 45.9)))"),
            },
        ],
        Memberships =
        [
            new Membership { Comune = new ComuneCode("012034"), Ats = "Insubria" },
            new Membership
            {
                Comune = new ComuneCode("016024"),
                Ats = "Bergamo",
                Asst = "Papa Giovanni XXIII",
                Distretto = "",
                Ambito = "Valle Imagna - Villa d'Almè",
                AmbitoStatus = EvidenceStatus.Listed,
                DistrettoStatus = EvidenceStatus.Inferred,
                Source = "https://esempio.it/?a=1&b=%20",
                SourceDate = "2022-09; 2021-02",
                ValidFrom = new DateOnly(2023, 1, 1),
                ValidTo = new DateOnly(9999, 12, 31),
            },
        ],
        DemandPoints =
        [
            new DemandPoint(new DemandPointId("P-10"), new ComuneCode("016024"), 9.67, 45.69, 0) { Families = 0, Elderly = 0.1 + 0.2 },
            new DemandPoint(new DemandPointId("P-9"), new ComuneCode("016024"), 9.6649600000000007, 45.697530000000015, 1.0 / 3),
        ],
        SiteSets =
        [
            new SiteSet { Name = SiteSet.Demonstration, CompleteFor = ["Bergamo", "Val Padana"], Active = false, Sites = [], Networks = [] },
            new SiteSet { Name = SiteSet.Mine, Active = true, Sites = Sites(), Networks = Networks() },
        ],
        Areas =
        [
            Area(AreaLevel.Ambito, "valle-imagna", "Valle Imagna", EvidenceStatus.Unverified),
            Area(AreaLevel.Distretto, "bergamo", "Bergamo", EvidenceStatus.Listed),
            Area(AreaLevel.Asst, "papa-giovanni", "Papa Giovanni", EvidenceStatus.Inferred),
            Area(AreaLevel.Ats, "bergamo", "Bergamo", EvidenceStatus.Listed),
        ],
        Declarations =
        [
            new AtsDeclaration("Bergamo", 12000.50m, 0m, new DateOnly(2023, 12, 20)),
            new AtsDeclaration("Insubria", null, null, null),
        ],
        Matrix = new TravelMatrixInfo(3, new string('a', 64), "tempi d'inverno.csv"),
        Documents = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
            .Add(DocumentKeys.Sources, "[]")
            .Add(DocumentKeys.Exceptions, "[{\"livello\":\"ambito\",\"codice\":\"bormio\",\"motivo\":\"Perché sì\",\"responsabile\":\"ATS\",\"fino_al\":\"2026-12-31\"}]")
            .Add(DocumentKeys.TravelEstimate, "{\n  \"però\": 0.1\r\n}"),
    };

    /// <summary>The same as a store of the schema before the needs could hold it: no ages, no point that counts more than residents.</summary>
    public static TerritoryContent BeforeNeeds { get; } = Full with
    {
        Comuni = [.. Full.Comuni.Select(c => c with { Ages = null })],
        DemandPoints = [.. Full.DemandPoints.Select(p => p with { Families = null, Elderly = null })],
    };

    public static ImmutableArray<TravelMatrixEntry> Matrix { get; } =
    [
        new(new ComuneCode("012034"), new ComuneCode("016024"), 61.0 / 3, 45.1),
        new(new ComuneCode("016024"), new ComuneCode("012034"), 0, null),
        new(new ComuneCode("016024"), new ComuneCode("016024"), 3.5, 0),
    ];

    public static Geometry Geometry(string wkt) => Wkt.Read(wkt);

    /// <summary>A square comune with <paramref name="code"/> as its name.</summary>
    public static Comune Square(int code) => new()
    {
        Code = new ComuneCode($"{code:D6}"),
        Name = $"Comune {code}",
        Residents = code,
        Boundary = Geometry($"POLYGON (({code} 0, {code + 1} 0, {code + 1} 1, {code} 1, {code} 0))"),
    };

    private static ImmutableArray<Site> Sites() =>
    [
        new Site
        {
            Id = new SiteId("B-1"),
            Name = "Hub «Il Gelso», 2° piano",
            Role = SiteRole.Hub,
            Comune = new ComuneCode("016024"),
            Lon = 9.664960000000001,
            Lat = 45.69753,
            Network = new NetworkId("R;1"),
            ManagerKind = "Terzo settore",
            OpeningHours = "Mo-Fr 09:00-12:00; Sa off",
            Wheelchair = "limited",
            Address = "Via Papa Giovanni XXIII, 1/A",
            Phone = "+39 035 000000",
            Email = "hub@esempio.it",
            Web = "https://esempio.it/?a=1&b=2",
            Operators = 0,
            Staff = ["assistente sociale", "psicologo | \"part time\""],
            Protocols = ["Consultorio; 2024"],
            ServiceCharter = false,
            Spaces = ["accoglienza", "colloqui | \"riservati\"", ""],
            Services = ["anziani"],
            DeclaredAmbiti = ["Bergamo", "Dalmine"],
            Status = SiteStatus.Planned,
            Precision = SitePrecision.Comune,
            Demonstration = true,
            Source = "pagina",
            SourceDate = "2022",
            ValidFrom = new DateOnly(2024, 2, 29),
            ValidTo = new DateOnly(2025, 1, 1),
        },
        new Site
        {
            Id = new SiteId("a-1"),
            Name = "Centro",
            Role = SiteRole.NotDeclared,
            Comune = new ComuneCode("012034"),
            Lon = 9.15,
            Lat = 45.12,
            Status = SiteStatus.Closed,
        },
    ];

    private static ImmutableArray<Network> Networks() =>
    [
        new Network
        {
            Id = new NetworkId("R;1"),
            Name = "Rete",
            Ats = "Bergamo",
            ManagerKind = "Ambito",
            ContributionEur = 70000.10m,
            Months = 12,
            CaregiverAction = false,
            AcceptedOn = new DateOnly(2024, 2, 29),
            StartsOn = new DateOnly(2024, 3, 1),
            EndsOn = new DateOnly(2025, 2, 28),
            ExtendedTo = new DateOnly(2025, 8, 31),
            Partners = [new Partner("Oratorio San Paolo", "ente ecclesiastico"), new Partner("Scuola «Manzoni»", null)],
        },
        new Network { Id = new NetworkId("R;2"), Name = "Rete due", ContributionEur = 0.005000m, StatedPartners = 7 },
    ];

    private static Area Area(AreaLevel level, string code, string name, EvidenceStatus status) => new(
        level,
        code,
        name,
        "Bergamo",
        status,
        [new ComuneCode("012034"), new ComuneCode("016024")],
        Geometry("POLYGON ((9 45, 10 45, 10 46, 9 45), (9.5 45.1, 9.6 45.2, 9.6 45.1, 9.5 45.1))"));
}
