using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>A scenario with the version that the store has of it.</summary>
internal sealed record KeptScenario(Scenario Scenario, int Version, string Text)
{
    /// <summary>The ATS that it is of; null for the whole region's.</summary>
    public string? Ats { get; init; }
}

/// <summary>Makes, changes, applies and archives the scenarios of a store.</summary>
/// <param name="store">Where they are.</param>
/// <param name="analyses">Of the same store.</param>
internal sealed class ScenarioDesk(ICoverageStore store, AnalysisSource analyses)
{
    public const string Kind = "scenario";

    /// <summary>In the order of their ids.</summary>
    public async Task<ImmutableArray<KeptScenario>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadRecordsAsync(RecordKind.Scenario, cancellationToken)).Select(Kept)];

    /// <exception cref="InputException">There is none of that id.</exception>
    public async Task<KeptScenario> GetAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadRecordAsync(RecordKind.Scenario, id, cancellationToken) is { } record
            ? Kept(record)
            : throw new InputException("scenario", $"'{Shown.Of(id)}' non è uno scenario.", await KnownAsync(cancellationToken));

    /// <summary>A new one; its changes are judged on the store as it is.</summary>
    /// <exception cref="InputException">A change cannot be, or the name is missing.</exception>
    public async Task<KeptScenario> CreateAsync(ScenarioText text, AuditActor actor, CancellationToken cancellationToken)
    {
        string name = text.Name ?? throw new InputException("nome", "manca il nome dello scenario.", "Scriverlo, per esempio «Rimodulazione Bergamo».");
        KeptScenario? from = text.Parent is { } named ? await GetAsync(named, cancellationToken) : null;
        Scenario? parent = from?.Scenario;
        LoadedStore loaded = await analyses.LoadAsync(cancellationToken);
        string set = analyses.Of(loaded, new AnalysisKey(text.Set ?? parent?.Set, null, null)).Snapshot.Set.Name;
        var start = new Scenario(await FreeIdAsync(name, actor.Home, cancellationToken), name, set, actor.Name, actor.Now)
        {
            BaseHash = parent?.BaseHash ?? "",
            Parent = parent?.Id,
            Line = parent?.Line,
            Note = parent?.Note,
            SpokeCostEur = parent?.SpokeCostEur,
            Sites = parent?.Sites ?? [],
            Networks = parent?.Networks ?? [],
        };
        string? ats = actor.Home ?? from?.Ats;
        return await WriteAsync(Written(start, text, loaded), ats, 0, null, actor.Does("scenario.crea"), cancellationToken);
    }

    /// <summary>Says more or other things of one that is open.</summary>
    /// <param name="version">The version that the change was made from; null for whichever is there.</param>
    /// <exception cref="InputException">A change cannot be, or it is applied or archived.</exception>
    /// <exception cref="StoreChangedException">It has changed since that version.</exception>
    public async Task<KeptScenario> ChangeAsync(string id, ScenarioText text, int? version, AuditActor actor, CancellationToken cancellationToken)
    {
        KeptScenario kept = Open(await GetAsync(id, cancellationToken));
        LoadedStore loaded = await analyses.LoadAsync(cancellationToken);
        Scenario next = Written(kept.Scenario with { Name = text.Name ?? kept.Scenario.Name, ChangedBy = actor.Name, ChangedAt = actor.Now }, text, loaded);
        return await WriteAsync(next, kept.Ats, version ?? kept.Version, kept.Text, actor.Does("scenario.cambia"), cancellationToken);
    }

    /// <summary>Puts it away; it can be read, branched and compared, not applied.</summary>
    public async Task<KeptScenario> ArchiveAsync(string id, int? version, AuditActor actor, CancellationToken cancellationToken)
    {
        KeptScenario kept = Open(await GetAsync(id, cancellationToken));
        Scenario next = kept.Scenario with { State = ScenarioState.Archived, ChangedBy = actor.Name, ChangedAt = actor.Now };
        return await WriteAsync(next, kept.Ats, version ?? kept.Version, kept.Text, actor.Does("scenario.archivia"), cancellationToken);
    }

    /// <summary>Where the store changed since it was written down; none where it can be applied as it is.</summary>
    public async Task<(KeptScenario Kept, ImmutableArray<ScenarioConflict> Conflicts)> ConflictsAsync(string id, CancellationToken cancellationToken)
    {
        KeptScenario kept = await GetAsync(id, cancellationToken);
        LoadedStore loaded = await analyses.LoadAsync(cancellationToken);
        return (kept, ScenarioTrial.ConflictsOf(loaded.Content, kept.Scenario));
    }

    /// <summary>Two of them side by side, or one beside the store as it is.</summary>
    /// <param name="key">Which analysis of the store; its set is that of the scenarios.</param>
    /// <exception cref="InputException">There is none of an id, or it does not fit the store as it is.</exception>
    public async Task<Layer> CompareAsync(string first, string? second, AnalysisKey key, bool changedOnly, CancellationToken cancellationToken)
    {
        Scenario one = (await GetAsync(first, cancellationToken)).Scenario;
        Scenario? two = second is null ? null : (await GetAsync(second, cancellationToken)).Scenario;
        return ScenarioComparison.Make(await analyses.GetAsync(key with { Set = one.Set }, cancellationToken), one, two, changedOnly);
    }

    /// <summary>Makes its changes in the store, in one write with the scenario's own.</summary>
    /// <param name="prevailing">Who is right where the store changed since it was written down.</param>
    /// <returns>The scenario, and the conflicts that were decided.</returns>
    /// <exception cref="InputException">A change cannot be, or the store changed since and nobody prevails.</exception>
    public async Task<(KeptScenario Kept, ImmutableArray<ScenarioConflict> Conflicts)> ApplyAsync(
        string id, Prevailing prevailing, int? version, AuditActor actor, CancellationToken cancellationToken)
    {
        KeptScenario kept = Open(await GetAsync(id, cancellationToken));
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        TerritoryContent readable = StoreCheck.Check(content).Readable;
        ScenarioTrial trial = ScenarioTrial.Of(readable, kept.Scenario, prevailing);
        Scenario applied = kept.Scenario with { State = ScenarioState.Applied, ChangedBy = actor.Name, ChangedAt = actor.Now };
        RecordChange record = Record(applied, kept.Ats, version ?? kept.Version, kept.Text);
        await store.CommitAsync(
            new StoreCommit(actor.Does("scenario.applica")($"{Kind}/{id}"))
            {
                Records = [record],
                Content = new ContentChange(readable.With(trial.Set), ContentParts.SiteSets, null, new StoreReading(content, revision)),
            },
            cancellationToken);
        return (Kept(record.Next), trial.Conflicts);
    }

    private static Scenario Written(Scenario scenario, ScenarioText text, LoadedStore loaded)
    {
        SiteSet set = loaded.Content.SiteSets.First(s => s.Name == scenario.Set);
        Scenario next = scenario with
        {
            Line = text.Line ?? scenario.Line,
            Note = text.Note ?? scenario.Note,
            SpokeCostEur = text.SpokeCostEur ?? scenario.SpokeCostEur,
            Sites = text.Sites is { } sites ? [.. sites.Select(c => Noted(c, SetChanges.RowOf(set, new SiteId(c.Id))))] : scenario.Sites,
            Networks = text.Networks is { } networks ? [.. networks.Select(c => Noted(c, SetChanges.RowOf(set, new NetworkId(c.Id))))] : scenario.Networks,
        };
        // What nothing is said of keeps the base that it was written on.
        if (text is { Sites: null, Networks: null } && scenario.BaseHash.Length > 0)
            return next;
        ScenarioTrial.Of(loaded.Content, next, Prevailing.Nobody);
        return next with { BaseHash = loaded.Analyse(new AnalysisKey(next.Set, null, null), null).Snapshot.Hash };
    }

    private static ScenarioChange Noted(SiteChange change, ImmutableSortedDictionary<string, string>? now) =>
        new(SiteChange.Operations.Of(change.Operation), change.Id, change.Cells, now);

    private static KeptScenario Open(KeptScenario kept) => kept.Scenario.State == ScenarioState.Open
        ? kept
        : throw new InputException("scenario", $"«{kept.Scenario.Name}» è {Scenario.States.Of(kept.Scenario.State)}: non cambia più.", "Crearne uno nuovo da questo.");

    private async Task<KeptScenario> WriteAsync(Scenario scenario, string? ats, int version, string? before, Func<string, AuditAct> act, CancellationToken cancellationToken)
    {
        RecordChange record = Record(scenario, ats, version, before);
        await store.CommitAsync(new StoreCommit(act($"{Kind}/{scenario.Id}")) { Records = [record] }, cancellationToken);
        return Kept(record.Next);
    }

    private static RecordChange Record(Scenario scenario, string? ats, int version, string? before) =>
        new(new StoredRecord(RecordKind.Scenario, scenario.Id, version + 1, Closed: false, RecordJson.Text(ScenarioJson.Of(scenario))) { Ats = ats }, before);

    private static KeptScenario Kept(StoredRecord record) => new(ScenarioJson.Read(record.Text), record.Version, record.Text) { Ats = record.Ats };

    private async Task<string> KnownAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<KeptScenario> all = await ListAsync(cancellationToken);
        return all.IsEmpty ? "Non ce n'è ancora nessuno: crearne uno." : $"Gli scenari sono: {string.Join(", ", all.Take(20).Select(s => s.Scenario.Id))}.";
    }

    private async Task<string> FreeIdAsync(string name, string? home, CancellationToken cancellationToken)
    {
        const int longest = 60;
        string plain = new([.. PlainText.WithoutAccents(home is null ? name : $"{home} {name}").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        string id = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        id = id.Length == 0 ? Kind : id[..Math.Min(id.Length, longest)].Trim('-');
        HashSet<string> taken = [.. (await store.ReadRecordsAsync(RecordKind.Scenario, cancellationToken)).Select(r => r.Key)];
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? id : $"{id}-{n}").First(free => !taken.Contains(free));
    }
}
