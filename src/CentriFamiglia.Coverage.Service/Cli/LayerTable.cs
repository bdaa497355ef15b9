using CentriFamiglia.Coverage.Service.Layers;
using Spectre.Console;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>How a layer is shown to people.</summary>
/// <param name="Columns">How many of its columns.</param>
/// <param name="LongestText">Characters of a text before it is cut; null for whole texts.</param>
internal sealed record TableLook(int Columns, int? LongestText)
{
    /// <summary>Characters of a line when no window says how wide it is, texts wrapped within their columns; null for lines as long as they need be.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the other columns, with their names, stand below the text of the last one shown.</summary>
    public bool RestBelow { get; init; }
}

/// <summary>A layer for people: a table as wide as the window, see <see cref="NarrowTable"/>; when a pipe or a file reads it, as wide as its look says, or as it needs.</summary>
internal static class LayerTable
{
    private const int FullWidth = 100_000;

    /// <summary>Characters that a column takes beside its cells.</summary>
    private const int Border = 3;

    public static void Write(Layer layer, TableLook look, TextWriter output)
    {
        IAnsiConsole console = ConsoleOn(output, look.Width ?? FullWidth);
        LayerColumn[] shown = [.. layer.Columns.Take(look.Columns)];
        string[][] whole = [.. layer.Rows.Select(row => shown.Select((column, i) => Cell(row.Values[i], column.Type)).ToArray())];
        string[][] rows = [.. whole.Select(cells => cells.Select((cell, i) => shown[i].Type is ColumnType.Text ? Cut(cell, look.LongestText) : cell).ToArray())];
        bool cut = rows.Zip(whole).Any(pair => !pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));
        for (int i = 0; i < rows.Length && look.RestBelow; i++)
            rows[i][^1] = string.Join('\n', Below(layer, layer.Rows[i], shown.Length).Prepend(rows[i][^1]));

        output.WriteLine(layer.Title);
        int asLongAsNeeded = shown.Select((column, i) => rows.Select(r => r[i].Length).Append(column.Name.Length).Max() + Border).Sum();
        if (asLongAsNeeded >= console.Profile.Width && !look.RestBelow)
        {
            NarrowTable.Write(shown, whole, console.Profile.Width, output);
            cut = false;
        }
        else
        {
            console.Write(Bordered(shown, rows, wrapped: Terminal.IsInteractive || look.Width is not null));
        }

        if (cut)
            output.WriteLine("I testi che finiscono con … sono accorciati: interi con --format json o csv.");
        foreach (string line in Notes(layer).Concat(Footer(layer)))
            output.WriteLine(line);
    }

    private static Table Bordered(LayerColumn[] columns, string[][] rows, bool wrapped)
    {
        var table = new Table { Border = Terminal.IsInteractive ? TableBorder.Rounded : TableBorder.Simple };
        foreach (LayerColumn column in columns)
        {
            var head = new TableColumn(new Text(column.Name)) { NoWrap = !wrapped };
            table.AddColumn(column.Type is ColumnType.Text or ColumnType.Boolean ? head : head.RightAligned());
        }

        foreach (string[] row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        return table;
    }

    private static IEnumerable<string> Below(Layer layer, LayerRow row, int shown) =>
        from i in Enumerable.Range(shown, layer.Columns.Length - shown)
        let cell = Cell(row.Values[i], layer.Columns[i].Type)
        where cell.Length > 0
        select $"{layer.Columns[i].Name}: {cell}";

    /// <summary>What the figures must not be read without: the warnings, and what they rest on.</summary>
    public static IEnumerable<string> Footer(Layer layer)
    {
        foreach (string warning in ProvenanceJson.Warnings(layer.Meta))
            yield return "Avvertenza: " + warning;
        if (ProvenanceJson.Line(layer.Meta) is { } line)
            yield return line;
    }

    private static IEnumerable<string> Notes(Layer layer)
    {
        if (ProvenanceJson.Totals(layer.Meta) is { } totals)
        {
            foreach ((string key, JsonNode? value) in totals)
            {
                if (value is JsonObject parts && parts.Any(p => p.Value is JsonObject))
                {
                    yield return $"{key}: {parts.Count}";
                    foreach ((string name, JsonNode? part) in parts)
                        yield return $"  {name}: {string.Join(", ", ((JsonObject)part!).Select(g => $"{g.Key} {Plain(g.Value)}"))}";
                }
                else if (value is JsonObject group)
                    yield return $"{key}: {string.Join(", ", group.Select(g => $"{g.Key} {Plain(g.Value)}"))}";
                else if (value is JsonArray { Count: > 0 } list)
                {
                    yield return $"{key}: {list.Count}";
                    foreach (JsonObject item in list.OfType<JsonObject>())
                        yield return "  " + string.Join(" · ", item.Select(p => Plain(p.Value)).Where(text => text.Length > 0));
                }
                else if (value is JsonValue)
                    yield return $"{key}: {Plain(value)}";
            }
        }
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue flag when flag.TryGetValue(out bool yes) => yes ? "sì" : "no",
        JsonValue number when number.TryGetValue(out decimal exact) => ItalianNumber.Of(exact, "#,0.##"),
        JsonValue number when number.TryGetValue(out long whole) => ItalianNumber.Of(whole, "#,0"),
        JsonValue number when number.TryGetValue(out int whole) => ItalianNumber.Of(whole, "#,0"),
        JsonValue number when number.TryGetValue(out double real) => ItalianNumber.Of(real, "#,0.##"),
        _ => value.ToString(),
    };

    private static string Cell(object? value, ColumnType type) => value switch
    {
        null => "",
        bool flag => flag ? "sì" : "no",
        decimal money => ItalianNumber.Of(money, "#,0.00"),
        double number => ItalianNumber.Of(number, "#,0.##"),
        long whole => ItalianNumber.Of(whole, "#,0"),
        _ => type is ColumnType.Text ? OneLine(value.ToString()!) : value.ToString()!,
    };

    private static string Cut(string text, int? longest)
    {
        if (longest is not { } most || text.Length <= most)
            return text;
        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    private static IAnsiConsole ConsoleOn(TextWriter output, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Terminal.IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!Terminal.IsInteractive)
            console.Profile.Width = width;
        return console;
    }
}
