namespace CentriFamiglia.Coverage.Access.Catchments;

/// <summary>
/// What falls on a sede or on a network when everybody goes to the sede reached in the least time. Residents in persons, minutes and km
/// means weighted by residents; null where nobody comes, or where the families of a comune are not known.
/// </summary>
/// <param name="Sites">The sedi, by id, with their hours.</param>
/// <param name="Residents">Persons.</param>
/// <param name="Comuni">Comuni with at least one point that comes here.</param>
/// <param name="Families">Count.</param>
/// <param name="MaxMinutes">Of a point with residents.</param>
/// <param name="FromOtherAmbito">Residents whose Ambito is not that of the sede; not those whose Ambito is not known.</param>
/// <param name="FromOtherAts">The same for the ATS.</param>
/// <param name="Tied">Residents who reach another sede in as many seconds.</param>
/// <param name="OwnAts">Residents who would come if everybody kept to their own ATS.</param>
/// <param name="Territory">Residents who would come if everybody kept to the networks that serve their Ambito.</param>
public sealed record CatchmentLoad(
    ImmutableArray<SiteHours> Sites,
    double Residents,
    int Comuni,
    double? Families,
    double? MeanMinutes,
    double? MaxMinutes,
    double? MeanKm,
    double FromOtherAmbito,
    double FromOtherAts,
    double Tied,
    double OwnAts,
    double Territory)
{
    /// <summary>Weekly hours of all its sedi together, as far as they are read; null where none are.</summary>
    public double? Hours { get; } = Sites.Any(s => s.Week is not null) ? Sites.Sum(s => s.Week?.Minutes ?? 0) / 60.0 : null;

    /// <summary>Residents for each weekly hour; null without hours.</summary>
    public double? ResidentsPerHour => Hours > 0 ? Residents / Hours : null;

    /// <summary>Sedi whose hours are not wholly known.</summary>
    public int UncertainHours => Sites.Count(s => s.Known != HoursKnowledge.Whole);

    /// <summary>The load of every group of sedi that has a key; residents who reach none are in no load.</summary>
    /// <typeparam name="TKey">What sedi are put together by.</typeparam>
    /// <param name="keyOf">Key of a sede; null to leave it out.</param>
    public static Dictionary<TKey, CatchmentLoad> By<TKey>(CoverageState state, ImmutableArray<PointTrips> trips, Func<ActiveSite, TKey?> keyOf)
        where TKey : struct
    {
        ILookup<TKey, PointTrips> coming = Grouped(trips, t => t.Point.Nearest, keyOf);
        ILookup<TKey, PointTrips> ownAts = Grouped(trips, t => t.Point.NearestOwnAts, keyOf), territory = Grouped(trips, t => t.Territory, keyOf);
        return state.Snapshot.Sites
            .Where(s => keyOf(s) is not null)
            .GroupBy(s => keyOf(s)!.Value)
            .ToDictionary(g => g.Key, g => Make([.. g.Select(SiteHours.Of)], [.. coming[g.Key]], ownAts[g.Key].Sum(t => t.Residents), territory[g.Key].Sum(t => t.Residents)));
    }

    private static ILookup<TKey, PointTrips> Grouped<TKey>(ImmutableArray<PointTrips> trips, Func<PointTrips, NearestSite?> to, Func<ActiveSite, TKey?> keyOf)
        where TKey : struct =>
        trips.Where(t => to(t) is { } nearest && keyOf(nearest.Site) is not null).ToLookup(t => keyOf(to(t)!.Value.Site)!.Value);

    private static CatchmentLoad Make(ImmutableArray<SiteHours> sites, PointTrips[] coming, double ownAts, double territory)
    {
        double residents = coming.Sum(t => t.Residents);
        PointTrips[] people = [.. coming.Where(t => t.Residents > 0)];
        return new CatchmentLoad(
            Sites: sites,
            Residents: residents,
            Comuni: coming.DistinctBy(t => t.Point.ComuneIndex).Count(),
            Families: coming.All(t => t.Families is not null) ? coming.Sum(t => t.Families) : null,
            MeanMinutes: residents > 0 ? people.Sum(t => t.Residents * t.Point.Nearest!.Value.Cost.Seconds) / residents / 60 : null,
            MaxMinutes: people.Length > 0 ? people.Max(t => t.Point.Nearest!.Value.Cost.Minutes) : null,
            MeanKm: residents > 0 ? people.Sum(t => t.Residents * t.Point.Nearest!.Value.Cost.Metres) / residents / 1000 : null,
            FromOtherAmbito: coming.Where(t => Differ(t.Membership?.Ambito, t.Point.Nearest!.Value.Site.Membership?.Ambito)).Sum(t => t.Residents),
            FromOtherAts: coming.Where(t => Differ(t.Membership?.Ats, t.Point.Nearest!.Value.Site.Ats)).Sum(t => t.Residents),
            Tied: coming.Where(t => t.Tied).Sum(t => t.Residents),
            OwnAts: ownAts,
            Territory: territory);
    }

    private static bool Differ(string? from, string? to) => from is not null && to is not null && from != to;
}
