using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>
/// The small extracts of this project's own making, in <c>piccoli/</c> (XML by hand, PBF made of it by osmium), and the real ones: folder
/// <c>COVERAGE_OSM</c>, else <c>../shared/data/osm</c> beside the project.
/// </summary>
internal static class Extracts
{
    public const string Liechtenstein = "valhalla_liechtenstein-latest.osm.pbf";
    public const string Monaco = "osrm_monaco.osm.pbf";
    public const string ViaMontebello = "valhalla_via_montebello_roma_italy.osm.pbf";

    /// <summary>Six nodes, four ways and two relations, with ids and coordinates at the ends of their ranges.</summary>
    public const string Village = "paese.osm";

    /// <summary>The same by osmium: dense nodes, compressed, dated; and one by one, not compressed, without a date.</summary>
    public const string VillageDense = "paese-denso.osm.pbf";

    public const string VillageSparse = "paese-rado.osm.pbf";

    /// <summary>A town of ten streets by ten, with one-way streets, signals, a footway and a forbidden turn.</summary>
    public const string Town = "scacchiera.osm.pbf";

    public static IReadOnlyList<string> Own { get; } = [Village, VillageDense, VillageSparse, Town];

    public static string? Folder { get; } = Find();

    /// <summary>Path of an extract; the test is skipped, and says so, where there are none.</summary>
    public static string PathOf(string name)
    {
        if (Own.Contains(name, StringComparer.Ordinal))
            return Path.Combine(AppContext.BaseDirectory, "Osm", "piccoli", name);
        string path = Path.Combine(Folder ?? "", name);
        Assert.SkipUnless(File.Exists(path), $"no extract {name}: set COVERAGE_OSM to the folder that holds it");
        return path;
    }

    public static IOsmSource Open(string name) => OsmFile.Open(PathOf(name));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("COVERAGE_OSM") is { Length: > 0 } set)
            return set;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string beside = Path.Combine(folder.FullName, "..", "shared", "data", "osm");
            if (Directory.Exists(beside))
                return Path.GetFullPath(beside);
        }

        return null;
    }
}
