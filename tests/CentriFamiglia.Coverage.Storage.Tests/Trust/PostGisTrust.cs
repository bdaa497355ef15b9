using System.Globalization;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.PostGis;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.Trust;

public sealed class PostGisTrust : TrustContract
{
    private readonly PostGisServer _server;
    private string? _database;

    public PostGisTrust(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    private const string Empties = "create function public.svuota() returns trigger language plpgsql as 'begin delete from coverage.comuni; return null; end'; ";

    [Theory]
    [InlineData(
        Empties + "create trigger svuota after insert on coverage.sedi for each statement execute function public.svuota()",
        "il trigger 'svuota' sulla tabella 'sedi'")]
    [InlineData(
        Empties + "create trigger conta after update on coverage.stato for each statement execute function public.svuota()",
        "il trigger 'conta' sulla tabella 'stato'")]
    [InlineData("create rule perdi as on insert to coverage.sedi do instead nothing", "la regola 'perdi' sulla tabella 'sedi'")]
    [InlineData("create view coverage.hub as select * from coverage.sedi where role = 'hub'", "la vista 'hub'")]
    public Task A_trigger_rule_or_view_that_is_not_ours_is_refused_before_any_write(string sql, string named) => IsRefusedBeforeAnyWriteAsync(sql, named);

    [Fact]
    public async Task A_view_in_a_schema_of_the_office_is_no_stranger()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync("create view public.hub as select * from coverage.sedi where role = 'hub'");

        (await store.VerifyAsync(Cancel)).Strangers.ShouldBeEmpty();
        (await store.WriteAsync(SampleContent.Full, Territory.ContentParts.None, null, 1, Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task A_truncated_table_is_seen_and_many_rows_of_one_statement_raise_the_revision_once()
    {
        await using ICoverageStore store = await FilledAsync();
        await ElsewhereAsync("truncate coverage.punti");
        await ElsewhereAsync(
            "insert into coverage.punti (id, pro_com_t, residenti, geom) "
                + "select 'n' || i, '016024', i, st_setsrid(st_makepoint(9, 45), 4326) from generate_series(1, 5000) i");

        (await store.ReadAsync(Cancel)).Revision.ShouldBe(3);
        (await store.ReadAsync(Cancel)).Content.DemandPoints.Length.ShouldBe(5000);
    }

    [Fact]
    public async Task Who_may_edit_one_table_alone_is_seen_too()
    {
        await using ICoverageStore store = await FilledAsync();
        string role = $"redattore_{Guid.NewGuid():N}";
        await ElsewhereAsync($"create role {role}; grant usage on schema coverage to {role}; grant select, update on coverage.sedi to {role}");
        try
        {
            await ElsewhereAsync($"set role {role}; update coverage.sedi set name = 'Altro nome' where site_id = 'B-1'");
        }
        finally
        {
            await ElsewhereAsync($"drop owned by {role}; drop role {role}");
        }

        (await store.StateAsync(Cancel)).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Who_could_read_the_store_before_the_fingerprints_can_read_it_after()
    {
        _database = await _server.CreateEmptyDatabaseAsync();
        var address = (PostGisAddress)StoreAddress.Parse(_database);
        await using (var earlier = new PostGisStore(address, new MigrationScripts(MigrationScripts.Embedded("postgis").All[..3])))
            await earlier.MigrateAsync(Cancel);
        string role = $"lettore_{Guid.NewGuid():N}";
        await ElsewhereAsync($"create role {role} login; grant usage on schema coverage to {role}; grant select on all tables in schema coverage to {role}");
        try
        {
            await using ICoverageStore store = await OpenAsync();
            await store.MigrateAsync(Cancel);
            await using ICoverageStore reader = StoreFactory.Open(StoreAddress.Parse(
                new NpgsqlConnectionStringBuilder(_database) { Username = role, Pooling = false }.ConnectionString));

            (await reader.ReadAsync(Cancel)).Revision.ShouldBe(0);
            (await reader.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
        }
        finally
        {
            await ElsewhereAsync($"drop owned by {role}; drop role {role}");
        }
    }

    protected override async Task<ICoverageStore> OpenAsync() =>
        StoreFactory.Open(StoreAddress.Parse(_database ??= await _server.CreateStoreAsync()));

    protected override IEnumerable<string> Unguard => ["alter table {0}registro disable trigger user", "alter table {0}carte disable trigger user"];

    protected override Task TamperAsync(string sql) => ElsewhereAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, "coverage."));

    protected override Task ElsewhereAsync(string sql) => OtherProgram.PsqlAsync(_database!, string.Format(CultureInfo.InvariantCulture, sql, "coverage."));

    protected override Task SilentlyAsync(string table, string sql) => ElsewhereAsync($"set session_replication_role = replica; {sql}");

    protected override string MakeAnew(string table) =>
        $"create table coverage.nuova as select * from coverage.{table}; drop table coverage.{table}; alter table coverage.nuova rename to {table}";

    protected override string SwitchOff(string table) => $"alter table coverage.{table} disable trigger coverage_modifica";

    protected override async Task<Func<Task>> BackupAsync()
    {
        string dump = Path.GetTempFileName();
        await OtherProgram.DumpAsync(_database!, dump);
        return async () =>
        {
            await ElsewhereAsync("drop schema coverage cascade");
            await OtherProgram.PsqlFileAsync(_database!, dump);
            File.Delete(dump);
        };
    }
}
