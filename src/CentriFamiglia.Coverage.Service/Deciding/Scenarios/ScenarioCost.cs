using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>What a scenario costs on the two lines of section 4 (R13): more Spokes in the networks there are, new networks after a new call.</summary>
/// <param name="NewSpokes">Spokes that are added.</param>
/// <param name="RemodulationEur">Their cost, where the cost of one is stated; null otherwise.</param>
/// <param name="NewNetworks">Networks that are added.</param>
/// <param name="NewCallEur">Their contributions, where each is stated; null otherwise.</param>
internal sealed record ScenarioCost(int NewSpokes, decimal? RemodulationEur, int NewNetworks, decimal? NewCallEur)
{
    public static ScenarioCost Of(Scenario scenario, SiteSet before, SiteSet after)
    {
        HashSet<SiteId> known = [.. before.Sites.Select(s => s.Id)];
        HashSet<NetworkId> old = [.. before.Networks.Select(n => n.Id)];
        Network[] networks = [.. after.Networks.Where(n => !old.Contains(n.Id))];
        int spokes = after.Sites.Count(s => !known.Contains(s.Id) && s.Role == SiteRole.Spoke && (s.Network is not { } network || old.Contains(network)));
        return new(
            spokes,
            spokes == 0 ? 0 : spokes * scenario.SpokeCostEur,
            networks.Length,
            networks.Any(n => n.ContributionEur is null) ? null : networks.Sum(n => n.ContributionEur));
    }

    public JsonObject ToJson() => new()
    {
        ["nuovi_spoke"] = NewSpokes,
        ["rimodulazione_eur"] = RemodulationEur,
        ["nuove_reti"] = NewNetworks,
        ["nuovo_avviso_eur"] = NewCallEur,
    };
}
