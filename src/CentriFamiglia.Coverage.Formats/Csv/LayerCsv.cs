using System.Buffers;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>
/// A layer as CSV (RFC 4180): comma, point decimals, UTF-8 without byte order mark so that scripts get plain bytes, lines ended by LF
/// so that the same file is the same bytes in git; or, for the spreadsheets of Italy, semicolon, decimal comma and a mark. Text goes
/// through <see cref="GuardedText"/>. A layer with geometry but without columns <c>lon</c> and <c>lat</c> gets a last column
/// <c>wkt</c>, unrounded. Nothing of the meta stands in the stream: comment lines break readers; <see cref="LayerFile"/> writes it
/// beside. <see cref="CsvTable"/> reads all of it back unchanged.
/// </summary>
public static class LayerCsv
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",;\t\"\r\n");

    private static readonly UTF8Encoding _utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Layer layer, Stream stream, bool italian = false)
    {
        using StreamWriter text = new(stream, italian ? Encoding.UTF8 : _utf8WithoutMark, leaveOpen: true);
        using CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = italian ? "\r\n" : "\n",
            Delimiter = italian ? ";" : ",",
            // Whoever opens it with another separator must find the same cells.
            ShouldQuote = static field => field.Field.AsSpan().IndexOfAny(_quoted) >= 0 || field.Field is [' ', ..] or [.., ' '],
        });
        WKTWriter? wkt = HasWkt(layer) ? new WKTWriter() : null;

        foreach (LayerColumn column in layer.Columns)
            csv.WriteField(GuardedText.Guard(column.Name));
        if (wkt is not null)
            csv.WriteField(CsvTable.WktColumn);
        csv.NextRecord();
        foreach (LayerRow row in layer.Rows)
            WriteRow(csv, layer, row, wkt, italian);
    }

    /// <summary>The columns alone, without <c>wkt</c>: boundaries make cells longer than a spreadsheet takes.</summary>
    public static void WriteColumns(Layer layer, Stream stream) =>
        Write(layer with { Rows = layer.Rows.WithoutGeometry() }, stream);

    private static void WriteRow(CsvWriter csv, Layer layer, LayerRow row, WKTWriter? wkt, bool italian)
    {
        RowLength.Check(layer, row);
        for (int i = 0; i < layer.Columns.Length; i++)
        {
            string? cell = CellText.Of(row.Values[i], layer.Columns[i].Type);
            if (row.Values[i] is string text)
                csv.WriteField(GuardedText.Guard(text));
            else
                csv.WriteField(italian ? cell?.Replace('.', ',') : cell, shouldQuote: false);
        }
        if (wkt is not null)
            csv.WriteField(row.Geometry is Geometry geometry ? wkt.Write(geometry) : null);
        csv.NextRecord();
    }

    private static bool HasWkt(Layer layer) =>
        !(layer.Columns.Any(c => c.Name == "lon") && layer.Columns.Any(c => c.Name == "lat")) && layer.Rows.Any(r => r.Geometry is not null);
}
