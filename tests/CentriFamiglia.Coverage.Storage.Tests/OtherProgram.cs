using System.Diagnostics;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>A program nobody here wrote, run to its end.</summary>
internal static class OtherProgram
{
    /// <returns>All it wrote, what it wrote of errors last.</returns>
    public static async Task<string> RunAsync(string package, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            return output + await error;
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not here: apt-get install {package}.");
            throw;
        }
    }
}
