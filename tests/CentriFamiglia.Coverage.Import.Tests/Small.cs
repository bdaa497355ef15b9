using System.Collections.Immutable;
using System.Text;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Import.Tests;

/// <summary>
/// Four square comuni, 0.1 degrees wide, in two rows: Agra and Albizzate below, Angera and Bergamo above. Agra and Albizzate make the
/// Ambito Luino, Angera the Ambito Sesto Calende, both of ATS Insubria; Bergamo the Ambito Bergamo.
/// </summary>
internal static class Small
{
    public static TerritoryContent Content { get; } = Build();

    public static TerritoryContent Build()
    {
        ImmutableArray<Comune> comuni =
        [
            Comune("012001", "Agra", 9.0, 45.5, 400),
            Comune("012002", "Albizzate", 9.1, 45.5, 5_000),
            Comune("012003", "Angera", 9.0, 45.6, 5_400),
            Comune("016024", "Bergamo", 9.1, 45.6, 120_000),
        ];
        ImmutableArray<Membership> memberships =
        [
            Membership("012001", "Insubria", "Luino"),
            Membership("012002", "Insubria", "Luino"),
            Membership("012003", "Insubria", "Sesto Calende"),
            Membership("016024", "Bergamo", "Bergamo"),
        ];
        return TerritoryContent.Empty with
        {
            Comuni = comuni,
            Memberships = memberships,
            Areas = AreaDissolver.Dissolve(comuni, memberships),
            SiteSets =
            [
                new SiteSet
                {
                    Name = SiteSet.Mine,
                    Active = true,
                    Networks = [new Network { Id = new NetworkId("R1"), Name = "Rete uno", Ats = "Insubria", ContributionEur = 65_000.50m, Months = 12 }],
                    Sites =
                    [
                        new Site
                        {
                            Id = new SiteId("H1"),
                            Name = "Hub di Agra",
                            Role = SiteRole.Hub,
                            Network = new NetworkId("R1"),
                            Comune = new ComuneCode("012001"),
                            Lon = 9.05,
                            Lat = 45.55,
                            OpeningHours = "Mo-Fr 09:00-12:00; We 16:00-19:00",
                            DeclaredAmbiti = ["Luino", "Sesto Calende"],
                        },
                    ],
                },
            ],
        };
    }

    /// <summary>Imports CSV text as a file of this name.</summary>
    public static ImportResult Import(string name, string csv, Func<ImportRequest, ImportRequest>? ask = null, TerritoryContent? content = null) =>
        Import([(name, csv)], ask, content);

    public static ImportResult Import((string Name, string Csv)[] files, Func<ImportRequest, ImportRequest>? ask = null, TerritoryContent? content = null)
    {
        var request = new ImportRequest("in-memoria");
        return Importer.Import(ask is null ? request : ask(request), files.Select(f => Table(f.Name, f.Csv)), content ?? Content);
    }

    public static SourceTable Table(string name, string csv) => CsvTable.Read(Encoding.UTF8.GetBytes(csv), name, FileLimits.Default);

    /// <summary>Lines of the report as <c>riga|id|colonna|gravita|motivo</c>, notes left out.</summary>
    public static string[] Lines(this ImportResult result) =>
    [
        .. result.Report.Issues
            .Where(i => i.Severity != IssueSeverity.Note)
            .Select(i => $"{i.Line}|{i.Id}|{i.Column}|{i.Severity.Word()}|{i.Reason}"),
    ];

    /// <summary>Read, accepted, refused, mended.</summary>
    public static (int Read, int Accepted, int Refused, int Mended) Counts(this ImportResult result) =>
        (result.Report.Read, result.Report.Accepted, result.Report.Refused, result.Report.Mended);

    public static SiteSet Mine(this ImportResult result) => result.Next.SiteSets.Single(s => s.Name == SiteSet.Mine);

    public static Geometry Wkt(string wkt) => new WKTReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 4326)).Read(wkt);

    private static Comune Comune(string code, string name, double lon, double lat, int residents) => new()
    {
        Code = new ComuneCode(code),
        Name = name,
        Boundary = Square(lon, lat),
        Residents = residents,
        Seat = new Seat(lon + 0.05, lat + 0.05, "prova"),
        Class = SnaiClass.C,
        AreaKm2 = 87.25,
    };

    private static Polygon Square(double lon, double lat)
    {
        double east = Math.Round(lon + 0.1, 1), north = Math.Round(lat + 0.1, 1);
        return (Polygon)Wkt(FormattableString.Invariant(
            $"POLYGON (({lon} {lat}, {lon} {north}, {east} {north}, {east} {lat}, {lon} {lat}))"));
    }

    private static Membership Membership(string code, string ats, string ambito) => new()
    {
        Comune = new ComuneCode(code),
        Ats = ats,
        Asst = "ASST " + ats,
        Distretto = ambito,
        Ambito = ambito,
        AmbitoStatus = EvidenceStatus.Listed,
        DistrettoStatus = EvidenceStatus.Inferred,
    };
}
