using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One open transaction of a store, seen as tables that are read whole and replaced whole.</summary>
/// <param name="sql">How the store names its tables.</param>
internal abstract class TableSession(TableSql sql)
{
    protected TableSql Sql => sql;

    /// <summary>Deletes all rows of the table and inserts these.</summary>
    public abstract Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken);

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

    /// <summary>The same for a table whose rows nobody wants to hold: each is given away as it is read.</summary>
    public async Task ReadEachAsync<T>(StoreTable<T> table, Action<T> take, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.Select(table));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        RowReader row = Row(reader, table.Name);
        while (await reader.ReadAsync(cancellationToken))
        {
            row.Start();
            take(table.Read(row));
        }
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
}
