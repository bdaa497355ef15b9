using System.Data;
using CentriFamiglia.Coverage.Formats.Json;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// Layers as a GeoPackage 1.3 that QGIS and GDAL open: a feature table where a layer has geometry, else an attribute table, with the
/// meta as JSON metadata of its table. Money is REAL. The same layers and date give the same content.
/// </summary>
public static class LayerGeoPackage
{
    /// <param name="layers">Names are table names and differ; titles differ.</param>
    /// <param name="path">Replaced when it exists, whole or not at all.</param>
    /// <param name="date">Date of the result; the only date in the file.</param>
    public static void Write(IReadOnlyList<Layer> layers, string path, DateTimeOffset date) => WholeFile.Write(path, draft =>
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString());
        connection.Open();
        GeoPackageFunctions.Register(connection);
        using SqliteTransaction transaction = connection.BeginTransaction();
        GeoPackageSchema.Initialize(connection);
        foreach (Layer layer in layers)
            WriteLayer(connection, layer, date);
        transaction.Commit();
    });

    private static void WriteLayer(SqliteConnection connection, Layer layer, DateTimeOffset date)
    {
        string? geometryType = GeometryType(layer);
        bool multi = geometryType?.StartsWith("MULTI", StringComparison.Ordinal) == true;
        GeoPackageTable table = new(
            layer.Name,
            layer.Title,
            "",
            geometryType,
            [.. layer.Columns.Select(c => new GeoPackageColumn(c.Name, SqlType(c.Type)))]);
        GeoPackageSchema.CreateTable(connection, table, date);

        List<string> names = [.. layer.Columns.Select(c => GeoPackageSchema.Quote(c.Name))];
        if (geometryType is not null)
            names.Add(GeoPackageSchema.GeometryColumn);
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO {GeoPackageSchema.Quote(layer.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"$v{i}"))})";
        SqliteParameter[] parameters = [.. names.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$v{i}" }))];
        Envelope extent = new();
        foreach (LayerRow row in layer.Rows)
        {
            RowLength.Check(layer, row);
            for (int i = 0; i < layer.Columns.Length; i++)
                parameters[i].Value = Value(row.Values[i]);
            if (geometryType is not null)
            {
                parameters[^1].Value = row.Geometry is null ? DBNull.Value : GeoPackageGeometry.Encode(multi ? ToMulti(row.Geometry) : row.Geometry);
                if (row.Geometry is not null)
                    extent.ExpandToInclude(row.Geometry.EnvelopeInternal);
            }
            insert.ExecuteNonQuery();
        }
        GeoPackageSchema.UpdateContents(connection, layer.Name, extent, date);
        GeoPackageSchema.SetMetadata(connection, layer.Name, LayerJson.Meta(layer.Meta), date);
    }

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        decimal money => (double)money,
        bool flag => flag ? 1L : 0L,
        _ => value,
    };

    private static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Text => "TEXT",
        ColumnType.Integer => "INTEGER",
        ColumnType.Boolean => "BOOLEAN",
        _ => "REAL",
    };

    /// <summary>Polygons and multipolygons together are stored as multipolygons, so that the table has one type.</summary>
    private static string? GeometryType(Layer layer)
    {
        string[] types = [.. layer.Rows.Where(r => r.Geometry is not null).Select(r => r.Geometry!.GeometryType.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        return types switch
        {
            [] => null,
            [var one] => one,
            _ when types.All(t => t is "POLYGON" or "MULTIPOLYGON") => "MULTIPOLYGON",
            _ => "GEOMETRY",
        };
    }

    private static Geometry ToMulti(Geometry geometry) => geometry is Polygon polygon ? polygon.Factory.CreateMultiPolygon([polygon]) : geometry;
}
