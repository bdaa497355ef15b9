using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>Lakes and rivers, WGS84: to be drawn under the answers; of the lakes the estimate knows that nobody drives across.</summary>
internal static class Waters
{
    public const string Lakes = "laghi.geojson", Rivers = "fiumi.geojson";

    /// <summary>Polygons with their name and surface (km2), the largest first.</summary>
    /// <exception cref="SourceFileException">The file is missing or broken; message and cure are Italian.</exception>
    public static ImmutableArray<(string Name, double AreaKm2, Geometry Shore)> ReadLakes(string folder) =>
    [
        .. Table.Open(folder, Lakes, "nome", "km2").Rows
            .Select(row => (row.Text("nome"), row.Number("km2"), row.Boundary()))
            .OrderByDescending(lake => lake.Item2).ThenBy(lake => lake.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Lines without names, in the order of the file.</summary>
    /// <exception cref="SourceFileException">The file is missing or broken; message and cure are Italian.</exception>
    public static ImmutableArray<Geometry> ReadRivers(string folder) => [.. Table.Open(folder, Rivers).Rows.Select(row => row.Line())];
}
