using System.ComponentModel;
using System.Diagnostics;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>GDAL's tools, which read what QGIS would read. A laptop without them skips; CI fails.</summary>
internal static class Gdal
{
    /// <returns>Standard output, after making sure that nothing was warned of.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        (string output, string error) = await SaidAsync(tool, arguments);
        error.ShouldBeEmpty();
        output.ShouldNotContain("Warning");
        return output;
    }

    /// <returns>What the tool says on standard error of what it does.</returns>
    public static async Task<string> DebugAsync(string tool, params string[] arguments) => (await SaidAsync(tool, arguments)).Error;

    private static async Task<(string Output, string Error)> SaidAsync(string tool, string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            return (output, await error);
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{tool} is not here: apt-get install gdal-bin.");
            throw;
        }
    }
}
