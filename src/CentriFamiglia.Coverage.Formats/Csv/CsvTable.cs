using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>
/// Reads CSV as offices write it: comma, semicolon or tab (also a first line <c>sep=;</c>), any encoding of <see cref="TextDecoding"/>,
/// line breaks within quotes, blank lines. The first line that is not blank is the header. Empty cells are null; cells are not trimmed;
/// the apostrophe of <see cref="GuardedText"/> is taken away. A column <c>wkt</c> gives the geometry (x first, CRS not stated).
/// Rows whose cells do not fit the header carry a <see cref="SourceRow.RowError"/>; empty cells beyond the header are passed over.
/// </summary>
public static class CsvTable
{
    /// <summary>Name of the column that holds a geometry as well-known text.</summary>
    public const string WktColumn = "wkt";

    private const int MaxDepth = 32;

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name.</param>
    /// <param name="limits">Caps.</param>
    /// <exception cref="SourceFileException">No text, no header, too big, or quotes that are never closed.</exception>
    public static SourceTable Read(byte[] bytes, string name, FileLimits limits)
    {
        List<string> findings = [];
        (Encoding encoding, int skip) = TextDecoding.Detect(bytes, name, findings);
        using StreamReader text = new(new MemoryStream(bytes, skip, bytes.Length - skip), encoding, detectEncodingFromByteOrderMarks: false);
        char[] head = new char[64 * 1024];
        int headLength = text.ReadBlock(head);
        CsvDialect dialect = CsvDialect.Detect(head.AsSpan(0, headLength));

        text.BaseStream.Position = 0;
        text.DiscardBufferedData();
        // The last field with misplaced quotes: only at the end of the file does it mean that they were never closed.
        StrongBox<string> badField = new("");
        using CsvParser parser = new(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = dialect.Delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            CacheFields = true,
            BadDataFound = bad => badField.Value = bad.Field,
            MaxFieldSize = limits.MaxGeometryChars,
        });

        try
        {
            return ReadRecords(parser, dialect, name, limits, findings, badField);
        }
        catch (MaxFieldSizeException long_)
        {
            throw new SourceFileException(
                $"{name}: dopo la riga {parser.RawRow} una cella supera {limits.MaxGeometryChars} caratteri.",
                "Cercare in quel punto virgolette aperte e mai chiuse.",
                long_);
        }
    }

    private static SourceTable ReadRecords(CsvParser parser, CsvDialect dialect, string name, FileLimits limits, List<string> findings, StrongBox<string> badField)
    {
        ImmutableArray<string> columns = default;
        int wkt = -1;
        WKTReader geometries = new();
        ImmutableArray<SourceRow>.Builder rows = ImmutableArray.CreateBuilder<SourceRow>();
        int lastLine = 0;
        string atEnd = "";
        for (int line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            lastLine = line;
            atEnd = parser.RawRecord;
            string[] record = parser.Record!;
            if (Array.TrueForAll(record, string.IsNullOrEmpty) || (line == 1 && dialect.HasSeparatorLine))
                continue;
            if (columns.IsDefault)
            {
                columns = HeaderRow.Of(record, name, limits, findings);
                wkt = columns.IndexOf(WktColumn, StringComparer.OrdinalIgnoreCase);
                continue;
            }
            if (rows.Count == limits.MaxRows)
                throw FileErrors.TooManyRows(name, limits);
            rows.Add(ReadRow(record, line, columns, wkt, geometries, limits));
        }
        if (badField.Value is ['"', ..] && int.IsOddInteger(badField.Value.AsSpan().Count('"')) && atEnd.EndsWith(badField.Value, StringComparison.Ordinal))
        {
            throw new SourceFileException(
                $"{name}: alla riga {lastLine} si aprono virgolette che non vengono mai chiuse.",
                "Chiudere le virgolette in quella riga; se il file è troncato, esportarlo di nuovo.");
        }
        if (columns.IsDefault)
            throw FileErrors.Empty(name);
        return new SourceTable(name, columns, rows.DrainToImmutable(), Epsg: null) { Findings = [.. findings] };
    }

    private static SourceRow ReadRow(
        string[] record, int line, ImmutableArray<string> columns, int wkt, WKTReader geometries, FileLimits limits)
    {
        string? rowError = null;
        Geometry? geometry = null;
        string? geometryError = null;
        string?[] cells = new string?[columns.Length];
        for (int i = 0; i < record.Length; i++)
        {
            string cell = record[i];
            if (cell.Length == 0)
                continue;
            if (i >= cells.Length)
                rowError = $"la riga ha {record.Length} celle ma l'intestazione ne ha {columns.Length}";
            else if (i == wkt)
                (geometry, geometryError) = ReadWkt(geometries, cell);
            else if (cell.Length > limits.MaxCellChars)
                rowError = $"la cella \"{columns[i]}\" ha {cell.Length} caratteri: il massimo è {limits.MaxCellChars}";
            else
                cells[i] = GuardedText.Unguard(cell);
        }
        if (record.Length < columns.Length)
            rowError ??= $"la riga ha {record.Length} celle ma l'intestazione ne ha {columns.Length}";
        return new SourceRow(line, ImmutableCollectionsMarshal.AsImmutableArray(cells), geometry, geometryError, rowError);
    }

    private static (Geometry? Geometry, string? Error) ReadWkt(WKTReader reader, string text)
    {
        // The reader recurses: a file made of brackets alone would end the process.
        if (Depth(text) > MaxDepth)
            return (null, $"il WKT ha più di {MaxDepth} parentesi una dentro l'altra");
        try
        {
            return (reader.Read(text), null);
        }
        catch (Exception broken) when (broken is NetTopologySuite.IO.ParseException or ArgumentException or FormatException or OverflowException)
        {
            return (null, $"il WKT non si legge: {broken.Message}");
        }
    }

    private static int Depth(string wkt)
    {
        int depth = 0, deepest = 0;
        foreach (char c in wkt)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }
}
