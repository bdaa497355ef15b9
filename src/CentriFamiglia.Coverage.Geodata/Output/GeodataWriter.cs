using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Geodata.Sets;
using CentriFamiglia.Coverage.Geodata.Simplification;
using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Travel.Official;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>
/// Writes the whole of <c>geodata/</c>, for <see cref="GeodataFolder"/> to read back: text that git can compare, one row or feature a
/// line, the same bytes for the same content. Where an import kind exists, its columns.
/// </summary>
internal static class GeodataWriter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string folder, TerritoryContent content, IEnumerable<OfficialTrip> official)
    {
        Write(folder, "comuni.geojson", Only(ImportLayers.Comuni(content), c => !c.StartsWith("eta_", StringComparison.Ordinal)));
        Write(folder, "eta.csv", ImportLayers.Eta(content));
        foreach (AreaLevel level in GeodataFolder.Levels)
            Write(folder, GeodataFolder.FileOf(level), Own(GeodataColumns.Areas, content.Areas.Where(a => a.Level == level).Select(GeodataColumns.Row)));
        Write(folder, "unita.csv", Only(ImportLayers.Unita(content), c => c is not ("valid_from" or "valid_to")));
        Write(folder, GeodataFolder.Points, Only(ImportLayers.Punti(content), c => c is not "famiglie"));
        Write(folder, OfficialMinutes.FileName, Own(GeodataColumns.OfficialMinutes, official.Select(GeodataColumns.Row)));
        foreach (SiteSet set in content.SiteSets)
        {
            Write(folder, $"sedi-{set.Name}.csv", Ordered(ImportLayers.Sedi(content, set), [.. SetFiles.SiteColumns[..^1], "precisione", "source", "source_date"]));
            Write(folder, $"reti-{set.Name}.csv", Ordered(ImportLayers.Reti(set), SetFiles.NetworkColumns));
        }

        foreach ((string key, string json) in content.Documents)
            File.WriteAllText(Path.Combine(folder, $"{key}.json"), JsonNode.Parse(json)!.ToJsonString(Indented) + "\n");
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme.Text(content));
    }

    /// <summary>What is drawn under the answers and read by none of them: <see cref="GeodataFolder"/> does not open it.</summary>
    public static void WriteGround(
        string folder, ImmutableArray<(string Name, double AreaKm2, Geometry Shore)> lakes, ImmutableArray<Geometry> rivers, Geometry asst, Geometry provinces)
    {
        Write(folder, Waters.Lakes, Own(GeodataColumns.Lakes, lakes.Select(l => new LayerRow([l.Name, l.AreaKm2], l.Shore))));
        Write(folder, Waters.Rivers, Own([], rivers.Select(line => new LayerRow([], line))));
        Write(folder, InnerBorders.FileName, Own(GeodataColumns.Borders, [new LayerRow(["asst"], asst), new LayerRow(["provincia"], provinces)]));
    }

    private static void Write(string folder, string file, Layer layer)
    {
        SourceList provenance = SourceList.Of(file);
        using FileStream stream = File.Create(Path.Combine(folder, file));
        layer = layer with { Name = Path.GetFileNameWithoutExtension(file), Title = provenance.Title, Meta = provenance.ToJson() };
        if (Path.GetExtension(file) == ".csv")
            LayerCsv.Write(layer, stream);
        else
            LayerGeoJson.Write(layer, stream);
    }

    private static Layer Own(ImmutableArray<LayerColumn> columns, IEnumerable<LayerRow> rows) => new("", "", columns, [.. rows], []);

    private static Layer Only(Layer layer, Func<string, bool> wanted) => Ordered(layer, [.. layer.Columns.Select(c => c.Name).Where(wanted)]);

    private static Layer Ordered(Layer layer, string[] columns)
    {
        int[] places = [.. columns.Select(name => layer.Columns.Index().Single(c => c.Item.Name == name).Index)];
        return layer with
        {
            Columns = [.. places.Select(i => layer.Columns[i])],
            Rows = [.. layer.Rows.Select(row => row with { Values = [.. places.Select(i => row.Values[i])] })],
        };
    }
}
