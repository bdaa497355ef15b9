using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>How far families are, one row per part of a comune that is read by points: the Municipi of Milano.</summary>
internal static class ZoneGapLayer
{
    /// <param name="Gap">The zone's figures.</param>
    /// <param name="Demonstration">Whether a made-up sede counts in its comune.</param>
    internal sealed record Row(ZoneGap Gap, bool Demonstration);

    public static LayerShape<Row> Shape { get; } = new(
    [
        CommonColumns.ComuneCode<Row>(r => r.Gap.Comune.Code.Value, "015146"),
        CommonColumns.ComuneName<Row>(r => r.Gap.Comune.Name, "Milano"),
        new("zona", ColumnType.Text, "Parte del comune: a Milano il Municipio.", r => r.Gap.Zone.Name, "Municipio 1"),
        new("punti", ColumnType.Integer, "Punti di residenza della zona: a Milano sezioni di censimento.", r => (long)r.Gap.Points, 645L),
        new("residenti", ColumnType.Number, "Residenti nei punti della zona, persone.", r => GapFigures.Round(r.Gap.Residents, 2), 98_000.0),
        .. GapFigures.Journeys<Row>(r => r.Gap),
        CommonColumns.Travel<Row>(),
        .. GapFigures.Bounds<Row>(r => r.Gap),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        CommonColumns.UpperBoundOrNull<Row>(r => r.Gap.UpperBound),
    ]);

    /// <param name="analysis">With every active sede.</param>
    /// <param name="ats">Only the comuni of this ATS; null for all.</param>
    /// <param name="doors">Where only open sedi count; null where hours do not.</param>
    public static Layer Make(Analysis analysis, string? ats, OpenDoors? doors)
    {
        CoverageState state = doors?.Certain ?? analysis.State;
        HashSet<ComuneCode> madeUp = [.. GapFigures.OnMadeUpSites(analysis, state.Points).Select(i => analysis.Snapshot.Comuni[i].Code)];
        ImmutableArray<Row> rows =
        [
            .. ZoneGap.Of(state).Where(g => ats is null || analysis.Snapshot.MembershipOf(g.Comune.Code)?.Ats == ats)
                .Select(g => new Row(g, madeUp.Contains(g.Comune.Code))),
        ];
        var totals = new JsonObject
        {
            ["zone"] = rows.Length,
            ["punti"] = rows.Sum(r => r.Gap.Points),
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Gap.Residents), 2),
            ["residenti_oltre_limite"] = rows.All(r => !r.Gap.IsJudged) ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyond), 2),
        };
        Provenance provenance = new Provenance(analysis, "Distanza dalla sede più vicina, per zona", usesTravel: true, totals, ats).WithOnlyOpenSedi(doors);
        return Shape.Make("lacune-zona", rows, _ => null, provenance);
    }
}
