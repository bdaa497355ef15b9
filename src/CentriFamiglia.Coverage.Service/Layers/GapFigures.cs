using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>What the gap layers share: rounding, the curve's columns, and which comuni rest on made-up sedi.</summary>
internal static class GapFigures
{
    /// <summary>Minutes of the curve.</summary>
    public static ImmutableArray<int> CurveMinutes { get; } = [.. Enumerable.Range(1, 12).Select(i => 5 * i)];

    public static double? Round(double? value, int decimals) => value is { } number ? Round(number, decimals) : null;

    public static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Columns <c>residenti_entro_5_min</c> to <c>residenti_entro_60_min</c>.</summary>
    public static IEnumerable<Field<T>> Curve<T>(Func<T, int, double?> within) => CurveMinutes.Select(minutes => new Field<T>(
        $"residenti_entro_{minutes}_min",
        OrNull.Number,
        $"Residenti con una sede entro {minutes} minuti (compresi).",
        item => Round(within(item, minutes), 2),
        1000.0 * minutes));

    /// <summary>Columns <c>minuti_medi</c> to <c>quota_oltre_limite_pct</c> of an area.</summary>
    public static IEnumerable<Field<T>> Journeys<T>(Func<T, ITravelGap> gap) =>
    [
        new("minuti_medi", OrNull.Number, "Minuti medi alla sede più vicina, pesati sui residenti che ne raggiungono una.", r => gap(r).MeanMinutes, 14.32),
        new("minuti_mediana", OrNull.Number, "Minuti entro i quali la metà dei residenti ha una sede.", r => gap(r).MedianMinutes, 13.1),
        new("minuti_p90", OrNull.Number, "Minuti entro i quali il 90% dei residenti ha una sede.", r => gap(r).P90Minutes, 24.75),
        new("minuti_max", OrNull.Number, "Minuti del punto abitato più lontano.", r => gap(r).MaxMinutes, 38.2),
        new("km_medi", OrNull.Number, "Chilometri medi degli stessi viaggi.", r => Round(gap(r).MeanKm, 3), 9.412),
        new("residenti_oltre_limite", OrNull.Number, "Residenti oltre il limite di viaggio, compresi quelli che non raggiungono alcuna sede.",
            r => Round(gap(r).ResidentsBeyond, 2), 4_120.0),
        new("quota_oltre_limite_pct", OrNull.Number, "Percentuale dei residenti oltre il limite.", r => Round(gap(r).SharePercentBeyond, 2), 7.81),
    ];

    /// <summary>Columns <c>residenti_oltre_minimo</c> and <c>residenti_oltre_massimo</c> of an area.</summary>
    public static IEnumerable<Field<T>> Bounds<T>(Func<T, ITravelGap> gap) =>
    [
        new("residenti_oltre_minimo", OrNull.Number,
            "Residenti oltre il limite anche se i tempi sono quelli bassi della stima (P10). Con rete o matrice: quelli oltre il limite.",
            r => Round(gap(r).ResidentsBeyondLeast, 2), 2_310.0),
        new("residenti_oltre_massimo", OrNull.Number,
            "Residenti oltre il limite se i tempi sono quelli alti della stima (P90). Con rete o matrice: quelli oltre il limite.",
            r => Round(gap(r).ResidentsBeyondMost, 2), 6_870.0),
    ];

    /// <summary>Columns <c>minuti_p10</c> and <c>minuti_p90</c> of a comune.</summary>
    /// <param name="low">Minutes of the lower end.</param>
    /// <param name="high">Of the upper end.</param>
    /// <param name="side">Of two states side by side the end of the names; null for one.</param>
    public static IEnumerable<Field<T>> Band<T>(Func<T, double?> low, Func<T, double?> high, string? side = null) =>
    [
        new($"minuti_p10{side}", OrNull.Number,
            $"L'estremo basso (P10) della fascia della stima{With(side)}: una volta su dieci il tempo vero è minore; vuoto: nessuna sede raggiunta. Con rete o matrice: i minuti.",
            r => Round(low(r), 2), 8.4),
        new($"minuti_p90{side}", OrNull.Number,
            $"L'estremo alto (P90) della stessa fascia{With(side)}: una volta su dieci il tempo vero è maggiore; vuoto: nessuna sede raggiunta. Con rete o matrice: i minuti.",
            r => Round(high(r), 2), 14.3),
    ];

    /// <summary>Column <c>esito_limite</c>.</summary>
    public static Field<T> Side<T>(Func<T, LimitSide?> of, string? side = null) => new($"esito_limite{side}", OrNull.Text,
        $"entro, incerto (la fascia P10-P90 passa il limite) oppure oltre{With(side)}; vuoto dove oltre_limite è vuoto. Con rete o matrice mai incerto.",
        r => of(r) is { } found ? LimitSides.Words.Of(found) : null, "entro")
    {
        Words = LimitSides.Words.Written,
    };

    private static string With(string? side) => side switch
    {
        null => "",
        "_dopo" => ", con le sedi nuove",
        _ => ", con le sedi di oggi",
    };

    /// <summary>Residents with a sede within each of <see cref="CurveMinutes"/>.</summary>
    public static ImmutableArray<double> Within(IEnumerable<PointGap> points)
    {
        double[] within = new double[CurveMinutes.Length];
        foreach (PointGap point in points)
        {
            if (point.Nearest is not { } nearest)
                continue;
            double residents = point.Residents;
            for (int i = within.Length - 1; i >= 0 && nearest.Cost.Within(CurveMinutes[i]); i--)
                within[i] += residents;
        }

        return [.. within];
    }

    /// <summary>Positions of the comuni whose nearest sede, of any or of their own ATS, is made up.</summary>
    /// <param name="analysis">With every active sede.</param>
    /// <param name="points">The points, with the sedi that count.</param>
    public static HashSet<int> OnMadeUpSites(Analysis analysis, PointGaps points)
    {
        var positions = new HashSet<int>();
        foreach (PointGap point in points)
        {
            int comune = point.ComuneIndex;
            if (positions.Contains(comune))
                continue;
            bool unreached = point is { IsJudged: true, Nearest: null } && analysis.Snapshot.HasDemonstrationSites;
            if (unreached || IsMadeUp(point.Nearest) || IsMadeUp(point.NearestOwnAts))
                positions.Add(comune);
        }

        return positions;
    }

    private static bool IsMadeUp(NearestSite? nearest) => nearest is { Site.Site.Demonstration: true };
}
