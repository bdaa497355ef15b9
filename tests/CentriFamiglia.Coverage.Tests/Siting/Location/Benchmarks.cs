using System.Collections.Immutable;
using System.Globalization;
using CentriFamiglia.Coverage.Siting.Solver.Problems;
using CentriFamiglia.Coverage.Tests.House;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>
/// Published instances, in the folder that COVERAGE_BENCHMARKS names or in ../shared/benchmarks beside the checkout. Without it the
/// tests are skipped and say so. The long ones run where COVERAGE_BENCHMARKS_ALL is 1 (with a Release build).
/// </summary>
internal static class Benchmarks
{
    /// <summary>The path of a file, or the test is skipped.</summary>
    public static string File(params string[] parts)
    {
        string folder = Environment.GetEnvironmentVariable("COVERAGE_BENCHMARKS") ?? Repository.Path("..", "shared", "benchmarks");
        Assert.SkipUnless(Directory.Exists(folder), $"No benchmarks in {Path.GetFullPath(folder)}: set COVERAGE_BENCHMARKS.");
        return Path.Combine([folder, .. parts]);
    }

    public static void SkipUnlessAll() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("COVERAGE_BENCHMARKS_ALL") == "1", "Takes long: set COVERAGE_BENCHMARKS_ALL=1.");

    /// <summary>SJC instances: coordinates in metres, Euclidean distances, every point a demand and a candidate.</summary>
    public static LocationProblem SaoJose(string name, LocationKind kind, int? p)
    {
        double[][] points = [.. System.IO.File.ReadLines(File("mclp", $"{name}.txt")).Skip(1).Select(Numbers).Where(point => point.Length == 2)];
        double[] weights = Numbers(System.IO.File.ReadAllText(File("mclp", $"demand-{name}.dat")));
        List<(int, int, double)> pairs = [];
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = 0; j < points.Length; j++)
                pairs.Add((i, j, Math.Sqrt(Math.Pow(points[i][0] - points[j][0], 2) + Math.Pow(points[i][1] - points[j][1], 2))));
        }

        ImmutableArray<string> names = SmallCase.Names("", points.Length);
        return new LocationProblem { Kind = kind, Costs = CostMatrix.From(names, names, pairs), Weights = [.. weights], P = p, Limit = 800 };
    }

    /// <summary>San Francisco: 16 candidate stores, 205 census tracts, metres on the network, residents.</summary>
    public static LocationProblem SanFrancisco(LocationKind kind, int? p, bool residents)
    {
        string[][] rows =
        [
            .. System.IO.File.ReadLines(File("san-francisco", "SF_network_distance_candidateStore_16_censusTract_205_new.csv"))
                .Skip(1).Select(line => line.Split(',')),
        ];
        List<string> sites = [.. rows.Select(row => row[1]).Distinct(StringComparer.Ordinal)];
        List<string> demands = [.. rows.Select(row => row[2]).Distinct(StringComparer.Ordinal)];
        Dictionary<string, double> weight = rows.GroupBy(row => row[2], StringComparer.Ordinal)
            .ToDictionary(tract => tract.Key, tract => Number(tract.First()[3]), StringComparer.Ordinal);
        return new LocationProblem
        {
            Kind = kind,
            Costs = CostMatrix.From(
                [.. demands], [.. sites], [.. rows.Select(row => (demands.IndexOf(row[2]), sites.IndexOf(row[1]), Number(row[0])))]),
            Weights = [.. demands.Select(tract => residents ? weight[tract] : 1)],
            P = p,
            Limit = kind is LocationKind.PMedian or LocationKind.PCenter ? null : 5000,
        };
    }

    public static double[] Numbers(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
