using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Findings;

/// <summary>Findings of a small territory of comuni of ten square kilometres, with sedi and networks as a test wants them.</summary>
internal static class SmallFindings
{
    public static ImmutableArray<ActFinding> Evaluate(
        string comuni,
        string sedi,
        bool complete = true,
        RuleSet? rules = null,
        Func<Site, Site>? change = null,
        Func<Network, Network>? network = null,
        Func<Comune, Comune>? comune = null,
        ActDeclarations? declared = null,
        ImmutableArray<AtsDeclaration> stored = default)
    {
        TerritoryContent content = SmallTerritory.Content(comuni, sedi, complete);
        SiteSet set = content.SiteSets[0];
        content = content with
        {
            Comuni = [.. content.Comuni.Select(c => c with { AreaKm2 = 10 }).Select(comune ?? (c => c))],
            Declarations = stored.IsDefault ? [] : stored,
            SiteSets = [set with { Sites = [.. set.Sites.Select(change ?? (s => s))], Networks = [.. set.Networks
                .Select(network ?? (n => n))] }],
        };
        var snapshot = TerritorySnapshot.Create(content, null, SmallTerritory.Day);
        return ActRules.Evaluate(CoverageState.Compute(snapshot, rules ?? RuleSet.Default, GridTravel.OneMinuteSteps), declared);
    }

    public static ActFinding One(ImmutableArray<ActFinding> findings, string rule, string subject) =>
        findings.Where(f => f.Rule == rule && f.Subject == subject).ShouldHaveSingleItem();
}
