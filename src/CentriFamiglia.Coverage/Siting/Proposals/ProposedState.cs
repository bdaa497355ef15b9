using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>A state as it would be with the proposed sedi open.</summary>
public static class ProposedState
{
    /// <summary>A proposed Spoke joins the network it was proposed for; a proposed Hub has a new network of its own.</summary>
    /// <param name="proposals">What would be opened.</param>
    public static CoverageState With(CoverageState state, ImmutableArray<Suggestion> proposals)
    {
        SiteSet before = state.Snapshot.Set;
        (Site Site, Network? Network)[] opened = [.. proposals.Select(Open)];
        return state.WithSet(before with
        {
            Sites = [.. before.Sites.Concat(opened.Select(o => o.Site)).OrderBy(s => s.Id)],
            Networks = [.. before.Networks.Concat(opened.Select(o => o.Network).OfType<Network>()).OrderBy(n => n.Id)],
        });
    }

    private static (Site Site, Network? Network) Open(Suggestion proposal, int index)
    {
        string id = $"PROPOSTA-{index + 1:000}-{proposal.Comune.Code}";
        Network? own = proposal.Network is null
            ? new Network { Id = new NetworkId(id), Name = $"Nuova rete proposta a {proposal.Comune.Name}", Ats = proposal.Membership.Ats }
            : null;
        var site = new Site
        {
            Id = new SiteId(id),
            Name = $"Sede proposta a {proposal.Comune.Name}",
            Role = proposal.Kind == SuggestionKind.Hub ? SiteRole.Hub : SiteRole.Spoke,
            Comune = proposal.Comune.Code,
            Lon = proposal.Lon,
            Lat = proposal.Lat,
            Network = proposal.Network ?? own!.Id,
            Precision = proposal.Candidate is null ? SitePrecision.Comune : SitePrecision.Point,
            Demonstration = proposal.Demonstration,
            Source = "proposta del programma",
        };
        return (site, own);
    }
}
