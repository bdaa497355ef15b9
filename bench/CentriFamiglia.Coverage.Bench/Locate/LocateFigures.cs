using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.OrLibrary;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>
/// <c>coverage locate</c> as a whole process beside <c>cbc</c>, HiGHS and CP-SAT on the same model, all with a time limit, in one run. Where two prove
/// their answer, the values must agree. Instances are those of the folder of published benchmarks.
/// </summary>
internal static class LocateFigures
{
    private const int Seconds = 30;

    /// <param name="folder">With <c>p-median/pmedN.txt</c> and <c>mclp/SJCN.txt</c>.</param>
    public static void Run(string folder)
    {
        using var scratch = new ScratchFolder();
        double all = 0;
        for (int number = 1; number <= 20; number++)
            all += Ours(["--problem", "p-median", "--orlib", Path.Combine(folder, "p-median", $"pmed{number}.txt")]).Seconds;
        Console.WriteLine($"pmed1..20, p-median, process starts included: {all.ToString("F1", CultureInfo.InvariantCulture)} s");
        Console.WriteLine("case | value | coverage s | cbc s | HiGHS s | CP-SAT s | ratios");
        foreach (int number in (int[])[1, 2, 3, 5])
        {
            string file = Path.Combine(folder, "p-median", $"pmed{number}.txt");
            PMedianGraph graph = PMedianGraph.Read(file);
            Row($"pmed{number}", ["--problem", "p-median", "--orlib", file], scratch, LinearModel.Median(graph.Costs, graph.P), 1);
        }

        foreach (string name in (string[])["SJC402", "SJC500"])
        {
            var points = PlanarInstance.Read(folder, name);
            string costs = scratch.Write($"{name}.csv", points.Costs(800));
            string weights = scratch.Write($"{name}-w.csv", points.Weights());
            string[] given = ["--costs", costs, "--weights", weights, "--limit", "800"];
            int fewest = Row($"{name} lscp", ["--problem", "lscp", .. given], scratch, LinearModel.Fewest(points, 800), 1);
            foreach (int p in (int[])[fewest - 3, fewest - 1])
                Row($"{name} mclp p={p}", ["--problem", "mclp", "-p", $"{p}", .. given], scratch, LinearModel.Covered(points, 800, p, times: 1), -1);
            Row($"{name} lscp-b", ["--problem", "lscp-b", .. given], scratch, LinearModel.Covered(points, 800, fewest, times: 2), -1, "backup_weight");
        }
    }

    private static int Row(string name, string[] arguments, ScratchFolder scratch, LinearModel model, int sign, string value = "objective")
    {
        (double seconds, JsonElement answer) = Ours([.. arguments, "--time-limit", $"{Seconds}"]);
        double ours = answer.GetProperty(value).GetDouble();
        bool proved = answer.GetProperty("status").GetString() == "optimal";
        (double Seconds, double? Value)[] others = [Cbc(scratch.Write("model.lp", model.Text())), OtherSolvers.Highs(model, Seconds), OtherSolvers.CpSat(model, Seconds)];
        foreach ((_, double? theirs) in others)
        {
            if (proved && theirs is { } least && Math.Abs((least * sign) - ours) > 1e-6 * Math.Abs(ours))
                throw new InvalidOperationException($"{name}: coverage {ours}, another {least * sign}.");
        }

        string times = string.Join(" | ", others.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Seconds:F2}{(o.Value is null ? " unproved" : "")}")));
        string ratios = string.Join(" · ", others.Select(o => (o.Seconds / seconds).ToString("F1", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {ours}{(proved ? "" : " unproved")} | {seconds:F2} | {times} | {ratios}"));
        return (int)answer.GetProperty("objective").GetDouble();
    }

    private static (double Seconds, JsonElement Answer) Ours(string[] arguments)
    {
#if DEBUG
        const string Configuration = "Debug";
#else
        const string Configuration = "Release";
#endif
        string program = Path.Combine(Shipped.Root, "src/CentriFamiglia.Coverage.Service/bin", Configuration, "net10.0", "coverage");
        (double seconds, string output) = Start(program, ["locate", .. arguments]);
        return (seconds, JsonDocument.Parse(output).RootElement);
    }

    // The value as a least, whichever way the model was written; null when it was not proved in time.
    public static (double Seconds, double? Value) Cbc(string model)
    {
        string solution = Path.ChangeExtension(model, ".sol");
        (double seconds, _) = Start("cbc", [model, "sec", $"{Seconds}", "solve", "solution", solution, "quit"]);
        string first = File.ReadLines(solution).First();
        int at = first.LastIndexOf(' ');
        return (seconds, first.StartsWith("Optimal", StringComparison.Ordinal) ? double.Parse(first[at..], CultureInfo.InvariantCulture) : null);
    }

    private static (double Seconds, string Output) Start(string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, output) : throw new InvalidOperationException($"{program}: {errors.Result}");
    }
}
