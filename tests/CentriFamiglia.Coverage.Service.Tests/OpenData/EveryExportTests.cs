using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Service.Tests.OpenData;

/// <summary>Every layer in every format says what it rests on: version and day of the data, rule set, travel source, evidence, licence.</summary>
public sealed class EveryExportTests(FilledStore store)
{
    public static TheoryData<string> Extensions => [.. LayerFile.Extensions];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Every_layer_says_what_it_rests_on(string extension)
    {
        (Analysis analysis, Layer[] layers) = await OpenLayers.OfAsync(store);
        string[] expected =
        [
            analysis.Snapshot.Hash,
            analysis.Snapshot.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            analysis.Rules.Id,
            "https://creativecommons.org/licenses/by/4.0/",
        ];

        layers.Length.ShouldBe(34);
        foreach (Layer layer in layers)
        {
            string file = store.Sibling($"fonti-{layer.Name}{extension}");
            string told = MetaIn(LayerFile.Write(layer, file, analysis.MadeAt)[^1], layer.Name);

            foreach (string text in expected)
                told.ShouldContain(text, Case.Sensitive, $"{layer.Name}{extension}");
            told.ShouldMatch("\"?fonte_stato\"?[^a-z]*(listed|inferred|unverified)", $"{layer.Name}{extension}");
            told.ShouldMatch("fonte\"?[^a-z]*(stima|nessuna)", $"{layer.Name}{extension}");
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Only_layers_of_times_name_a_source_of_times()
    {
        (_, Layer[] layers) = await OpenLayers.OfAsync(store);

        string Source(string name) => (string)layers.First(l => l.Name == name).Meta["viaggio"]!["fonte"]!;
        (Source("lacune"), Source("proposte"), Source("copertura-ambiti"), Source("sedi")).ShouldBe(("stima", "stima", "nessuna", "nessuna"));
    }

    [Fact]
    public async Task Every_layer_with_shapes_has_a_style_of_columns_that_it_has()
    {
        (_, Layer[] layers) = await OpenLayers.OfAsync(store);

        foreach (Layer layer in layers.Where(l => l.Rows.Any(r => r.Geometry is not null)))
        {
            string[] columns = [.. layer.Columns.Select(c => c.Name)];
            layer.Style.ShouldNotBeNull(layer.Name);
            columns.ShouldContain(layer.Style.Label ?? columns[0], StringComparer.Ordinal, layer.Name);
            layer.Style.Rules.Select(r => r.Test?.Column ?? columns[0]).ShouldBeSubsetOf(columns, StringComparer.Ordinal, layer.Name);
            layer.Style.Rules.Select(r => r.Label).ShouldBeUnique(StringComparer.Ordinal, layer.Name);
        }

        layers.First(l => l.Name == "copertura-ambiti").Style!.Rules.Select(r => r.Label).ShouldBe(["Sede presente", "Solo competenza", "Scoperto", "Non noto"]);
        layers.First(l => l.Name == "sedi").Style!.Rules.Length.ShouldBe(6);
    }

    /// <summary>What a reader of the format finds beside the rows.</summary>
    private static string MetaIn(string path, string layer) => Path.GetExtension(path) switch
    {
        ".gpkg" => OfGeoPackage(path, layer),
        ".xlsx" => OfSheets(path),
        // Key and value stand in the footer as they are.
        ".parquet" => Encoding.UTF8.GetString(File.ReadAllBytes(path).AsSpan()[^Math.Min(60_000, (int)new FileInfo(path).Length)..]),
        _ when JsonNode.Parse(File.ReadAllText(path)) is { } json => (json["meta"] ?? json).ToJsonString(),
        _ => "",
    };

    private static string OfGeoPackage(string path, string layer)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id WHERE table_name = $layer";
        command.Parameters.AddWithValue("$layer", layer);
        return (string)command.ExecuteScalar()!;
    }

    private static string OfSheets(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        using StreamReader sheet = new(zip.Entries.Last(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        return System.Text.RegularExpressions.Regex.Replace(sheet.ReadToEnd(), "<[^>]*>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
