using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>One scenario, field by field: one row for each value that it changes.</summary>
internal static class ScenarioFieldLayer
{
    public const string Name = "scenario";

    /// <param name="What"><c>sede</c> or <c>rete</c>.</param>
    /// <param name="Change">Of it.</param>
    /// <param name="Column">Null for a change without fields.</param>
    internal sealed record Row(string What, ScenarioChange Change, string? Column);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("oggetto", ColumnType.Text, "sede o rete.", r => r.What, "sede") { Words = ["sede", "rete"] },
        new("id", ColumnType.Text, "Identificativo della sede o della rete.", r => r.Change.Id, "BG01-S1"),
        new("op", ColumnType.Text, "add, move, close o change.", r => r.Change.Operation, "change"),
        new("campo", OrNull.Text, "Che cosa cambia; vuoto: la riga intera.", r => r.Column, "opening_hours"),
        new("prima", OrNull.Text, "Come era quando lo scenario è stato scritto; vuoto: niente.",
            r => r.Column is { } c ? r.Change.Base?.GetValueOrDefault(c) : null, "Mo-Fr 09:00-13:00"),
        new("dopo", OrNull.Text, "Come lo vuole lo scenario; vuoto: niente.", r => r.Column is { } c ? r.Change.Cells[c] : null, "Mo-Sa 09:00-18:00"),
    ]);

    /// <summary>In the order of the ids, networks last.</summary>
    public static Layer Make(KeptScenario kept)
    {
        ImmutableArray<Row> rows = [.. Rows("sede", kept.Scenario.Sites), .. Rows("rete", kept.Scenario.Networks)];
        JsonObject meta = DeskMeta.Of(kept.Scenario.Name, new JsonObject { ["modifiche"] = kept.Scenario.Sites.Length + kept.Scenario.Networks.Length });
        meta["scenario"] = ScenarioJson.Of(kept.Scenario);
        meta["versione"] = kept.Version;
        return Shape.Make(Name, kept.Scenario.Name, rows, _ => null, meta);
    }

    private static IEnumerable<Row> Rows(string what, ImmutableArray<ScenarioChange> changes) =>
        changes.OrderBy(c => c.Id, StringComparer.Ordinal)
            .SelectMany(c => c.Cells.IsEmpty ? [new Row(what, c, null)] : c.Cells.Select(cell => new Row(what, c, cell.Key)));
}
