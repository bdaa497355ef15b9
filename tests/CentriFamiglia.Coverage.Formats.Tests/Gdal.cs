using System.ComponentModel;
using System.Diagnostics;

namespace CentriFamiglia.Coverage.Formats.Tests;

/// <summary>Runs GDAL's tools as an independent reader. A laptop without them skips; CI fails.</summary>
internal static class Gdal
{
    /// <returns>Standard output, after making sure that nothing was said on standard error.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{tool} is not installed (Debian: gdal-bin): {missing.Message}");
            throw;
        }
        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            (await error).ShouldBeEmpty();
            output.ShouldNotContain("Warning");
            process.ExitCode.ShouldBe(0);
            return output;
        }
    }
}
