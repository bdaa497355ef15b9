using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Fragility;

/// <summary>
/// The second code path of <see cref="Fragility"/>: asks the travel source anew and takes, for each sede left out, the least of those
/// before it and of those after it, of trips that are not short so far as fewer than two are; units are counted from the membership of the comuni, without the verdicts.
/// </summary>
internal static class FragilityAudit
{
    private const int ShortSeconds = 20 * 60;

    /// <exception cref="InvalidOperationException">A figure is not the same.</exception>
    public static void Check(CoverageState state, IReadOnlyList<SiteFragility> found)
    {
        (double Residents, double? Limit)[] people = [.. state.Points.Select(p => (p.IsCounted ? p.Residents : 0, p.LimitMinutes * 60))];
        int?[][] seconds = SecondsOf(state);
        int?[][] after = LeastAfter(seconds, state.Points.Length);
        var before = new int?[state.Points.Length];
        int?[] all = after[0];
        for (int s = 0; s < seconds.Length; s++)
        {
            int?[] without = SuggestionAudit.Least(before, after[s + 1]);
            SiteFragility one = found[s];
            string name = one.Site.Site.Id.Value;
            (double beyond, double unreached, double added) = Change(people, all, without);
            SuggestionAudit.Same($"the residents beyond the limit without {name}", one.ResidentsBeyond, beyond);
            SuggestionAudit.Same($"the residents without a sede without {name}", one.ResidentsUnreached, unreached);
            SuggestionAudit.Same($"the resident-seconds added without {name}", one.ResidentSecondsAdded, added);
            SuggestionAudit.Same($"the units lost without {name}", one.UnitsLost.Length, UnitsLost(state.Snapshot, one.Site));
            before = SuggestionAudit.Least(before, seconds[s]);
        }
    }

    private static int?[][] SecondsOf(CoverageState state)
    {
        Place[] origins = [.. state.Snapshot.Demand.Select(state.PlaceOf)];
        Place[] places = [.. state.Snapshot.Sites.Select(state.PlaceOf)];
        TravelCost?[] costs = places.Length == 0 ? [] : state.Travel.CostsWithin(origins, [.. Enumerable.Repeat(ShortSeconds, origins.Length)], places, least: 2);
        var seconds = new int?[places.Length][];
        for (int s = 0; s < seconds.Length; s++)
        {
            seconds[s] = new int?[origins.Length];
            for (int i = 0; i < origins.Length; i++)
                seconds[s][i] = costs[(i * places.Length) + s]?.Seconds;
        }

        return seconds;
    }

    /// <summary>At <c>s</c> the least over the sedi from <c>s</c> on; nothing at the end.</summary>
    private static int?[][] LeastAfter(int?[][] seconds, int points)
    {
        var after = new int?[seconds.Length + 1][];
        after[^1] = new int?[points];
        for (int s = seconds.Length - 1; s >= 0; s--)
            after[s] = SuggestionAudit.Least(seconds[s], after[s + 1]);
        return after;
    }

    private static (double Beyond, double Unreached, double Added) Change((double Residents, double? Limit)[] people, int?[] all, int?[] without)
    {
        (double beyond, double unreached, double added) = (0, 0, 0);
        for (int i = 0; i < all.Length; i++)
        {
            (double residents, double? limit) = people[i];
            if (all[i] is not { } near || residents == 0 || near == without[i])
                continue;
            if (near <= limit && !(without[i] <= limit))
                beyond += residents;
            if (without[i] is { } far)
                added += residents * (far - near);
            else
                unreached += residents;
        }

        return (beyond, unreached, added);
    }

    private static int UnitsLost(TerritorySnapshot snapshot, ActiveSite closed) =>
        Lost(snapshot, closed, m => m.Ambito) + Lost(snapshot, closed, m => m.Distretto);

    private static int Lost(TerritorySnapshot snapshot, ActiveSite closed, Func<Membership, string?> unit)
    {
        string? own = CodeOf(closed);
        return own is null || snapshot.Sites.Any(s => s.Site.Id != closed.Site.Id && CodeOf(s) == own) ? 0 : 1;

        string? CodeOf(ActiveSite site) => site.Membership is { } m && unit(m) is { } name ? AreaCode.From(name) : null;
    }
}
