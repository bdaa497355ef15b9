namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>Networks of the resulting set that break section 3.1 of the act: no Hub, or more than one. Closed sedi do not count.</summary>
internal static class NetworkRemarks
{
    public static void Report(TableReader table, SiteSet set)
    {
        ILookup<NetworkId, Site> members = set.Sites
            .Where(s => s.Network is not null && s.Status != SiteStatus.Closed)
            .ToLookup(s => s.Network!.Value);
        foreach (Network network in set.Networks)
        {
            Site[] hubs = [.. members[network.Id].Where(s => s.Role == SiteRole.Hub)];
            if (hubs.Length == 0)
            {
                string declared = members[network.Id].Any(s => s.Role == SiteRole.NotDeclared) ? " dichiarato" : "";
                table.Notice(
                    IssueCodes.NetworkWithoutHub,
                    $"la rete «{network.Id}» ({network.Name}) non ha un Hub{declared} (Allegato A, 3.1: il capofila ricopre il ruolo di Hub)",
                    id: network.Id.Value,
                    column: "role");
            }
            else if (hubs.Length > 1)
            {
                table.Notice(
                    IssueCodes.NetworkWithHubs,
                    $"la rete «{network.Id}» ({network.Name}) ha {hubs.Length} Hub: {string.Join(", ", hubs.Select(h => h.Id.Value))} (Allegato A, 3.1: un solo capofila)",
                    id: network.Id.Value,
                    column: "role");
            }
        }
    }
}
