using CentriFamiglia.Coverage.Budget;

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

    public static LayerShape<ComparedMeasure> Shape { get; } = new(
        new("livello", ColumnType.Text, "ambito, distretto, ats o regione.", m => m.Level.ToText(), "ats"),
        CommonColumns.AreaCode<ComparedMeasure>(m => m.Code, "brescia"),
        CommonColumns.AreaName<ComparedMeasure>(m => m.Name, "Brescia"),
        new("misura", ColumnType.Text, "La misura, con l'unità nel nome.", m => m.Measure, "minuti_medi"),
        new("prima", ColumnType.Number, "Nella prima situazione; vuoto: non nota.", m => m.Before, 9.1),
        new("dopo", ColumnType.Number, "Nella seconda situazione; vuoto: non nota.", m => m.After, 8.4),
        new("differenza", ColumnType.Number, "Dopo meno prima; vuoto: una delle due non è nota, o non sono degli stessi comuni.", m => m.Difference, -0.7),
        new("ats", ColumnType.Text, "ATS di appartenenza.", m => m.Ats, "Brescia"));

    public static Layer Make(Analysis before, Analysis after, CompareFilter filter, bool withProposals)
    {
        const string title = "Confronto di due situazioni";
        ImmutableArray<ComparedMeasure> rows = [.. StateComparison.Compare(before.State, after.State).Where(filter.Takes)];
        var totals = new JsonObject
        {
            ["misure"] = rows.Length,
            ["cambiate"] = rows.Count(m => m.Difference is not 0),
        };
        AreaLevel? asked = Vocabulary.Level.TryRead(filter.Level, out AreaLevel level) ? level : null;
        Provenance provenance = new Provenance(before, title, usesTravel: true, totals, filter.Ats, asked)
            .With("prima", SideOf(before, withProposals: false))
            .With("dopo", SideOf(after, withProposals));
        IEnumerable<string> ofSecond = new Provenance(after, title, usesTravel: true, [], filter.Ats, asked).Warnings
            .Except(provenance.Warnings, StringComparer.Ordinal);
        provenance = provenance.WithWarnings(ofSecond.Select(w => "Seconda situazione: " + w));
        if (before.State.Travel.Info.Fingerprint != after.State.Travel.Info.Fingerprint)
            provenance = provenance.WithWarnings("Le due situazioni hanno tempi di viaggio di fonti diverse: parte della differenza è della fonte.");
        int areas = rows.Where(r => !r.Comparable).Select(r => (r.Level, r.Code)).Distinct().Count();
        if (areas > 0)
        {
            provenance = provenance.WithWarnings($"{(areas == 1 ? "In 1 area" : $"In {areas} aree")} le due situazioni non contano gli stessi comuni, "
                + "perché ciò che è noto non è lo stesso: la differenza dei viaggi è vuota.");
        }

        if (withProposals)
            provenance = provenance.WithWarnings("La seconda situazione conta come aperte le sedi proposte dal programma: sono proposte, mai decisioni.");
        return Shape.Make(Name, rows, _ => null, provenance);
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
