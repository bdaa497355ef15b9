namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The whole content out of the tables: the one place where both stores decide what comes from where.</summary>
internal static class ContentTables
{
    /// <summary>Everything but the matrix, each list in its documented order; rows that cannot be read stand apart.</summary>
    public static async Task<TerritoryContent> ReadAsync(TableSession session, CancellationToken cancellationToken)
    {
        var unread = new List<StoredRow>();
        List<Comune> comuni = await session.ReadAsync(TerritoryTables.Comuni, unread, cancellationToken);
        List<Membership> memberships = await session.ReadAsync(TerritoryTables.Memberships, unread, cancellationToken);
        var points = new DemandPointsBuilder();
        await session.ReadEachAsync(TerritoryTables.DemandPoints, point => points.Add(point), unread, cancellationToken);
        var areas = new List<Area>();
        foreach ((_, StoreTable<Area> table) in TerritoryTables.Areas)
            areas.AddRange((await session.ReadAsync(table, unread, cancellationToken)).OrderBy(a => a.Code, StringComparer.Ordinal));
        List<TravelMatrixInfo> matrix = await session.ReadAsync(OtherTables.MatrixInfo, cancellationToken);
        List<AtsDeclaration> declarations = await session.ReadAsync(OtherTables.Declarations, unread, cancellationToken);
        List<KeyValuePair<string, string>> documents = await session.ReadAsync(OtherTables.Documents, cancellationToken);
        return new TerritoryContent
        {
            Comuni = [.. comuni.OrderBy(c => c.Code)],
            Memberships = [.. memberships.OrderBy(m => m.Comune)],
            DemandPoints = points.Build(),
            SiteSets = await ReadSetsAsync(session, unread, cancellationToken),
            Declarations = [.. declarations.OrderBy(d => d.Ats, StringComparer.Ordinal)],
            Areas = [.. areas],
            Matrix = matrix.Count == 0 ? null : matrix[0],
            Documents = documents.ToSorted(d => d.Key, d => d.Value, StringComparer.Ordinal),
            Unread = [.. unread],
        };
    }

    private static async Task<ImmutableArray<SiteSet>> ReadSetsAsync(TableSession session, List<StoredRow> unread, CancellationToken cancellationToken)
    {
        List<SiteSet> sets = await session.ReadAsync(SiteTables.Sets, unread, cancellationToken);
        // A set whose flags cannot be read still has its sedi: it is neither active nor complete.
        foreach (string name in unread.Where(r => r.Table == SiteTables.Sets.Name).Select(r => r.Cell("nome")).OfType<string>().ToArray())
        {
            if (!sets.Exists(s => s.Name == name))
                sets.Add(new SiteSet { Name = name, Active = false, Sites = [], Networks = [] });
        }

        ILookup<string, Network> networks = (await session.ReadAsync(SiteTables.Networks, unread, cancellationToken, n => OfNoSet(n.Set, sets)))
            .ToLookup(n => n.Set, n => n.Network, StringComparer.Ordinal);
        ILookup<string, Site> sites = (await session.ReadAsync(SiteTables.Sites, unread, cancellationToken, s => OfNoSet(s.Set, sets)))
            .ToLookup(s => s.Set, s => s.Site, StringComparer.Ordinal);
        return
        [
            .. sets.OrderBy(s => s.Name, StringComparer.Ordinal).Select(set => set with
            {
                Networks = [.. networks[set.Name].OrderBy(n => n.Id)],
                Sites = [.. sites[set.Name].OrderBy(s => s.Id)],
            }),
        ];
    }

    private static StoredFault? OfNoSet(string name, List<SiteSet> sets) => sets.Exists(s => s.Name == name) ? null
        : new StoredFault(StoredFaultKind.UnknownSet, "set_sedi", name, $"l'insieme «{name}» non è fra quelli di set_sedi ({string.Join(", ", sets.Select(s => s.Name))})");
}
