using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>The assetto of the networks, ATS by ATS, beside the figures of the act: the layer <c>assetto</c>.</summary>
internal static class LayoutLayer
{
    public const string Name = "assetto";

    private static readonly (ManagerKind Kind, string Column, string Words)[] _kinds =
    [
        (ManagerKind.Ambito, "gestori_ambito", "Ambiti"),
        (ManagerKind.Asst, "gestori_asst", "ASST"),
        (ManagerKind.Comune, "gestori_comune", "Comuni"),
        (ManagerKind.TerzoSettore, "gestori_terzo_settore", "Terzo settore"),
    ];

    public static LayerShape<AtsLayout> Shape { get; } = new(
    [
        new("ats", ColumnType.Text, "Nome dell'ATS.", l => l.Unit.Name, "Bergamo"),
        new("reti", OrNull.Integer, "Reti in corso alla data.", l => KnownCounts.Of(l, l => l.Networks), 6L),
        new("reti_atto", OrNull.Integer, "Progetti dell'ATS secondo l'atto, punto 2.1; vuoto: l'atto non lo dice.", l => (long?)l.Stated?.Projects, 6L),
        new("hub", OrNull.Integer, "Hub attivi.", l => KnownCounts.Of(l, l => l.Hubs), 6L),
        new("spoke", OrNull.Integer, "Spoke attivi: i punti di accesso oltre agli Hub.", l => KnownCounts.Of(l, l => l.Spokes), 18L),
        new("partner", OrNull.Integer, "Enti partner delle reti che li dichiarano; vuoto: nessuna li dichiara.", l => (long?)l.Partners, null),
        new("differenze", OrNull.Text, "Che cosa è diverso dalle cifre dell'atto; vuoto: niente.", Differences, null),
        new("codice", ColumnType.Text, "Chiave dell'ATS.", l => l.Unit.Code, "bergamo"),
        CommonColumns.AreaEvidence<AtsLayout>(l => l.Unit.Status),
        new("reti_senza_partner_dichiarati", OrNull.Integer, "Reti che non dichiarano i propri partner.", l => KnownCounts.Of(l, l => l.WithoutPartners), 6L),
        new("sedi_ruolo_non_dichiarato", OrNull.Integer, "Sedi attive di cui non è dichiarato se sono Hub o Spoke.", l => KnownCounts.Of(l, l => l.UndeclaredRoles), 0L),
        .. _kinds.SelectMany(k => (Field<AtsLayout>[])
        [
            new(k.Column, OrNull.Integer, $"Reti il cui capofila è: {k.Words}.", l => KnownCounts.Of(l, l => l.Of(k.Kind)), 3L),
            new(k.Column + "_atto", OrNull.Integer, $"Lo stesso secondo l'atto, punto 2.1 ({k.Words}); vuoto: l'atto non lo dice.", l => (long?)l.StatedOf(k.Kind), 3L),
        ]),
        new("gestori_altri", OrNull.Integer, "Reti il cui capofila è un ente di altra natura.", l => KnownCounts.Of(l, l => l.Of(ManagerKind.Other)), 0L),
        new("gestori_non_dichiarati", OrNull.Integer, "Reti che non dichiarano la natura del capofila.", l => KnownCounts.Of(l, l => l.WithoutManager), 0L),
        new("citazione", OrNull.Text, "Parole dell'atto sull'ATS; vuoto: non ne parla.", l => l.Stated?.Quote, null),
        CommonColumns.Demonstration<AtsLayout>(l => l.Demonstration, "Vero se conta una sede inventata."),
        KnownCounts.UpperBound<AtsLayout>(),
    ]);

    public static Layer Make(Analysis analysis) => Make(analysis, null);

    public static Layer Make(Analysis analysis, string? ats)
    {
        (ImmutableArray<AtsLayout> all, int adrift) = AtsLayouts.Compute(analysis.State);
        ImmutableArray<AtsLayout> rows = [.. all.Where(l => ats is null || l.Unit.Name == ats)];
        StatedLayout? stated = ats is null ? analysis.Rules.Layout : null;
        var totals = new JsonObject
        {
            ["reti"] = KnownCounts.Total(rows, l => l.Networks),
            ["reti_atto"] = stated?.Projects,
            ["hub"] = KnownCounts.Total(rows, l => l.Hubs),
            ["spoke"] = KnownCounts.Total(rows, l => l.Spokes),
            ["punti_di_accesso_atto"] = stated?.AccessPoints,
            ["partner"] = rows.All(l => l.Partners is null) ? null : rows.Sum(l => l.Partners ?? 0),
            ["partner_atto"] = stated?.Partners,
            ["reti_senza_partner_dichiarati"] = KnownCounts.Total(rows, l => l.WithoutPartners),
            ["reti_senza_ats"] = ats is null ? adrift : null,
        };
        foreach ((ManagerKind kind, string column, _) in _kinds)
        {
            totals[column] = KnownCounts.Total(rows, l => l.Of(kind));
            totals[column + "_atto"] = rows.Sum(l => l.StatedOf(kind));
        }

        totals["gestori_altri"] = KnownCounts.Total(rows, l => l.Of(ManagerKind.Other));
        totals["gestori_non_dichiarati"] = KnownCounts.Total(rows, l => l.WithoutManager);
        if (analysis.Rules.Layout is { } layout)
            totals["clausola"] = $"{analysis.Rules.QuotedAct}, Allegato A, {layout.Section}: «{layout.Quote}»";
        totals["ats_escluse"] = KnownCounts.Excluded(rows);
        var boundaries = new Boundaries(analysis.Snapshot);
        var provenance = new Provenance(analysis, "Assetto delle progettualità", usesTravel: false, totals, ats);
        return Shape.Make(Name, rows, l => boundaries.Of(l.Unit), provenance.WithWarnings(Warnings(analysis, rows, adrift)));
    }

    private static IEnumerable<string> Warnings(Analysis analysis, ImmutableArray<AtsLayout> rows, int adrift)
    {
        if (adrift > 0)
            yield return $"Reti la cui ATS non è nota, in nessuna riga: {adrift}.";
        foreach (AtsLayout row in rows.Where(l => l.Stated is { } s && s.ByManager.Values.Sum() != s.Projects))
        {
            yield return $"L'atto dà all'{AtsNames.Official(row.Unit.Name)} {row.Stated!.Projects} progetti, ma ne elenca {row.Stated.ByManager.Values.Sum()} per gestore: "
                + $"«{row.Stated.Quote}».";
        }

        if (analysis.Rules.Layout is not null)
            yield return "Le cifre dell'atto dicono le reti com'erano nel dicembre 2023: una differenza è un fatto da leggere, non un errore.";
    }

    private static string? Differences(AtsLayout layout)
    {
        if (layout.Stated is not { } stated || !layout.Complete)
            return null;
        string[] found =
        [
            .. new[] { ("reti", layout.Networks, stated.Projects) }
                .Concat(_kinds.Select(k => ($"capofila {k.Words}", layout.Of(k.Kind), layout.StatedOf(k.Kind) ?? 0)))
                .Where(d => d.Item2 != d.Item3)
                .Select(d => $"{d.Item1} {d.Item2}, atto {d.Item3}"),
        ];
        return found.Length == 0 ? null : string.Join("; ", found);
    }
}
