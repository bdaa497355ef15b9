using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Links;

/// <summary>The links to analyses, one row each; the secret of none.</summary>
internal static class LinkLayer
{
    public static LayerShape<SharedLink> Shape { get; } = new(
    [
        new("id", ColumnType.Text, "Identificativo, per revocarlo.", l => l.Id, "3f6a0c1d2b4e5f603f6a0c1d2b4e5f60"),
        new("analisi", ColumnType.Text, "L'analisi che apre.", l => l.RunId, "3f6a0c1d2b4e5f60"),
        new("stato", ColumnType.Text, "valido, scaduto o revocato.", l => l.RevokedAt is not null ? "revocato" : l.Until <= DateTimeOffset.UtcNow ? "scaduto" : "valido", "valido")
        {
            Words = ["valido", "scaduto", "revocato"],
        },
        new("scade", ColumnType.Text, "Quando smette di aprire (UTC).", l => Cells.Instant(l.Until)!, "2026-12-30T10:00:00Z"),
        new("nota", OrNull.Text, "Per chi è.", l => l.Note, "Sindaci della Val Trompia"),
        new("chi", ColumnType.Text, "Chi l'ha fatto.", l => l.By, "ufficio"),
        new("quando", ColumnType.Text, "Quando (UTC).", l => Cells.Instant(l.At)!, "2026-11-30T10:00:00Z"),
        new("revocato_da", OrNull.Text, "Chi l'ha revocato.", l => l.RevokedBy, null),
        new("revocato_il", OrNull.Text, "Quando (UTC).", l => Cells.Instant(l.RevokedAt), null),
    ]);

    /// <param name="address">Of the one that was made now, with its secret; null for a list.</param>
    public static Layer Make(ImmutableArray<SharedLink> links, string? address = null)
    {
        JsonObject meta = DeskMeta.Of("Collegamenti alle analisi", new JsonObject { ["collegamenti"] = links.Length });
        if (address is not null)
            (meta["indirizzo"], meta["avvertenza"]) = (address, "L'indirizzo si vede solo ora: chi lo ha legge l'analisi, fino alla scadenza o alla revoca.");
        return Shape.Make("collegamenti", "Collegamenti alle analisi", links, _ => null, meta);
    }
}
