using System.Globalization;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.PostGis;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

public sealed class PostGisContract : StoreContract
{
    private readonly PostGisServer _server;
    private string? _database;

    public PostGisContract(PostGisServer server)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        _server = server;
    }

    protected override string[] Scripts =>
    [
        "0001_tabelle.sql", "0002_completo_per_ats.sql", "0003_attributi_e_dichiarazioni.sql", "0004_impronte.sql", "0005_bisogni.sql", "0006_registro.sql",
        "0007_avvisi_e_lavori.sql", "0008_accesso.sql",
    ];

    protected override async Task<ICoverageStore> OpenAsync() => PostGisStoreOf(_database ??= await _server.CreateEmptyDatabaseAsync());

    protected override async Task<ICoverageStore> CreatedAsync() => PostGisStoreOf(_database = await _server.CreateStoreAsync());

    [Theory]
    [InlineData("update {0}reti set contribution_eur = 'NaN' where network_id = 'R;1'", "contribution_eur", "un numero fuori misura")]
    [InlineData("update {0}comuni set residenti = null, superficie_km2 = 'Infinity' where pro_com_t = '016024'", "superficie_km2", "Infinity")]
    [InlineData("update {0}sedi set spaces = array[null] where site_id = 'B-1'", "spaces", "[]")]
    [InlineData("update {0}sedi set spaces = '{{{{a}},{{b}}}}' where site_id = 'B-1'", "spaces", "[\"a\",\"b\"]")]
    [InlineData("update {0}sedi set valid_from = '10000-01-01' where site_id = 'B-1'", "valid_from", "una data fuori misura")]
    public async Task A_value_that_PostgreSQL_has_and_this_program_has_not_leaves_out_its_row(string sql, string column, string value)
    {
        await using ICoverageStore store = await FilledAsync();

        await ExecuteAsync(sql);

        StoredRow row = (await store.ReadAsync(Cancel)).Content.Unread.ShouldHaveSingleItem();
        (row.Fault.Column, row.Fault.Value).ShouldBe((column, value));
    }

    [Theory]
    [InlineData("update {0}reti set contribution_eur = 'NaN' where network_id = 'R;1'")]
    [InlineData("update {0}reti set partners = '{{{{a}},{{b}}}}' where network_id = 'R;1'")]
    [InlineData("update {0}reti set end_date = '10000-01-01' where network_id = 'R;1'")]
    public async Task Such_a_row_is_mended_by_the_write_that_holds_its_key(string sql)
    {
        await using ICoverageStore store = await FilledAsync();
        await ExecuteAsync(sql);
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);

        await store.WriteAsync(content with { SiteSets = SampleContent.Full.SiteSets }, ContentParts.SiteSets, null, new StoreReading(content, revision), Cancel);

        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.Full));
    }

    protected override async Task RecordScriptAsync(string script, string sha256)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(
            "insert into coverage.migrazioni (script, sha256) values ($1, $2) on conflict (script) do update set sha256 = excluded.sha256",
            connection);
        command.Parameters.AddWithValue(script);
        command.Parameters.AddWithValue(sha256);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    protected override async Task<ICoverageStore> OpenFirstSchemaAsync()
    {
        _database ??= await _server.CreateEmptyDatabaseAsync();
        return new PostGisStore((PostGisAddress)StoreAddress.Parse(_database), new MigrationScripts([MigrationScripts.Embedded("postgis").All[0]]));
    }

    protected override string EmptyPlace => "update {0}sedi set geom = st_setsrid(st_makepoint('NaN', 45), 4326) where site_id = 'B-1'";

    protected override string WithoutKeys => "alter table {0}reti drop constraint reti_pkey";

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(string.Format(CultureInfo.InvariantCulture, sql, "coverage."), connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static ICoverageStore PostGisStoreOf(string connectionString) => StoreFactory.Open(StoreAddress.Parse(connectionString));
}
