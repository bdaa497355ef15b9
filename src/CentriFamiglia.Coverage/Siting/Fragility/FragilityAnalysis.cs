using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Fragility;

/// <summary>What closing one sede would do while all the others stay open. Residents are persons, those that count in the state.</summary>
/// <param name="Site">The sede that would close.</param>
/// <param name="UnitsLost">Ambiti, then Distretti, of which it is the only sede: they would be SEDE no more.</param>
/// <param name="SpokesWithoutHub">Active Spokes of its network that would have no Hub left (R2); 0 unless it is a Hub.</param>
/// <param name="ResidentsNearest">Residents whose nearest sede it is.</param>
/// <param name="ResidentsBeyond">Residents within their limit today that would be beyond it, those left with no sede included.</param>
/// <param name="ResidentsUnreached">Residents left with no sede they can reach.</param>
/// <param name="ResidentSecondsAdded">Resident-seconds added for those who would still reach a sede.</param>
/// <param name="Rank">1 for the most critical; null where closing it would do none of these things.</param>
public sealed record SiteFragility(
    ActiveSite Site,
    ImmutableArray<TerritoryUnit> UnitsLost,
    int SpokesWithoutHub,
    double ResidentsNearest,
    double ResidentsBeyond,
    double ResidentsUnreached,
    double ResidentSecondsAdded,
    int? Rank)
{
    /// <summary>How many sedi are called the most critical.</summary>
    public const int MostCritical = 10;

    public double ResidentMinutesAdded => ResidentSecondsAdded / 60;

    public bool IsCritical => Rank <= MostCritical;
}

/// <summary>
/// Fragility of the network of sedi: each closed alone (the failure of single facilities of Church, Scaparra and Middleton 2004, r = 1).
/// More critical is what loses more units (R1), then puts more residents beyond their limit, leaves more without any sede, adds more
/// resident-minutes, leaves more Spokes without a Hub; equal ones by id.
/// </summary>
public static class FragilityAnalysis
{
    /// <summary>Every active sede, by id. Every figure is counted twice, by <see cref="FragilityAudit"/> the second time.</summary>
    /// <param name="state">With the residents that count.</param>
    /// <param name="ats">Only the sedi of this ATS, ranked among themselves; null for all.</param>
    /// <exception cref="InvalidOperationException">The two counts disagree: a defect.</exception>
    public static ImmutableArray<SiteFragility> Of(CoverageState state, string? ats = null)
    {
        ImmutableArray<ActiveSite> sites = state.Snapshot.Sites;
        SiteFragility[] found = [.. sites.Select(s => Empty(state, s))];
        AddTravel(state, found);
        FragilityAudit.Check(state, found);
        return Ranked([.. found.Where(f => ats is null || f.Site.Ats == ats)]);
    }

    private static SiteFragility Empty(CoverageState state, ActiveSite site)
    {
        IEnumerable<TerritoryUnit> lost = new[] { AreaLevel.Ambito, AreaLevel.Distretto }
            .SelectMany(level => state.Verdicts(level))
            .Where(v => v.Verdict == Verdict.Sede && v.Sites is [SiteId only] && only == site.Site.Id)
            .Select(v => v.Unit);
        return new SiteFragility(
            Site: site,
            UnitsLost: [.. lost],
            SpokesWithoutHub: SpokesWithoutHub(state.Snapshot, site.Site),
            ResidentsNearest: 0,
            ResidentsBeyond: 0,
            ResidentsUnreached: 0,
            ResidentSecondsAdded: 0,
            Rank: null);
    }

    private static int SpokesWithoutHub(TerritorySnapshot snapshot, Site site)
    {
        if (site.Role != SiteRole.Hub || site.Network is not { } network)
            return 0;
        Site[] others = [.. snapshot.Sites.Select(s => s.Site).Where(s => s.Network == network && s.Id != site.Id)];
        return others.Any(s => s.Role == SiteRole.Hub) ? 0 : others.Count(s => s.Role == SiteRole.Spoke);
    }

    /// <summary>A point feels the closing of its nearest sede alone, and goes to its second nearest.</summary>
    private static void AddTravel(CoverageState state, SiteFragility[] found)
    {
        (int Site, TravelCost? Next)[] moves = Moves(state);
        for (int i = 0; i < moves.Length; i++)
        {
            PointGap point = state.Points[i];
            if (point.Nearest is not { } nearest)
                continue;
            (int site, TravelCost? next) = moves[i];
            double residents = point.Residents;
            bool falls = point.Beyond is false && GapMeasures.IsBeyond(next, point.LimitMinutes) is true;
            SiteFragility so = found[site];
            found[site] = so with
            {
                ResidentsNearest = so.ResidentsNearest + residents,
                ResidentsBeyond = so.ResidentsBeyond + (falls ? residents : 0),
                ResidentsUnreached = so.ResidentsUnreached + (next is null ? residents : 0),
                ResidentSecondsAdded = so.ResidentSecondsAdded + (next is { } n ? residents * (n.Seconds - nearest.Cost.Seconds) : 0),
            };
        }
    }

    /// <summary>Per demand point, the position of its nearest sede and the least cost to any other.</summary>
    private static (int Site, TravelCost? Next)[] Moves(CoverageState state)
    {
        ImmutableArray<ActiveSite> sites = state.Snapshot.Sites;
        Dictionary<SiteId, int> positions = sites.Select((s, i) => (s.Site.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var moves = new (int Site, TravelCost? Next)[state.Points.Length];
        for (int i = 0; i < moves.Length; i++)
            moves[i].Site = state.Points[i].Nearest is { } nearest ? positions[nearest.Site.Site.Id] : -1;
        int[] around = [.. state.Points.Select(p => Around(p.Nearest?.Cost.Seconds ?? 0))];
        int at = 0;
        foreach (TravelCost?[] column in state.Table.ColumnsWithin([.. sites.Select(state.PlaceOf)], around, least: 2))
        {
            for (int i = 0; i < moves.Length; i++)
            {
                if (moves[i].Site != at)
                    moves[i].Next = Baseline.Nearer(moves[i].Next, column[i]);
            }

            at++;
        }

        return moves;
    }

    /// <summary>Seconds within which a second sede is looked for first, from those to the nearest: most points have one there.</summary>
    private static int Around(int nearest) => (int)Math.Min((1.5 * nearest) + 300, int.MaxValue);

    private static ImmutableArray<SiteFragility> Ranked(SiteFragility[] found)
    {
        Dictionary<SiteId, int> ranks = found
            .Where(f => !f.UnitsLost.IsEmpty || f.ResidentsBeyond > 0 || f.ResidentsUnreached > 0 || f.ResidentSecondsAdded > 0 || f.SpokesWithoutHub > 0)
            .OrderByDescending(f => f.UnitsLost.Length)
            .ThenByDescending(f => f.ResidentsBeyond)
            .ThenByDescending(f => f.ResidentsUnreached)
            .ThenByDescending(f => f.ResidentSecondsAdded)
            .ThenByDescending(f => f.SpokesWithoutHub)
            .ThenBy(f => f.Site.Site.Id)
            .Select((f, i) => (f.Site.Site.Id, Rank: i + 1))
            .ToDictionary(p => p.Id, p => p.Rank);
        return [.. found.Select(f => f with { Rank = ranks.TryGetValue(f.Site.Site.Id, out int rank) ? rank : null })];
    }
}
