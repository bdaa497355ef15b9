using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <content>The records that stand beside the territory, and the register of changes.</content>
internal abstract partial class TableSession
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<List<StoredRecord>> RecordsAsync(RecordKind kind, CancellationToken cancellationToken) =>
        RecordsAsync(sql.RecordsOfKind, cancellationToken, StoredRecord.Kinds.Of(kind));

    public async Task<StoredRecord?> RecordAsync(RecordKind kind, string key, CancellationToken cancellationToken) =>
        (await RecordsAsync(sql.Record, cancellationToken, StoredRecord.Kinds.Of(kind), key)).FirstOrDefault();

    public async Task<StoreRegister> RegisterAsync(CancellationToken cancellationToken)
    {
        var entries = new List<AuditEntry>();
        await using (DbCommand command = Command(sql.Entries))
        await using (DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                entries.Add(new AuditEntry(
                    (int)reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), TextOrNull(reader, 5), TextOrNull(reader, 6),
                    reader.GetInt64(7), reader.GetString(8), reader.GetString(9)));
            }
        }

        (int count, string head, long revision) = await HeadAsync(sql.Head, cancellationToken);
        return new StoreRegister([.. entries], count, head, [.. await RecordsAsync(sql.Records, cancellationToken)], revision);
    }

    /// <exception cref="StoreChangedException">A record is of another version by now, or there is one of the key of a new one.</exception>
    /// <exception cref="StoreRefusedException">A record is closed.</exception>
    public async Task WriteAsync(ImmutableArray<RecordChange> changes, string displayName, CancellationToken cancellationToken)
    {
        foreach (RecordChange change in changes)
        {
            StoredRecord next = change.Next;
            string text = next.Version == 1 ? sql.InsertRecord : sql.UpdateRecord;
            await using DbCommand command = Command(text, StoredRecord.Kinds.Of(next.Kind), next.Key, next.Version, next.Closed, next.Text, NullableText(next.Ats));
            if (await command.ExecuteNonQueryAsync(cancellationToken) == 1)
                continue;
            if (await RecordAsync(next.Kind, next.Key, cancellationToken) is { Closed: true })
                throw RecordErrors.Closed(next, displayName);
            throw RecordErrors.Changed(next, displayName);
        }
    }

    /// <summary>The last of a write: the entry that tells it, chained to the one before.</summary>
    public async Task<AuditEntry> TellAsync(AuditAct act, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        (int number, string previous, long revision) = await HeadAsync(sql.TakeNumber, cancellationToken);
        AuditEntry entry = AuditEntry.Next(number, previous, act, TextOf(before), TextOf(after), revision);
        await ExecuteAsync(
            sql.WriteEntry, cancellationToken, entry.Number, entry.When, entry.Who, entry.Action, entry.Subject, NullableText(entry.Before), NullableText(entry.After),
            entry.Revision, entry.Previous, entry.Hash);
        await ExecuteAsync(sql.WriteHead, cancellationToken, entry.Hash);
        return entry;
    }

    /// <summary>A parameter of text that may be null, as the driver wants it.</summary>
    protected abstract object NullableText(string? value);

    private static string? TextOf(JsonObject values) => values.Count == 0 ? null : values.ToJsonString(_plain);

    private async Task<(int Count, string Head, long Revision)> HeadAsync(string text, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(text);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return ((int)reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2));
    }

    private async Task<List<StoredRecord>> RecordsAsync(string text, CancellationToken cancellationToken, params object[] values)
    {
        await using DbCommand command = Command(text, values);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = new List<StoredRecord>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (StoredRecord.Kinds.TryRead(reader.GetString(0), out RecordKind kind))
                records.Add(new StoredRecord(kind, reader.GetString(1), (int)reader.GetInt64(2), reader.GetBoolean(3), reader.GetString(4)) { Ats = TextOrNull(reader, 5) });
        }

        return records;
    }

    private static string? TextOrNull(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
