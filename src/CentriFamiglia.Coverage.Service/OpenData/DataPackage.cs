using System.IO.Compression;
using System.Text;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.OpenData;

/// <summary>
/// Everything in one ZIP: a GeoPackage with every layer and its style, the same as CSV, what each column means, the records for catalogues,
/// whom to cite. The same analysis gives the same bytes; of two analyses of the same data the moments in the metadata differ.
/// </summary>
internal static class DataPackage
{
    /// <summary>What it is called among the layers.</summary>
    public const string Name = "pacchetto";

    public const string MediaType = "application/zip";

    private static readonly string[] _clocks = ["durate_ms", "seconds", "secondi"];

    /// <param name="record">What is told of the data.</param>
    /// <param name="stop">Ends it unfinished.</param>
    public static byte[] Make(Analysis analysis, DatasetRecord record, CancellationToken stop)
    {
        Layer[] layers = [.. LayerCatalog.Open.Select(name =>
        {
            stop.ThrowIfCancellationRequested();
            return Steady(ExportedLayer.Of(LayerCatalog.Find(name).OfAnalysis!(analysis)));
        })];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var day = new DateTimeOffset(record.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            Add(zip, day, "LEGGIMI.md", stream => WriteText(stream, Readme(record, layers)));
            Add(zip, day, "LICENZE.md", stream => WriteText(stream, Terms(record)));
            Add(zip, day, "metadati/dcat-ap_it.jsonld", stream => WriteText(stream, DcatRecord.Make(record).ToJsonString(ServiceJson.Indented) + "\n"));
            Add(zip, day, "metadati/iso19139.xml", stream => WriteText(stream, IsoRecord.Make(record)));
            Add(zip, day, "metadati/colonne.csv", stream => LayerCsv.Write(ColumnsOf(layers), stream));
            Add(zip, day, "centri-famiglia.gpkg", stream => LayerGeoPackage.Write(Titled(layers), stream, record.MadeAt));
            foreach (Layer layer in layers)
            {
                stop.ThrowIfCancellationRequested();
                Add(zip, day, $"csv/{layer.Name}.csv", stream => LayerCsv.WriteColumns(layer, stream));
                Add(zip, day, $"csv/{layer.Name}.meta.json", stream => WriteText(stream, LayerJson.Meta(layer.Meta)));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Without how long it took, be it of a step or of a search.</summary>
    private static Layer Steady(Layer layer)
    {
        var meta = (JsonObject)layer.Meta.DeepClone();
        RemoveClocks(meta);
        return layer with { Meta = meta };
    }

    private static void RemoveClocks(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                RemoveClocks(item);
        }

        if (node is not JsonObject members)
            return;
        foreach (string clock in _clocks)
            members.Remove(clock);
        foreach ((string _, JsonNode? value) in members)
            RemoveClocks(value);
    }

    /// <summary>Titles of a GeoPackage's tables differ.</summary>
    private static Layer[] Titled(Layer[] layers)
    {
        HashSet<string> twice = [.. layers.GroupBy(l => l.Title, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        return [.. layers.Select(l => twice.Contains(l.Title) ? l with { Title = $"{l.Title} ({l.Name})" } : l)];
    }

    private static Layer ColumnsOf(Layer[] layers) => new(
        "colonne",
        "Significato delle colonne",
        [
            new("strato", ColumnType.Text, "Strato."),
            new("colonna", ColumnType.Text, "Colonna."),
            new("tipo", ColumnType.Text, "Tipo dei valori."),
            new("significato", ColumnType.Text, "Che cosa dice."),
        ],
        [.. layers.SelectMany(l => l.Columns.Select(c => new LayerRow([l.Name, c.Name, TypeOf(c.Type), c.Description], null)))],
        []);

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "testo",
        ColumnType.Integer => "intero",
        ColumnType.Boolean => "vero o falso",
        ColumnType.Money => "euro",
        _ => "numero",
    };

    private static string Readme(DatasetRecord record, Layer[] layers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {DatasetRecord.Title}\n\n{DatasetRecord.Abstract}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Versione dei dati: {record.Version}\n- Dati al giorno: {Cells.Date(record.Day)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Calcolati: {Cells.Instant(record.MadeAt)}\n- Pubblica: {record.Body}\n- Licenza: {DatasetRecord.LicenceName}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{record.Lineage}\n\n");
        text.Append("## Che cosa c'è\n\n| file | che cosa |\n|---|---|\n");
        text.Append("| `centri-famiglia.gpkg` | tutti gli strati, in WGS84 (EPSG:4326), con i loro stili: QGIS li apre già colorati |\n");
        text.Append("| `csv/STRATO.csv` | lo stesso, senza forme: virgola, punto decimale, UTF-8 |\n");
        text.Append("| `csv/STRATO.meta.json` | su che cosa poggia: versione dei dati, regole, fonte dei tempi, avvertenze |\n");
        text.Append("| `metadati/colonne.csv` | il significato di ogni colonna |\n| `metadati/dcat-ap_it.jsonld`, `metadati/iso19139.xml` | le schede per i cataloghi |\n");
        text.Append("| `LICENZE.md` | licenza e attribuzioni da citare |\n\n## Gli strati\n\n| strato | che cosa | righe |\n|---|---|---|\n");
        foreach (Layer layer in layers)
            text.Append(CultureInfo.InvariantCulture, $"| `{layer.Name}` | {layer.Title} | {layer.Rows.Length} |\n");
        text.Append("\nLa matrice dei tempi importata da un ufficio non è qui: la licenza è di chi l'ha data.\n");
        return text.ToString();
    }

    private static string Terms(DatasetRecord record) => $"""
        # Licenze e attribuzioni

        I dati di questo pacchetto si possono usare con la licenza {DatasetRecord.LicenceName}
        ({DatasetRecord.Licence}), citando:

        {string.Join('\n', record.Attributions.Select(a => "- " + a))}

        Il programma che li ha calcolati ha licenza EUPL-1.2.

        """;

    private static void Add(ZipArchive zip, DateTimeOffset day, string name, Action<Stream> write)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = day;
        using Stream stream = entry.Open();
        write(stream);
    }

    private static void WriteText(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
