using CentriFamiglia.Coverage.Formats.Styles;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>The table <c>layer_styles</c>, in which QGIS keeps the styles of a GeoPackage's layers and looks for them when it opens one.</summary>
internal static class GeoPackageStyles
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          f_table_catalog TEXT(256),
          f_table_schema TEXT(256),
          f_table_name TEXT(256),
          f_geometry_column TEXT(256),
          styleName TEXT(30),
          styleQML TEXT,
          styleSLD TEXT,
          useAsDefault BOOLEAN,
          description TEXT,
          owner TEXT(30),
          ui TEXT(30),
          update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
        );
        INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES ('layer_styles', 'attributes', 'layer_styles', 'Stili di QGIS', $date);
        """;

    public static void Add(SqliteConnection connection, string layer, LayerStyle style, DateTimeOffset date)
    {
        string moment = GeoPackageSchema.Timestamp(date);
        GeoPackageSchema.Execute(connection, Table, ("$date", moment));
        GeoPackageSchema.Execute(
            connection,
            """
            INSERT INTO layer_styles
                (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
            VALUES ('', '', $layer, $column, $name, $qml, $sld, 1, $name, '', $date)
            """,
            ("$layer", layer),
            ("$column", GeoPackageSchema.GeometryColumn),
            ("$name", style.Name.Length > 30 ? style.Name[..30] : style.Name),
            ("$qml", QgisStyle.Write(style)),
            ("$sld", SldStyle.Write(style, layer)),
            ("$date", moment));
    }
}
