using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>Whole processes, from start to exit; beside them the shortest the program can do.</summary>
public class ProcessBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-bench").FullName;

    private string Store => Path.Combine(_folder, "filled.gpkg");

    [GlobalSetup]
    public void Fill() => Run("check", "--store", Store);

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, true);

    [Benchmark(Baseline = true)]
    public void Version() => Run("--version");

    /// <summary>Reach: under 1.5 s on a filled store.</summary>
    [Benchmark]
    public void Check() => Run("check", "--level", "ambito", "--format", "json", "--store", Store);

    /// <summary>Reach: under 5 s for the filling.</summary>
    [Benchmark]
    public void FillAndCheck()
    {
        string fresh = Path.Combine(_folder, "fresh.gpkg");
        File.Delete(fresh);
        Run("check", "--store", fresh);
    }

    private static void Run(params string[] arguments)
    {
#if DEBUG
        const string Configuration = "Debug";
#else
        const string Configuration = "Release";
#endif
        string program = Path.Combine(Shipped.Root, "src/CentriFamiglia.Coverage.Service/bin", Configuration, "net10.0", "coverage");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Shipped.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
    }
}
