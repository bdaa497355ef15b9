using System.Data;
using CentriFamiglia.Coverage.Formats.Json;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// Layers as a GeoPackage 1.3 that QGIS and GDAL open: a feature table where a layer has geometry, else an attribute table, with the
/// meta as JSON metadata of its table and the style that QGIS opens it with. Money is REAL. The same layers and date give the same content.
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
        // The draft counts only when it is whole, so nothing need be undone; the pages of the R-tree are written at random, so they stay at hand.
        GeoPackageSchema.Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA cache_size = -131072");
        using SqliteTransaction transaction = connection.BeginTransaction();
        GeoPackageSchema.Initialize(connection);
        foreach (Layer layer in layers)
            WriteLayer(connection, layer, date);
        transaction.Commit();
    });

    /// <summary>The same to a stream: SQLite writes files only, so that it goes by way of one.</summary>
    public static void Write(IReadOnlyList<Layer> layers, Stream stream, DateTimeOffset date)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-");
        try
        {
            string path = Path.Combine(folder.FullName, "risposta.gpkg");
            Write(layers, path, date);
            using FileStream written = File.OpenRead(path);
            written.CopyTo(stream);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
        GeoPackageSchema.CreateTable(connection, table, date, withTriggers: false);

        List<string> names = [.. layer.Columns.Select(c => GeoPackageSchema.Quote(c.Name))];
        if (geometryType is not null)
            names.Add(GeoPackageSchema.GeometryColumn);
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO {GeoPackageSchema.Quote(layer.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"$v{i}"))})";
        SqliteParameter[] parameters = [.. names.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$v{i}" }))];
        using BoxWriter? boxes = geometryType is null ? null : new BoxWriter(connection, layer.Name);
        foreach (LayerRow row in layer.Rows)
        {
            RowLength.Check(layer, row);
            for (int i = 0; i < layer.Columns.Length; i++)
                parameters[i].Value = Value(row.Values[i]);
            if (geometryType is not null)
                parameters[^1].Value = row.Geometry is null ? DBNull.Value : GeoPackageGeometry.Encode(multi ? ToMulti(row.Geometry) : row.Geometry);
            insert.ExecuteNonQuery();
            if (row.Geometry is { IsEmpty: false } geometry)
                boxes?.Add(geometry.EnvelopeInternal);
        }

        if (boxes is not null)
            GeoPackageRTree.CreateTriggers(connection, layer.Name);
        GeoPackageSchema.UpdateContents(connection, layer.Name, boxes?.Extent, date);
        GeoPackageSchema.SetMetadata(connection, layer.Name, LayerJson.Meta(layer.Meta), date);
        if (geometryType is not null && layer.Style is { } style)
            GeoPackageStyles.Add(connection, layer.Name, style, date);
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

    /// <summary>Writes the box of the row inserted last to the R-tree: the triggers, which decode every geometry five times, come after the rows.</summary>
    private sealed class BoxWriter : IDisposable
    {
        private readonly SqliteCommand _insert;

        public BoxWriter(SqliteConnection connection, string table)
        {
            _insert = connection.CreateCommand();
            _insert.CommandText = $"INSERT INTO {GeoPackageRTree.TreeOf(table)} VALUES (last_insert_rowid(), $minx, $maxx, $miny, $maxy)";
            foreach (string name in (string[])["$minx", "$maxx", "$miny", "$maxy"])
                _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        /// <summary>Of all boxes so far.</summary>
        public Envelope Extent { get; } = new();

        public void Add(Envelope box)
        {
            Extent.ExpandToInclude(box);
            _insert.Parameters[0].Value = box.MinX;
            _insert.Parameters[1].Value = box.MaxX;
            _insert.Parameters[2].Value = box.MinY;
            _insert.Parameters[3].Value = box.MaxY;
            _insert.ExecuteNonQuery();
        }

        public void Dispose() => _insert.Dispose();
    }
}
