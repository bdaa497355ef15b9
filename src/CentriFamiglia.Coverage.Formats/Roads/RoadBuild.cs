using CentriFamiglia.Coverage.Formats.Crs;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Osm;
using NetTopologySuite.Operation.Union;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>From an OpenStreetMap extract on disk to a network file on disk: what the verb <c>roads build</c> does.</summary>
/// <param name="Source">Path of <c>.osm.pbf</c>, <c>.osm</c> or <c>.osm.gz</c>.</param>
/// <param name="Output">Path of the <c>.roads</c> file; replaced when complete.</param>
/// <param name="Clip">Path of a file of areas (GeoJSON or GeoPackage), all of them together; null keeps everything.</param>
/// <param name="Profile">A built-in name, or the path of a profile's JSON.</param>
public sealed record RoadBuild(string Source, string Output, string? Clip = null, string Profile = "car")
{
    /// <param name="progress">Told, in Italian, what is being done.</param>
    /// <param name="more">Makes further sections from the finished network (the hierarchy).</param>
    /// <param name="cancellationToken">Stops the work; the output stays as it was.</param>
    /// <exception cref="SourceFileException">A file that cannot be read or written.</exception>
    /// <exception cref="CoverageInputException">A profile or clip that cannot be used, or no usable road.</exception>
    public RoadNetworkInfo Run(
        IProgress<string>? progress = null,
        Func<RoadNetwork, IEnumerable<RoadFileSection>>? more = null,
        CancellationToken cancellationToken = default)
    {
        RoadProfile profile = ReadProfile(Profile);
        RoadClip? clip = Clip is null ? null : ReadClip(Clip);
        progress?.Report("impronta dell'estratto");
        IOsmSource source = OsmFile.Open(Source);
        RoadNetwork network = RoadNetworkBuilder.Build(source, profile, clip, progress, cancellationToken);
        IEnumerable<RoadFileSection> sections = more?.Invoke(network) ?? [];
        progress?.Report("scrittura della rete");
        RoadNetworkFile.Write(Output, network, profile.Source.AsMemory(), sections);
        return network.Info;
    }

    /// <summary>A built-in profile by name, or a user's own by path.</summary>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    /// <exception cref="CoverageInputException">Not a profile.</exception>
    public static RoadProfile ReadProfile(string nameOrPath)
    {
        if (RoadProfile.BuiltIn.Contains(nameOrPath, StringComparer.Ordinal))
            return RoadProfile.Load(nameOrPath);
        if (!nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new CoverageInputException(
                $"Profilo «{nameOrPath}» sconosciuto: scegliere tra {string.Join(", ", RoadProfile.BuiltIn)}, o indicare un file .json.");
        }

        try
        {
            return RoadProfile.Parse(File.ReadAllBytes(nameOrPath));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException($"Il profilo «{nameOrPath}» non si può leggere: {FileErrors.Why(e)}.", "Controllare percorso e permessi.", e);
        }
    }

    /// <summary>All areas of a file together, with the margin of 30 km.</summary>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    /// <exception cref="CoverageInputException">It holds no area.</exception>
    public static RoadClip ReadClip(string path)
    {
        var areas = new List<Geometry>();
        foreach (SourceTable table in SourceFiles.Read(path, FileLimits.Default))
        {
            CoordinateSystem? system = table.Epsg is { } epsg and not 4326 ? CoordinateSystems.Get(epsg) : null;
            foreach (SourceRow row in table.Rows)
            {
                if (row.Geometry is IPolygonal and Geometry { IsEmpty: false } area)
                    areas.Add(system is null ? area : system.ToWgs84(area));
            }
        }

        string name = Path.GetFileName(path);
        if (areas.Count == 0)
            throw new CoverageInputException($"Il ritaglio «{name}» non contiene poligoni: serve un file di aree (per esempio GeoJSON).");
        return new RoadClip(UnaryUnionOp.Union(areas), name);
    }
}
