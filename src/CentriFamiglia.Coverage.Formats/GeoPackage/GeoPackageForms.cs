using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>What a GeoPackage says of a column for those who fill it in (extension <c>gpkg_schema</c>).</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its name.</param>
/// <param name="Title">In words; null where none is given.</param>
/// <param name="Words">The values that are taken, each with its label; empty where any is.</param>
public sealed record GeoPackageFormField(string Table, string Column, string? Title, ImmutableArray<(string Value, string Label)> Words);

/// <summary>Reads them, by table and column.</summary>
public static class GeoPackageForms
{
    /// <returns>Empty where the file says nothing of its columns.</returns>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static IReadOnlyList<GeoPackageFormField> Read(string path)
    {
        using SqliteConnection connection = ForeignGeoPackage.Open(path);
        if (!ForeignGeoPackage.HasTable(connection, "gpkg_data_columns") || !ForeignGeoPackage.HasTable(connection, "gpkg_data_column_constraints"))
            return [];
        ILookup<string, (string, string)> words = ForeignGeoPackage.Rows(
                connection, "SELECT constraint_name, value, coalesce(description, value) FROM gpkg_data_column_constraints WHERE constraint_type = 'enum' ORDER BY rowid")
            .ToLookup(r => (string)r[0], r => ((string)r[1], (string)r[2]), StringComparer.Ordinal);
        return
        [
            .. ForeignGeoPackage.Rows(connection, "SELECT table_name, column_name, title, constraint_name FROM gpkg_data_columns ORDER BY rowid")
                .Select(r => new GeoPackageFormField((string)r[0], (string)r[1], r[2] as string, r[3] is string name ? [.. words[name]] : [])),
        ];
    }
}
