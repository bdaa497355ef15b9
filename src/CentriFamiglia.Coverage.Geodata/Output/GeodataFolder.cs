using CentriFamiglia.Coverage.Geodata.Sets;
using CentriFamiglia.Coverage.Geodata.Sources;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Reads the folder <c>geodata/</c> that <see cref="GeodataBuild"/> made: all that fills a new store.</summary>
public static class GeodataFolder
{
    /// <summary>
    /// Comuni, memberships, demand points of Milano, areas, the sets <c>dimostrative</c> (complete by construction, active) and <c>note</c> (not complete), and
    /// the documents of <see cref="DocumentKeys"/>.
    /// </summary>
    /// <exception cref="SourceFileException">The folder or a file is missing or broken; message and cure are Italian.</exception>
    public static TerritoryContent Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SourceFileException($"La cartella dei dati '{folder}' non esiste.", "Indicarla con --geodata, o rifarla con 'coverage geodata build SORGENTI -o geodata'.");
        ImmutableArray<Membership> memberships = SourceTerritory.ReadMemberships(folder, "unita.csv");
        return new TerritoryContent
        {
            Comuni = ReadComuni(folder),
            Memberships = memberships,
            DemandPoints = ReadPoints(folder),
            Areas = [.. Levels.SelectMany(level => ReadAreas(folder, level))],
            SiteSets = [.. new[] { SiteSet.Demonstration, SiteSet.Known }.Select(set => SetFiles.Read(folder, set, $"sedi-{set}.csv", $"reti-{set}.csv", memberships))],
            Documents = new[] { DocumentKeys.TravelEstimate, DocumentKeys.Sources, DocumentKeys.Successors, DocumentKeys.Zones }
                .ToSorted(key => key, key => ReadDocument(folder, key), StringComparer.Ordinal),
        };
    }

    internal static ImmutableArray<AreaLevel> Levels { get; } = [AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Asst, AreaLevel.Ats];

    /// <summary>Of Milano; every other comune is one point.</summary>
    internal const string Points = "punti-milano.csv";

    internal static string FileOf(AreaLevel level) => level switch
    {
        AreaLevel.Ambito => "ambiti.geojson",
        AreaLevel.Distretto => "distretti.geojson",
        AreaLevel.Asst => "asst.geojson",
        AreaLevel.Ats => "ats.geojson",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No file holds this level."),
    };

    private static ImmutableArray<Comune> ReadComuni(string folder)
    {
        Table table = Table.Open(folder, "comuni.geojson", "pro_com_t", "nome", "residenti", "sede_lon", "sede_lat", "sede_fonte");
        Dictionary<ComuneCode, AgeCounts> ages = Table.Open(folder, "eta.csv", "pro_com_t", "eta_0_14", "eta_65_oltre", "anno", "fonte").Rows
            .ToDictionary(row => row.Code(), row => new AgeCounts(row.Integer("eta_0_14"), row.Integer("eta_65_oltre"), row.IntegerOrNull("anno"), row.Optional("fonte")));
        return [.. table.Rows
            .Select(row => new Comune
            {
                Code = row.Code(),
                Ages = ages.GetValueOrDefault(row.Code()),
                Name = row.Text("nome"),
                Boundary = Normalized(row),
                Province = row.Optional("provincia"),
                Residents = row.IntegerOrNull("residenti"),
                Families = row.IntegerOrNull("famiglie"),
                AreaKm2 = row.NumberOrNull("superficie_km2"),
                AltitudeMetres = row.NumberOrNull("altitudine_m"),
                UrbanDegree = row.IntegerOrNull("grado_urbanizzazione"),
                Class = row.Optional("classe_snai") is null ? null : row.Word("classe_snai", Vocabulary.Snai),
                Seat = row.NumberOrNull("sede_lon") is { } lon ? new Seat(lon, row.Number("sede_lat"), row.Text("sede_fonte")) : null,
            })
            .OrderBy(c => c.Code)];
    }

    private static DemandPoints ReadPoints(string folder) =>
    [
        .. Table.Open(folder, Points, "id", "pro_com_t", "lon", "lat", "residenti").Rows
            .Select(row => new DemandPoint(new DemandPointId(row.Text("id")), row.Code(), row.Number("lon"), row.Number("lat"), row.Number("residenti"))
            {
                Families = row.NumberOrNull("famiglie"),
                Children = row.NumberOrNull("eta_0_14"),
                Elderly = row.NumberOrNull("eta_65_oltre"),
            }),
    ];

    private static IEnumerable<Area> ReadAreas(string folder, AreaLevel level) =>
        Table.Open(folder, FileOf(level), "livello", "codice", "nome", "ats", "fonte_stato", "comuni").Rows
            .Select(row => new Area(
                row.Word("livello", Vocabulary.Level),
                row.Text("codice"),
                row.Text("nome"),
                row.Text("ats"),
                row.Word("fonte_stato", Vocabulary.Evidence),
                [.. row.Text("comuni").Split('|').Select(code => new ComuneCode(code))],
                Normalized(row)))
            .OrderBy(a => a.Code, StringComparer.Ordinal);

    private static string ReadDocument(string folder, string key)
    {
        string path = Path.Combine(folder, $"{key}.json");
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new SourceFileException($"Nella cartella '{folder}' manca il file '{key}.json'.", "Rifare la cartella con 'coverage geodata build'.");
    }

    private static Geometry Normalized(TableRow row)
    {
        Geometry boundary = row.Boundary();
        boundary.Normalize();
        return boundary;
    }
}
