using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>The programs with which an office changes a store behind this one's back: GDAL, which QGIS is made of, and psql.</summary>
internal static class OtherProgram
{
    /// <summary>Runs SQL on a GeoPackage.</summary>
    public static Task OgrInfoAsync(string file, string sql) => RunAsync("ogrinfo", "gdal-bin", new Dictionary<string, string>(StringComparer.Ordinal), "-q", file, "-sql", sql);

    /// <summary>Runs SQL on a database.</summary>
    public static Task PsqlAsync(string connectionString, string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGHOST"] = settings.Host!,
            ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = settings.Username ?? "",
            ["PGPASSWORD"] = settings.Password ?? "",
            ["PGDATABASE"] = settings.Database!,
        };
        return RunAsync("psql", "postgresql-client", environment, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql);
    }

    /// <summary>A point as a GeoPackage holds it, in hexadecimal.</summary>
    public static string GeoPackagePoint(double lon, double lat) =>
        "47500001E6100000" + "0101000000" + Convert.ToHexString(BitConverter.GetBytes(lon)) + Convert.ToHexString(BitConverter.GetBytes(lat));

    private static async Task RunAsync(string program, string package, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            (await error).ShouldBeEmpty();
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not here: apt-get install {package}.");
            throw;
        }
    }
}
