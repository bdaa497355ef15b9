using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CentriFamiglia.Coverage.Formats.Crs;

/// <summary>
/// The coordinate reference systems in which Italian offices keep their data, by EPSG code. RDN2008 and ETRS89 are taken as equal to
/// WGS84, as everybody's software does: their coordinates are only unprojected, never shifted.
/// </summary>
public static class CoordinateSystems
{
    private const string Wgs84Spheroid = "SPHEROID[\"WGS 84\",6378137,298.257223563]";
    private const string Grs80Spheroid = "SPHEROID[\"GRS 1980\",6378137,298.257222101]";

    // Monte Mario to WGS 84 (4), EPSG:1660, mainland Italy: position vector convention, metres and arc-seconds.
    private const string MonteMarioSpheroid = "SPHEROID[\"International 1924\",6378388,297],TOWGS84[-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68]";

    // ED50 to WGS 84 (1), EPSG:1133, western Europe: metres.
    private const string Ed50Spheroid = "SPHEROID[\"International 1924\",6378388,297],TOWGS84[-87,-98,-121,0,0,0,0]";

    /// <summary>In the order of the codes.</summary>
    public static IReadOnlyList<CoordinateSystem> Known { get; } =
    [
        new(3003, "Monte Mario / Italy zone 1", accuracyMetres: 4, Shifted(TransverseMercator(MonteMarioSpheroid, 1_500_000))),
        new(3004, "Monte Mario / Italy zone 2", accuracyMetres: 4, Shifted(TransverseMercator(MonteMarioSpheroid, 2_520_000, 15))),
        new(3857, "WGS 84 / Pseudo-Mercator", accuracyMetres: 0, Unprojected(ProjectedCoordinateSystem.WebMercator)),
        new(4258, "ETRS89", accuracyMetres: 1, toWgs84: null),
        new(4265, "Monte Mario", accuracyMetres: 4, Shifted(Degrees(MonteMarioSpheroid))),
        new(4326, "WGS 84", accuracyMetres: 0, toWgs84: null),
        new(6706, "RDN2008", accuracyMetres: 1, toWgs84: null),
        new(6707, "RDN2008 / UTM zone 32N (N-E)", accuracyMetres: 1, Unprojected(TransverseMercator(Grs80Spheroid, 500_000))),
        new(7791, "RDN2008 / UTM zone 32N", accuracyMetres: 1, Unprojected(TransverseMercator(Grs80Spheroid, 500_000))),
        new(23032, "ED50 / UTM zone 32N", accuracyMetres: 10, Shifted(TransverseMercator(Ed50Spheroid, 500_000))),
        new(25832, "ETRS89 / UTM zone 32N", accuracyMetres: 1, Unprojected(TransverseMercator(Grs80Spheroid, 500_000))),
        new(32632, "WGS 84 / UTM zone 32N", accuracyMetres: 0, Unprojected(TransverseMercator(Wgs84Spheroid, 500_000))),
        new(32633, "WGS 84 / UTM zone 33N", accuracyMetres: 0, Unprojected(TransverseMercator(Wgs84Spheroid, 500_000, 15))),
    ];

    /// <exception cref="SourceFileException">The code is not among <see cref="Known"/>.</exception>
    public static CoordinateSystem Get(int epsg) =>
        Known.FirstOrDefault(system => system.Epsg == epsg)
        ?? throw new SourceFileException(
            $"EPSG:{epsg} non è tra i sistemi di riferimento previsti.",
            "Convertire le coordinate in EPSG:4326 (per esempio con QGIS), oppure usare uno di questi: "
                + string.Join(", ", Known.Select(system => $"EPSG:{system.Epsg} ({system.Name})")) + ".");

    private static string Geographic(string spheroid) =>
        $"""GEOGCS["G",DATUM["D",{spheroid}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";

    private static GeographicCoordinateSystem Degrees(string spheroid) =>
        (GeographicCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(Geographic(spheroid));

    private static ProjectedCoordinateSystem TransverseMercator(string spheroid, double falseEasting, int meridian = 9)
    {
        string wkt = string.Create(
            CultureInfo.InvariantCulture,
            $"""PROJCS["TM",{Geographic(spheroid)},"""
                + $"""PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{meridian}],PARAMETER["scale_factor",0.9996],"""
                + $"""PARAMETER["false_easting",{falseEasting}],PARAMETER["false_northing",0],UNIT["metre",1]]""");
        return (ProjectedCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(wkt);
    }

    /// <summary>To the system's own degrees. A shift by nought through geocentric coordinates would cost 5 mm.</summary>
    private static MathTransform Unprojected(ProjectedCoordinateSystem system) =>
        new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, system.GeographicCoordinateSystem).MathTransform;

    private static MathTransform Shifted(ProjNet.CoordinateSystems.CoordinateSystem system) =>
        new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform;
}
