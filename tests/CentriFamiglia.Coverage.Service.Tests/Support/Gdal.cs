using System.ComponentModel;
using System.Diagnostics;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>GDAL's tools, which read what QGIS would read. A laptop without them skips; CI fails.</summary>
internal static class Gdal
{
    /// <returns>Standard output, after making sure that nothing was warned of.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            (await error).ShouldBeEmpty();
            output.ShouldNotContain("Warning");
            return output;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{tool} is not here: apt-get install gdal-bin.");
            throw;
        }
    }
}
