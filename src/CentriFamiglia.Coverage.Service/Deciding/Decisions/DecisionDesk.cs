using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>Decides on the proposals of published runs (section 4 of the act, R14): one record for each, with who, when and why.</summary>
/// <param name="store">Where they are.</param>
/// <param name="runs">Of the same store.</param>
internal sealed class DecisionDesk(ICoverageStore store, RunDesk runs)
{
    public const string Kind = "decisione";

    /// <summary>In the order of runs and proposals.</summary>
    public async Task<ImmutableArray<Decision>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadRecordsAsync(RecordKind.Decision, cancellationToken)).Select(r => DecisionJson.Read(r.Text))];

    /// <summary>Those of one run.</summary>
    public async Task<ImmutableArray<Decision>> OfAsync(string runId, CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Where(d => d.RunId == runId)];

    /// <summary>Decides, or remarks. An accepted proposal becomes a planned sede in the same write; one that is accepted no more loses it.</summary>
    /// <exception cref="InputException">The run is no published one, it has no such proposal, or the sede cannot be.</exception>
    public async Task<Decision> DecideAsync(string runId, int proposal, DecisionText text, AuditActor actor, CancellationToken cancellationToken)
    {
        KeptRun kept = await runs.GetAsync(runId, cancellationToken);
        RunHead head = kept.Head;
        if (!head.IsPublished)
            throw new InputException("analisi", $"l'analisi {head.Id} è una bozza: si decide su ciò che è pubblicato.", "Pubblicarla, e poi decidere.");
        FrozenRun run = await runs.ContentAsync(head, cancellationToken);
        JsonObject row = run.Rows("proposte").FirstOrDefault(r => (int?)r["ordine"] == proposal)
            ?? throw new InputException("proposta", $"l'analisi {head.Id} non ha una proposta {proposal}.", $"Le proposte vanno da 1 a {run.Rows("proposte").Count()}.");
        StoredRecord? old = await store.ReadRecordAsync(RecordKind.Decision, new Decision(head.Id, proposal).Key, cancellationToken);
        Decision before = old is null ? new Decision(head.Id, proposal) : DecisionJson.Read(old.Text);
        (Decision next, ContentChange? change) = await DecidedAsync(before, text, head, row, (string)run.Inputs["insieme"]!, actor, cancellationToken);
        var record = new StoredRecord(RecordKind.Decision, next.Key, (old?.Version ?? 0) + 1, Closed: false, RecordJson.Text(DecisionJson.Of(next))) { Ats = (string?)row["ats"] };
        await store.CommitAsync(
            new StoreCommit(actor.Does(text.Outcome is null ? "decisione.commenta" : "decisione.prende")($"{Kind}/{next.Key}"))
            {
                Records = [new(record, old?.Text) { IsDecided = text.Outcome is not null }],
                Content = change,
            },
            cancellationToken);
        return next;
    }

    private async Task<(Decision Next, ContentChange? Change)> DecidedAsync(
        Decision before, DecisionText text, RunHead head, JsonObject row, string set, AuditActor actor, CancellationToken cancellationToken)
    {
        Decision next = text.Comment is { } comment ? before with { Comments = before.Comments.Add(new DecisionComment(actor.Name, actor.Now, comment)) } : before;
        if (text.Outcome is not { } outcome)
            return (next, null);
        string? planned = outcome == DecisionOutcome.Accepted ? PlannedSite.IdOf(head.Id, before.Proposal) : null;
        next = next with { Outcome = outcome, By = actor.Name, At = actor.Now, Reason = text.Reason, PlannedSite = planned };
        if (planned == before.PlannedSite)
            return (next, null);
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        TerritoryContent readable = StoreCheck.Check(content).Readable;
        SiteSet changed = planned is not null
            ? PlannedSite.Added(readable, set, head, row, before.Proposal)
            : PlannedSite.Removed(readable, set, before.PlannedSite!);
        return (next, new ContentChange(readable.With(changed), ContentParts.SiteSets, null, new StoreReading(content, revision)));
    }
}
