using System.Data.Common;
using CentriFamiglia.Coverage.Storage.Schema;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>One open transaction of a store, seen as tables that are read whole and replaced whole.</summary>
/// <param name="sql">How the store names its tables.</param>
internal abstract class TableSession(TableSql sql)
{
    private Dictionary<string, TableSeal>? _seals;

    protected TableSql Sql => sql;

    /// <summary>Deletes all rows of the table and inserts these.</summary>
    public abstract Task ReplaceAsync<T>(StoreTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken);

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

    /// <summary>The next rows of a table that is being read, at most so many.</summary>
    public async Task<List<T>> NextAsync<T>(DbDataReader reader, StoreTable<T> table, int most, TableDigest digest, CancellationToken cancellationToken)
    {
        RowReader row = Row(reader, table.Name);
        var rows = new List<T>();
        while (rows.Count < most && await reader.ReadAsync(cancellationToken))
        {
            digest.Add(reader);
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

    /// <summary>Applies the scripts that the store does not have yet, and seals what they leave; without any, adopts what another program made anew.</summary>
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
        await BeginOwnWriteAsync(cancellationToken);
        foreach (MigrationScript script in missing)
        {
            await ExecuteAsync(script.Sql, cancellationToken);
            await ExecuteAsync(sql.RecordScript, cancellationToken, script.Name, script.Sha256);
            names.Add(script.Name);
        }

        if (scripts.HaveSeals)
        {
            await WatchAsync(cancellationToken);
            await SealAsync(ContentParts.All, cancellationToken);
        }

        return names;
    }

    public async Task ExecuteAsync(string text, CancellationToken cancellationToken, params object[] values)
    {
        await using DbCommand command = Command(text, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>To be asked before the table is read.</summary>
    public async Task<SealCheck> CheckAsync(string table, CancellationToken cancellationToken)
    {
        _seals ??= await SealsAsync(cancellationToken);
        return new SealCheck(table, _seals.GetValueOrDefault(table), NewDigest());
    }

    /// <summary>Reads a table for its fingerprint alone.</summary>
    public async Task<TableDigest> DigestAsync(SealedTable table, CancellationToken cancellationToken)
    {
        TableDigest digest = NewDigest();
        await using DbCommand command = Command(sql.Select(table));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            digest.Add(reader);
        return digest;
    }

    /// <summary>What the store says of each table by its name.</summary>
    public async Task<Dictionary<string, TableSeal>> SealsAsync(CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.Seals);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var seals = new Dictionary<string, TableSeal>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            seals[reader.GetString(0)] = new TableSeal(reader.GetInt64(1), reader.GetString(2), reader.GetBoolean(3));
        return seals;
    }

    /// <summary>The end of every write: the tables of these parts are written as they shall be, and the content has a new name.</summary>
    public async Task SealAsync(ContentParts parts, CancellationToken cancellationToken)
    {
        foreach (SealedTable table in SealedTable.All.Where(t => parts.HasFlag(t.Part)))
        {
            TableDigest digest = await DigestAsync(table, cancellationToken);
            await ExecuteAsync(sql.WriteSeal, cancellationToken, table.Name, digest.Rows, digest.Fingerprint);
        }

        await ExecuteAsync(sql.RenewEpoch, cancellationToken);
        await EndOwnWriteAsync(cancellationToken);
        _seals = null;
    }

    /// <summary>Takes the tables that lost our triggers as they are: they get them and count as edited.</summary>
    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> tables = await UnwatchedAsync(cancellationToken);
        if (tables.Count == 0)
            return;
        await WatchAsync(cancellationToken);
        foreach (string table in tables)
            await ExecuteAsync(sql.MarkEdited, cancellationToken, table);
        await ExecuteAsync(sql.RenewEpoch, cancellationToken);
    }

    /// <summary>From here to <see cref="SealAsync"/> our triggers keep still: what is written is our own.</summary>
    public abstract Task BeginOwnWriteAsync(CancellationToken cancellationToken);

    /// <summary>Puts our triggers on every table of the content, where they are not.</summary>
    public abstract Task WatchAsync(CancellationToken cancellationToken);

    /// <summary>Tables of the content that another program could change unseen, in ordinal order.</summary>
    public abstract Task<IReadOnlyList<string>> UnwatchedAsync(CancellationToken cancellationToken);

    /// <summary>Triggers, rules and views that are not ours, in ordinal order of their names.</summary>
    public abstract Task<IReadOnlyList<StoreStranger>> StrangersAsync(CancellationToken cancellationToken);

    protected abstract Task EndOwnWriteAsync(CancellationToken cancellationToken);

    protected abstract TableDigest NewDigest();

    protected abstract RowReader Row(DbDataReader reader, string table);
}
