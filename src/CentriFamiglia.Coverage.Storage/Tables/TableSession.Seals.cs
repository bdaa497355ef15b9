using System.Data.Common;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <content>The fingerprints of the tables, and what keeps watch on them.</content>
internal abstract partial class TableSession
{
    private Dictionary<string, TableSeal>? _seals;

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
}
