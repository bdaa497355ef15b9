using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>A run as lists show it.</summary>
/// <param name="Head">What is said of it.</param>
/// <param name="Version">Of the record.</param>
/// <param name="Text">Of the record.</param>
internal sealed record KeptRun(RunHead Head, int Version, string Text)
{
    /// <summary>The ATS that it is of; null for the whole region's.</summary>
    public string? Ats { get; init; }

    public JsonObject Summary { get; } = JsonNode.Parse(Text)!["riassunto"]!.AsObject();
}

/// <summary>Freezes analyses, publishes and reads them.</summary>
/// <param name="store">Where they are.</param>
/// <param name="analyses">Of the same store.</param>
internal sealed class RunDesk(ICoverageStore store, AnalysisSource analyses)
{
    public const string Kind = "analisi";

    /// <summary>Letters of an id that are enough to name it.</summary>
    private const int LeastLetters = 6;

    private readonly ScenarioDesk _scenarios = new(store, analyses);

    /// <summary>The last ones first.</summary>
    public async Task<ImmutableArray<KeptRun>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadRecordsAsync(RecordKind.Run, cancellationToken)).Select(Kept).OrderByDescending(r => r.Head.At).ThenBy(r => r.Head.Id, StringComparer.Ordinal)];

    /// <param name="id">An id, or its beginning where it names one.</param>
    /// <exception cref="InputException">There is none of that id.</exception>
    public async Task<KeptRun> GetAsync(string id, CancellationToken cancellationToken)
    {
        string sought = id.Trim().ToLowerInvariant();
        if (sought.Length == RunHead.IdLength && await store.ReadRecordAsync(RecordKind.Run, sought, cancellationToken) is { } record)
            return Kept(record);
        ImmutableArray<KeptRun> all = await ListAsync(cancellationToken);
        KeptRun[] like = sought.Length < LeastLetters ? [] : [.. all.Where(r => r.Head.Hash.StartsWith(sought, StringComparison.Ordinal))];
        return like is [var one] ? one : throw new InputException("analisi", $"'{Shown.Of(id)}' non è un'analisi congelata.",
            all.IsEmpty ? "Non ce n'è ancora nessuna: congelarne una." : $"Le analisi sono: {string.Join(", ", all.Take(10).Select(r => r.Head.Id))}.");
    }

    /// <summary>The frozen bytes of one that is there.</summary>
    /// <exception cref="StoreRefusedException">They are not those that were frozen.</exception>
    public async Task<FrozenRun> ContentAsync(RunHead head, CancellationToken cancellationToken)
    {
        StoredRecord? record = await store.ReadRecordAsync(RecordKind.RunContent, head.Id, cancellationToken);
        var run = new FrozenRun(record?.Text ?? "");
        return run.Hash == head.Hash ? run : throw new StoreRefusedException(
            $"L'analisi {head.Id} non è quella che è stata congelata: l'impronta non corrisponde.",
            "Ripristinare una copia dell'archivio; 'coverage audit verify' dice che cosa è cambiato.");
    }

    /// <summary>Freezes what <paramref name="values"/> ask for. The same inputs give the same run: it is given back, not made twice.</summary>
    /// <param name="title">Of the run; null for one made from what it is.</param>
    /// <param name="values">Of <see cref="RunFreezing.Parameters"/>.</param>
    /// <param name="scenarioId">Whose changes are made first; null for none.</param>
    /// <param name="actor">Who.</param>
    /// <param name="watch">Ends the search.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InputException">A value cannot be.</exception>
    public async Task<KeptRun> FreezeAsync(string? title, Values values, string? scenarioId, AuditActor actor, SearchWatch watch, CancellationToken cancellationToken)
    {
        Scenario? scenario = scenarioId is null ? null : (await _scenarios.GetAsync(scenarioId, cancellationToken)).Scenario;
        AnalysisKey key = SuggestionsQuestion.Instance.KeyOf(values);
        LoadedStore loaded = await analyses.LoadAsync(cancellationToken);
        Analysis analysis = analyses.Of(loaded, scenario is null ? key : key with { Set = scenario.Set });
        FrozenRun run = RunFreezing.Of(analysis, values, scenario, watch);
        // What a search had found when it was ended is not what was asked.
        watch.Stop.ThrowIfCancellationRequested();
        if (await store.ReadRecordAsync(RecordKind.Run, run.Id, cancellationToken) is { } there)
            return Kept(there);
        var head = new RunHead(run.Id, run.Hash, TitleOf(title, analysis, scenario), actor.Name, actor.Now) { Scenario = scenario?.Id };
        var record = new StoredRecord(RecordKind.Run, run.Id, 1, Closed: false, RecordJson.Text(RunJson.Of(head, RunJson.SummaryOf(run)))) { Ats = actor.Home };
        await store.CommitAsync(
            new StoreCommit(actor.Does("analisi.congela")($"{Kind}/{run.Id}"))
            {
                Records = [new(record, null), new(new StoredRecord(RecordKind.RunContent, run.Id, 1, Closed: true, run.Text) { Ats = actor.Home }, null)],
            },
            cancellationToken);
        return Kept(record);
    }

    /// <summary>Makes it read-only for ever; decisions can be taken on it from now on.</summary>
    /// <exception cref="InputException">It is published already.</exception>
    public async Task<KeptRun> PublishAsync(string id, AuditActor actor, CancellationToken cancellationToken)
    {
        KeptRun kept = await GetAsync(id, cancellationToken);
        if (kept.Head.IsPublished)
            throw new InputException("analisi", $"l'analisi {kept.Head.Id} è già pubblicata.", "Congelarne un'altra, se i dati sono cambiati.");
        RunHead head = kept.Head with { PublishedBy = actor.Name, PublishedAt = actor.Now };
        string text = RecordJson.Text(RunJson.Of(head, (JsonObject)kept.Summary.DeepClone()));
        var record = new StoredRecord(RecordKind.Run, head.Id, kept.Version + 1, Closed: true, text) { Ats = kept.Ats };
        await store.CommitAsync(new StoreCommit(actor.Does("analisi.pubblica")($"{Kind}/{head.Id}")) { Records = [new(record, kept.Text)] }, cancellationToken);
        return Kept(record);
    }

    private static string TitleOf(string? title, Analysis analysis, Scenario? scenario) => title is null
        ? $"Analisi al {analysis.Snapshot.AsOf.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}{(scenario is null ? "" : $", scenario «{scenario.Name}»")}"
        : ScenarioText.NameOf(title);

    private static KeptRun Kept(StoredRecord record) => new(RunJson.Read(record.Text), record.Version, record.Text) { Ats = record.Ats };
}
