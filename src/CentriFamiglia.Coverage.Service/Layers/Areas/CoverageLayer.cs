using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The verdicts of R1: one row per Ambito, Distretto or ATS.</summary>
internal static class CoverageLayer
{
    private static readonly ImmutableArray<Field<UnitVerdict>> _fields =
    [
        .. CommonColumns.Area<UnitVerdict>(v => v.Unit),
        new("verdetto", ColumnType.Text, "SEDE (almeno una sede attiva), COMPETENZA (solo dichiarata da un Hub), SCOPERTO, NON_CARICATO (non noto).", v => v.Verdict.ToText(),
            "SEDE") { Words = VerdictText.Words.Written },
        new("residenti", ColumnType.Integer, "Residenti dell'area, persone.", v => v.Unit.Residents, 52_781L),
        new("hub", OrNull.Integer, "Hub attivi nell'area; vuoto dove non è noto.", v => v.Known(v.Hubs), 1L),
        new("spoke", OrNull.Integer, "Spoke attivi nell'area; vuoto dove non è noto.", v => v.Known(v.Spokes), 2L),
        CommonColumns.AreaEvidence<UnitVerdict>(v => v.Unit.Status),
        CommonColumns.Demonstration<UnitVerdict>(v => v.Demonstration),
        new("motivo", ColumnType.Text, "Perché questo verdetto.", v => v.Reason, "1 Hub e 2 Spoke attivi nell'area."),
        new("sedi_ruolo_non_dichiarato", OrNull.Integer, "Sedi attive nell'area di cui nessuna fonte dice il ruolo.", v => v.Known(v.Undeclared), 0L),
        new("soddisfa_r1", OrNull.Boolean, "Se il verdetto soddisfa la regola R1; vuoto dove non è noto.", v => v.SatisfiesR1, true),
        CommonColumns.ComuniOf<UnitVerdict>(v => v.Unit.Comuni.Length),
        new("sedi", ColumnType.Text, "Identificativi delle sedi che danno il verdetto, separati da |.", v => string.Join('|', v.Sites), "BG03-H|BG03-S1"),
        CommonColumns.UpperBoundOrNull<UnitVerdict>(v => v.UpperBound),
    ];

    public static LayerShape<UnitVerdict> Shape { get; } = new(_fields);

    /// <summary>The rows at one moment of the week, without what was open then.</summary>
    public static LayerShape<UnitVerdict> OpenForm { get; } = OpenShape(_ => (0, 0));

    /// <param name="analysis">What the verdicts rest on.</param>
    /// <param name="level">Which areas; null for Ambiti, Distretti and ATS.</param>
    /// <param name="ats">Only those of this ATS; null for all.</param>
    /// <param name="doors">Adds how many sedi are open then; the verdict stays that of R1. Null to leave hours out.</param>
    public static Layer Make(Analysis analysis, AreaLevel? level, string? ats = null, OpenDoors? doors = null)
    {
        (string name, string title, ImmutableArray<AreaLevel> levels) = level switch
        {
            AreaLevel.Ambito => ("copertura-ambiti", "Copertura degli Ambiti", [AreaLevel.Ambito]),
            AreaLevel.Distretto => ("copertura-distretti", "Copertura dei Distretti", [AreaLevel.Distretto]),
            AreaLevel.Ats => ("copertura-ats", "Copertura delle ATS", [AreaLevel.Ats]),
            _ => ("copertura", "Copertura di Ambiti, Distretti e ATS", ImmutableArray.Create(AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats)),
        };
        ImmutableArray<UnitVerdict> verdicts =
        [
            .. levels.SelectMany(l => analysis.State.Verdicts(l))
                .Where(v => ats is null || v.Unit.Ats == ats)
                .OrderBy(v => v.Unit.Code, StringComparer.Ordinal)
                .ThenBy(v => v.Unit.Level),
        ];
        var boundaries = new Boundaries(analysis.Snapshot);
        Provenance provenance = new(analysis, title, usesTravel: false, Totals(analysis, verdicts, levels, ats), ats, level);
        if (doors is null)
            return Shape.Make(name, verdicts, v => boundaries.Of(v.Unit), provenance);
        ILookup<int, SiteId> places = analysis.Snapshot.Sites.ToLookup(s => s.ComuneIndex, s => s.Site.Id);
        HashSet<SiteId> open = [.. doors.Open], uncertain = [.. doors.Uncertain];
        return OpenShape(v => (Inside(v, open), Inside(v, uncertain))).Make(name, verdicts, v => boundaries.Of(v.Unit), provenance.WithOpenSedi(doors));

        int Inside(UnitVerdict verdict, HashSet<SiteId> which) => verdict.Unit.Comuni.Sum(c => places[c].Count(which.Contains));
    }

    private static LayerShape<UnitVerdict> OpenShape(Func<UnitVerdict, (int Open, int Uncertain)> count) => new(
    [
        .. _fields,
        new("sedi_aperte", OrNull.Integer, "Sedi dell'area aperte in quel momento; il verdetto non dipende dall'ora.", v => v.Known(count(v).Open), 1L),
        new("sedi_incerte", OrNull.Integer, "Sedi dell'area di cui non si sa, perché gli orari non sono noti per intero.", v => v.Known(count(v).Uncertain), 0L),
    ]);

    private static JsonObject Totals(Analysis analysis, ImmutableArray<UnitVerdict> verdicts, ImmutableArray<AreaLevel> levels, string? ats)
    {
        var totals = new JsonObject();
        foreach (AreaLevel level in levels)
        {
            UnitVerdict[] ofLevel = [.. verdicts.Where(v => v.Unit.Level == level)];
            AreaKnowledge known = analysis.State.Known.Over(level, ats);
            var counts = new JsonObject
            {
                ["aree"] = ofLevel.Count(v => v.Unit.IsLoaded),
                ["residenti"] = ofLevel.Sum(v => v.Unit.Residents),
                ["residenti_esclusi"] = known.ResidentsExcluded,
                ["comuni_esclusi"] = known.ComuniExcluded,
            };
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
                counts[verdict.ToText()] = ofLevel.Count(v => v.Verdict == verdict);
            totals[level.ToText()] = counts;
        }

        if (analysis.State.Combined.FirstOrDefault(c => c.Ats == (ats ?? "")) is { } both)
        {
            totals["residenti_per_lettura_di_r1"] = new JsonObject
            {
                ["ambito_e_distretto"] = both.ResidentsBoth,
                ["solo_ambito"] = both.ResidentsAmbitoOnly,
                ["solo_distretto"] = both.ResidentsDistrettoOnly,
                ["nessuno"] = both.ResidentsNeither,
                ["non_noto"] = both.ResidentsNotKnown,
            };
        }

        totals["rilievi"] = new JsonArray(
        [
            .. analysis.State.Findings
                .Where(f => f.Outcome is not Outcome.Conforme && (ats is null || AtsOf(analysis.Snapshot, f) == ats))
                .Select(f => new JsonObject
                {
                    ["regola"] = f.Rule,
                    ["esito"] = f.Outcome.ToText(),
                    ["soggetto"] = f.SubjectKind,
                    ["id"] = f.Subject,
                    ["motivo"] = f.Reason,
                    ["rimedio"] = f.Cure,
                }),
        ]);
        return totals;
    }

    /// <summary>Of the network or of the sede that a finding is about.</summary>
    private static string? AtsOf(TerritorySnapshot snapshot, RuleFinding finding) => finding.SubjectKind == "rete"
        ? snapshot.Networks.FirstOrDefault(n => n.Id.Value == finding.Subject) is { } network ? snapshot.AtsOf(network) : null
        : snapshot.Sites.FirstOrDefault(s => s.Site.Id.Value == finding.Subject)?.Ats;
}
