using System.Text.Json;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>A row as the store has it.</summary>
/// <param name="Cells">By column, in the order of the templates, empty ones left out.</param>
/// <param name="Set">The set of sedi; null where rows are of none.</param>
internal sealed record KeptRow(ImmutableArray<(string Column, string Cell)> Cells, string? Set)
{
    /// <summary>Another one for every other content of the row.</summary>
    public string Tag { get; } = VersionTag.Of(JsonSerializer.Serialize(Cells.Select(c => new[] { c.Column, c.Cell })));

    /// <summary>The ATS that it is of; null where none is known.</summary>
    public string? Ats { get; init; }

    /// <summary>What an import remarks of it, and takes all the same.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}

/// <summary>Reads, writes and takes away single rows of sedi, networks and memberships: each write is judged as an import of that row.</summary>
internal sealed class RowDesk(ICoverageStore store)
{
    /// <param name="kind">Of which table.</param>
    /// <param name="content">Where it is looked for.</param>
    /// <param name="id">Which.</param>
    /// <param name="set">Of which set of sedi; null for the active one.</param>
    /// <returns>Null where there is none.</returns>
    public static KeptRow? Find(RowKind kind, TerritoryContent content, string id, string? set) => RowOf(kind, content, SetName(kind, content, set), id);

    /// <param name="kind">Of which table.</param>
    /// <param name="id">Which; a new one where there is none.</param>
    /// <param name="set">Of which set of sedi; null for the active one.</param>
    /// <param name="cells">By column, as a file would write them; null for an empty one.</param>
    /// <param name="keep">Whether what is not said stays as it is.</param>
    /// <param name="judge">Told the row as it is now, null for none: throws where it is not what the change was made from.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InputException">An import would refuse the row.</exception>
    /// <exception cref="StoreException">The store refuses the write.</exception>
    public async Task<KeptRow> PutAsync(
        RowKind kind, string id, string? set, IReadOnlyDictionary<string, string?> cells, bool keep, Action<KeptRow?> judge, AuditActor actor,
        CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        TerritoryContent readable = StoreCheck.Check(content).Readable;
        string? name = SetName(kind, content, set);
        KeptRow? now = RowOf(kind, readable, name, id);
        judge(now);
        if (cells.TryGetValue(kind.Key, out string? said) && said != id)
            throw new InputException(kind.Key, "non è quello dell'indirizzo.", "Scrivere lo stesso, o toglierlo: un identificativo non cambia.");
        var row = new Dictionary<string, string?>(StringComparer.Ordinal) { [kind.Key] = id };
        foreach ((string column, string cell) in keep ? now?.Cells ?? [] : [])
            row[column] = cell;
        foreach ((string column, string? cell) in cells)
            row[column] = cell;
        var request = new ImportRequest(kind.Word) { Kind = kind.Kind, SetName = name, PlaceInComune = row.GetValueOrDefault("precisione") == "comune" };
        var table = new SourceTable(kind.Word, [.. row.Keys], [new SourceRow(1, [.. row.Values], null)], Wgs84.Factory.SRID);
        ImportResult result = Importer.Import(request, [table], readable);
        if (result.Report.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Refused) is { } refused)
            throw new InputException(refused.Column ?? kind.Word, $"{refused.Reason}.", refused.Cure);
        TerritoryContent next = Quiet(kind, content, result.Next, name);
        KeptRow kept = RowOf(kind, next, name, id) ?? throw new InputException(kind.Word, "la riga non è stata presa.", "Controllare i nomi delle colonne.");
        if (kept.Tag != now?.Tag)
        {
            await store.CommitAsync(
                new StoreCommit(actor.Does($"{kind.Word}.scrive")(Subject(kind, name, id)))
                {
                    Content = new ContentChange(next, result.Changed, null, new StoreReading(content, revision)),
                },
                cancellationToken);
        }

        IEnumerable<string> remarks = result.Report.Issues.Where(i => i.Severity != IssueSeverity.Refused).Select(i => $"{i.Reason}. {i.Cure}");
        return kept with { Remarks = [.. remarks.Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Takes a row away that should not have been there: a sede that closes stays, with its state.</summary>
    /// <exception cref="InputException">A network still has sedi.</exception>
    public async Task DeleteAsync(RowKind kind, string id, string? set, Action<KeptRow?> judge, AuditActor actor, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        TerritoryContent readable = StoreCheck.Check(content).Readable;
        string? name = SetName(kind, content, set);
        judge(RowOf(kind, readable, name, id));
        if (kind == RowKind.Networks && SitesOf(readable, name, id) is { Length: > 0 } left)
        {
            throw new InputException(kind.Key, $"la rete «{Shown.Of(id)}» ha ancora {left.Length} sedi ({string.Join(", ", left.Take(5))}).",
                "Togliere prima le sue sedi, o darle a un'altra rete.");
        }

        TerritoryContent next = kind.Without(readable, name!, id) ?? throw new InputException(kind.Word, "non si toglie.", "Cambiarla, oppure reimportare l'elenco intero.");
        await store.CommitAsync(
            new StoreCommit(actor.Does($"{kind.Word}.toglie")(Subject(kind, name, id)))
            {
                Content = new ContentChange(next, ContentParts.SiteSets, null, new StoreReading(content, revision)),
            },
            cancellationToken);
    }

    private static string[] SitesOf(TerritoryContent content, string? set, string network) =>
        [.. content.SiteSets.First(s => s.Name == set).Sites.Where(s => s.Network?.Value == network).Select(s => s.Id.Value)];

    public static InputException Missing(RowKind kind, string id) =>
        new(kind.Key, $"'{Shown.Of(id)}' non c'è.", "Gli identificativi sono quelli di /api/v1/sites, /api/v1/networks e /api/v1/places.");

    /// <summary>A row written does not choose the active set: an import of a whole list does.</summary>
    private static TerritoryContent Quiet(RowKind kind, TerritoryContent before, TerritoryContent next, string? set)
    {
        if (!kind.IsOfSet || before.SiteSets.FirstOrDefault(s => s.Active) is not { } active || active.Name == set)
            return next;
        return next with { SiteSets = [.. next.SiteSets.Select(s => s with { Active = s.Name == active.Name })] };
    }

    private static string? SetName(RowKind kind, TerritoryContent content, string? asked) =>
        kind.IsOfSet ? asked ?? content.SiteSets.FirstOrDefault(s => s.Active)?.Name ?? SiteSet.Mine : null;

    private static string Subject(RowKind kind, string? set, string id) => set is null ? $"{kind.Word}/{id}" : $"{kind.Word}/{set}/{id}";

    private static KeptRow? RowOf(RowKind kind, TerritoryContent content, string? set, string id)
    {
        Layer layer = kind.Rows(content, set ?? "", id);
        return layer.Rows.Length == 0 ? null : new KeptRow(
            // The name of the comune follows its code, and would contradict another.
            [.. ImportLayers.CellsOf(layer, "comune")],
            set)
        {
            Ats = RowKind.AtsOf(content, layer),
        };
    }
}
