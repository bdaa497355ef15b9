using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>What the rules look at: a state, with its sedi by network.</summary>
internal sealed class FindingContext
{
    public FindingContext(CoverageState state)
    {
        State = state;
        ILookup<NetworkId?, ActiveSite> members = Snapshot.Sites.ToLookup(s => s.Site.Network);
        Networks = [.. Snapshot.Networks.Select(n => new NetworkView(n, Snapshot.AtsOf(n) ?? string.Empty, [.. members[n.Id]]))];
    }

    public CoverageState State { get; }

    public TerritorySnapshot Snapshot => State.Snapshot;

    public RuleSet Rules => State.Rules;

    public ImmutableArray<NetworkView> Networks { get; }

    public ProjectTerms TermsOf(string ats) => Rules.TermsOf(ats.Length == 0 ? null : ats, Snapshot.AsOf);

    public ActFinding OfNetwork(string rule, NetworkView network, Judgement judged) => Make(
        rule, "rete", network.Network.Id.Value, network.Network.Name, network.Ats, network.Network.Id.Value, judged,
        network.Sites.Any(s => s.Site.Demonstration));

    public ActFinding OfSite(string rule, ActiveSite site, Judgement judged) => Make(
        rule, "sede", site.Site.Id.Value, site.Site.Name, site.Ats ?? string.Empty, site.Site.Network?.Value, judged, site.Site.Demonstration);

    public ActFinding OfUnit(string rule, TerritoryUnit unit, Judgement judged, bool? demonstration = null) => Make(
        rule, unit.Level.ToText(), unit.Code, unit.Name, unit.Ats, null, judged, demonstration ?? Snapshot.HasDemonstrationSites);

    private ActFinding Make(string rule, string kind, string subject, string name, string ats, string? network, Judgement judged, bool demonstration)
    {
        RuleClause clause = Rules.Rule(rule);
        return new ActFinding(
            Rule: clause.Id,
            Section: clause.Section,
            Quote: clause.Quote,
            Act: Rules.QuotedAct,
            SubjectKind: kind,
            Subject: subject,
            Name: name,
            Ats: ats,
            Network: network,
            Outcome: judged.Outcome,
            Figures: judged.Figures,
            Reason: judged.Reason,
            Cure: judged.Cure,
            Demonstration: demonstration);
    }
}

/// <summary>A network with the active sedi that belong to it.</summary>
/// <param name="Ats">The ATS it states, else that of its Hub, else of a Spoke; empty where none is known.</param>
/// <param name="Sites">By id.</param>
internal sealed record NetworkView(Network Network, string Ats, ImmutableArray<ActiveSite> Sites)
{
    public ActiveSite? Hub => Sites.FirstOrDefault(s => s.Site.Role == SiteRole.Hub);
}

/// <summary>An outcome with why and how to mend it, before it is tied to a subject.</summary>
internal sealed record Judgement(Outcome Outcome, string Reason, string Cure, params ImmutableArray<FindingFigure> Figures)
{
    public static Judgement Fine(string reason, params ImmutableArray<FindingFigure> figures) => new(Outcome.Conforme, reason, string.Empty, figures);

    public static Judgement Broken(string reason, string cure, params ImmutableArray<FindingFigure> figures) => new(Outcome.NonConforme, reason, cure, figures);

    public static Judgement Unsaid(string reason, string cure, params ImmutableArray<FindingFigure> figures) => new(Outcome.NonDichiarato, reason, cure, figures);

    public static Judgement Note(string reason, string cure, params ImmutableArray<FindingFigure> figures) => new(Outcome.Informativo, reason, cure, figures);
}
