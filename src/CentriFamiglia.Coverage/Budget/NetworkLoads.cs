using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>Counts what a network carries.</summary>
internal static class NetworkLoads
{
    private const double MinutesPerHour = 60;

    public static NetworkLoad Of(TerritorySnapshot snapshot, NetworkView network, ProjectTerms terms)
    {
        WeekSchedule[] weeks = [.. network.Sites.Select(s => s.Site.OpeningHours).OfType<string>().Select(h => OpeningHours.Parse(h).Schedule).OfType<WeekSchedule>()];
        return new NetworkLoad(
            Hubs: network.Sites.Count(s => s.Site.Role == SiteRole.Hub),
            Spokes: network.Sites.Count(s => s.Site.Role == SiteRole.Spoke),
            HoursSum: weeks.Sum(w => w.Minutes) / MinutesPerHour,
            HoursUnion: WeekSchedule.Union(weeks).Minutes / MinutesPerHour,
            FormulaEur: terms.Formula is { } formula && NetworkTerritory.Of(snapshot, network) is { } input ? Due(formula, input, terms.CapEur) : null);
    }

    private static decimal? Due(ContributionFormula formula, FormulaInput input, decimal cap)
    {
        try
        {
            return decimal.Clamp(formula.Value(input), 0, cap);
        }
        catch (CoverageInputException)
        {
            // The finding R16 says why.
            return null;
        }
    }
}
