namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>What the ATS declare, in the columns of its import: the layer <c>dichiarazioni</c>.</summary>
internal static class DeclarationLayer
{
    public const string Name = "dichiarazioni";

    public static LayerShape<AtsDeclaration> Shape { get; } = new(
    [
        new("ats", ColumnType.Text, "Nome dell'ATS.", d => d.Ats, "Brescia"),
        new("residui_eur", OrNull.Money, "Residui di anni precedenti, verificati con la Regione, euro; vuoto: non dichiarati.", d => d.ResidualEur, 12_000.50m),
        new("speso_eur", OrNull.Money, "Speso finora, euro; vuoto: non dichiarato.", d => d.SpentEur, 3_000m),
        new("condivisa", OrNull.Text, "Giorno della lettura comune con la Cabina di Regia (R14); vuoto: non dichiarato.", d => Cells.Date(d.SharedOn), "2023-12-20"),
    ]);

    public static Layer Make(Analysis analysis)
    {
        ImmutableArray<AtsDeclaration> rows = analysis.Snapshot.Content.Declarations;
        var totals = new JsonObject { ["ats"] = rows.Length, ["residui_eur"] = rows.Sum(d => d.ResidualEur ?? 0), ["speso_eur"] = rows.Sum(d => d.SpentEur ?? 0) };
        return Shape.Make(Name, rows, _ => null, new Provenance(analysis, "Dichiarazioni delle ATS", usesTravel: false, totals));
    }
}
