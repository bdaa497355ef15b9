namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The whole content out of the tables: the one place where both stores decide what comes from where.</summary>
internal static class ContentTables
{
    /// <summary>Everything but the matrix, each list in its documented order.</summary>
    public static async Task<TerritoryContent> ReadAsync(TableSession session, CancellationToken cancellationToken)
    {
        List<Comune> comuni = await session.ReadAsync(TerritoryTables.Comuni, cancellationToken);
        List<Membership> memberships = await session.ReadAsync(TerritoryTables.Memberships, cancellationToken);
        List<DemandPoint> points = await session.ReadAsync(TerritoryTables.DemandPoints, cancellationToken);
        var areas = new List<Area>();
        foreach ((_, StoreTable<Area> table) in TerritoryTables.Areas)
            areas.AddRange((await session.ReadAsync(table, cancellationToken)).OrderBy(a => a.Code, StringComparer.Ordinal));
        List<TravelMatrixInfo> matrix = await session.ReadAsync(OtherTables.MatrixInfo, cancellationToken);
        List<AtsDeclaration> declarations = await session.ReadAsync(OtherTables.Declarations, cancellationToken);
        List<KeyValuePair<string, string>> documents = await session.ReadAsync(OtherTables.Documents, cancellationToken);
        return new TerritoryContent
        {
            Comuni = [.. comuni.OrderBy(c => c.Code)],
            Memberships = [.. memberships.OrderBy(m => m.Comune)],
            DemandPoints = [.. points.OrderBy(p => p.Id)],
            SiteSets = await ReadSetsAsync(session, cancellationToken),
            Declarations = [.. declarations.OrderBy(d => d.Ats, StringComparer.Ordinal)],
            Areas = [.. areas],
            Matrix = matrix.Count == 0 ? null : matrix[0],
            Documents = documents.ToSorted(d => d.Key, d => d.Value, StringComparer.Ordinal),
        };
    }

    private static async Task<ImmutableArray<SiteSet>> ReadSetsAsync(TableSession session, CancellationToken cancellationToken)
    {
        List<SiteSet> sets = await session.ReadAsync(SiteTables.Sets, cancellationToken);
        ILookup<string, Network> networks = (await session.ReadAsync(SiteTables.Networks, cancellationToken))
            .ToLookup(n => n.Set, n => n.Network, StringComparer.Ordinal);
        ILookup<string, Site> sites = (await session.ReadAsync(SiteTables.Sites, cancellationToken))
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
}
