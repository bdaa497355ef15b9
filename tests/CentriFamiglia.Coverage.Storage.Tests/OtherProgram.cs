using System.Diagnostics;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>GDAL, psql and pg_dump: programs that nobody here wrote, as an office uses them on a store.</summary>
internal static class OtherProgram
{
    /// <summary>Output, then errors. Skips the test where the program is not installed, but not on CI.</summary>
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

    /// <summary>SQL on a GeoPackage by GDAL.</summary>
    public static async Task OgrinfoAsync(string path, string sql) =>
        (await RunAsync("gdal-bin", "ogrinfo", "-q", path, "-sql", sql)).ShouldNotContain("ERROR");

    /// <summary>SQL on a database by psql, as one transaction.</summary>
    public static async Task PsqlAsync(string connectionString, string sql) =>
        (await RunAsync("postgresql-client", "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", UriOf(connectionString), "-c", sql)).ShouldNotContain("ERROR");

    public static async Task PsqlFileAsync(string connectionString, string file) =>
        (await RunAsync("postgresql-client", "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", UriOf(connectionString), "-f", file)).ShouldNotContain("ERROR");

    public static async Task DumpAsync(string connectionString, string file) =>
        (await RunAsync("postgresql-client", "pg_dump", "-n", "coverage", "-f", file, "-d", UriOf(connectionString))).ShouldBeEmpty();

    private static string UriOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        string password = settings.Password is { Length: > 0 } secret ? $" password={secret}" : "";
        return $"host={settings.Host} port={settings.Port} user={settings.Username} dbname={settings.Database}{password}";
    }
}
