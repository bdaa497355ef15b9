using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Roles;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.PostGis;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Tests.PostGis;

/// <summary>What the database itself refuses a person, were the program to ask it by mistake: raw SQL in the transaction that the program makes for one.</summary>
public sealed class PolicyTests(PostGisServer server) : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Caller Planner { get; } = new("p", "Pianificatrice", [Role.Planner], ["Bergamo"]);

    private static Caller Cabina { get; } = new("c", "Cabina", [Role.Cabina], ["Bergamo"]);

    private static Caller Region { get; } = new("r", "Regione", [Role.Region], []);

    private static Caller Reader { get; } = new("l", "Lettore", [Role.Reader], []);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateStoreAsync();
        await using (var store = new PostGisStore((PostGisAddress)StoreAddress.Parse(database)))
        {
            await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, new StoreReading(TerritoryContent.Empty, 0), Cancel);
            await store.CommitAsync(
                new StoreCommit(LocalUser.Does("prova", "prova"))
                {
                    Records =
                    [
                        new(new StoredRecord(RecordKind.Scenario, "bergamo", 1, Closed: false, "{}") { Ats = "Bergamo" }, null),
                        new(new StoredRecord(RecordKind.Decision, "pubblica/0001", 1, Closed: false, "{}") { Ats = "Brescia" }, null),
                        new(new StoredRecord(RecordKind.Scenario, "brescia", 1, Closed: false, "{}") { Ats = "Brescia" }, null),
                        new(new StoredRecord(RecordKind.Run, "bozza", 1, Closed: false, "{}") { Ats = "Brescia" }, null),
                        new(new StoredRecord(RecordKind.RunContent, "bozza", 1, Closed: true, "{}") { Ats = "Brescia" }, null),
                        new(new StoredRecord(RecordKind.Run, "pubblica", 1, Closed: true, "{}") { Ats = "Brescia" }, null),
                        new(new StoredRecord(RecordKind.RunContent, "pubblica", 1, Closed: true, "{}") { Ats = "Brescia" }, null),
                    ],
                },
                Cancel);
        }

        _source = NpgsqlDataSource.Create(database);
    }

    [Theory]
    [InlineData("lettore", "analisi/pubblica contenuto/pubblica decisione/pubblica/0001")]
    [InlineData("pianificatrice", "analisi/pubblica contenuto/pubblica decisione/pubblica/0001 scenario/bergamo")]
    [InlineData("cabina", "analisi/pubblica contenuto/pubblica decisione/pubblica/0001 scenario/bergamo")]
    [InlineData("regione", "analisi/bozza analisi/pubblica contenuto/bozza contenuto/pubblica decisione/pubblica/0001 scenario/bergamo scenario/brescia")]
    public async Task The_database_shows_a_person_the_records_that_are_hers(string who, string records) =>
        (await ScalarAsync(Person(who), "select string_agg(genere || '/' || chiave, ' ' order by genere, chiave) from coverage.carte")).ShouldBe(records);

    // The sede of Bergamo is a planned one, which a decision may add and take back.
    [Theory]
    [InlineData("update coverage.sedi set status = 'active' where pro_com_t = '016024'", "pianificatrice regione")]
    [InlineData("update coverage.sedi set opening_hours = 'Mo 07:15-08:45' where pro_com_t = '016024'", "pianificatrice cabina regione")]
    [InlineData("update coverage.sedi set pro_com_t = '012034' where pro_com_t = '016024'", "regione")]
    [InlineData("update coverage.sedi set name = name where pro_com_t = '012034'", "regione")]
    [InlineData("delete from coverage.sedi where pro_com_t = '016024'", "pianificatrice cabina regione")]
    [InlineData("update coverage.reti set ats = 'Brescia' where ats = 'Bergamo'", "regione")]
    [InlineData("update coverage.unita set ats = 'Bergamo' where pro_com_t = '012034'", "regione")]
    [InlineData("update coverage.dichiarazioni set speso_eur = 1 where ats = 'Bergamo'", "pianificatrice cabina regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('scenario', 'n', 1, false, '{}', 'Bergamo')", "pianificatrice regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('scenario', 'n', 1, false, '{}', 'Brescia')", "regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('scenario', 'n', 1, false, '{}', null)", "regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('decisione', 'n', 1, false, '{}', 'Bergamo')", "pianificatrice cabina regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('analisi', 'n', 1, true, '{}', 'Bergamo')", "regione")]
    [InlineData("insert into coverage.carte (genere, chiave, versione, chiusa, testo, ats) values ('legame', 'n', 1, false, '{}', 'Bergamo')", "pianificatrice regione")]
    [InlineData("update coverage.carte set testo = '{\"a\":1}' where chiave = 'brescia'", "regione")]
    [InlineData("update coverage.carte set ats = 'Brescia' where chiave = 'bergamo'", "regione")]
    [InlineData("update coverage.carte set ats = 'Bergamo' where genere = 'decisione'", "regione")]
    [InlineData("insert into coverage.documenti (chiave, testo) values ('regole-in-uso', 'cpf-2025')", "regione")]
    [InlineData("insert into coverage.documenti (chiave, testo) values ('fonti', '[]') on conflict (chiave) do update set testo = excluded.testo", "regione")]
    [InlineData("insert into coverage.documenti values ('eccezioni', '[]') on conflict (chiave) do update set testo = excluded.testo", "pianificatrice cabina regione")]
    [InlineData("update coverage.migrazioni set sha256 = ''", "")]
    public async Task The_database_lets_a_person_write_rows_that_are_hers(string sql, string may)
    {
        foreach (string who in (string[])["lettore", "pianificatrice", "cabina", "regione"])
            (await WritesAsync(Person(who), sql)).ShouldBe(may.Split(' ').Contains(who), $"{who}: {sql}");
    }

    [Fact]
    public async Task Who_uses_the_database_with_another_role_is_ruled_by_that_roles_grants()
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await ExecuteAsync(connection, "create role gis nologin; grant usage on schema coverage to gis; grant select, update on coverage.sedi to gis; set local role gis");

        (await ExecuteAsync(connection, "update coverage.sedi set name = 'X' where pro_com_t = '016024'")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_transaction_that_says_nothing_of_a_person_may_write_nothing_as_one()
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await ExecuteAsync(connection, "set local role coverage_persona");

        (await ExecuteAsync(connection, "update coverage.sedi set name = 'X'")).ShouldBe(0);
        await using var seen = new NpgsqlCommand("select count(*) from coverage.carte where genere = 'scenario'", connection);
        (await seen.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }

    private static Caller Person(string who) => who switch { "lettore" => Reader, "pianificatrice" => Planner, "cabina" => Cabina, _ => Region };

    /// <summary>Whether a row is written; nothing is kept.</summary>
    private async Task<bool> WritesAsync(Caller caller, string sql)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await BecomeAsync(connection, caller);
        try
        {
            return await ExecuteAsync(connection, sql) > 0;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private async Task<object?> ScalarAsync(Caller caller, string sql)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(Cancel);
        await BecomeAsync(connection, caller);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private static async Task BecomeAsync(NpgsqlConnection connection, Caller caller)
    {
        await using var command = new NpgsqlCommand(PersonSettings.Statement, connection);
        foreach (object value in PersonSettings.Of(caller))
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
    }
}
