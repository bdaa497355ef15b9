using System.Security.Cryptography;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary><c>import --dry-run</c>: the same report, and the store as it was; on both stores, for every kind of file.</summary>
public sealed class TrialImportTests(FilledStore store, PostGisServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-prova-").FullName;

    public static TheoryData<string> Kinds => [.. ImportKinds.All.Select(k => k.Name())];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_trial_writes_no_byte_and_says_what_the_import_then_says(string kind)
    {
        string copy = store.Copy(), file = await FileAsync(kind);
        (string, long, string) before = await StateAsync(copy);

        (int Code, string Output, string Error) trial = await ImportAsync(copy, file, kind, "--dry-run");
        (await StateAsync(copy)).ShouldBe(before);
        (int Code, string Output, string Error) import = await ImportAsync(copy, file, kind);

        trial.Code.ShouldBe(0, trial.Error);
        trial.Output.ShouldContain("\"simulazione\":true");
        trial.Output.Replace("\"importato\":false,\"simulazione\":true", "\"importato\":true,\"simulazione\":false", StringComparison.Ordinal)
            .Replace(" Simulazione: nessun dato è stato scritto.", "", StringComparison.Ordinal).ShouldBe(import.Output);
        trial.Error.ShouldBe(import.Error.TrimEnd() + Environment.NewLine + "Simulazione: nessun dato è stato scritto." + Environment.NewLine);
        (await StateAsync(copy)).Item2.ShouldBe(before.Item2 + 1);
    }

    [Fact]
    public async Task A_trial_with_refused_rows_writes_nothing_whatever_is_asked_of_it()
    {
        string copy = store.Copy(), file = Path.Combine(_folder, "popolazione.csv");
        await File.WriteAllTextAsync(file, OwnFiles.ByKind["popolazione"] + "999999,1\n", Cancel);
        (string, long, string) before = await StateAsync(copy);

        (await ImportAsync(copy, file, "popolazione", "--dry-run")).Code.ShouldBe(2);
        (await ImportAsync(copy, file, "popolazione", "--dry-run", "--accept-valid")).Code.ShouldBe(0);

        (await StateAsync(copy)).ShouldBe(before);
    }

    [Fact]
    public async Task On_PostGIS_too_a_trial_of_any_kind_leaves_the_content_and_its_revision()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        (string, long) before = await ContentAsync(database);

        foreach (string kind in ImportKinds.All.Select(k => k.Name()))
        {
            (int code, _, string error) = await ImportAsync(database, await FileAsync(kind), kind, "--dry-run");
            code.ShouldBe(0, kind + error);
            (await ContentAsync(database)).ShouldBe(before, kind);
        }

        (await ImportAsync(database, await FileAsync("sedi"), "sedi")).Code.ShouldBe(0);
        (await ContentAsync(database)).Item2.ShouldBe(before.Item2 + 1);
    }

    [Fact]
    public async Task A_trial_on_a_store_that_is_not_there_reports_as_on_a_new_one_and_creates_nothing()
    {
        string path = Path.Combine(_folder, "nuovo.gpkg"), file = await FileAsync("sedi");

        (int Code, string Output, string Error) trial = await ImportAsync(path, file, "sedi", "--dry-run");
        Directory.GetFiles(_folder).ShouldBe([file]);
        (int Code, string Output, string Error) import = await ImportAsync(path, file, "sedi");

        trial.Code.ShouldBe(0, trial.Error);
        trial.Error.ShouldNotContain("viene creato");
        trial.Output.Replace("\"importato\":false,\"simulazione\":true", "\"importato\":true,\"simulazione\":false", StringComparison.Ordinal)
            .Replace(" Simulazione: nessun dato è stato scritto.", "", StringComparison.Ordinal).ShouldBe(import.Output);
    }

    [Fact]
    public async Task On_PostGIS_too_a_trial_on_a_store_that_is_not_there_creates_nothing()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync();

        (int code, string output, string error) = await ImportAsync(database, await FileAsync("sedi"), "sedi", "--dry-run");

        code.ShouldBe(0, error);
        output.ShouldContain("\"simulazione\":true");
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new Npgsql.NpgsqlCommand("select (select count(*) from pg_namespace where nspname = 'coverage') + (select count(*) from pg_extension where extname = 'postgis')",
            connection);
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> FileAsync(string kind)
    {
        string file = Path.Combine(_folder, $"{kind}.csv");
        await File.WriteAllTextAsync(file, OwnFiles.ByKind[kind], Cancel);
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> ImportAsync(string address, string file, string kind, params string[] options)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(["import", file, "--as", kind, "--store", address, "--format", "json", .. options], output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Hash of the snapshot, revision and hash of the file.</summary>
    private static async Task<(string, long, string)> StateAsync(string path)
    {
        (string hash, long revision) = await ContentAsync(path);
        return (hash, revision, Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancel))));
    }

    private static async Task<(string, long)> ContentAsync(string address)
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(address));
        (TerritoryContent content, long revision) = await open.ReadAsync(Cancel);
        return (TerritorySnapshot.Create(content, null, new DateOnly(2024, 6, 30)).Hash, revision);
    }
}
