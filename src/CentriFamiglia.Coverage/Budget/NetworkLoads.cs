using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>Counts what a network carries.</summary>
internal static class NetworkLoads
{
    public static NetworkLoad Of(TerritorySnapshot snapshot, NetworkView network, ProjectTerms terms)
    {
        var hours = NetworkHours.Of([.. network.Sites.Select(s => s.Site.OpeningHours).OfType<string>().Select(h => OpeningHours.Parse(h).Schedule).OfType<WeekSchedule>()]);
        return new NetworkLoad(
            Hubs: network.Sites.Count(s => s.Site.Role == SiteRole.Hub),
            Spokes: network.Sites.Count(s => s.Site.Role == SiteRole.Spoke),
            HoursSum: hours.Sum,
            HoursUnion: hours.Union,
            FormulaEur: terms.Formula is { } formula ? FormulaContribution.Of(snapshot, network, formula, terms.CapEur).Eur : null);
    }
}
