using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>A table in a window of so many characters: no text is lost, no number is broken, no line is longer.</summary>
public sealed class NarrowTableTests(FilledStore store)
{
    private static readonly Layer _gaps = new(
        "lacune",
        "Lacune",
        [
            new LayerColumn("codice", ColumnType.Text, ""),
            new LayerColumn("residenti", ColumnType.Integer, ""),
            new LayerColumn("residenti_oltre_limite", ColumnType.Integer, ""),
            new LayerColumn("motivo", ColumnType.Text, ""),
            new LayerColumn("minuti", ColumnType.Number, ""),
        ],
        [
            new LayerRow(["bassa-bresciana-orientale", 1_200_901L, 4_623L, "una sede attiva, ma lontana da dove si abita", 4.76], null),
            new LayerRow(["lecco", 12L, 0L, null, 23.19], null),
        ],
        new JsonObject());

    [Fact]
    public void The_columns_that_do_not_fit_stand_below_their_row() => Lines(_gaps, 46).ShouldBe([
        "Lacune",
        "codice              residenti  residenti_",
        "                                   oltre_",
        "                                   limite",
        "───────────────────────────────────────────",
        "bassa-bresciana-    1.200.901       4.623",
        "orientale",
        "    motivo: una sede attiva, ma lontana da",
        "    dove si abita · minuti: 4,76",
        "lecco                      12           0",
        "    minuti: 23,19",
    ]);

    [Fact]
    public void A_text_cut_short_where_there_is_room_for_one_line_is_whole_where_it_is_wrapped()
    {
        Lines(_gaps, 160, longest: 20).ShouldContain(l => l.Contains("una sede attiva, ma…", StringComparison.Ordinal));
        Lines(_gaps, 46, longest: 20).ShouldBe(Lines(_gaps, 46));
    }

    [Fact]
    public void Where_they_fit_all_stand_side_by_side() => Lines(_gaps, 160).ShouldContain(l => l.Contains("orientale   1.200.901", StringComparison.Ordinal));

    [Theory]
    [InlineData("uno due tre", 7, "uno due|tre")]
    [InlineData("residenti_oltre_limite", 10, "residenti_|oltre_|limite")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("", 4, "")]
    [InlineData("uno", 3, "uno")]
    public void A_text_is_broken_between_words_or_where_it_must(string text, int width, string lines) => string.Join('|', NarrowTable.Wrap(text, width)).ShouldBe(lines);

    [Theory]
    [InlineData("check", "--level", "ambito")]
    [InlineData("gaps")]
    [InlineData("suggest")]
    [InlineData("findings", "--ats", "Brianza")]
    public async Task The_cells_of_a_true_answer_fit_120_characters_and_every_column_is_named(params string[] question)
    {
        await using StringWriter wide = new(), error = new();
        (await CommandLine.RunAsync([.. question, "--store", store.Path], wide, error)).ShouldBe(0, error.ToString());
        string[] table = [.. wide.ToString().Split('\n').SkipWhile(l => !l.Contains('─')).Skip(1).TakeWhile(l => l.Trim().Length > 0)];
        string[] names = wide.ToString().Split('\n')[2].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[][] cells = [.. table.Select(l => l.Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        LayerColumn[] columns = [.. names.Select(n => new LayerColumn(n, ColumnType.Text, ""))];
        await using StringWriter narrow = new();

        NarrowTable.Write(columns, [.. cells.Select(c => c.Concat(Enumerable.Repeat("", names.Length)).Take(names.Length).ToArray())], 120, narrow);

        cells.Length.ShouldBeGreaterThan(3);
        narrow.ToString().Split('\n').Max(l => l.TrimEnd().Length).ShouldBeLessThanOrEqualTo(120);
        foreach (string name in names)
            narrow.ToString().Replace("\n", "", StringComparison.Ordinal).ShouldContain(name.Split('_')[0]);
    }

    private static string[] Lines(Layer layer, int width, int? longest = null)
    {
        using StringWriter output = new();
        LayerTable.Write(layer, new TableLook(layer.Columns.Length, LongestText: longest) { Width = width }, output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())];
    }
}
