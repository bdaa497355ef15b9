using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The writing of a content: which tables, in which order, and what is said when another program was there first.</summary>
internal static class ContentWrites
{
    /// <summary>
    /// Writes the records and, in the tables of the named parts, the rows that differ; then the entry that tells it. The revision is raised where the
    /// territory is written; other tables are not touched.
    /// </summary>
    /// <exception cref="StoreChangedException">Another program wrote since the content was read: nothing is written.</exception>
    public static async Task<AuditEntry> WriteAsync(TableSession session, StoreCommit commit, string displayName, CancellationToken cancellationToken)
    {
        JsonObject before = [], after = [];
        if (commit.Content is { } content)
            await WriteAsync(session, content, before, after, displayName, cancellationToken);
        await session.WriteAsync(commit.Records, displayName, cancellationToken);
        foreach (RecordChange change in commit.Records)
        {
            string subject = RecordTelling.SubjectOf(change.Next);
            if (change.Before is { } text)
                before[subject] = RecordTelling.Of(change.Next.Kind, text);
            after[subject] = RecordTelling.Of(change.Next);
        }

        AuditEntry entry = await session.TellAsync(commit.Act, before, after, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return entry;
    }

    private static async Task WriteAsync(
        TableSession session, ContentChange content, JsonObject before, JsonObject after, string displayName, CancellationToken cancellationToken)
    {
        ImmutableArray<ITableWrite> tables = [.. Tables(content)];
        await session.LockAsync([.. tables.Select(t => t.Table)], cancellationToken);
        long? revision = await session.RaiseRevisionAsync(content.Read.Revision, cancellationToken);
        RowConflict? conflict = null;
        foreach (ITableWrite table in tables)
            conflict = RowConflict.Worse(conflict, await table.CompareAsync(session, cancellationToken));
        if (revision is null || conflict is not null)
            throw StoreChanged.Since(displayName, conflict);
        JsonObject was = [], now = [];
        foreach (ITableWrite table in tables)
        {
            await table.ApplyAsync(session, cancellationToken);
            (was[table.Table], now[table.Table]) = table.Difference() is { Before: var old, After: var next } ? (old, next) : default;
        }

        (before[RecordTelling.Territory], after[RecordTelling.Territory]) = (Told(was), Told(now));
    }

    private static JsonObject Told(JsonObject tables)
    {
        foreach (string empty in tables.Where(t => t.Value is null).Select(t => t.Key).ToArray())
            tables.Remove(empty);
        return tables;
    }

    /// <exception cref="ArgumentException">What the caller gives does not hang together: a defect, not a planner's error.</exception>
    public static void Check(StoreCommit commit)
    {
        if (commit.Content is not var (next, parts, matrix, _))
            return;
        if (parts.HasFlag(ContentParts.Matrix) && (next.Matrix?.Pairs ?? 0) != (matrix?.Count ?? 0))
            throw new ArgumentException($"{next.Matrix?.Pairs ?? 0} pairs announced, {matrix?.Count ?? 0} given.", nameof(commit));
        if (parts.HasFlag(ContentParts.Areas) && next.Areas.Any(a => a.Level == AreaLevel.Regione))
            throw new ArgumentException("The region is not a stored area.", nameof(commit));
    }

    private static IEnumerable<ITableWrite> Tables(ContentChange change)
    {
        (TerritoryContent next, ContentParts parts, IReadOnlyList<TravelMatrixEntry>? matrix, StoreReading read) = change;
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
