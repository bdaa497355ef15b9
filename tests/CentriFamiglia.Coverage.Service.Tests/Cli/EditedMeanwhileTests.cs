using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>
/// An office saves an edit after an import has read the store and before it writes: the import is held at the office's open transaction, as
/// PostgreSQL itself says, which is then committed.
/// </summary>
public sealed class EditedMeanwhileTests(PostGisServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-intanto-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_edit_of_the_row_that_the_import_changes_stops_it_and_is_kept()
    {
        (Outcome import, string[] names) = await ImportWhileAsync("update coverage.sedi set name = 'Ufficio' where set_sedi = 'dimostrative' and site_id = 'BG01-S1'");

        import.ExitCode.ShouldBe(2, import.Error);
        import.Error.ShouldContain("la riga 'dimostrative' / 'BG01-S1' della tabella 'sedi' è stata modificata da un altro programma");
        import.Error.ShouldContain("decidere quale valore deve restare");
        names[0].ShouldBe("Ufficio");
    }

    [Fact]
    public async Task An_edit_of_another_row_is_kept_and_the_import_starts_again_from_it()
    {
        (Outcome import, string[] names) = await ImportWhileAsync("update coverage.sedi set name = 'Ufficio' where set_sedi = 'dimostrative' and site_id = 'BG01-H'");

        import.ExitCode.ShouldBe(0, import.Error);
        names.ShouldBe(["Nostro", "Ufficio"]);
    }

    /// <returns>The import of a new name for BG01-S1, and the names of BG01-S1 and BG01-H after it.</returns>
    private async Task<(Outcome Import, string[] Names)> ImportWhileAsync(string edit)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync(), file = Path.Combine(_folder, "sedi.csv");
        await FilledStore.FillAsync(database, shared: true);
        await File.WriteAllTextAsync(
            file, "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nBG01-S1,Nostro,spoke,BG01,016098,9.56036,45.64254,Mo 09:00-12:00\n", Cancel);
        await using var office = new NpgsqlConnection(database);
        await office.OpenAsync(Cancel);
        Task<Outcome> import;
        await using (NpgsqlTransaction transaction = await office.BeginTransactionAsync(Cancel))
        {
            await ScalarAsync(office, edit);
            import = CoverageProgram.RunAsync(database, "import", file, "--as", "sedi", "--sedi", "dimostrative", "--format", "json");
            while (!import.IsCompleted && await ScalarAsync(office, "select count(*) from pg_locks where not granted") is 0L)
                await Task.Delay(50, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        Outcome outcome = await import;
        string[] names =
        [
            .. new[] { "BG01-S1", "BG01-H" }.Select(
                id => (string)ScalarAsync(office, $"select name from coverage.sedi where set_sedi = 'dimostrative' and site_id = '{id}'").GetAwaiter().GetResult()!),
        ];
        return (outcome, names);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
