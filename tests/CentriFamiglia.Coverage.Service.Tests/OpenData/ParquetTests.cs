using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Parquet;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>GeoParquet before hyparquet, a reader that knows the format and its geometry: GDAL of Debian has no driver for it.</summary>
public sealed class ParquetTests(FilledStore store)
{
    [Theory]
    [InlineData("copertura-ambiti", 91)]
    [InlineData("sedi", 196)]
    [InlineData("riparto", 8)]
    [InlineData("popolazione", 1504)]
    public async Task Hyparquet_reads_every_row_with_its_types_and_shapes(string name, int rows)
    {
        (_, Layer[] layers) = await OpenLayers.OfAsync(store);
        Layer layer = layers.First(l => l.Name == name);
        string file = store.Sibling($"{name}.parquet");
        using (FileStream stream = File.Create(file))
            LayerParquet.Write(layer, stream);

        JsonNode read = await NodeJudge.OfOpenData.AskAsync("parquet.mjs", null, file);

        ((int)read["total"]!).ShouldBe(rows);
        JsonArray found = read["rows"]!.AsArray();
        foreach ((JsonNode? row, LayerRow expected) in found.Zip(layer.Rows))
        {
            for (int i = 0; i < layer.Columns.Length; i++)
                ShouldBe(row![layer.Columns[i].Name], expected.Values[i], $"{name}.{layer.Columns[i].Name}");
            if (expected.Geometry is { } shape)
                ((string)row!["geometry"]!["type"]!).ShouldBe(shape.GeometryType);
        }

        ((string)read["keys"]!["meta"]!["strato"]!).ShouldBe(name);
        bool shapes = layer.Rows.Any(r => r.Geometry is not null);
        ((string?)read["keys"]!["geo"]?["primary_column"]).ShouldBe(shapes ? "geometry" : null);
        ((string?)read["keys"]!["geo"]?["version"]).ShouldBe(shapes ? "1.1.0" : null);
    }

    [Fact]
    public async Task The_same_layer_gives_the_same_bytes()
    {
        (_, Layer[] layers) = await OpenLayers.OfAsync(store);
        Layer layer = layers.First(l => l.Name == "sedi");

        Bytes(layer).ShouldBe(Bytes(layer));

        static byte[] Bytes(Layer layer)
        {
            using var stream = new MemoryStream();
            LayerParquet.Write(layer, stream);
            return stream.ToArray();
        }
    }

    private static void ShouldBe(JsonNode? read, object? expected, string where)
    {
        switch (expected)
        {
            case null:
                read.ShouldBeNull(where);
                break;
            case string text:
                ((string?)read).ShouldBe(text, where);
                break;
            case bool flag:
                ((bool?)read).ShouldBe(flag, where);
                break;
            default:
                ((double)read!).ShouldBe(Convert.ToDouble(expected, System.Globalization.CultureInfo.InvariantCulture), where);
                break;
        }
    }
}
