using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>What of a trial is wanted.</summary>
/// <param name="Ats">Only what is of this ATS; null for all.</param>
/// <param name="ChangedOnly">Only the comuni that change.</param>
/// <param name="WithFindings">Whether the rules of the act are compared too.</param>
/// <param name="SpokeCost">Cost of one new Spoke, EUR; null when not stated.</param>
/// <param name="OpenBefore">Where only open sedi count; null where hours do not.</param>
/// <param name="OpenAfter">The same with the changes.</param>
internal sealed record WhatIfTerms(string? Ats, bool ChangedOnly, bool WithFindings, decimal? SpokeCost, OpenDoors? OpenBefore, OpenDoors? OpenAfter);

/// <summary>Every comune before and after some sedi are added, moved, closed or changed.</summary>
internal static class WhatIfLayer
{
    public const string Name = "prova";

    public const string NotStored = "È una prova: nulla è scritto nell'archivio.";

    internal sealed record Row(ComuneGap Before, ComuneGap After, bool Demonstration)
    {
        /// <summary>After less before, minutes; null where either is not known.</summary>
        public double? Difference => After.Minutes - Before.Minutes is { } minutes ? Math.Round(minutes, 2) : null;

        public bool Changes => (Before.Minutes, Before.Nearest?.Site.Id, Before.Beyond, Before.IsJudged) != (After.Minutes, After.Nearest?.Site.Id, After.Beyond, After.IsJudged);
    }

    public static LayerShape<Row> Shape { get; } = new(
    [
        CommonColumns.ComuneCode<Row>(r => r.After.Comune.Code.Value, "016007"),
        CommonColumns.ComuneName<Row>(r => r.After.Comune.Name, "Almenno San Salvatore"),
        new("minuti_prima", OrNull.Number, "Minuti alla sede più vicina, come sono le sedi o nella prima situazione; vuoto: non noti.", r => r.Before.Minutes, 11.25),
        new("minuti_dopo", OrNull.Number, "Minuti alla sede più vicina, con le modifiche o nella seconda situazione; vuoto: non noti.", r => r.After.Minutes, 4.5),
        new("sede_prima", OrNull.Text, "Identificativo della sede più vicina.", r => r.Before.Nearest?.Site.Id.Value, "BG03-S1"),
        new("sede_dopo", OrNull.Text, "Identificativo della sede più vicina, con le modifiche o nella seconda situazione.", r => r.After.Nearest?.Site.Id.Value, "N1"),
        new("oltre_limite_prima", OrNull.Boolean, "Vero se i minuti superano il limite o parte dei residenti non raggiunge alcuna sede; vuoto: non noto.",
            r => r.Before.Beyond, false),
        new("oltre_limite_dopo", OrNull.Boolean, "Lo stesso con le modifiche o nella seconda situazione.", r => r.After.Beyond, false),
        new("differenza_minuti", OrNull.Number, "Minuti dopo meno minuti prima; vuoto: non noti da una parte.", r => r.Difference, -6.75),
        GapFigures.Side<Row>(r => r.Before.Side, "_prima"),
        GapFigures.Side<Row>(r => r.After.Side, "_dopo"),
        .. GapFigures.Band<Row>(r => r.Before.P10Minutes, r => r.Before.P90Minutes, "_prima"),
        .. GapFigures.Band<Row>(r => r.After.P10Minutes, r => r.After.P90Minutes, "_dopo"),
        new("cambia", OrNull.Boolean, "Vero se la sede, i minuti o il giudizio cambiano; vuoto: nulla è noto né prima né dopo.",
            r => r.Before.IsJudged || r.After.IsJudged ? r.Changes : null, true),
        new("residenti", OrNull.Number, "Residenti nei punti di residenza del comune, persone; vuoto: non noti.", r => GapFigures.Round(r.After.Residents, 2), 5_632.0),
        new("limite_minuti", OrNull.Number, "Limite di viaggio che vale qui, minuti compresi (criterio di pianificazione, non previsto dall'atto); vuoto: la classe non è nota.",
            r => r.After.LimitMinutes, 20.0),
        CommonColumns.ComuneAtsOrNull<Row>(r => r.After.Membership?.Ats),
        CommonColumns.Travel<Row>(),
        CommonColumns.Demonstration<Row>(r => r.Demonstration),
        CommonColumns.UpperBoundOrNull<Row>(r => r.After.UpperBound),
    ]);

    public static Layer Make(WhatIf trial, WhatIfTerms terms)
    {
        (CoverageState before, CoverageState after) = (terms.OpenBefore?.Certain ?? trial.Before.State, terms.OpenAfter?.Certain ?? trial.After.State);
        HashSet<int> madeUp = GapFigures.OnMadeUpSites(trial.Before, before.Points);
        madeUp.UnionWith(GapFigures.OnMadeUpSites(trial.After, after.Points));
        ImmutableArray<Row> rows =
        [
            .. before.Comuni.Select((gap, c) => new Row(gap, after.Comuni[c], madeUp.Contains(c)))
                .Where(r => (terms.Ats is null || r.After.Membership?.Ats == terms.Ats) && (!terms.ChangedOnly || r.Changes)),
        ];
        var meta = new WhatIfMeta(trial, terms, before, after);
        Analysis timed = trial.Before with { Durations = trial.Before.Durations.Add(("prova", trial.Milliseconds)) };
        Provenance provenance = new Provenance(timed, "Prova di altre sedi: prima e dopo", usesTravel: true, meta.Totals(), terms.Ats)
            .WithOnlyOpenSedi(terms.OpenAfter)
            .With("modifiche", meta.Sedi())
            .With("aree", meta.Areas())
            .With("reti", meta.Networks())
            .With("fondo", meta.Money());
        if (terms.WithFindings)
            provenance = provenance.With("rilievi", meta.Findings());
        return Shape.Make(Name, rows, r => r.After.Comune.Boundary, provenance.WithWarnings([NotStored, .. meta.Warnings()]));
    }
}
