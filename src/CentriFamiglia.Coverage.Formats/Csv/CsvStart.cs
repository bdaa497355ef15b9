using CsvHelper;

namespace CentriFamiglia.Coverage.Formats.Csv;

/// <summary>Where the table of a CSV begins.</summary>
/// <param name="Dialect">How its cells are separated.</param>
/// <param name="HeaderLine">Line of the header; 1 where it is the first that is not blank.</param>
/// <param name="Titles">The texts of the rows above.</param>
internal sealed record CsvStart(CsvDialect Dialect, int HeaderLine, ImmutableArray<string> Titles)
{
    /// <summary>Line of the second row of the header, where it has two; else its only one.</summary>
    public int LastHeaderLine { get; init; } = HeaderLine;

    private static readonly char[] _delimiters = [';', '\t', ',', '|'];

    /// <summary>The header as the delimiter of the first line shows it; where that is none, the one that any delimiter shows below titles.</summary>
    public static CsvStart Of(ReadOnlyMemory<char> head, SourceHints hints)
    {
        CsvDialect first = CsvDialect.Detect(head.Span);
        var plain = new CsvStart(first, 1, []);
        if (hints.KnowsHeader is null)
            return plain;
        CsvStart best = plain;
        int most = 0;
        foreach (char delimiter in _delimiters.Prepend(first.Delimiter).Distinct())
        {
            CsvDialect dialect = first with { Delimiter = delimiter };
            List<(int Line, string[] Cells)> rows = Rows(head, dialect);
            if (rows.Count == 0)
                continue;
            int header = hints.HeaderAmong([.. rows.Select(r => r.Cells)]);
            int names = hints.Names(rows[header].Cells);
            int last = header + 1 < rows.Count && hints.WithBelow(rows[header].Cells, rows[header + 1].Cells) is not null ? rows[header + 1].Line : rows[header].Line;
            if (header == 0 && delimiter == first.Delimiter && names >= SourceHints.LeastNames)
                return last == rows[0].Line ? plain : plain with { HeaderLine = rows[0].Line, LastHeaderLine = last };
            if (names < SourceHints.LeastNames || names <= most)
                continue;
            most = names;
            best = new CsvStart(dialect, rows[header].Line, [.. rows.Take(header).Select(r => string.Join(' ', r.Cells.Where(c => !BlankText.IsBlank(c)).Select(c => c.Trim())))])
            {
                LastHeaderLine = last,
            };
        }

        return best;
    }

    private static List<(int Line, string[] Cells)> Rows(ReadOnlyMemory<char> head, CsvDialect dialect)
    {
        var rows = new List<(int, string[])>();
        using StringReader text = new(head.ToString());
        using CsvParser parser = new(text, CsvTable.Configuration(dialect, FileLimits.Default, new MisplacedQuotes()));
        for (int line = 1; rows.Count < SourceHints.HeaderRows && parser.Read(); line = parser.RawRow + 1)
        {
            if (!Array.TrueForAll(parser.Record!, BlankText.IsBlank) && !(line == 1 && dialect.HasSeparatorLine))
                rows.Add((line, parser.Record!));
        }

        return rows;
    }
}
