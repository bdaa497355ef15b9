using System.Diagnostics;
using System.Globalization;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>
/// The siting problems that are hard to prove: what is known after so many seconds of this process's own processor time, which other work on the
/// machine does not change.
/// </summary>
internal static class HardFigures
{
    private const int UniformPoints = 1500;

    /// <param name="seconds">Of processor.</param>
    public static void Run(double seconds)
    {
        Console.WriteLine("case | value | bound | gap | processor s");
        Region region = Region.Read();
        Row("lscp, Lombardia, 1200 s", region.Problem(LocationKind.SetCovering, null, 1200), seconds);
        Row("mclp, Lombardia, 40, 900 s", region.Problem(LocationKind.MaximalCovering, 40, 900), seconds);
        Row("p-median, 1500 uniform, 15", Uniform(15), seconds);
    }

    private static void Row(string name, LocationProblem problem, double seconds)
    {
        TimeSpan start = Used();
        LocationResult result = LocationSolver.Solve(problem, () => (Used() - start).TotalSeconds > seconds);
        double? gap = result.Objective is { } value && result.Bound is { } bound ? Math.Abs(value - bound) / Math.Max(Math.Abs(value), Math.Abs(bound)) : null;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name} | {result.Objective} | {result.Bound} | {gap:P2} | {(Used() - start).TotalSeconds:F1}"));
    }

    private static TimeSpan Used()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime;
    }

    /// <summary>Points anywhere in a square of 10 km, each a demand of one and a candidate; whole metres.</summary>
    private static LocationProblem Uniform(int p)
    {
        var random = new Random(1);
        (double X, double Y)[] points = [.. Enumerable.Range(0, UniformPoints).Select(_ => (random.NextDouble() * 10_000, random.NextDouble() * 10_000))];
        double[] table = new double[UniformPoints * UniformPoints];
        for (int pair = 0; pair < table.Length; pair++)
        {
            ((double x, double y), (double toX, double toY)) = (points[pair / UniformPoints], points[pair % UniformPoints]);
            table[pair] = Math.Round(Math.Sqrt(((x - toX) * (x - toX)) + ((y - toY) * (y - toY))));
        }

        return Of(LocationKind.PMedian, p, null, Names(UniformPoints), table, Enumerable.Repeat(1.0, UniformPoints));
    }

    private static LocationProblem Of(LocationKind kind, int? p, double? limit, IEnumerable<string> names, double[] table, IEnumerable<double> weights) => new()
    {
        Kind = kind,
        Costs = CostMatrix.FromTable([.. names], [.. names], table),
        Weights = [.. weights],
        P = p,
        Limit = limit,
    };

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Every comune a demand of its residents and a candidate, seconds by the estimate.</summary>
    private sealed record Region(string[] Codes, double[] Residents, double[] Seconds)
    {
        public static Region Read()
        {
            Comune[] comuni = [.. Shipped.Content.Comuni.Where(c => c.Seat is not null).OrderBy(c => c.Code)];
            Place[] seats = [.. comuni.Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
            return new Region(
                [.. comuni.Select(c => c.Code.Value)],
                [.. comuni.Select(c => (double)(c.Residents ?? 0))],
                [.. Shipped.Estimate.Costs(seats, seats).Select((cost, pair) => pair / seats.Length == pair % seats.Length ? 0 : cost?.Seconds ?? double.PositiveInfinity)]);
        }

        public LocationProblem Problem(LocationKind kind, int? p, double limit) => Of(kind, p, limit, Codes, Seconds, Residents);
    }
}
