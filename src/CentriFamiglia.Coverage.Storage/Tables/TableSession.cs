using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One open transaction of a store, seen as tables that are read whole and of which the rows that differ are changed.</summary>
/// <param name="sql">How the store names its tables.</param>
internal abstract partial class TableSession(TableSql sql)
{
    /// <summary>Keeps other writers off these tables until the transaction ends; readers go on.</summary>
    public abstract Task LockAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken);

    /// <summary>Changes the rows named, in their own columns alone: the number of a row, and what others keep beside it, stay.</summary>
    public abstract Task ApplyAsync<T>(StoreTable<T> table, RowChanges<T> changes, CancellationToken cancellationToken);

    /// <summary>Shows every stored row to the merge, in the order of the key.</summary>
    public async Task CompareAsync<T>(StoreTable<T> table, RowMerge<T> merge, CancellationToken cancellationToken)
    {
        await using (DbCommand command = Command(sql.SelectInOrder(table)))
        await using (DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            int number = table.Columns.Length;
            var row = new RowCursor<T>(table, reader, Row(reader, table.Name), Comparer(reader), () => NumberOf(reader, number));
            while (await reader.ReadAsync(cancellationToken))
                merge.Take(row);
        }

        merge.End();
    }

    /// <param name="text">One statement, or several when there are no values.</param>
    /// <param name="values">Those of <c>$1</c>, <c>$2</c>, ...</param>
    public abstract DbCommand Command(string text, params object[] values);

    /// <returns>All rows, in no particular order: callers sort ordinally, never by a database's collation.</returns>
    /// <exception cref="StoreRefusedException">They are not those that were written, and nobody is known to have edited them.</exception>
    public async Task<List<T>> ReadAsync<T>(StoreTable<T> table, CancellationToken cancellationToken)
    {
        SealCheck check = await CheckAsync(table.Name, cancellationToken);
        await using DbCommand command = Command(sql.Select(table));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<T> rows = await NextAsync(reader, table, int.MaxValue, check.Digest, cancellationToken);
        check.Require();
        return rows;
    }

    /// <summary>The rows that can be read, and apart those that cannot: another program may have changed the store.</summary>
    /// <exception cref="StoreRefusedException">The rows are not those that were written, and nobody is known to have edited them.</exception>
    /// <param name="table">Which table.</param>
    /// <param name="unread">Gets the rows that are left out.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="misfit">Says of an item that was read what is wrong with it; null for nothing.</param>
    public async Task<List<T>> ReadAsync<T>(StoreTable<T> table, List<StoredRow> unread, CancellationToken cancellationToken, Func<T, StoredFault?>? misfit = null)
    {
        var rows = new List<T>();
        await ReadEachAsync(table, rows.Add, unread, cancellationToken, misfit);
        return rows;
    }

    /// <summary>The same, each item given away as it is read.</summary>
    public async Task ReadEachAsync<T>(
        StoreTable<T> table, Action<T> take, List<StoredRow> unread, CancellationToken cancellationToken, Func<T, StoredFault?>? misfit = null)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        SealCheck check = await CheckAsync(table.Name, cancellationToken);
        int columns = table.Columns.Length;
        await using (DbCommand command = Command(sql.SelectNumbered(table)))
        await using (DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            RowReader row = Row(reader, table.Name);
            while (await reader.ReadAsync(cancellationToken))
            {
                check.Digest.Add(reader, columns);
                StoredFault? fault = Read(table, row, out T? item) ?? misfit?.Invoke(item!) ?? Repeated(table, item!, keys);
                if (fault is null)
                    take(item!);
                else
                    unread.Add(row.AsStored(table.Columns.Select(c => c.Name), fault) with { Number = sql.RowsHaveNumbers ? NumberOf(reader, columns) : null });
            }
        }

        check.Require();
    }

    /// <returns>What is wrong with the row on which the reader stands; null when it was read.</returns>
    private static StoredFault? Read<T>(StoreTable<T> table, RowReader row, out T? item)
    {
        try
        {
            item = row.Read(table);
            return null;
        }
        catch (StoreRefusedException refused) when (refused.Fault is not null)
        {
            item = default;
            return refused.Fault;
        }
    }

    private static StoredFault? Repeated<T>(StoreTable<T> table, T item, HashSet<string> keys)
    {
        if (table.Key.IsEmpty || table.MayRepeat || keys.Add(KeyOrder.Text(table.Key.Select(k => k.Of(item)))))
            return null;
        StoreKey<T> last = table.Key[^1];
        return new StoredFault(StoredFaultKind.Repeated, last.Column, last.Of(item), $"«{last.Of(item)}» è già in un'altra riga");
    }

    /// <summary>The next rows of a table that is being read, at most so many.</summary>
    public async Task<List<T>> NextAsync<T>(DbDataReader reader, StoreTable<T> table, int most, TableDigest digest, CancellationToken cancellationToken)
    {
        RowReader row = Row(reader, table.Name);
        var rows = new List<T>();
        while (rows.Count < most && await reader.ReadAsync(cancellationToken))
        {
            digest.Add(reader, table.Columns.Length);
            rows.Add(row.Read(table));
        }

        return rows;
    }

    /// <returns>Null when the store has no row that says it.</returns>
    public async Task<long?> RevisionAsync(CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.Revision);
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <returns>The new revision, or null when the stored one is another than expected.</returns>
    public async Task<long?> RaiseRevisionAsync(long expected, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.RaiseRevision, expected);
        return (long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task<List<AppliedScript>> AppliedAsync(CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.AppliedScripts);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedScript>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new AppliedScript(reader.GetString(0), reader.GetString(1)));
        return applied;
    }

    /// <summary>Applies the scripts that the store does not have yet, and seals what they leave; without any, adopts the tables that lost our triggers.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(MigrationScripts scripts, CancellationToken cancellationToken)
    {
        MigrationScript[] missing = [.. scripts.Missing(await AppliedAsync(cancellationToken))];
        if (missing.Length == 0)
        {
            await AdoptAsync(cancellationToken);
            return [];
        }

        var names = new List<string>();
        await BeginOwnWriteAsync(ContentParts.All, cancellationToken);
        foreach (MigrationScript script in missing)
        {
            await ExecuteAsync(script.Sql, cancellationToken);
            await ExecuteAsync(sql.RecordScript, cancellationToken, script.Name, script.Sha256);
            names.Add(script.Name);
        }

        if (scripts.HaveSeals)
        {
            await WatchAsync([.. SealedTable.All.Select(t => t.Name)], cancellationToken);
            await SealAsync(ContentParts.All, cancellationToken);
        }

        return names;
    }

    public async Task ExecuteAsync(string text, CancellationToken cancellationToken, params object[] values)
    {
        await using DbCommand command = Command(text, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected abstract RowReader Row(DbDataReader reader, string table);

    protected abstract IRowComparer Comparer(DbDataReader reader);

    /// <summary>The number of the row on which the reader stands, by which it is found again within the transaction.</summary>
    protected abstract long NumberOf(DbDataReader reader, int column);
}
