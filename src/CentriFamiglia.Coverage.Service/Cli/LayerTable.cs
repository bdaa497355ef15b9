using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using Spectre.Console;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>How a layer is shown to people.</summary>
/// <param name="Columns">How many of its columns.</param>
/// <param name="LongestText">Characters of a text before it is cut; null for whole texts.</param>
internal sealed record TableLook(int Columns, int? LongestText);

/// <summary>A layer for people: a table as wide as the window, or as wide as it needs when a pipe or a file reads it.</summary>
internal static class LayerTable
{
    private const int FullWidth = 100_000;

    private static readonly CultureInfo _italian = Italian();

    public static void Write(Layer layer, TableLook look, TextWriter output)
    {
        IAnsiConsole console = ConsoleOn(output);
        var table = new Table { Border = Terminal.IsInteractive ? TableBorder.Rounded : TableBorder.Simple };
        LayerColumn[] shown = [.. layer.Columns.Take(look.Columns)];
        foreach (LayerColumn column in shown)
        {
            var head = new TableColumn(Markup.Escape(column.Name)) { NoWrap = !Terminal.IsInteractive };
            table.AddColumn(column.Type is ColumnType.Text or ColumnType.Boolean ? head : head.RightAligned());
        }

        bool cut = false;
        foreach (LayerRow row in layer.Rows)
        {
            string[] cells = [.. shown.Select((column, i) => Cell(row.Values[i], column.Type))];
            string[] fitting = [.. shown.Select((column, i) => column.Type is ColumnType.Text ? Cut(cells[i], look.LongestText) : cells[i])];
            cut |= !cells.SequenceEqual(fitting, StringComparer.Ordinal);
            table.AddRow(fitting.Select(cell => new Text(cell)));
        }

        output.WriteLine(layer.Title);
        console.Write(table);
        if (cut)
            output.WriteLine("I testi che finiscono con … sono accorciati: interi con --format json o csv.");
        foreach (string line in Notes(layer))
            output.WriteLine(line);
    }

    public static IEnumerable<string> Warnings(Layer layer) =>
        layer.Meta["avvertenze"] is JsonArray warnings ? warnings.Select(w => w!.GetValue<string>()) : [];

    private static IEnumerable<string> Notes(Layer layer)
    {
        if (layer.Meta["totali"] is JsonObject totals)
        {
            foreach ((string key, JsonNode? value) in totals)
            {
                if (value is JsonObject group)
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

        foreach (string warning in Warnings(layer))
            yield return "Avvertenza: " + warning;
        if (layer.Meta["istantanea"]?.GetValue<string>() is { Length: > 12 } hash)
            yield return $"Istantanea {hash[..12]} · regole {layer.Meta["insieme_regole"]?["id"]} · sedi {layer.Meta["sedi"]?["nome"]} · {layer.Meta["data"]} · {layer.Meta["programma"]}";
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue number when number.TryGetValue(out decimal exact) => exact.ToString("#,0.##", _italian),
        JsonValue number when number.TryGetValue(out long whole) => whole.ToString("#,0", _italian),
        JsonValue number when number.TryGetValue(out int whole) => whole.ToString("#,0", _italian),
        JsonValue number when number.TryGetValue(out double real) => real.ToString("#,0.##", _italian),
        _ => value.ToString(),
    };

    private static string Cell(object? value, ColumnType type) => value switch
    {
        null => "",
        bool flag => flag ? "sì" : "no",
        decimal money => money.ToString("#,0.00", _italian),
        double number => number.ToString("#,0.##", _italian),
        long whole => whole.ToString("#,0", _italian),
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

    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Terminal.IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!Terminal.IsInteractive)
            console.Profile.Width = FullWidth;
        return console;
    }

    private static CultureInfo Italian()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
