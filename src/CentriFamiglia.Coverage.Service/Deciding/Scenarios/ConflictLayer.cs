using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>Where the store changed since a scenario was written down, field by field.</summary>
internal static class ConflictLayer
{
    public const string Name = "conflitti";

    public static LayerShape<ScenarioConflict> Shape { get; } = new(
    [
        new("oggetto", ColumnType.Text, "sede o rete.", c => c.What, "sede") { Words = ["sede", "rete"] },
        new("id", ColumnType.Text, "Identificativo della sede o della rete.", c => c.Id, "BG01-S1"),
        new("campo", ColumnType.Text, "Il campo; id: la riga intera, che c'era e non c'è più o il contrario.", c => c.Column, "opening_hours"),
        new("era", OrNull.Text, "Come era quando lo scenario è stato scritto; vuoto: niente.", c => c.Base, "Mo-Fr 09:00-13:00"),
        new("archivio", OrNull.Text, "Come è ora nell'archivio; vuoto: niente.", c => c.Store, "Mo-Fr 09:00-12:00"),
        new("scenario", OrNull.Text, "Come lo vuole lo scenario; vuoto: niente.", c => c.Scenario, "Mo-Sa 09:00-18:00"),
    ]);

    public static Layer Make(KeptScenario kept, ImmutableArray<ScenarioConflict> conflicts)
    {
        JsonObject meta = DeskMeta.Of($"Conflitti di «{kept.Scenario.Name}» con l'archivio", new JsonObject { ["conflitti"] = conflicts.Length });
        meta["scenario"] = kept.Scenario.Id;
        return Shape.Make(Name, $"Conflitti di «{kept.Scenario.Name}» con l'archivio", conflicts, _ => null, meta);
    }
}
