using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Routing;
using CentriFamiglia.Coverage.Travel.Roads.Routing.Contracting;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>
/// Valhalla (npm, <c>bench/valhalla</c>) beside our engine. Its speeds are its own, so that the fastest way often is another road;
/// where both are asked for the shortest way over the same kinds of road, the metres show whether both read the same network.
/// </summary>
internal static class Valhalla
{
    private sealed record Answer(double[] Milliseconds, int?[][] Fastest, int?[][] Shortest);

    /// <param name="extract">Path of a PBF file.</param>
    /// <param name="places">Degrees.</param>
    /// <param name="rows">Our weights between them by the profile for cars.</param>
    /// <param name="ours">Milliseconds that those took.</param>
    public static void Compare(string extract, (double Lon, double Lat)[] places, long[][] rows, double ours)
    {
        string home = Path.Combine(Shipped.Root, "bench", "valhalla");
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            Figures.Line("Valhalla", "not here: npm ci in bench/valhalla");
            return;
        }

        Answer answer = Ask(home, extract, places);
        Array.Sort(answer.Milliseconds);
        Figures.Line(
            $"{places.Length} x {places.Length}, Valhalla, auto, its own tiles",
            string.Create(CultureInfo.InvariantCulture, $"{answer.Milliseconds[0]:0.0} ms (median {answer.Milliseconds[answer.Milliseconds.Length / 2]:0.0})"));
        BesideFigures.Beside(ours, answer.Milliseconds[0]);
        Ratios("metres ours by Valhalla's, each by its own fastest way", rows, answer.Fastest);
        RoadNetwork even = RoadNetworkBuilder.Build(OsmFile.Open(extract), Even(RoadProfile.Load("car")));
        var matrix = new TravelMatrix(even, HierarchyBuilder.Build(even.Graph), SnapOptions.Default);
        RoadSnap[] snaps = matrix.Snap(places);
        Ratios("metres ours by Valhalla's, both by the shortest way, tracks included", [.. matrix.Rows(snaps, snaps)], answer.Shortest);
    }

    private static Answer Ask(string home, string extract, (double Lon, double Lat)[] places)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-valhalla-");
        try
        {
            string list = Path.Combine(folder.FullName, "places.csv");
            File.WriteAllLines(list, places.Select((place, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{i},{place.Lon:0.0000000},{place.Lat:0.0000000}")).Prepend("id,lon,lat"));
            var start = new ProcessStartInfo("node", [Path.Combine(home, "matrix.mjs"), extract, list, folder.FullName]) { RedirectStandardOutput = true, UseShellExecute = false };
            using Process node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
            string output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return JsonSerializer.Deserialize<Answer>(output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Every road as fast as any other, so slow that no sign or surface slows it more: the fastest way is the shortest.</summary>
    private static RoadProfile Even(RoadProfile car) => car with
    {
        Classes = ImmutableDictionary.CreateRange(StringComparer.Ordinal, car.Classes.Select(pair => KeyValuePair.Create(
            pair.Key, pair.Value with { Urban = 7, Extraurban = 7, Ceiling = 7, OnlyIfAllowed = pair.Value.OnlyIfAllowed && pair.Key != "track" }))),
        MaxspeedFactor = 1.5,
        RestrictedFactor = 1,
        NodeSeconds = car.NodeSeconds.Clear(),
        SurfaceSpeeds = car.SurfaceSpeeds.Clear(),
        TrackSpeeds = car.TrackSpeeds.Clear(),
        SmoothnessSpeeds = car.SmoothnessSpeeds.Clear(),
        Slopes = [],
        Curves = car.Curves with { Steps = [] },
    };

    private static void Ratios(string name, long[][] rows, int?[][] theirs)
    {
        double[] ratios =
        [
            .. rows.SelectMany((row, i) => row.Select((weight, j) => (i, j, Weight: weight, Theirs: theirs[i][j])))
                .Where(pair => pair.i != pair.j && pair.Weight != RoadWeight.Unreached && pair.Theirs > 0)
                .Select(pair => RoadWeight.Decimetres(pair.Weight) / 10.0 / pair.Theirs!.Value).Order(),
        ];
        Figures.Line(name, string.Create(
            CultureInfo.InvariantCulture,
            $"median {ratios[ratios.Length / 2]:0.000}; within 1 % {Share(0.01):0.0} %, 2 % {Share(0.02):0.0} %, 5 % {Share(0.05):0.0} % of {ratios.Length} pairs"));

        double Share(double within) => 100.0 * ratios.Count(ratio => Math.Abs(ratio - 1) <= within) / ratios.Length;
    }
}
