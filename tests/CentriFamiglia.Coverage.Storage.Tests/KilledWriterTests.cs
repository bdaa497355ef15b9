using CentriFamiglia.Coverage.TestPostGis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>kill -9 at 200 moments of writing leaves territory, scenarios, frozen bytes and register of before or of after, never something between.</summary>
public sealed class KilledWriterTests(PostGisServer server) : IDisposable
{
    private const int Kills = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coverage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_hundred_killed_writers_of_a_file_leave_it_whole_and_nothing_beside_it()
    {
        string path = Path.Combine(_folder.FullName, "prova.gpkg");
        int journals = 0;

        long written = await KilledWriter.KillAsync(path, Kills, () => journals += File.Exists(path + "-journal") ? 1 : 0);

        TestContext.Current.TestOutputHelper?.WriteLine($"{written} revisions, {journals} kills in the middle of a transaction");
        written.ShouldBeGreaterThan(Kills / 4);
        journals.ShouldBeGreaterThan(0);
        _folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe("prova.gpkg");
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand check = connection.CreateCommand();
        check.CommandText = "pragma integrity_check";
        (await check.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("ok");
    }

    [Fact]
    public async Task Two_hundred_killed_writers_of_a_database_leave_it_whole()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");

        string address = await server.CreateStoreAsync();
        await using var database = NpgsqlDataSource.Create(address);

        long written = await KilledWriter.KillAsync(address, Kills, () => AwaitServer(database));

        written.ShouldBeGreaterThan(Kills / 4);
    }

    // The server ends what a killed client had begun, a commit too, and only then is there something to look at.
    private static void AwaitServer(NpgsqlDataSource database)
    {
        using NpgsqlCommand busy = database.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'");
        while ((long)busy.ExecuteScalar()! > 0)
            Thread.Sleep(1);
    }
}
