using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Json;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Writes a layer to standard output in one of the formats.</summary>
internal static class LayerOutput
{
    public static void Write(Layer layer, string format, TableLook look, Terminal terminal)
    {
        switch (format)
        {
            case "table":
                LayerTable.Write(layer, look, terminal.Output);
                return;
            case "json":
                Bytes(terminal, stream => LayerJson.Write(layer, stream));
                return;
            case "csv":
                Bytes(terminal, stream => LayerCsv.WriteColumns(layer, stream));
                // A CSV holds no meta: what it must not be read without goes to the other output.
                foreach (string line in LayerTable.Footer(layer))
                    terminal.Message(line);
                return;
            default:
                Bytes(terminal, stream => LayerGeoJson.Write(layer, stream));
                return;
        }
    }

    private static void Bytes(Terminal terminal, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        terminal.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
