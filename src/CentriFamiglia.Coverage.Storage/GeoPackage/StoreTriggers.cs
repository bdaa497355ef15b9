using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Storage.Tables;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// The triggers of a store that is a file. Ours raise the revision and mark the table at every row that another program writes; our own writes
/// take those of the tables they write away and put them back in the same transaction, since SQLite would run them row by row. Those of the R-tree, of GDAL's count
/// of rows and of what is read only are known by name and by what they do; every other one is a stranger.
/// </summary>
internal static partial class StoreTriggers
{
    private static readonly string[] _events = ["insert", "update", "delete"];

    /// <summary>Name and whole text, as SQLite keeps it.</summary>
    public static IEnumerable<(string Name, string Sql)> Of(string table) => _events.Select(e =>
    {
        string name = $"coverage_{table}_{e}";
        return (name, $"CREATE TRIGGER {name} AFTER {e.ToUpperInvariant()} ON {table} BEGIN "
            + $"{StoreSql.Tables.RaiseEdited}; {StoreSql.Tables.MarkEditedOnce(table)}; END");
    });

    /// <param name="name">Of the trigger.</param>
    /// <param name="table">That it hangs on.</param>
    /// <param name="sql">Its whole text.</param>
    public static bool IsKnown(string name, string table, string sql) =>
        SealedTable.All.Any(t => t.Name == table && Of(t.Name).Contains((name, sql))) || (IndexName().IsMatch(name) && KeepsIndex(table, sql));

    /// <summary>Whether every statement writes only to an index of the same table or to GDAL's count, or refuses the row.</summary>
    private static bool KeepsIndex(string table, string sql)
    {
        Match body = Body().Match(sql);
        return body.Success && body.Groups["statements"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(statement =>
            IndexStatement().Match(statement) is { Success: true } write
            && (!write.Groups["tree"].Success || write.Groups["tree"].Value.StartsWith(table + "_", StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex(
        "^(rtree_|gpkg_|trigger_(insert|delete)_feature_count_|coverage_registro_fisso_|coverage_carte_fisse_)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PatternTime.Milliseconds)]
    private static partial Regex IndexName();

    [GeneratedRegex(
        @"\bBEGIN\b(?<statements>.*)\bEND\s*;?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PatternTime.Milliseconds)]
    private static partial Regex Body();

    [GeneratedRegex(
        """^((INSERT(\s+OR\s+REPLACE)?\s+INTO|DELETE\s+FROM|UPDATE)\s+["`]?rtree_(?<tree>\w+)|UPDATE\s+"?gpkg_ogr_contents"?\s+SET\s+feature_count\b|SELECT\s+RAISE\s*\()""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PatternTime.Milliseconds)]
    private static partial Regex IndexStatement();
}
