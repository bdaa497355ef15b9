namespace CentriFamiglia.Coverage.Import;

/// <summary>
/// Changes of a list of sedi and of its networks, judged as an import of the changed rows would be. A network is added (<c>add</c>), changed
/// (<c>change</c>) or taken away (<c>close</c>, once no sede is of it). Nothing is stored.
/// </summary>
public static class SetChanges
{
    /// <summary>The columns that a change of a network may say, in the order of the templates.</summary>
    public static ImmutableArray<string> NetworkColumns { get; } = [.. ImportLayers.Reti(Empty).Columns.Select(c => c.Name).Where(c => c != Key)];

    private const string Key = "network_id";

    private static SiteSet Empty => new() { Name = SiteSet.Mine, Active = true, Sites = [], Networks = [] };

    /// <summary>The list with all changes.</summary>
    /// <param name="content">What is known; other sets of sedi do not matter.</param>
    /// <param name="set">The list that is changed.</param>
    /// <param name="sites">Of sedi, in any order.</param>
    /// <param name="networks">Of networks, in any order.</param>
    /// <param name="refusals">By number of the change, those of networks first; none where the list is given.</param>
    /// <returns>Null where a change is refused.</returns>
    public static SiteSet? Apply(
        TerritoryContent content, SiteSet set, ImmutableArray<SiteChange> sites, ImmutableArray<SiteChange> networks, out ImmutableArray<SiteChangeRefusal> refusals)
    {
        if (WithNetworks(content, set, networks, out refusals) is not { } between)
            return null;
        if (new SiteChanges(content, between).Apply(sites, out refusals) is not { } next)
            return null;
        var refused = new List<SiteChangeRefusal>();
        for (int i = 0; i < networks.Length; i++)
        {
            if (networks[i].Operation == SiteOperation.Close && OpenSites(next, networks[i].Id) is { Length: > 0 } left)
            {
                refused.Add(new(i + 1, networks[i].Id, null, $"la rete «{networks[i].Id}» ha ancora {left.Length} sedi ({string.Join(", ", left.Take(5))})",
                    "Chiudere le sue sedi, o darle a un'altra rete, nello stesso scenario."));
            }
        }

        refusals = [.. refused];
        HashSet<string> gone = [.. networks.Where(n => n.Operation == SiteOperation.Close).Select(n => n.Id)];
        return refused.Count > 0 ? null : next with { Networks = [.. next.Networks.Where(n => !gone.Contains(n.Id.Value))], Sites = Without(next.Sites, gone) };
    }

    /// <summary>The whole row of a network by column, empty cells left out; null where there is none.</summary>
    public static ImmutableSortedDictionary<string, string>? RowOf(SiteSet set, NetworkId id) =>
        set.Networks.FirstOrDefault(n => n.Id == id) is { } network ? Cells(ImportLayers.Reti(Empty with { Networks = [network] }), Key) : null;

    /// <summary>The whole row of a sede by column, empty cells left out; null where there is none.</summary>
    public static ImmutableSortedDictionary<string, string>? RowOf(SiteSet set, SiteId id) => set.Sites.FirstOrDefault(s => s.Id == id) is { } site
        ? Cells(ImportLayers.Sedi(TerritoryContent.Empty, Empty with { Sites = [site] }), "site_id", "comune")
        : null;

    private static ImmutableSortedDictionary<string, string> Cells(Layer layer, params string[] without) =>
        ImportLayers.CellsOf(layer, without).ToImmutableSortedDictionary(c => c.Column, c => c.Cell, StringComparer.Ordinal);

    private static string[] OpenSites(SiteSet set, string network) =>
        [.. set.Sites.Where(s => s.Network?.Value == network && s.Status != SiteStatus.Closed).Select(s => s.Id.Value)];

    private static ImmutableArray<Site> Without(ImmutableArray<Site> sites, HashSet<string> gone) =>
        [.. sites.Select(s => s.Network is { } network && gone.Contains(network.Value) ? s with { Network = null } : s)];

    private static SiteSet? WithNetworks(TerritoryContent content, SiteSet set, ImmutableArray<SiteChange> changes, out ImmutableArray<SiteChangeRefusal> refusals)
    {
        var refused = new List<SiteChangeRefusal>();
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < changes.Length; i++)
        {
            SiteChange change = changes[i];
            ImmutableSortedDictionary<string, string>? old = RowOf(set, new NetworkId(change.Id));
            if (!seen.Add(change.Id))
                refused.Add(new(i + 1, change.Id, "id", $"la rete «{change.Id}» è già in un'altra modifica", "Riunire in una sola modifica tutto ciò che cambia della rete."));
            else if ((old is null) != (change.Operation == SiteOperation.Add))
                refused.Add(old is null
                    ? new(i + 1, change.Id, "id", $"nell'insieme «{set.Name}» non c'è la rete «{change.Id}»", "Correggere l'identificativo, o aggiungere la rete (op add).")
                    : new(i + 1, change.Id, "id", $"la rete «{change.Id}» c'è già nell'insieme «{set.Name}»",
                        "Usare un altro identificativo, o cambiare la rete che c'è (op change)."));
            else if (change.Operation != SiteOperation.Close)
                rows.Add(new SourceRow(i + 2, [change.Id, .. NetworkColumns.Select(c => change.Cells.TryGetValue(c, out string? cell) ? cell : old?.GetValueOrDefault(c))], null));
        }

        SiteSet next = set;
        if (refused.Count == 0 && rows.Count > 0)
        {
            var request = new ImportRequest("prova") { Kind = ImportKind.Reti, SetName = set.Name };
            ImportResult result = Importer.Import(request, [new SourceTable("prova", [Key, .. NetworkColumns], rows.DrainToImmutable(), Wgs84.Factory.SRID)],
                content with { SiteSets = [set] });
            refused.AddRange(result.Report.Issues.Where(issue => issue.Severity == IssueSeverity.Refused).Select(issue =>
                new SiteChangeRefusal((issue.Line ?? 2) - 1, changes[(issue.Line ?? 2) - 2].Id, issue.Column, issue.Reason, issue.Cure)));
            next = result.Applied ? set with { Networks = result.Next.SiteSets.Single(s => s.Name == set.Name).Networks } : set;
        }

        refusals = [.. refused.OrderBy(r => r.Number)];
        return refused.Count > 0 ? null : next;
    }
}
