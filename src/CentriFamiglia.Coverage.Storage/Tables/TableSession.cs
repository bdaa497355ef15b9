using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One open transaction of a store, seen as tables that are read whole and of which the rows that differ are changed.</summary>
/// <param name="sql">How the store names its tables.</param>
internal abstract class TableSession(TableSql sql)
{
    protected TableSql Sql => sql;

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
    public async Task<List<T>> ReadAsync<T>(StoreTable<T> table, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.Select(table));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await NextAsync(reader, table, int.MaxValue, cancellationToken);
    }

    /// <summary>The next rows of a table that is being read, at most so many.</summary>
    public async Task<List<T>> NextAsync<T>(DbDataReader reader, StoreTable<T> table, int most, CancellationToken cancellationToken)
    {
        RowReader row = Row(reader, table.Name);
        var rows = new List<T>();
        while (rows.Count < most && await reader.ReadAsync(cancellationToken))
        {
            row.Start();
            rows.Add(table.Read(row));
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

    /// <summary>Applies the scripts that the store does not have yet.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(MigrationScripts scripts, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (MigrationScript script in scripts.Missing(await AppliedAsync(cancellationToken)))
        {
            await ExecuteAsync(script.Sql, cancellationToken);
            await ExecuteAsync(sql.RecordScript, cancellationToken, script.Name, script.Sha256);
            names.Add(script.Name);
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
