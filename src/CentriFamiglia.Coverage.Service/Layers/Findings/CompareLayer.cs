using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>Which compared measures are wanted.</summary>
/// <param name="Level">A level, or <c>all</c>.</param>
/// <param name="ChangedOnly">Only those that differ, or are known on one side only.</param>
/// <param name="Ats">Name of an ATS; null for all.</param>
internal sealed record CompareFilter(string Level, bool ChangedOnly, string? Ats)
{
    public bool Takes(ComparedMeasure measure) =>
        (Level == "all" || measure.Level.ToText() == Level)
        && (!ChangedOnly || measure.Difference is not 0)
        && (Ats is null || measure.Ats == Ats);
}

/// <summary>Two states side by side.</summary>
internal static class CompareLayer
{
    public const string Name = "confronto";

    private const string Title = "Confronto di due situazioni";

    public static LayerShape<ComparedMeasure> Shape { get; } = new(
    [
        new("livello", ColumnType.Text, "ambito, distretto, ats o regione.", m => m.Level.ToText(), "ats") { Words = CommonColumns.LevelWords(AreaLevel.Regione) },
        CommonColumns.AreaCode<ComparedMeasure>(m => m.Code, "brescia"),
        CommonColumns.AreaName<ComparedMeasure>(m => m.Name, "Brescia"),
        new("misura", ColumnType.Text, "La misura, con l'unità nel nome.", m => m.Measure, "minuti_medi") { Words = StateComparison.Measures },
        new("prima", OrNull.Number, "Nella prima situazione; vuoto: non nota.", m => m.Before, 9.1),
        new("dopo", OrNull.Number, "Nella seconda situazione; vuoto: non nota.", m => m.After, 8.4),
        new("differenza", OrNull.Number, "Dopo meno prima; vuoto: una delle due non è nota, o non sono degli stessi comuni.", m => m.Difference, -0.7),
        new("ats", ColumnType.Text, "ATS di appartenenza.", m => m.Ats, "Brescia"),
    ]);

    public static Layer Make(Analysis before, Analysis after, CompareFilter filter, bool withProposals)
    {
        if (filter.Level == "comune")
            return ByComune(before, after, filter, withProposals);
        ImmutableArray<ComparedMeasure> rows = [.. StateComparison.Compare(before.State, after.State).Where(filter.Takes)];
        var totals = new JsonObject
        {
            ["misure"] = rows.Length,
            ["cambiate"] = rows.Count(m => m.Difference is not 0),
        };
        Provenance provenance = Of(before, after, totals, filter, withProposals);
        int areas = rows.Where(r => !r.Comparable).Select(r => (r.Level, r.Code)).Distinct().Count();
        return Shape.Make(Name, rows, _ => null, Warned(provenance, areas, withProposals));
    }

    /// <summary>Every comune that is in both states, with the areas that change and the totals.</summary>
    private static Layer ByComune(Analysis before, Analysis after, CompareFilter filter, bool withProposals)
    {
        Dictionary<ComuneCode, ComuneGap> later = after.State.Comuni.ToDictionary(c => c.Comune.Code);
        HashSet<ComuneCode> madeUp = [.. MadeUp(before), .. MadeUp(after)];
        ImmutableArray<WhatIfLayer.Row> rows =
        [
            .. before.State.Comuni.Where(c => later.ContainsKey(c.Comune.Code))
                .Select(c => new WhatIfLayer.Row(c, later[c.Comune.Code], madeUp.Contains(c.Comune.Code)))
                .Where(r => (filter.Ats is null || r.After.Membership?.Ats == filter.Ats) && (!filter.ChangedOnly || r.Changes)),
        ];
        AreaChange[] areas =
            [.. StateChange.Areas(before.State, after.State, before.State, after.State).Where(a => filter.Ats is null || a.Unit.Ats == filter.Ats)];
        var totals = new JsonObject
        {
            ["prima"] = WhatIfTotals.Of(filter.Ats, before.State, before.State, AtsBudgets.ByAts(before.State)),
            ["dopo"] = WhatIfTotals.Of(filter.Ats, after.State, after.State, AtsBudgets.ByAts(after.State)),
            ["confrontabile"] = WhatIfTotals.Comparable(filter.Ats, before.State, after.State),
        };
        Provenance provenance = Of(before, after, totals, filter, withProposals).With("aree", new JsonArray([.. areas.Select(WhatIfMeta.AreaOf)]));
        return WhatIfLayer.Shape.Make(
            Name, rows, r => r.After.Comune.Boundary, Warned(provenance, areas.Count(a => !a.Comparable), withProposals));

        static IEnumerable<ComuneCode> MadeUp(Analysis side) =>
            GapFigures.OnMadeUpSites(side, side.State.Points).Select(c => side.Snapshot.Comuni[c].Code);
    }

    private static Provenance Of(Analysis before, Analysis after, JsonObject totals, CompareFilter filter, bool withProposals)
    {
        AreaLevel? asked = Vocabulary.Level.TryRead(filter.Level, out AreaLevel level) ? level : null;
        Provenance provenance = new Provenance(before, Title, usesTravel: true, totals, filter.Ats, asked)
            .With("prima", SideOf(before, withProposals: false))
            .With("dopo", SideOf(after, withProposals));
        IEnumerable<string> ofSecond = new Provenance(after, Title, usesTravel: true, [], filter.Ats, asked).Warnings
            .Except(provenance.Warnings, StringComparer.Ordinal);
        return provenance.WithWarnings(ofSecond.Select(w => "Seconda situazione: " + w)).WithWarnings(SourceWarnings(before, after));
    }

    private static IEnumerable<string> SourceWarnings(Analysis before, Analysis after)
    {
        if (before.State.Travel.Info.Fingerprint != after.State.Travel.Info.Fingerprint)
            yield return "Le due situazioni hanno tempi di viaggio di fonti diverse: parte della differenza è della fonte.";
    }

    private static Provenance Warned(Provenance provenance, int areas, bool withProposals)
    {
        if (areas > 0)
        {
            provenance = provenance.WithWarnings($"{(areas == 1 ? "In 1 area" : $"In {areas} aree")} le due situazioni non contano gli stessi comuni, "
                + "perché ciò che è noto non è lo stesso: la differenza dei viaggi è vuota.");
        }

        return withProposals ? provenance.WithWarnings("La seconda situazione conta come aperte le sedi proposte dal programma: sono proposte, mai decisioni.") : provenance;
    }

    private static JsonObject SideOf(Analysis analysis, bool withProposals) => new()
    {
        ["hash"] = analysis.Snapshot.Hash,
        ["alla_data"] = Cells.Date(analysis.Snapshot.AsOf),
        ["revisione"] = analysis.Revision,
        ["regole"] = analysis.Rules.Id,
        ["sedi"] = analysis.Snapshot.Set.Name,
        ["sedi_attive"] = analysis.Snapshot.Sites.Length,
        ["viaggio"] = analysis.State.Travel.Info.Kind,
        ["con_proposte"] = withProposals,
    };
}
