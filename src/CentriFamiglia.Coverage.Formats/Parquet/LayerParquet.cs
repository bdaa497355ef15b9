using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Json;
using NetTopologySuite.IO;
using Parquet;
using Parquet.Schema;

namespace CentriFamiglia.Coverage.Formats.Parquet;

/// <summary>
/// A layer as GeoParquet 1.1: a nullable column per column, then <c>geometry</c> as WKB in WGS84 (longitude, latitude), rows in groups, Snappy.
/// The meta is the file's key-value metadata <c>meta</c>. A layer without shapes is plain Parquet. Money is a double. The same layer gives the same
/// bytes.
/// </summary>
public static class LayerParquet
{
    /// <summary>Key of the meta in the file's metadata.</summary>
    public const string MetaKey = "meta";

    /// <summary>Name of the geometry's column.</summary>
    public const string GeometryColumn = "geometry";

    private const int GroupRows = 20_000;

    /// <param name="stream">Written from its beginning; need not be seekable.</param>
    public static void Write(Layer layer, Stream stream)
    {
        // The library seeks, and it writes asynchronously only: in memory both come at no cost.
        using MemoryStream file = new();
        WriteAsync(layer, file).GetAwaiter().GetResult();
        file.Position = 0;
        file.CopyTo(stream);
    }

    private static async Task WriteAsync(Layer layer, MemoryStream file)
    {
        bool shapes = layer.Rows.Any(r => r.Geometry is not null);
        DataField[] fields = [.. layer.Columns.Select(FieldOf), .. shapes ? [new DataField(GeometryColumn, typeof(byte[]), isNullable: true)] : Array.Empty<DataField>()];
        ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            Dictionary<string, string> metadata = new(StringComparer.Ordinal) { [MetaKey] = LayerJson.Meta(layer.Meta) };
            if (shapes)
                metadata["geo"] = GeoOf(layer).ToJsonString();
            writer.CustomMetadata = metadata;
            for (int start = 0; start < Math.Max(layer.Rows.Length, 1); start += GroupRows)
            {
                LayerRow[] rows = [.. layer.Rows.Skip(start).Take(GroupRows)];
                foreach (LayerRow row in rows)
                    RowLength.Check(layer, row);
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                for (int i = 0; i < layer.Columns.Length; i++)
                    await WriteColumnAsync(group, fields[i], layer, rows, i).ConfigureAwait(false);
                if (shapes)
                {
                    WKBWriter wkb = new();
                    await group.WriteAsync(fields[^1], (byte[][])[.. rows.Select(r => r.Geometry is { } shape ? wkb.Write(FlatGeometry.Of(shape)) : null!)]).ConfigureAwait(false);
                }
            }
        }
    }

    private static DataField FieldOf(LayerColumn column) => new(column.Name, column.Type switch
    {
        ColumnType.Text => typeof(string),
        ColumnType.Integer => typeof(long),
        ColumnType.Boolean => typeof(bool),
        _ => typeof(double),
    }, isNullable: true);

    private static async Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, Layer layer, LayerRow[] rows, int column)
    {
        switch (layer.Columns[column].Type)
        {
            case ColumnType.Text:
                await group.WriteAsync(field, (string[])[.. rows.Select(r => (r.Values[column] as string)!)]).ConfigureAwait(false);
                break;
            case ColumnType.Integer:
                await group.WriteAsync<long>(field, Cells(rows, column, v => Convert.ToInt64(v, CultureInfo.InvariantCulture))).ConfigureAwait(false);
                break;
            case ColumnType.Boolean:
                await group.WriteAsync<bool>(field, Cells(rows, column, v => (bool)v)).ConfigureAwait(false);
                break;
            default:
                await group.WriteAsync<double>(field, Cells(rows, column, v => Convert.ToDouble(v, CultureInfo.InvariantCulture))).ConfigureAwait(false);
                break;
        }
    }

    private static ReadOnlyMemory<T?> Cells<T>(LayerRow[] rows, int column, Func<object, T> read)
        where T : struct => (T?[])[.. rows.Select(r => r.Values[column] is { } value ? read(value) : (T?)null)];

    /// <summary>What GeoParquet 1.1 wants to know; without a <c>crs</c> it is OGC:CRS84.</summary>
    private static JsonObject GeoOf(Layer layer)
    {
        Envelope extent = new();
        SortedSet<string> types = new(StringComparer.Ordinal);
        foreach (Geometry geometry in layer.Rows.Select(r => r.Geometry).OfType<Geometry>())
        {
            extent.ExpandToInclude(geometry.EnvelopeInternal);
            types.Add(geometry.GeometryType);
        }

        var column = new JsonObject { ["encoding"] = "WKB", ["geometry_types"] = new JsonArray([.. types.Select(t => (JsonNode)t)]) };
        if (!extent.IsNull)
            column["bbox"] = new JsonArray(extent.MinX, extent.MinY, extent.MaxX, extent.MaxY);
        return new JsonObject { ["version"] = "1.1.0", ["primary_column"] = GeometryColumn, ["columns"] = new JsonObject { [GeometryColumn] = column } };
    }
}
