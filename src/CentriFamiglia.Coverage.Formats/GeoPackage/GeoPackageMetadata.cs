using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>JSON in <c>gpkg_metadata</c> and <c>gpkg_metadata_reference</c> (extension <c>gpkg_metadata</c>, annex F.8).</summary>
internal static class GeoPackageMetadata
{
    private const string StandardUri = "https://www.rfc-editor.org/rfc/rfc8259";

    public static void Set(SqliteConnection connection, string table, string json, DateTimeOffset date)
    {
        GeoPackageSchema.Execute(connection, GeoPackageSql.MetadataTables);
        foreach (string registered in (string[])["gpkg_metadata", "gpkg_metadata_reference"])
        {
            GeoPackageSchema.Execute(
                connection,
                """
                INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
                SELECT $table, NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'
                WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = $table AND extension_name = 'gpkg_metadata')
                """,
                ("$table", registered));
        }
        GeoPackageSchema.Execute(
            connection,
            """
            INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', $uri, 'application/json', $json);
            INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id)
            VALUES ('table', $table, $date, last_insert_rowid());
            """,
            ("$uri", StandardUri), ("$json", json), ("$table", table), ("$date", GeoPackageSchema.Timestamp(date)));
    }

    /// <returns>Null where the table has none.</returns>
    public static string? Get(SqliteConnection connection, string table)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_metadata_reference'";
        if ((long)command.ExecuteScalar()! == 0)
            return null;
        command.CommandText = """
            SELECT metadata FROM gpkg_metadata WHERE id IN (SELECT md_file_id FROM gpkg_metadata_reference WHERE reference_scope = 'table' AND table_name = $table)
            ORDER BY id DESC LIMIT 1
            """;
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() as string;
    }
}
