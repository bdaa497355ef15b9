using System.Diagnostics;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Office;

/// <summary>The commands of the page for offices that save and bring back a store, while the service runs on it.</summary>
public sealed class BackupTests(FilledStore filled)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_GeoPackage_is_saved_by_sqlite3_and_brought_back_under_the_running_service()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sqlite3"), "sqlite3 is not here: apt-get install sqlite3.");
        string store = filled.Copy(), saved = Path.ChangeExtension(store, ".salvata.gpkg");
        await using RunningService service = await RunningService.StartAsync(store);
        string before = await HashAsync(service), run = await FrozenAsync(store);

        await RunAsync("sqlite3", [store, $"vacuum into '{saved}'"]);
        await ImportAsync(store);
        string changed = await HashAsync(service);
        // mv, because a file is either the one or the other: a copy over it would be read half written.
        File.Copy(saved, store + ".nuovo");
        File.Move(store + ".nuovo", store, overwrite: true);

        changed.ShouldNotBe(before, StringComparer.Ordinal);
        (await HashAsync(service)).ShouldBe(before);
        (await FrozenAsync(store)).ShouldBe(run, "the same inputs give the same hash, and nothing new");
        (await CoverageProgram.RunAsync(store, "audit", "verify")).ExitCode.ShouldBe(0);
        string elsewhere = filled.Sibling($"altrove-{Guid.NewGuid():N}.gpkg");
        File.Copy(saved, elsewhere);
        await IsTheSameAsync(elsewhere, before, run);
    }

    [Fact]
    public async Task A_database_is_saved_by_pg_dump_and_brought_back_by_pg_restore_under_the_running_service()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        await using PostgresCluster? cluster = await PostGisServer.StartClusterAsync();
        Assert.SkipWhen(cluster is null, "pg_dump must be of the server's own version.");
        await FilledStore.FillAsync(cluster.ConnectionString, shared: true);
        await using RunningService service = await RunningService.StartAsync(cluster.ConnectionString);
        string before = await HashAsync(service), run = await FrozenAsync(cluster.ConnectionString), saved = filled.Sibling("salvata.dump");
        var settings = new NpgsqlConnectionStringBuilder(cluster.ConnectionString);
        string[] to = ["-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!];

        await RunAsync($"{cluster.Programs}/pg_dump", [.. to, "--format=custom", "--schema=coverage", "-f", saved, settings.Database!]);
        await ImportAsync(cluster.ConnectionString);
        string changed = await HashAsync(service);
        await RunAsync($"{cluster.Programs}/pg_restore", [.. to, "--clean", "--if-exists", "--single-transaction", "-d", settings.Database!, saved]);

        changed.ShouldNotBe(before, StringComparer.Ordinal);
        (await HashAsync(service)).ShouldBe(before);
        (await FrozenAsync(cluster.ConnectionString)).ShouldBe(run, "the same inputs give the same hash, and nothing new");
        (await CoverageProgram.RunAsync(cluster.ConnectionString, "audit", "verify")).ExitCode.ShouldBe(0);
        // A new server has nothing of it, not even the role that its policies name.
        await using PostgresCluster? other = await PostGisServer.StartClusterAsync();
        settings = new NpgsqlConnectionStringBuilder(other!.ConnectionString) { Database = "altrove" };
        to = ["-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!];
        await RunAsync($"{other.Programs}/createdb", [.. to, "altrove"]);
        string[] sql = ["create extension postgis", "create role coverage_persona nologin", "grant coverage_persona to current_user"];
        await RunAsync($"{other.Programs}/psql", [.. to, "-d", "altrove", .. sql.SelectMany(s => (string[])["-c", s])]);
        await RunAsync($"{other.Programs}/pg_restore", [.. to, "--single-transaction", "-d", "altrove", saved]);
        await IsTheSameAsync(settings.ConnectionString, before, run);
    }

    /// <summary>A store that was brought back where none was.</summary>
    private static async Task IsTheSameAsync(string store, string hash, string runs)
    {
        (await RunsAsync(store)).ShouldBe(runs);
        foreach (string[] verify in (string[][])[["verify"], ["audit", "verify"]])
        {
            Outcome verified = await CoverageProgram.RunAsync(store, verify);
            verified.ExitCode.ShouldBe(0, verified.Output + verified.Error);
        }

        (await FrozenAsync(store)).ShouldBe(runs, "the same inputs give the same hash, and nothing new");
        await using RunningService service = await RunningService.StartAsync(store);
        (await HashAsync(service)).ShouldBe(hash);
    }

    /// <summary>Every run of the store by its hash, after freezing one of ATS Bergamo.</summary>
    private static async Task<string> FrozenAsync(string store)
    {
        Outcome frozen = await CoverageProgram.RunAsync(store, "run", "freeze", "--ats", "Bergamo", "--date", "2026-11-01", "--sedi", "dimostrative");
        frozen.ExitCode.ShouldBe(0, frozen.Error);
        return await RunsAsync(store);
    }

    private static async Task<string> RunsAsync(string store)
    {
        Outcome list = await CoverageProgram.RunAsync(store, "run", "list", "--format", "json");
        return string.Join(' ', JsonNode.Parse(list.Output)!["rows"]!.AsArray().Select(r => (string)r!["impronta"]!));
    }

    private async Task ImportAsync(string store)
    {
        string file = filled.Sibling($"sedi-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, OwnFiles.ByKind["sedi"], Cancel);
        Outcome outcome = await CoverageProgram.RunAsync(store, "import", file, "--as", "sedi", "--sedi", "mie");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
    }

    private static async Task<string> HashAsync(RunningService service)
    {
        JsonNode answer = await service.JsonAsync("/api/v1/coverage");
        return (string)answer["meta"]!["fotografia"]!["hash"]!;
    }

    private static async Task RunAsync(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0, error);
    }
}
