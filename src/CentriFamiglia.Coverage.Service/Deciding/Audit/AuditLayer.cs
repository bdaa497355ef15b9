using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Audit;

/// <summary>The register of changes, one row for each entry.</summary>
internal static class AuditLayer
{
    public const string Name = "registro";

    public static LayerShape<AuditEntry> Shape { get; } = new(
    [
        new("numero", ColumnType.Integer, "Numero della voce, senza salti.", e => (long)e.Number, 1L),
        new("quando", ColumnType.Text, "Quando (UTC), secondo l'orologio del computer.", e => e.When, "2026-11-30T10:00:00.000Z"),
        new("chi", ColumnType.Text, "Nome dell'utente.", e => e.Who, "ufficio"),
        new("azione", ColumnType.Text, "Che cosa ha fatto.", e => e.Action, "scenario.crea"),
        new("oggetto", ColumnType.Text, "A che cosa.", e => e.Subject, "scenario/rimodulazione-bergamo"),
        new("revisione", ColumnType.Integer, "Revisione del territorio dopo la voce.", e => e.Revision, 1L),
        new("prima", OrNull.Text, "Che cosa c'era, in JSON; vuoto: niente.", e => e.Before, null),
        new("dopo", OrNull.Text, "Che cosa c'è, in JSON; vuoto: niente.", e => e.After, null),
        new("precedente", ColumnType.Text, "Impronta della voce precedente; vuota per la prima.", e => e.Previous, ""),
        new("impronta", ColumnType.Text, "SHA-256 di tutti gli altri valori.", e => e.Hash, "9f86d081884c7d65…"),
    ]);

    public static Layer Make(ImmutableArray<AuditEntry> entries) => Shape.Make(
        Name, "Registro delle modifiche", entries, _ => null, DeskMeta.Of("Registro delle modifiche", new JsonObject { ["voci"] = entries.Length }));
}
