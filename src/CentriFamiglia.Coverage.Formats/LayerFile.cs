using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Formats.Parquet;
using CentriFamiglia.Coverage.Formats.Xlsx;

namespace CentriFamiglia.Coverage.Formats;

/// <summary>
/// Writes a layer to a file by its extension: <c>.geojson</c>, <c>.json</c>, <c>.csv</c>, <c>.xlsx</c>, <c>.gpkg</c>, <c>.parquet</c>.
/// The file appears whole or not at all. A CSV holds no meta, so it gets a second file beside it: <c>NAME.meta.json</c> for <c>NAME.csv</c>.
/// </summary>
public static class LayerFile
{
    public static IReadOnlyList<string> Extensions { get; } = [".geojson", ".json", ".csv", ".xlsx", ".gpkg", ".parquet"];

    /// <param name="layer">What to write.</param>
    /// <param name="path">Replaced when it exists; its folder must exist.</param>
    /// <param name="date">Date of the result, for the GeoPackage, whose tables must state one; no other format gets a date but that of the meta.</param>
    /// <param name="italian">A CSV for the spreadsheets of Italy.</param>
    /// <returns>The paths written.</returns>
    /// <exception cref="ArgumentException">Unknown extension; the message is Italian.</exception>
    public static IReadOnlyList<string> Write(Layer layer, string path, DateTimeOffset date, bool italian = false)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".GEOJSON":
                WriteWhole(path, stream => LayerGeoJson.Write(layer, stream));
                return [path];
            case ".JSON":
                WriteWhole(path, stream => LayerJson.Write(layer, stream));
                return [path];
            case ".XLSX":
                WriteWhole(path, stream => LayerXlsx.Write(layer, stream));
                return [path];
            case ".GPKG":
                LayerGeoPackage.Write([layer], path, date);
                return [path];
            case ".PARQUET":
                WriteWhole(path, stream => LayerParquet.Write(layer, stream));
                return [path];
            case ".CSV":
                string metaPath = Path.ChangeExtension(path, SidecarMark.Extension);
                WriteWhole(path, stream => LayerCsv.Write(layer, stream, italian));
                WriteWhole(metaPath, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(LayerJson.Meta(layer.Meta))));
                return [path, metaPath];
            default:
                throw new ArgumentException($"{path}: l'estensione non è tra quelle previste ({string.Join(", ", Extensions)}).", nameof(path));
        }
    }

    private static void WriteWhole(string path, Action<Stream> write) => WholeFile.Write(path, draft =>
    {
        using FileStream stream = File.Create(draft);
        write(stream);
    });
}
