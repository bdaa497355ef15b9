using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>The scenarios of a store, one row each.</summary>
internal static class ScenarioLayer
{
    public const string Name = "scenari";

    public static LayerShape<KeptScenario> Shape { get; } = new(
    [
        new("id", ColumnType.Text, "Identificativo dello scenario.", s => s.Scenario.Id, "rimodulazione-bergamo"),
        new("nome", ColumnType.Text, "Nome.", s => s.Scenario.Name, "Rimodulazione Bergamo"),
        new("stato", ColumnType.Text, "aperto, applicato o archiviato.", s => Scenario.States.Of(s.Scenario.State), "aperto") { Words = Scenario.States.Written },
        new("linea", OrNull.Text, "Linea di spesa (R13): rimodulazione o nuovo_avviso; vuoto: non detta.",
            s => s.Scenario.Line is { } l ? Scenario.Lines.Of(l) : null, "rimodulazione"),
        new("sedi", ColumnType.Text, "Insieme di sedi che lo scenario cambia.", s => s.Scenario.Set, SiteSet.Demonstration),
        new("modifiche", ColumnType.Integer, "Sedi aggiunte, spostate, chiuse o cambiate.", s => (long)s.Scenario.Sites.Length, 2L),
        new("reti", ColumnType.Integer, "Reti aggiunte, cambiate o tolte.", s => (long)s.Scenario.Networks.Length, 0L),
        new("costo_spoke_eur", OrNull.Money, "Costo di un nuovo Spoke, euro; vuoto: non detto.", s => s.Scenario.SpokeCostEur, 50_000m),
        new("da", OrNull.Text, "Scenario da cui è stato tratto.", s => s.Scenario.Parent, null),
        new("chi", ColumnType.Text, "Chi lo ha creato.", s => s.Scenario.By, "ufficio"),
        new("quando", ColumnType.Text, "Quando (UTC).", s => Cells.Instant(s.Scenario.At)!, "2026-11-30T10:00:00Z"),
        new("cambiato_da", OrNull.Text, "Chi lo ha cambiato per ultimo.", s => s.Scenario.ChangedBy, null),
        new("cambiato_il", OrNull.Text, "Quando (UTC).", s => Cells.Instant(s.Scenario.ChangedAt), null),
        new("versione", ColumnType.Integer, "Cresce di uno a ogni modifica.", s => (long)s.Version, 1L),
        new("nota", OrNull.Text, "Nota di chi lo ha scritto.", s => s.Scenario.Note, null),
    ]);

    public static Layer Make(ImmutableArray<KeptScenario> scenarios) => Shape.Make(
        Name, "Scenari", scenarios, _ => null, DeskMeta.Of("Scenari", new JsonObject
        {
            ["scenari"] = scenarios.Length,
            ["aperti"] = scenarios.Count(s => s.Scenario.State == ScenarioState.Open),
        }));
}
