using System.Runtime.InteropServices;
using System.Text;
using CentriFamiglia.Coverage.Formats.Cells;
using CsvHelper;
using CsvHelper.Configuration;

namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>
/// Reads CSV as offices write it: comma, semicolon or tab (also a first line <c>sep=;</c>), any encoding of <see cref="TextDecoding"/>,
/// line breaks within quotes, blank lines. The first line that is not blank is the header, or the one below the titles that
/// <see cref="SourceHints"/> recognises. Empty cells are null; cells are not trimmed; the apostrophe of <see cref="GuardedText"/> is taken
/// away. A column of <see cref="GeometryCell"/> gives the geometry (x first, CRS not stated).
/// Rows whose cells do not fit the header carry a <see cref="SourceRow.RowError"/>; blank cells beyond the header are passed over.
/// </summary>
public static class CsvTable
{
    /// <summary>Name of the column that holds a geometry as well-known text.</summary>
    public const string WktColumn = "wkt";

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name.</param>
    /// <param name="limits">Caps.</param>
    /// <param name="hints">How to know a header below titles; null for the first line.</param>
    /// <exception cref="SourceFileException">No text, no header, too big, or quotes that are never closed.</exception>
    public static SourceTable Read(byte[] bytes, string name, FileLimits limits, SourceHints? hints = null)
    {
        CheckLines(bytes, name, limits);
        List<string> findings = [];
        (Encoding encoding, int skip) = TextDecoding.Detect(bytes, name, findings);
        using StreamReader text = new(new MemoryStream(bytes, skip, bytes.Length - skip), encoding, detectEncodingFromByteOrderMarks: false);
        char[] head = new char[64 * 1024];
        int headLength = text.ReadBlock(head);
        CsvStart start = CsvStart.Of(head.AsMemory(0, headLength), hints ?? SourceHints.None);
        if (!start.Titles.IsEmpty)
            findings.Add(SourceHints.TitleRows(name, start.HeaderLine, start.Titles));

        text.BaseStream.Position = 0;
        text.DiscardBufferedData();
        MisplacedQuotes quotes = new();
        using CsvParser parser = new(text, Configuration(start.Dialect, limits, quotes));
        try
        {
            return ReadRecords(parser, start, name, limits, findings, quotes, hints ?? SourceHints.None);
        }
        catch (MaxFieldSizeException long_)
        {
            throw new SourceFileException(
                $"{name}: dopo la riga {parser.RawRow} una cella supera {limits.MaxGeometryChars} caratteri.",
                "Cercare in quel punto virgolette aperte e mai chiuse.",
                long_);
        }
    }

    internal static CsvConfiguration Configuration(CsvDialect dialect, FileLimits limits, MisplacedQuotes quotes) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = dialect.Delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BadDataFound = bad => quotes.Add(bad.Field),
        MaxFieldSize = limits.MaxGeometryChars,
    };

    /// <summary>A text without line breaks makes one row of as many cells as it has separators, all in memory at once.</summary>
    private static void CheckLines(ReadOnlySpan<byte> bytes, string name, FileLimits limits)
    {
        int limit = limits.MaxHeaderBytes;
        for (int line = 1; !bytes.IsEmpty; line++)
        {
            int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            if ((end < 0 ? bytes.Length : end) > limit)
                throw FileErrors.TooLongLine(name, line, limit);
            if (end < 0)
                return;
            end += bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1;
            bytes = bytes[end..];
            limit = limits.MaxLineBytes;
        }
    }

    private static SourceTable ReadRecords(
        CsvParser parser, CsvStart start, string name, FileLimits limits, List<string> findings, MisplacedQuotes quotes, SourceHints hints)
    {
        ImmutableArray<string> columns = default;
        int geometry = -1;
        ImmutableArray<SourceRow>.Builder rows = ImmutableArray.CreateBuilder<SourceRow>();
        int lastLine = 0;
        string atEnd = "";
        string[]? above = null;
        for (int line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            lastLine = line;
            string[] record = parser.Record!;
            atEnd = quotes.InRecord ? parser.RawRecord : "";
            record = quotes.PutBack(record, line);
            if (line < start.HeaderLine || (line == 1 && start.Dialect.HasSeparatorLine) || Array.TrueForAll(record, BlankText.IsBlank))
                continue;
            if (columns.IsDefault && line < start.LastHeaderLine)
            {
                above = record;
                continue;
            }
            if (columns.IsDefault)
            {
                if (above is not null)
                {
                    findings.Add(SourceHints.TwoRows(name, start.HeaderLine, line));
                    record = [.. hints.WithBelow(above, record)?.Select(c => c ?? "") ?? record];
                }
                columns = HeaderRow.Of(record.Select(GuardedText.Unguard), name, limits, findings);
                geometry = GeometryCell.ColumnOf(columns);
                continue;
            }
            if (rows.Count == limits.MaxRows)
                throw FileErrors.TooManyRows(name, limits);
            rows.Add(ReadRow(record, line, columns, geometry, limits));
        }
        if (quotes.NeverClosed(atEnd))
        {
            throw new SourceFileException(
                $"{name}: alla riga {lastLine} si aprono virgolette che non vengono mai chiuse.",
                "Chiudere le virgolette in quella riga; se il file è troncato, esportarlo di nuovo.");
        }
        if (columns.IsDefault)
            throw FileErrors.Empty(name);
        return new SourceTable(name, columns, rows.DrainToImmutable(), Epsg: null)
        {
            Findings = [.. findings, .. quotes.Findings(name)],
            Delimiter = start.Dialect.Delimiter,
            GeometryColumn = geometry < 0 ? null : columns[geometry],
        };
    }

    private static SourceRow ReadRow(string[] record, int line, ImmutableArray<string> columns, int geometryColumn, FileLimits limits)
    {
        string? rowError = null, rowCure = null;
        Geometry? geometry = null;
        string? geometryError = null;
        string?[] cells = new string?[columns.Length];
        for (int i = 0; i < record.Length; i++)
        {
            string cell = record[i];
            if (cell.Length == 0)
                continue;
            if (i >= cells.Length)
                (rowError, rowCure) = BlankText.IsBlank(cell) ? (rowError, rowCure) : ($"la riga ha {record.Length} celle ma l'intestazione ne ha {columns.Length}", null);
            else if (i == geometryColumn)
                (geometry, geometryError) = GeometryCell.Read(cell);
            else if (cell.Length > limits.MaxCellChars)
                (rowError, rowCure) = (FileErrors.LongCell($"\"{columns[i]}\"", cell.Length, limits), FileErrors.LongCellCure);
            else
                cells[i] = GuardedText.Unguard(cell);
        }
        if (record.Length < columns.Length)
            rowError ??= $"la riga ha {record.Length} celle ma l'intestazione ne ha {columns.Length}";
        return new SourceRow(line, ImmutableCollectionsMarshal.AsImmutableArray(cells), geometry, geometryError, rowError) { RowCure = rowCure };
    }
}
