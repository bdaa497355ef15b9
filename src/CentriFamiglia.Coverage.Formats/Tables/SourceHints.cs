namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>What the reader of a file may be told of the tables that are looked for.</summary>
/// <param name="KnowsHeader">
/// Whether a cell is the name of a column; with it the header is also found below title rows. Null: the first row that is not blank is the header.
/// </param>
public sealed record SourceHints(Func<string, bool>? KnowsHeader = null)
{
    /// <summary>Rows, not counting blank ones, among which the header is looked for.</summary>
    internal const int HeaderRows = 30;

    /// <summary>Fewer known names than this make no header: one may be a word of a title.</summary>
    internal const int LeastNames = 2;

    public static SourceHints None { get; } = new();

    /// <summary>How many cells are names of columns.</summary>
    internal int Names(IReadOnlyList<string?> cells) => KnowsHeader is null ? 0 : cells.Count(c => !string.IsNullOrWhiteSpace(c) && KnowsHeader(c));

    /// <summary>The header among the first rows that are not blank: the first one unless a later one, and it alone, holds names of columns.</summary>
    /// <param name="rows">At least one.</param>
    internal int HeaderAmong(IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        int[] names = [.. rows.Select(Names)];
        int most = names.Max();
        return names[0] >= LeastNames || most < LeastNames ? 0 : Array.IndexOf(names, most);
    }

    /// <summary>
    /// The header together with the row below it, where that one names columns too: the upper row holds titles of groups, or of cells that are
    /// merged with those below. Null where the row below is a row of data.
    /// </summary>
    internal string?[]? WithBelow(IReadOnlyList<string?> header, IReadOnlyList<string?> below)
    {
        if (Names(below) < LeastNames)
            return null;
        string?[] both =
        [
            .. Enumerable.Range(0, Math.Max(header.Count, below.Count))
                .Select(i => i < below.Count && !BlankText.IsBlank(below[i]) ? below[i] : i < header.Count ? header[i] : null),
        ];
        return Names(both) > Names(header) ? both : null;
    }

    /// <summary>The finding of a header in two rows.</summary>
    internal static string TwoRows(string name, int headerLine, int belowLine) =>
        $"{name}: l'intestazione è su due righe ({headerLine} e {belowLine}): dove la seconda ha un nome vale quello.";

    /// <summary>The finding that names the rows above the header.</summary>
    internal static string TitleRows(string name, int headerLine, IEnumerable<string> titles)
    {
        string[] shown = [.. titles.Select(t => t.Length > 60 ? t[..60] + "…" : t)];
        string first = string.Join(", ", shown.Take(3).Select(t => $"«{t}»"));
        return $"{name}: intestazione alla riga {headerLine}; righe di titolo non lette: {first}{(shown.Length > 3 ? $" e altre {shown.Length - 3}" : "")}.";
    }
}
