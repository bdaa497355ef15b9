using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The open transaction of a connection.</summary>
/// <param name="connection">In a transaction.</param>
/// <param name="timeout">How long the client waits for one statement: longer than the server's own limit, which gives the clearer error.</param>
internal sealed class PostGisSession(NpgsqlConnection connection, TimeSpan timeout) : ITableSession
{
    public async Task<List<T>> ReadAsync<T>(StoreTable<T> table, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(PostGisSql.Select(table));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new PostGisRowReader(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            row.Start();
            rows.Add(table.Read(row));
        }

        return rows;
    }

    public async Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await ExecuteAsync(PostGisSql.Delete(table), cancellationToken);
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

    /// <returns>The new revision, or null when the stored one is another than expected.</returns>
    public async Task<long?> RaiseRevisionAsync(long expected, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(PostGisSql.RaiseRevision);
        command.Parameters.AddWithValue(expected);
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <returns>Null when there is no store in the database yet.</returns>
    /// <exception cref="StoreRefusedException">The schema is not ours, or a script was edited.</exception>
    public async Task<StoreState?> StateAsync(MigrationScripts scripts, string displayName, CancellationToken cancellationToken)
    {
        (_, bool ours, bool anyTable) = await MarkerAsync(cancellationToken);
        if (!ours)
            return anyTable ? throw PostGisErrors.NotOurs(displayName) : null;
        await using NpgsqlCommand command = Command(PostGisSql.Revision);
        long revision = (long)(await command.ExecuteScalarAsync(cancellationToken) ?? throw PostGisErrors.Damaged(displayName));
        return scripts.State(await AppliedAsync(cancellationToken), revision);
    }

    public async Task<(bool Schema, bool Ours, bool AnyTable)> MarkerAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(PostGisSql.Marker);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2));
    }

    public async Task<List<AppliedScript>> AppliedAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = Command(PostGisSql.AppliedScripts);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedScript>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new AppliedScript(reader.GetString(0), reader.GetString(1)));
        return applied;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params string[] values)
    {
        await using NpgsqlCommand command = Command(sql);
        foreach (string value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public NpgsqlCommand Command(string sql) => new(sql, connection) { CommandTimeout = (int)timeout.TotalSeconds };
}
