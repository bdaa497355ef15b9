using System.Diagnostics;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>Lines of a table in Markdown.</summary>
internal static class Figures
{
    /// <summary>Runs some work several times and writes the best and the median time.</summary>
    /// <returns>Milliseconds of the best.</returns>
    public static double Row(string name, int times, Action work)
    {
        double[] milliseconds = new double[times];
        for (int i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            milliseconds[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        Line(name, times == 1 ? $"{milliseconds[0]:0.0} ms" : $"{milliseconds[0]:0.0} ms (median {milliseconds[times / 2]:0.0})");
        return milliseconds[0];
    }

    public static void Line(string name, string value) => Console.WriteLine($"| {name} | {value} |");

    /// <exception cref="InvalidOperationException">A fast way and the plain one differ: the figures above are worth nothing.</exception>
    public static void Check(bool equal)
    {
        if (!equal)
            throw new InvalidOperationException("The result differs from that of Dijkstra.");
    }
}
