using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access.Catchments;

/// <summary>Where the residents of one demand point go, by three rules.</summary>
/// <param name="Point">The point, with the nearest sede of any ATS and of its own; ties by metres, then by ordinal id: nobody is split.</param>
/// <param name="Tied">Whether another sede is reached in as many seconds as the nearest.</param>
/// <param name="Territory">Nearest sede of a network that serves the point's Ambito; null where there is none.</param>
/// <param name="Families">Those counted there, else its part of the comune's, by residents; null where they are not known.</param>
/// <param name="Membership">Of its comune; null when not known.</param>
public sealed record PointTrips(PointGap Point, bool Tied, NearestSite? Territory, double? Families, Membership? Membership)
{
    public double Residents => Point.Residents;

    /// <summary>By id of the point.</summary>
    public static ImmutableArray<PointTrips> Of(CoverageState state)
    {
        TerritorySnapshot snapshot = state.Snapshot;
        Membership?[] memberships = [.. snapshot.Comuni.Select(c => snapshot.MembershipOf(c.Code))];
        string?[] ambiti = [.. memberships.Select(m => m?.Ambito is { } ambito ? AreaCode.From(ambito) : null)];
        var served = new ServedAmbiti(snapshot);
        bool[] tied = new bool[state.Points.Length];
        var own = new NearestSite?[state.Points.Length];
        state.Table.Complete();
        foreach (ActiveSite site in snapshot.Sites)
        {
            HashSet<string> here = served.Of(site);
            TravelCost?[] column = state.Table.Column(state.PlaceOf(site));
            for (int i = 0; i < column.Length; i++)
            {
                if (column[i] is not { } cost || !state.Points[i].IsJudged)
                    continue;
                NearestSite nearest = state.Points[i].Nearest!.Value;
                tied[i] |= nearest.Cost.Seconds == cost.Seconds && nearest.Site.Site.Id != site.Site.Id;
                bool serves = ambiti[state.Points[i].ComuneIndex] is { } ambito && here.Contains(ambito);
                if (serves && (own[i] is not { } known || (cost.Seconds, cost.Metres).CompareTo((known.Cost.Seconds, known.Cost.Metres)) < 0))
                    own[i] = new NearestSite(site, cost);
            }
        }

        Func<int, double?> families = state.Snapshot.Figures(DemandFigure.Families);
        return
        [
            .. state.Points.Select((p, i) => new PointTrips(
                p, tied[i], own[i], families(i), memberships[p.ComuneIndex])),
        ];
    }
}

/// <summary>The Ambiti that a sede serves: those that the Hub of its network declares, else the Hub's own; without a Hub, the sede's own.</summary>
internal sealed class ServedAmbiti(TerritorySnapshot snapshot)
{
    private readonly Dictionary<NetworkId, ActiveSite> _hubs = snapshot.Sites
        .Where(s => s.Site is { Role: SiteRole.Hub, Network: not null })
        .GroupBy(s => s.Site.Network!.Value)
        .ToDictionary(g => g.Key, g => g.First());

    /// <summary>Codes of the Ambiti; none where they are not known.</summary>
    public HashSet<string> Of(ActiveSite site)
    {
        ActiveSite leader = site.Site.Network is { } network && _hubs.TryGetValue(network, out ActiveSite? hub) ? hub : site;
        IEnumerable<string> names = leader.Site.DeclaredAmbiti.IsEmpty ? leader.Membership?.Ambito is { } own ? [own] : [] : leader.Site.DeclaredAmbiti;
        return [.. names.Select(AreaCode.From)];
    }
}
