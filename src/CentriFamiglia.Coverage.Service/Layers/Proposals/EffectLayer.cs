using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Layers.Proposals;

/// <summary>What the proposals change comune by comune: the layer <c>effetti-proposte</c>.</summary>
internal static class EffectLayer
{
    public const string Name = "effetti-proposte";

    /// <param name="Ats">Of the comune.</param>
    /// <param name="UpperBound">Whether the list of sedi is not complete for its ATS.</param>
    internal sealed record Row(ComuneEffect Item, string? Ats, bool UpperBound);

    public static LayerShape<Row> Shape { get; } = new(
    [
        CommonColumns.ComuneCode<Row>(r => r.Item.Comune.Code.Value),
        new("comune", ColumnType.Text, "Comune che, con le proposte, è più vicino a una sede.", r => r.Item.Comune.Name, "Averara"),
        CommonColumns.ComuneAtsOrNull<Row>(r => r.Ats),
        new("residenti", ColumnType.Number, "Residenti del comune.", r => GapFigures.Round(r.Item.Residents, 2), 180.0),
        new("sede_proposta", ColumnType.Text, "Codice del comune della sede proposta più vicina.", r => r.Item.Sede.Code.Value, "016012"),
        new("sede_proposta_nome", ColumnType.Text, "Suo nome.", r => r.Item.Sede.Name, "Ardesio"),
        new("minuti_prima", OrNull.Number, "Minuti medi alla sede più vicina, senza le proposte; vuoto: nessuna sede raggiungibile.",
            r => GapFigures.Round(r.Item.MinutesBefore, 2), 48.2),
        new("minuti_dopo", OrNull.Number, "Gli stessi con tutte le proposte; vuoto: nessuna sede raggiungibile.", r => GapFigures.Round(r.Item.MinutesAfter, 2), 22.9),
        new("minuti_in_meno", OrNull.Number, "Differenza dei due; vuoto: uno non è noto.", r => GapFigures.Round(r.Item.MinutesBefore - r.Item.MinutesAfter, 2), 25.3),
        new("residenti_nel_limite_prima", ColumnType.Number, "Residenti entro il limite, senza le proposte.", r => GapFigures.Round(r.Item.WithinBefore, 2), 0.0),
        new("residenti_nel_limite_dopo", ColumnType.Number, "Gli stessi con tutte le proposte.", r => GapFigures.Round(r.Item.WithinAfter, 2), 180.0),
        .. GapFigures.Band<Row>(r => r.Item.BandBefore?.Low, r => r.Item.BandBefore?.High, "_prima"),
        .. GapFigures.Band<Row>(r => r.Item.BandAfter?.Low, r => r.Item.BandAfter?.High, "_dopo"),
        CommonColumns.Travel<Row>(),
        CommonColumns.UpperBound<Row>(r => r.UpperBound),
    ]);

    public static Layer Make(Analysis analysis, SuggestionAnswer answer) => Shape.Make(
        Name,
        Rows(analysis, answer),
        r => r.Item.Comune.Seat is { } seat ? Cells.Point(seat.Lon, seat.Lat) : null,
        SuggestionLayer.ProvenanceOf(analysis, answer, "Effetti delle proposte, comune per comune"));

    private static IEnumerable<Row> Rows(Analysis analysis, SuggestionAnswer answer) => answer.Result.Effects
        .Select(e => (Effect: e, analysis.Snapshot.MembershipOf(e.Comune.Code)?.Ats))
        .Select(e => new Row(e.Effect, e.Ats, !analysis.Snapshot.Set.IsCompleteFor(e.Ats)));
}
