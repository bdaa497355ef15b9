using System.Diagnostics;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>Programs with which an office edits a store behind the service's back.</summary>
internal static class OtherProgram
{
    /// <summary>SQL on a GeoPackage by GDAL.</summary>
    public static Task OgrinfoAsync(string path, string sql) => RunAsync("ogrinfo", "-q", path, "-sql", sql);

    /// <summary>SQL on a database by psql.</summary>
    public static Task PsqlAsync(string connectionString, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        string password = settings.Password is { Length: > 0 } secret ? $" password={secret}" : "";
        return RunAsync(
            "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d",
            $"host={settings.Host} port={settings.Port} user={settings.Username} dbname={settings.Database}{password}", "-c", sql);
    }

    // Skips the test where the program is not installed, but not on CI.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            (output + await error).ShouldNotContain("ERROR");
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not here: apt-get install gdal-bin postgresql-client.");
        }
    }
}
