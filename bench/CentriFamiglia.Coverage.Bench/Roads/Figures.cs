using System.Diagnostics;

namespace CentriFamiglia.Coverage.Bench.Roads;

/// <summary>Lines of a table in Markdown.</summary>
internal static class Figures
{
    /// <summary>
    /// Runs some work several times and writes the best and the median time, and the least processor time of all threads, which says more on
    /// a machine that is shared.
    /// </summary>
    /// <returns>Milliseconds of the best.</returns>
    public static double Row(string name, int times, Action work)
    {
        double[] milliseconds = new double[times];
        double processor = double.PositiveInfinity;
        for (int i = 0; i < times; i++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            work();
            milliseconds[i] = watch.Elapsed.TotalMilliseconds;
            processor = Math.Min(processor, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        Array.Sort(milliseconds);
        string median = times == 1 ? "" : $" (median {milliseconds[times / 2]:0.0})";
        Line(name, $"{milliseconds[0]:0.0} ms{median}, processor {processor:0.0} ms");
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
