using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Links;

/// <summary>Makes, lists and revokes links to analyses.</summary>
/// <param name="store">Where they are.</param>
/// <param name="runs">Of the same store.</param>
internal sealed class LinkDesk(ICoverageStore store, RunDesk runs)
{
    public const string Kind = "legame";

    public const int UsualDays = 30;

    public const int MostDays = 365;

    /// <summary>The last ones first.</summary>
    public async Task<ImmutableArray<SharedLink>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await store.ReadRecordsAsync(RecordKind.Link, cancellationToken)).Select(r => SharedLink.Read(r.Key, r.Text))
                .OrderByDescending(l => l.At).ThenBy(l => l.Id, StringComparer.Ordinal),
        ];

    /// <returns>The link, and the secret that opens it: it is told this once.</returns>
    /// <exception cref="InputException">There is no such analysis, or no such time.</exception>
    public async Task<(SharedLink Link, string Secret)> CreateAsync(string runId, int days, string? note, AuditActor actor, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MostDays)
            throw new InputException("giorni", $"{days} non è ammesso.", $"Scrivere un numero di giorni da 1 a {MostDays}.");
        KeptRun kept = await runs.GetAsync(runId, cancellationToken);
        string secret = SharedLink.NewSecret();
        var link = new SharedLink(SharedLink.IdOf(secret), kept.Head.Id, actor.Name, actor.Now, actor.Now.AddDays(days)) { Note = note };
        await WriteAsync(link, actor.Home ?? kept.Ats, 0, null, actor.Does("legame.crea"), cancellationToken);
        return (link, secret);
    }

    /// <exception cref="InputException">There is none of that id, or it is revoked already.</exception>
    public async Task<SharedLink> RevokeAsync(string id, AuditActor actor, CancellationToken cancellationToken)
    {
        StoredRecord record = await store.ReadRecordAsync(RecordKind.Link, id, cancellationToken)
            ?? throw new InputException("legame", $"'{Shown.Of(id)}' non è un collegamento.", "L'elenco è in /api/v1/links.");
        SharedLink link = SharedLink.Read(record.Key, record.Text);
        if (link.RevokedAt is not null)
            return link;
        SharedLink next = link with { RevokedBy = actor.Name, RevokedAt = actor.Now };
        await WriteAsync(next, record.Ats, record.Version, record.Text, actor.Does("legame.revoca"), cancellationToken);
        return next;
    }

    /// <summary>What a secret opens, whoever asks.</summary>
    /// <returns>Null where it opens nothing, and never did.</returns>
    public async Task<SharedLink?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await store.ReadRecordAsync(RecordKind.Link, SharedLink.IdOf(secret), cancellationToken) is { } record ? SharedLink.Read(record.Key, record.Text) : null;

    private async Task WriteAsync(SharedLink link, string? ats, int version, string? before, Func<string, AuditAct> act, CancellationToken cancellationToken)
    {
        var record = new StoredRecord(RecordKind.Link, link.Id, version + 1, Closed: false, RecordJson.Text(link.ToJson())) { Ats = ats };
        await store.CommitAsync(new StoreCommit(act($"{Kind}/{link.Id}")) { Records = [new(record, before)] }, cancellationToken);
    }
}
