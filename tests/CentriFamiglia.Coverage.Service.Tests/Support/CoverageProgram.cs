using System.Diagnostics;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>What one run of the program left behind.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>The built program, started as a user starts it.</summary>
internal static class CoverageProgram
{
    private static readonly string _file =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "coverage.exe" : "coverage");

    public static async Task<Outcome> RunAsync(string store, params string[] arguments)
    {
        using Process process = Start(store, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }

    public static Process Start(string store, params string[] arguments) => Process.Start(StartOf(store, arguments))!;

    /// <summary>How it is started, with other variables than the store's.</summary>
    public static ProcessStartInfo StartOf(string store, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(_file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["COVERAGE_STORE"] = store;
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return start;
    }
}
