using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>
/// Which network a new Spoke joins: that of the nearest Hub of the same ATS within reach and below its load. The load of a network:
/// its active Spokes and the new ones; the Ambiti that its Hub serves, namely those it declares (3.1: the capofila's territory), the one
/// it lies in, and those of the new Spokes. Reach and loads are planning criteria, not in the act.
/// </summary>
internal sealed class HubLoads
{
    private readonly CoverageState _state;
    private readonly double _reachMinutes;
    private readonly ImmutableArray<ActiveSite> _hubs;
    private readonly Dictionary<NetworkId, Load> _loads;

    public HubLoads(CoverageState state, double reachMinutes)
    {
        (_state, _reachMinutes) = (state, reachMinutes);
        ImmutableArray<ActiveSite> sites = state.Snapshot.Sites;
        _hubs = [.. sites.Where(s => s.Site.Role == SiteRole.Hub)];
        _loads = sites.Where(s => s.Site.Network is not null)
            .GroupBy(s => s.Site.Network!.Value)
            .ToDictionary(g => g.Key, g => new Load(g));
    }

    private int MaxSpokes => _state.Rules.Planning.MaxSpokesPerHub;

    private int MaxAmbiti => _state.Rules.Planning.MaxAmbitiPerHub;

    /// <summary>Finds the network, without taking the place. Hubs are tried by time, then metres, then id.</summary>
    public HubChoice Find(Place spoke, Membership membership)
    {
        ActiveSite[] hubs = [.. _hubs.Where(h => h.Ats == membership.Ats)];
        if (hubs.Length == 0)
            return new HubChoice(null, null, [$"nell'ATS {membership.Ats} non c'è alcun Hub attivo"]);
        TravelCost?[] costs = _state.Travel.Costs([spoke], [.. hubs.Select(h => TravelTable.PlaceOf(_state.Snapshot, h))]);
        var refused = new List<string>();
        foreach ((ActiveSite hub, TravelCost? cost) in hubs.Zip(costs)
            .OrderBy(p => p.Second?.Seconds ?? int.MaxValue).ThenBy(p => p.Second?.Metres ?? int.MaxValue).ThenBy(p => p.First.Site.Id))
        {
            if (Refusal(hub, cost, membership) is not { } reason)
                return new HubChoice(hub, cost, [.. refused]);
            refused.Add($"Hub {hub.Site.Id} {reason}");
        }

        return new HubChoice(null, null, [.. refused]);
    }

    /// <summary>The network has one Spoke more from now on.</summary>
    public void Take(ActiveSite hub, Membership membership) => _loads[hub.Site.Network!.Value].Add(AmbitoOf(membership));

    private string? Refusal(ActiveSite hub, TravelCost? cost, Membership membership)
    {
        if (cost is not { } known)
            return "non raggiungibile";
        if (!known.Within(_reachMinutes))
            return $"a {ItalianNumber.Minutes(known.Minutes)} minuti, oltre i {ItalianNumber.Minutes(_reachMinutes)} ammessi";
        if (hub.Site.Network is not { } network)
            return "senza rete";
        Load load = _loads[network];
        if (load.Spokes >= MaxSpokes)
            return $"a {ItalianNumber.Minutes(known.Minutes)} minuti, ma la rete {network} ha già {load.Spokes} Spoke (massimo {MaxSpokes})";
        return !load.Serves(AmbitoOf(membership)) && load.Ambiti >= MaxAmbiti
            ? $"a {ItalianNumber.Minutes(known.Minutes)} minuti, ma la rete {network} serve già {load.Ambiti} Ambiti (massimo {MaxAmbiti})"
            : null;
    }

    private static string? AmbitoOf(Membership? membership) =>
        string.IsNullOrWhiteSpace(membership?.Ambito) ? null : AreaCode.From(membership.Ambito);

    private sealed class Load
    {
        private readonly HashSet<string> _ambiti = new(StringComparer.Ordinal);

        public Load(IEnumerable<ActiveSite> sites)
        {
            foreach (ActiveSite site in sites)
            {
                Spokes += site.Site.Role == SiteRole.Spoke ? 1 : 0;
                if (site.Site.Role != SiteRole.Hub)
                    continue;
                _ambiti.UnionWith(site.Site.DeclaredAmbiti.Select(AreaCode.From));
                if (AmbitoOf(site.Membership) is { } ambito)
                    _ambiti.Add(ambito);
            }
        }

        public int Spokes { get; private set; }

        public int Ambiti => _ambiti.Count;

        public bool Serves(string? ambito) => ambito is null || _ambiti.Contains(ambito);

        public void Add(string? ambito)
        {
            Spokes++;
            if (ambito is not null)
                _ambiti.Add(ambito);
        }
    }
}

/// <summary>The Hub found, or why each fails.</summary>
/// <param name="Hub">Null when no network can take the Spoke.</param>
/// <param name="Cost">From the Spoke to the Hub.</param>
/// <param name="Refused">The nearer Hubs and why each fails, nearest first.</param>
internal sealed record HubChoice(ActiveSite? Hub, TravelCost? Cost, ImmutableArray<string> Refused);

/// <summary>Numbers inside Italian sentences.</summary>
internal static class ItalianNumber
{
    public static string Minutes(double minutes) => minutes.ToString("0.##").Replace('.', ',');

    public static string Count(double persons) => Math.Round(persons, MidpointRounding.AwayFromZero).ToString("#,0").Replace(',', '.');
}
