using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>Size of a network for R16: its active sedi, and residents and km2 of the Ambiti that its Hub declares, else of the one it lies in.</summary>
internal static class NetworkTerritory
{
    /// <returns>Null where the Hub, an Ambito, the residents or the area of a comune are not known.</returns>
    public static FormulaInput? Of(TerritorySnapshot snapshot, NetworkView network)
    {
        if (network.Hub is not { } hub)
            return null;
        string[] codes = hub.Site.DeclaredAmbiti.IsEmpty
            ? hub.Membership?.Ambito is { } own ? [AreaCode.From(own)] : []
            : [.. hub.Site.DeclaredAmbiti.Select(AreaCode.From).Distinct(StringComparer.Ordinal)];
        TerritoryUnit[] units = [.. snapshot.Units(AreaLevel.Ambito).Where(u => u.IsLoaded && codes.Contains(u.Code, StringComparer.Ordinal))];
        if (codes.Length == 0 || units.Length != codes.Length || units.Any(u => u.ComuniWithoutResidents > 0))
            return null;
        double?[] areas = [.. units.SelectMany(u => u.Comuni).Select(c => snapshot.Comuni[c].AreaKm2)];
        return areas.Any(a => a is null)
            ? null
            : new FormulaInput(network.Sites.Length, units.Sum(u => u.Residents), (decimal)areas.Sum()!.Value);
    }
}
