using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The open transaction of a connection.</summary>
/// <param name="connection">In a transaction.</param>
/// <param name="timeout">How long the client waits for one statement: longer than the server's own limit, which gives the clearer error.</param>
internal sealed class PostGisSession(NpgsqlConnection connection, TimeSpan timeout) : TableSession(PostGisSql.Tables)
{
    public override async Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await ExecuteAsync(Sql.Delete(table), cancellationToken);
        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync(PostGisSql.Copy(table), cancellationToken);
        copy.Timeout = timeout;
        var row = new CopyRowWriter(copy);
        foreach (T item in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await copy.StartRowAsync(cancellationToken);
            table.Write(row, item);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    /// <returns>Null when there is no store in the database yet.</returns>
    /// <exception cref="StoreRefusedException">The schema is not ours, or a script was edited.</exception>
    public async Task<StoreState?> StateAsync(MigrationScripts scripts, string displayName, CancellationToken cancellationToken)
    {
        (_, bool ours, bool anyTable) = await MarkerAsync(cancellationToken);
        if (!ours)
            return anyTable ? throw PostGisErrors.NotOurs(displayName) : null;
        long revision = await RevisionAsync(cancellationToken) ?? throw PostGisErrors.Damaged(displayName);
        return scripts.State(await AppliedAsync(cancellationToken), revision);
    }

    public async Task<(bool Schema, bool Ours, bool AnyTable)> MarkerAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(PostGisSql.Marker);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2));
    }

    public override NpgsqlCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection) { CommandTimeout = (int)timeout.TotalSeconds };
        foreach (object value in values)
            command.Parameters.AddWithValue(value);
        return command;
    }

    protected override Task KeepStillAsync(CancellationToken cancellationToken) => ExecuteAsync(PostGisSql.OwnWrite, cancellationToken, "si");

    public override async Task WatchAsync(CancellationToken cancellationToken)
    {
        foreach (string table in (await LookAsync(cancellationToken)).Unwatched)
            await ExecuteAsync(PostGisSql.Watch(table), cancellationToken);
    }

    public override async Task<TableWatch> LookAsync(CancellationToken cancellationToken)
    {
        List<(string Table, bool On)> there = await RowsAsync(PostGisSql.OwnTriggers, r => (r.GetString(0), r.GetBoolean(1)), cancellationToken);
        return TableWatch.Of(table => there.Contains((table, true)), table => !there.Exists(t => t.Table == table));
    }

    public override async Task<IReadOnlyList<StoreStranger>> StrangersAsync(CancellationToken cancellationToken)
    {
        List<StoreStranger> strangers = await RowsAsync(
            PostGisSql.Strangers, r => new StoreStranger((StrangerKind)r.GetInt32(0), r.GetString(1), r.GetString(2)), cancellationToken);
        return [.. strangers.OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    protected override Task EndOwnWriteAsync(CancellationToken cancellationToken) => ExecuteAsync(PostGisSql.OwnWrite, cancellationToken, "");

    protected override TableDigest NewDigest() => new PostGisTableDigest();

    private async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    protected override RowReader Row(DbDataReader reader, string table) => new PostGisRowReader(reader, table);
}
