using System.Data.Common;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <content>The fingerprints of the tables, and what keeps watch on them.</content>
internal abstract partial class TableSession
{
    private Dictionary<string, TableSeal>? _seals;

    /// <summary>To be asked before the table is read.</summary>
    public async Task<SealCheck> CheckAsync(string table, CancellationToken cancellationToken)
    {
        _seals ??= await SealsAsync(await LookAsync(cancellationToken), cancellationToken);
        return new SealCheck(table, _seals.GetValueOrDefault(table), NewDigest());
    }

    /// <summary>Reads a table for its fingerprint alone.</summary>
    public async Task<TableDigest> DigestAsync(SealedTable table, CancellationToken cancellationToken)
    {
        TableDigest digest = NewDigest();
        await using DbCommand command = Command(sql.Select(table));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            digest.Add(reader, reader.FieldCount);
        return digest;
    }

    /// <summary>What the store says of each table by its name; a table made anew counts as edited.</summary>
    public async Task<Dictionary<string, TableSeal>> SealsAsync(TableWatch watch, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(sql.Seals);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var seals = new Dictionary<string, TableSeal>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            string table = reader.GetString(0);
            seals[table] = new TableSeal(reader.GetInt64(1), reader.GetString(2), reader.GetBoolean(3) || watch.Bare.Contains(table, StringComparer.Ordinal));
        }

        return seals;
    }

    /// <summary>The end of every write: the tables of these parts are written as they shall be, and the content has a new name.</summary>
    public async Task SealAsync(ContentParts parts, CancellationToken cancellationToken)
    {
        ImmutableArray<SealedTable> tables = SealedTable.In(parts);
        foreach (SealedTable table in tables)
        {
            TableDigest digest = await DigestAsync(table, cancellationToken);
            await ExecuteAsync(sql.WriteSeal, cancellationToken, table.Name, digest.Rows, digest.Fingerprint);
        }

        await ExecuteAsync(sql.RenewEpoch, cancellationToken);
        await EndOwnWriteAsync([.. tables.Select(t => t.Name)], cancellationToken);
    }

    /// <summary>Takes the tables that lost our triggers as they are: they get them and count as edited.</summary>
    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> tables = (await LookAsync(cancellationToken)).Unwatched;
        if (tables.Count == 0)
            return;
        await WatchAsync(tables, cancellationToken);
        foreach (string table in tables)
            await ExecuteAsync(sql.MarkEdited, cancellationToken, table);
        await ExecuteAsync(sql.RenewEpoch, cancellationToken);
    }

    /// <summary>From here to <see cref="SealAsync"/> our triggers on the tables of these parts keep still: what is written is our own.</summary>
    public Task BeginOwnWriteAsync(ContentParts parts, CancellationToken cancellationToken) =>
        KeepStillAsync(SealedTable.In(parts).Select(t => t.Name), cancellationToken);

    /// <summary>Puts our triggers on those of these tables where they are not.</summary>
    protected async Task WatchAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        foreach (string table in (await LookAsync(cancellationToken)).Unwatched.Where(tables.Contains))
            await WatchAsync(table, cancellationToken);
    }

    protected abstract Task WatchAsync(string table, CancellationToken cancellationToken);

    public abstract Task<TableWatch> LookAsync(CancellationToken cancellationToken);

    /// <summary>Triggers, rules and views that are not ours, in ordinal order of their names.</summary>
    public abstract Task<IReadOnlyList<StoreStranger>> StrangersAsync(CancellationToken cancellationToken);

    protected abstract Task KeepStillAsync(IEnumerable<string> tables, CancellationToken cancellationToken);

    /// <summary>Lets the triggers on tables that were kept still act again.</summary>
    protected abstract Task EndOwnWriteAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken);

    protected abstract TableDigest NewDigest();
}
