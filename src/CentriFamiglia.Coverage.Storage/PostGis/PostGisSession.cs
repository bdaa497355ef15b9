using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;
using CentriFamiglia.Coverage.Storage.Tables;
using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The open transaction of a connection.</summary>
/// <param name="connection">In a transaction.</param>
/// <param name="timeout">How long the client waits for one statement: longer than the server's own limit, which gives the clearer error.</param>
internal sealed class PostGisSession(NpgsqlConnection connection, TimeSpan timeout) : TableSession(PostGisSql.Tables)
{
    private const int DeletedAtOnce = 100_000;

    private bool _isPerson;

    /// <summary>From here to its end the transaction is a person's: the policies of the database rule it.</summary>
    public async Task ActForAsync(Caller caller, CancellationToken cancellationToken)
    {
        await ExecuteAsync(PersonSettings.Statement, cancellationToken, PersonSettings.Of(caller));
        _isPerson = true;
    }

    public override Task LockAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) =>
        tables.Count == 0 ? Task.CompletedTask : ExecuteAsync(PostGisSql.Lock(tables), cancellationToken);

    public override async Task ApplyAsync<T>(StoreTable<T> table, RowChanges<T> changes, CancellationToken cancellationToken)
    {
        foreach (long[] rows in changes.Deleted.Chunk(DeletedAtOnce))
            await ExecuteAsync(PostGisSql.Delete(table), cancellationToken, (object)rows.Select(row => TupleOf(row).ToString()).ToArray());
        if (changes.Updated.Count > 0)
        {
            await ExecuteAsync(PostGisSql.CreateChanged(table), cancellationToken);
            await CopyAsync(
                PostGisSql.CopyChanged(table),
                changes.Updated,
                (copy, row, updated) =>
                {
                    copy.Write(TupleOf(updated.Row), NpgsqlDbType.Tid);
                    table.Write(row, changes.Items[updated.Item]);
                },
                cancellationToken);
            await ExecuteAsync(PostGisSql.Update(table), cancellationToken);
        }

        if (changes.Inserted.Count == 0)
            return;
        if (!_isPerson)
        {
            await CopyAsync(PostGisSql.Copy(table), changes.Inserted, (_, row, inserted) => table.Write(row, changes.Items[inserted]), cancellationToken);
            return;
        }

        // PostgreSQL copies into no table that has policies for who copies.
        await ExecuteAsync(PostGisSql.CreateChanged(table), cancellationToken);
        await CopyAsync(
            PostGisSql.CopyChanged(table),
            changes.Inserted,
            (copy, row, inserted) =>
            {
                copy.WriteNull();
                table.Write(row, changes.Items[inserted]);
            },
            cancellationToken);
        await ExecuteAsync(PostGisSql.InsertChanged(table), cancellationToken);
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
            command.Parameters.Add(Parameter(value));
        return command;
    }

    /// <summary>A value, or what is a parameter already because its type has to be told; a parameter is of one command.</summary>
    public static NpgsqlParameter Parameter(object value) => (value as NpgsqlParameter)?.Clone() ?? new NpgsqlParameter { Value = value };

    protected override Task KeepStillAsync(IEnumerable<string> tables, CancellationToken cancellationToken) => ExecuteAsync(PostGisSql.OwnWrite, cancellationToken, "si");

    protected override Task WatchAsync(string table, CancellationToken cancellationToken) => ExecuteAsync(PostGisSql.Watch(table), cancellationToken);

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

    protected override Task EndOwnWriteAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) =>
        ExecuteAsync(PostGisSql.OwnWrite, cancellationToken, "");

    protected override object NullableText(string? value) => Text(value);

    public static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    protected override TableDigest NewDigest() => new PostGisTableDigest();

    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using NpgsqlCommand command = Command(sql, values);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    protected override RowReader Row(DbDataReader reader, string table) => new PostGisRowReader(reader, table);

    protected override IRowComparer Comparer(DbDataReader reader) => new PostGisRowComparer(reader);

    // Where a row stands in its table: a block of 32 bits and a place in it of 16. Nothing moves it while the table is locked.
    protected override long NumberOf(DbDataReader reader, int column)
    {
        NpgsqlTid tuple = reader.GetFieldValue<NpgsqlTid>(column);
        return (long)tuple.BlockNumber << 16 | tuple.OffsetNumber;
    }

    private static NpgsqlTid TupleOf(long number) => new((uint)(number >> 16), (ushort)(number & 0xFFFF));

    private async Task CopyAsync<T>(
        string sql, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, CopyRowWriter, T> write, CancellationToken cancellationToken)
    {
        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync(sql, cancellationToken);
        copy.Timeout = timeout;
        var row = new CopyRowWriter(copy);
        foreach (T item in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await copy.StartRowAsync(cancellationToken);
            write(copy, row, item);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
