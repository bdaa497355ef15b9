namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The writing of a content: which tables, in which order, and what is said when another program was there first.</summary>
internal static class ContentWrites
{
    /// <summary>Raises the revision and changes, in the tables of the named parts, the rows that differ; the others are not touched.</summary>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreChangedException">Another program wrote since the content was read: nothing is written.</exception>
    public static async Task<long> WriteAsync(
        TableSession session,
        TerritoryContent next,
        ContentParts parts,
        IReadOnlyList<TravelMatrixEntry>? matrix,
        StoreReading read,
        string displayName,
        CancellationToken cancellationToken)
    {
        ImmutableArray<ITableWrite> tables = [.. Tables(next, parts, matrix, read)];
        await session.LockAsync([.. tables.Select(t => t.Table)], cancellationToken);
        long? revision = await session.RaiseRevisionAsync(read.Revision, cancellationToken);
        RowConflict? conflict = null;
        foreach (ITableWrite table in tables)
            conflict = RowConflict.Worse(conflict, await table.CompareAsync(session, cancellationToken));
        if (revision is null || conflict is not null)
            throw StoreChanged.Since(displayName, conflict);
        foreach (ITableWrite table in tables)
            await table.ApplyAsync(session, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return revision.Value;
    }

    /// <exception cref="ArgumentException">What the caller gives does not hang together: a defect, not a planner's error.</exception>
    public static void Check(TerritoryContent next, ContentParts parts, IReadOnlyList<TravelMatrixEntry>? matrix)
    {
        if (parts.HasFlag(ContentParts.Matrix) && (next.Matrix?.Pairs ?? 0) != (matrix?.Count ?? 0))
            throw new ArgumentException($"{next.Matrix?.Pairs ?? 0} pairs announced, {matrix?.Count ?? 0} given.", nameof(matrix));
        if (parts.HasFlag(ContentParts.Areas) && next.Areas.Any(a => a.Level == AreaLevel.Regione))
            throw new ArgumentException("The region is not a stored area.", nameof(next));
    }

    private static IEnumerable<ITableWrite> Tables(
        TerritoryContent next, ContentParts parts, IReadOnlyList<TravelMatrixEntry>? matrix, StoreReading read)
    {
        TerritoryContent before = read.Content;
        if (parts.HasFlag(ContentParts.Comuni))
            yield return Write(TerritoryTables.Comuni, before.Comuni, next.Comuni);
        if (parts.HasFlag(ContentParts.Memberships))
            yield return Write(TerritoryTables.Memberships, before.Memberships, next.Memberships);
        if (parts.HasFlag(ContentParts.DemandPoints))
            yield return Write(TerritoryTables.DemandPoints, before.DemandPoints, next.DemandPoints);
        if (parts.HasFlag(ContentParts.SiteSets))
        {
            yield return Write(SiteTables.Sets, before.SiteSets, next.SiteSets);
            yield return Write(SiteTables.Networks, Networks(before.SiteSets), Networks(next.SiteSets));
            yield return Write(SiteTables.Sites, Sites(before.SiteSets), Sites(next.SiteSets));
        }

        if (parts.HasFlag(ContentParts.Areas))
        {
            foreach ((AreaLevel level, StoreTable<Area> table) in TerritoryTables.Areas)
                yield return Write(table, [.. before.Areas.Where(a => a.Level == level)], [.. next.Areas.Where(a => a.Level == level)]);
        }

        if (parts.HasFlag(ContentParts.Documents))
            yield return Write(OtherTables.Documents, [.. before.Documents], [.. next.Documents]);
        if (parts.HasFlag(ContentParts.Declarations))
            yield return Write(OtherTables.Declarations, before.Declarations, next.Declarations);
        if (parts.HasFlag(ContentParts.Matrix))
        {
            yield return Write(OtherTables.Matrix, read.Matrix, matrix ?? []);
            yield return Write(OtherTables.MatrixInfo, InfoOf(before), InfoOf(next));
        }

        ITableWrite Write<T>(StoreTable<T> table, IReadOnlyList<T>? was, IReadOnlyList<T> shall) =>
            new TableWrite<T>(table, was, shall, new RowsApart(table.Name, table.Key.Select(k => k.Column), before, next));
    }

    private static List<(string Set, Network Network)> Networks(ImmutableArray<SiteSet> sets) =>
        [.. sets.SelectMany(s => s.Networks.Select(n => (s.Name, n)))];

    private static List<(string Set, Site Site)> Sites(ImmutableArray<SiteSet> sets) =>
        [.. sets.SelectMany(s => s.Sites.Select(site => (s.Name, site)))];

    private static ImmutableArray<TravelMatrixInfo> InfoOf(TerritoryContent content) => content.Matrix is null ? [] : [content.Matrix];
}
