namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>A table of the content as its fingerprint sees it: our columns alone, so that a column that an office adds is its own affair.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="ColumnList">Separated by commas.</param>
/// <param name="Part">The part of the content that is written with it.</param>
internal sealed record SealedTable(string Name, string ColumnList, ContentParts Part)
{
    public static ImmutableArray<SealedTable> All { get; } =
    [
        Of(TerritoryTables.Comuni, ContentParts.Comuni),
        Of(TerritoryTables.Memberships, ContentParts.Memberships),
        Of(TerritoryTables.DemandPoints, ContentParts.DemandPoints),
        .. TerritoryTables.Areas.Select(a => Of(a.Table, ContentParts.Areas)),
        Of(SiteTables.Sets, ContentParts.SiteSets),
        Of(SiteTables.Networks, ContentParts.SiteSets),
        Of(SiteTables.Sites, ContentParts.SiteSets),
        Of(OtherTables.Documents, ContentParts.Documents),
        Of(OtherTables.Declarations, ContentParts.Declarations),
        Of(OtherTables.Matrix, ContentParts.Matrix),
        Of(OtherTables.MatrixInfo, ContentParts.Matrix),
    ];

    /// <summary>Those that a write of these parts concerns.</summary>
    public static ImmutableArray<SealedTable> In(ContentParts parts) => [.. All.Where(t => parts.HasFlag(t.Part))];

    private static SealedTable Of<T>(StoreTable<T> table, ContentParts part) => new(table.Name, table.ColumnList, part);
}
