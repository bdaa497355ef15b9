using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>The totals of one side of a trial, of the region or of one ATS.</summary>
internal static class WhatIfTotals
{
    /// <summary>Whether the journeys of both sides are of the same comuni; null where there is no such ATS.</summary>
    public static bool? Comparable(string? ats, CoverageState before, CoverageState after) =>
        Whole(ats, before) is { } then && Whole(ats, after) is { } now ? StateChange.SameComuni(before, then, after, now) : null;

    /// <param name="ats">The ATS that is wanted; null for the region.</param>
    /// <param name="all">With every active sede: verdicts and money do not rest on hours.</param>
    /// <param name="open">What the journeys count.</param>
    /// <param name="money">Of every ATS.</param>
    public static JsonObject Of(string? ats, CoverageState all, CoverageState open, ImmutableSortedDictionary<string, AtsBudget> money)
    {
        UnitGap? gap = Whole(ats, open);
        ActiveSite[] sites = [.. all.Snapshot.Sites.Where(s => ats is null || s.Ats == ats)];
        AtsBudget[] budgets = [.. money.Values.Where(b => ats is null || b.Allocation.Ats == ats)];
        decimal?[] committed = [.. budgets.Select(b => b.Committed)];
        var total = new JsonObject
        {
            ["sedi_attive"] = sites.Length,
            ["hub"] = sites.Count(s => s.Site.Role == SiteRole.Hub),
            ["spoke"] = sites.Count(s => s.Site.Role == SiteRole.Spoke),
            ["residenti"] = GapFigures.Round(gap?.AllResidents, 2),
            ["residenti_oltre_limite"] = GapFigures.Round(gap?.ResidentsBeyond, 2),
            ["residenti_oltre_minimo"] = GapFigures.Round(gap?.ResidentsBeyondLeast, 2),
            ["residenti_oltre_massimo"] = GapFigures.Round(gap?.ResidentsBeyondMost, 2),
            ["quota_oltre_limite_pct"] = gap?.SharePercentBeyond,
            ["quota_entro_limite_pct"] = GapFigures.Round(gap is { ResidentsBeyond: { } beyond, Residents: > 0 } ? 100 * (gap.Residents - beyond) / gap.Residents : null, 2),
            ["comuni_oltre_limite"] = gap?.ComuniBeyond,
            ["minuti_medi"] = gap?.MeanMinutes,
            ["minuti_p90"] = gap?.P90Minutes,
            ["residenti_esclusi"] = gap?.Known.ResidentsExcluded,
            ["elenco_incompleto"] = gap?.Known is { IsEmpty: false } known ? known.UpperBound : null,
        };
        foreach ((AreaLevel level, string word) in new[] { (AreaLevel.Ambito, "ambiti"), (AreaLevel.Distretto, "distretti") })
        {
            UnitVerdict[] verdicts = [.. all.Verdicts(level).Where(v => v.Unit.IsLoaded && (ats is null || v.Unit.Ats == ats))];
            total[$"{word}_con_sede"] = verdicts.Count(v => v.Verdict == Verdict.Sede);
            total[$"{word}_senza_sede"] = verdicts.Count(v => v.Verdict is Verdict.Competenza or Verdict.Scoperto);
            total[$"{word}_non_caricati"] = verdicts.Count(v => v.Verdict == Verdict.NonCaricato);
            total[$"residenti_in_{word}_senza_sede"] = verdicts.Where(v => v.Verdict is Verdict.Competenza or Verdict.Scoperto).Sum(v => v.Unit.Residents);
        }

        // A sum of what is known alone would pass for the whole.
        bool stated = budgets.Length > 0 && !committed.Contains(null);
        total["assegnazione_eur"] = budgets.Length > 0 ? budgets.Sum(b => b.Allocation.Assigned) : null;
        total["contributi_eur"] = stated ? committed.Sum() : null;
        total["libero_eur"] = stated ? budgets.Sum(b => b.Free) : null;
        return total;
    }

    /// <summary>The region, or the ATS that is wanted; null where there is none.</summary>
    private static UnitGap? Whole(string? ats, CoverageState open) => ats is null
        ? open.Gaps(AreaLevel.Regione)[0]
        : open.Gaps(AreaLevel.Ats).FirstOrDefault(g => g.Unit.Name == ats);
}
