using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>The real extracts: folder <c>COVERAGE_OSM</c>, else <c>../shared/data/osm</c> beside the project.</summary>
internal static class Extracts
{
    public const string Liechtenstein = "valhalla_liechtenstein-latest.osm.pbf";
    public const string Monaco = "osrm_monaco.osm.pbf";
    public const string ViaMontebello = "valhalla_via_montebello_roma_italy.osm.pbf";

    public static string? Folder { get; } = Find();

    /// <summary>Path of an extract; the test is skipped, and says so, where there are none.</summary>
    public static string PathOf(string name)
    {
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
