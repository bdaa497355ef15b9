using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>How far families are, one row per area: minutes and km to the nearest sede, weighted by residents.</summary>
internal static class AreaGapLayer
{
    /// <param name="Gap">The area's figures.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    /// <param name="Possible">The figures with the sedi of uncertain hours open too; null where hours do not count.</param>
    internal sealed record Row(UnitGap Gap, bool Demonstration, UnitGap? Possible);

    private static readonly ImmutableArray<Field<Row>> _fields =
    [
        .. CommonColumns.Area<Row>(r => r.Gap.Unit, withRegion: true),
        new("residenti", ColumnType.Number, "Residenti nei punti di residenza, persone.", r => GapFigures.Round(r.Gap.AllResidents, 2), 52_781.0),
        .. GapFigures.Journeys<Row>(r => r.Gap),
        new("comuni_oltre_limite", OrNull.Integer, "Comuni i cui minuti medi superano il limite.", r => (long?)r.Gap.ComuniBeyond, 3L),
        CommonColumns.Travel<Row>(),
        .. GapFigures.Bounds<Row>(r => r.Gap),
        CommonColumns.AreaEvidence<Row>(r => r.Gap.Unit.Status),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        CommonColumns.ComuniOf<Row>(r => r.Gap.Comuni),
        new("residenti_non_raggiunti", OrNull.Number, "Residenti che non raggiungono alcuna sede.", r => GapFigures.Round(r.Gap.ResidentsUnreachable, 2), 0.0),
        new("residenti_senza_limite", OrNull.Number, "Residenti per cui non c'è un limite con cui giudicare.", r => GapFigures.Round(r.Gap.ResidentsWithoutLimit, 2), 0.0),
        .. GapFigures.Curve<Row>((r, minutes) => r.Gap.Curve.FirstOrDefault(c => c.Minutes == minutes)?.Residents),
        .. CommonColumns.Knowledge<Row>(r => r.Gap.Known),
    ];

    public static LayerShape<Row> Shape { get; } = new(_fields);

    /// <summary>The rows where only open sedi count.</summary>
    public static LayerShape<Row> OpenShape { get; } = new(
    [
        .. _fields,
        new("residenti_oltre_limite_se_incerte_aperte", OrNull.Number, "Residenti oltre il limite se fossero aperte anche le sedi dagli orari non noti.",
            r => GapFigures.Round(r.Possible?.ResidentsBeyond, 2), 3_900.0),
    ]);

    /// <param name="analysis">With every active sede.</param>
    /// <param name="ats">Only those of this ATS; null for all.</param>
    /// <param name="doors">Where only open sedi count; null where hours do not.</param>
    public static Layer Make(Analysis analysis, AreaLevel level, string? ats, OpenDoors? doors = null)
    {
        CoverageState state = doors?.Certain ?? analysis.State;
        string name = $"lacune-{level.ToText()}";
        string title = $"Distanza dalla sede più vicina, per {(level is AreaLevel.Ats ? "ATS" : level.ToText())}";
        HashSet<int> madeUp = GapFigures.OnMadeUpSites(analysis, state.Points);
        Dictionary<string, UnitGap> possible = (doors?.Possible.Gaps(level) ?? []).ToDictionary(g => g.Unit.Code, StringComparer.Ordinal);
        ImmutableArray<Row> rows =
        [
            .. state.Gaps(level)
                .Where(g => ats is null || g.Unit.Ats == ats)
                .Select(g => new Row(g, g.Unit.Comuni.Any(madeUp.Contains), possible.GetValueOrDefault(g.Unit.Code)))
                .OrderBy(r => r.Gap.Unit.Code, StringComparer.Ordinal),
        ];
        var boundaries = new Boundaries(analysis.Snapshot);
        bool nothing = rows.All(r => r.Gap.Known.IsEmpty);
        var totals = new JsonObject
        {
            ["aree"] = rows.Count(r => r.Gap.Unit.IsLoaded),
            ["comuni"] = rows.Sum(r => r.Gap.Comuni),
            ["comuni_oltre_limite"] = nothing ? null : rows.Sum(r => r.Gap.ComuniBeyond),
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Gap.AllResidents), 2),
            ["residenti_oltre_limite"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyond), 2),
            ["residenti_oltre_minimo"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyondLeast), 2),
            ["residenti_oltre_massimo"] = nothing ? null : GapFigures.Round(rows.Sum(r => r.Gap.ResidentsBeyondMost), 2),
            ["residenti_esclusi"] = rows.Sum(r => r.Gap.Known.ResidentsExcluded),
            ["comuni_esclusi"] = rows.Sum(r => r.Gap.Known.ComuniExcluded),
        };
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, totals, ats, level).WithOnlyOpenSedi(doors);
        return (doors is null ? Shape : OpenShape).Make(name, rows, r => boundaries.Of(r.Gap.Unit), provenance);
    }
}
