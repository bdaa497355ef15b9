using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>How far families are, one row per comune: the layer <c>lacune</c>.</summary>
internal static class ComuneGapLayer
{
    public const string Name = "lacune";

    /// <param name="Gap">The comune's figures.</param>
    /// <param name="Points">Its demand points.</param>
    /// <param name="Demonstration">Whether a made-up sede counts.</param>
    /// <param name="Possible">The figures with the sedi of uncertain hours open too; null where hours do not count.</param>
    internal sealed record Row(ComuneGap Gap, IEnumerable<PointGap> Points, bool Demonstration, ComuneGap? Possible)
    {
        /// <summary>Residents by <see cref="GapFigures.CurveMinutes"/>.</summary>
        public ImmutableArray<double> Within { get; } = GapFigures.Within(Points);
    }

    private static readonly ImmutableArray<Field<Row>> _fields =
    [
        .. CommonColumns.Place<Row>(r => r.Gap.Comune, r => r.Gap.Membership),
        new("residenti", OrNull.Number, "Residenti nei punti di residenza del comune, persone; vuoto: non noti.", r => GapFigures.Round(r.Gap.Residents, 2), 5_632.0),
        new("classe_snai", OrNull.Text, "Classe della Mappa Aree Interne 2020, da A a F; vuoto: non nota.", r => r.Gap.Comune.Class?.ToString(), "C")
        {
            Words = Vocabulary.Snai.Written,
        },
        new("limite_minuti", OrNull.Number,
            "Limite di viaggio che vale qui, minuti compresi (criterio di pianificazione, non previsto dall'atto); vuoto: la classe non è nota.", r => r.Gap.LimitMinutes,
            20.0),
        new("sede_vicina", OrNull.Text, "Identificativo della sede più vicina, di qualunque ATS.", r => r.Gap.Nearest?.Site.Id.Value, "BG03-S1"),
        new("minuti", OrNull.Number, "Minuti alla sede più vicina.", r => r.Gap.Minutes, 11.25),
        new("km", OrNull.Number, "Chilometri dello stesso viaggio.", r => GapFigures.Round(r.Gap.Km, 3), 7.84),
        new("sede_vicina_stessa_ats", OrNull.Text, "Identificativo della sede più vicina della stessa ATS.", r => r.Gap.NearestOwnAts?.Site.Id.Value, "BG03-S1"),
        new("minuti_stessa_ats", OrNull.Number, "Minuti alla sede più vicina della stessa ATS.", r => r.Gap.MinutesOwnAts, 11.25),
        new("oltre_limite", OrNull.Boolean,
            "Vero se i minuti superano il limite o se una parte dei residenti non raggiunge alcuna sede; vuoto se il limite non è noto o il comune è NON_CARICATO.",
            r => r.Gap.Beyond, false),
        GapFigures.Side<Row>(r => r.Gap.Side),
        .. GapFigures.Band<Row>(r => r.Gap.P10Minutes, r => r.Gap.P90Minutes),
        CommonColumns.Travel<Row>(),
        CommonColumns.ComuneEvidence<Row>(r => r.Gap.Membership),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        new("sede_vicina_nome", OrNull.Text, "Nome della sede più vicina.", r => r.Gap.Nearest?.Site.Name, "Spoke dimostrativo Almè 1"),
        new("residenti_non_raggiunti", OrNull.Number, "Residenti che non raggiungono alcuna sede.",
            r => r.Gap.IsJudged ? GapFigures.Round(r.Gap.ResidentsUnreachable, 2) : null, 0.0),
        .. GapFigures.Curve<Row>((r, minutes) => r.Gap.IsJudged ? r.Within[GapFigures.CurveMinutes.IndexOf(minutes)] : null),
        CommonColumns.UpperBoundOrNull<Row>(r => r.Gap.UpperBound),
        new("minuti_p10_stessa_ats", OrNull.Number, "L'estremo basso (P10) della fascia di minuti_stessa_ats. Con rete o matrice: i minuti.",
            r => r.Gap.P10MinutesOwnAts, 8.4),
        new("minuti_p90_stessa_ats", OrNull.Number, "L'estremo alto (P90) della stessa fascia. Con rete o matrice: i minuti.", r => r.Gap.P90MinutesOwnAts, 14.3),
    ];

    public static LayerShape<Row> Shape { get; } = new(_fields);

    /// <summary>The rows where only open sedi count.</summary>
    public static LayerShape<Row> OpenShape { get; } = new(
    [
        .. _fields,
        new("oltre_limite_se_incerte_aperte", OrNull.Boolean, "Lo stesso se fossero aperte anche le sedi dagli orari non noti.", r => r.Possible?.Beyond, false),
    ]);

    /// <param name="analysis">With every active sede.</param>
    /// <param name="ats">Only the comuni of this ATS; null for all.</param>
    /// <param name="doors">Where only open sedi count; null where hours do not.</param>
    public static Layer Make(Analysis analysis, string? ats, OpenDoors? doors = null)
    {
        CoverageState state = doors?.Certain ?? analysis.State;
        const string title = "Distanza di ogni comune dalla sede più vicina";
        TerritorySnapshot snapshot = analysis.Snapshot;
        HashSet<ComuneCode> madeUp = [.. GapFigures.OnMadeUpSites(analysis, state.Points).Select(i => snapshot.Comuni[i].Code)];
        Dictionary<ComuneCode, ComuneGap> possible = (doors?.Possible.Comuni ?? []).ToDictionary(g => g.Comune.Code);
        ImmutableArray<Row> rows =
        [
            .. state.Comuni
                .Select((gap, comune) => (Gap: gap, Points: state.PointsOf(comune)))
                .Where(g => ats is null || g.Gap.Membership?.Ats == ats)
                .Select(g => new Row(g.Gap, g.Points, madeUp.Contains(g.Gap.Comune.Code), possible.GetValueOrDefault(g.Gap.Comune.Code)))
                .OrderBy(r => r.Gap.Comune.Code),
        ];
        bool nothing = rows.All(r => !r.Gap.IsJudged);
        var totals = new JsonObject
        {
            ["comuni"] = rows.Length,
            ["comuni_oltre_limite"] = nothing ? null : rows.Count(r => r.Gap.Beyond == true),
            ["residenti"] = GapFigures.Round(rows.Sum(r => r.Gap.Residents ?? 0), 2),
            ["residenti_oltre_limite"] = nothing ? null : GapFigures.Round(rows.SelectMany(r => r.Points).Where(p => p.Beyond == true).Sum(p => p.Residents), 2),
            ["residenti_oltre_minimo"] = nothing ? null : GapFigures.Round(rows.SelectMany(r => r.Points).Where(p => p.Side is LimitSide.Beyond).Sum(p => p.Residents), 2),
            ["residenti_oltre_massimo"] = nothing
                ? null
                : GapFigures.Round(rows.SelectMany(r => r.Points).Where(p => p.Side is LimitSide.Beyond or LimitSide.Uncertain).Sum(p => p.Residents), 2),
            ["comuni_incerti"] = nothing ? null : rows.Count(r => r.Gap.Side is LimitSide.Uncertain),
            ["residenti_esclusi"] = GapFigures.Round(rows.Where(r => !r.Gap.IsJudged).Sum(r => r.Gap.Residents ?? 0), 2),
            ["comuni_esclusi"] = rows.Count(r => !r.Gap.IsJudged),
        };
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, totals, ats).WithOnlyOpenSedi(doors);
        return (doors is null ? Shape : OpenShape).Make(Name, rows, r => r.Gap.Comune.Boundary, provenance);
    }
}
