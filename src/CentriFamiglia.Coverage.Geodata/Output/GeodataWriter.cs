using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>
/// Writes the whole of <c>geodata/</c>, for <see cref="GeodataFolder"/> to read back: text that git can compare, one row or feature a
/// line, the same bytes for the same content.
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
        Dictionary<ComuneCode, string> names = content.Comuni.ToDictionary(c => c.Code, c => c.Name);
        GeoJson(folder, "comuni.geojson", GeodataColumns.Comuni, content.Comuni.Select(c => new LayerRow(GeodataColumns.Row(c), c.Boundary)));
        foreach (AreaLevel level in GeodataFolder.Levels)
        {
            GeoJson(
                folder,
                GeodataFolder.FileOf(level),
                GeodataColumns.Areas,
                content.Areas.Where(a => a.Level == level).Select(a => new LayerRow(GeodataColumns.Row(a), a.Boundary)));
        }

        Csv(folder, "unita.csv", GeodataColumns.Memberships, content.Memberships.Select(GeodataColumns.Row));
        Csv(folder, OfficialMinutes.FileName, GeodataColumns.OfficialMinutes, official.Select(GeodataColumns.Row));
        foreach (SiteSet set in content.SiteSets)
        {
            Csv(folder, $"sedi-{set.Name}.csv", GeodataColumns.Sites, set.Sites.Select(s => GeodataColumns.Row(s, names[s.Comune])));
            Csv(folder, $"reti-{set.Name}.csv", GeodataColumns.Networks, set.Networks.Select(GeodataColumns.Row));
        }

        foreach ((string key, string json) in content.Documents)
            File.WriteAllText(Path.Combine(folder, $"{key}.json"), JsonNode.Parse(json)!.ToJsonString(Indented) + "\n");
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme.Text(content));
    }

    private static void GeoJson(string folder, string file, ImmutableArray<LayerColumn> columns, IEnumerable<LayerRow> rows)
    {
        using FileStream stream = File.Create(Path.Combine(folder, file));
        LayerGeoJson.Write(LayerOf(file, columns, rows), stream);
    }

    private static void Csv(string folder, string file, ImmutableArray<LayerColumn> columns, IEnumerable<ImmutableArray<object?>> rows)
    {
        using FileStream stream = File.Create(Path.Combine(folder, file));
        LayerCsv.Write(LayerOf(file, columns, rows.Select(values => new LayerRow(values, null))), stream);
    }

    private static Layer LayerOf(string file, ImmutableArray<LayerColumn> columns, IEnumerable<LayerRow> rows)
    {
        SourceList provenance = SourceList.Of(file);
        return new Layer(Path.GetFileNameWithoutExtension(file), provenance.Title, columns, [.. rows], provenance.ToJson());
    }
}
