namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>
/// A table for a window too narrow for all of its columns: as many as fit stand side by side, texts wrapped and numbers whole, and the
/// others follow below their row, each with its name.
/// </summary>
internal static class NarrowTable
{
    private const int Gap = 2;
    private const int Indent = 4;

    /// <summary>Fewer columns than these do not tell one row from another.</summary>
    private const int LeastAbreast = 3;

    /// <summary>Characters of a text beside others before it is wrapped.</summary>
    private const int LongestAbreast = 18;

    /// <param name="columns">All of them, in order.</param>
    /// <param name="rows">Their cells.</param>
    /// <param name="width">Characters of a line.</param>
    /// <param name="output">Gets the lines.</param>
    public static void Write(LayerColumn[] columns, IReadOnlyList<string[]> rows, int width, TextWriter output)
    {
        int[] widths = [.. columns.Select((column, i) => WidthOf(column, rows.Select(r => r[i])))];
        int abreast = columns.Length;
        while (abreast > LeastAbreast && widths.Take(abreast).Sum(w => w + Gap) > width)
            abreast--;
        widths = widths[..abreast];
        Line([.. columns.Select(c => c.Name)], columns, widths, output);
        output.WriteLine(new string('─', Math.Min(width, widths.Sum(w => w + Gap))));
        foreach (string[] row in rows)
        {
            Line(row, columns, widths, output);
            string below = string.Join(" · ", Enumerable.Range(abreast, columns.Length - abreast).Where(i => row[i].Length > 0).Select(i => $"{columns[i].Name}: {row[i]}"));
            foreach (string line in Wrap(below, width - Indent))
                output.WriteLine(new string(' ', Indent) + line);
        }
    }

    /// <summary>The lines of a text none of which is longer than so many characters: broken at spaces, after hyphens and underscores, else where it must.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        string rest = text;
        while (rest.Length > width)
        {
            int end = width;
            while (end > 0 && rest[end] != ' ' && rest[end - 1] is not ('-' or '_' or ';'))
                end--;
            if (end == 0)
                end = width;
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
            yield return rest;
    }

    private static void Line(string[] cells, LayerColumn[] columns, int[] widths, TextWriter output)
    {
        string[][] lines = [.. widths.Select((width, i) => Wrap(cells[i], width).ToArray())];
        for (int n = 0; n < lines.Max(l => l.Length); n++)
        {
            IEnumerable<string> parts = widths.Select((width, i) =>
                IsText(columns[i]) ? (lines[i].ElementAtOrDefault(n) ?? "").PadRight(width) : (lines[i].ElementAtOrDefault(n) ?? "").PadLeft(width));
            output.WriteLine(string.Join(new string(' ', Gap), parts).TrimEnd());
        }
    }

    private static int WidthOf(LayerColumn column, IEnumerable<string> cells)
    {
        int longest = cells.Select(c => c.Length).DefaultIfEmpty().Max();
        int name = column.Name.Split('_').Select((part, i) => part.Length + (i < column.Name.Count(c => c == '_') ? 1 : 0)).Max();
        return Math.Max(name, IsText(column) ? Math.Min(longest, LongestAbreast) : longest);
    }

    private static bool IsText(LayerColumn column) => column.Type is ColumnType.Text or ColumnType.Boolean;
}
