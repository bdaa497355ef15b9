using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Access;

/// <summary>What is known of the hours of one sede.</summary>
public enum HoursKnowledge
{
    /// <summary>The whole ordinary week.</summary>
    Whole,

    /// <summary>Part of the text is not read or not evaluated.</summary>
    Partial,

    /// <summary>Nothing in the text is read.</summary>
    Unread,

    /// <summary>No hours are declared.</summary>
    Undeclared,
}

/// <summary>One active sede with its hours as read.</summary>
/// <param name="Week">What is understood; null where nothing is.</param>
public sealed record SiteHours(ActiveSite Site, HoursKnowledge Known, WeekSchedule? Week)
{
    public static SiteHours Of(ActiveSite site)
    {
        if (site.Site.OpeningHours is not { } text)
            return new SiteHours(site, HoursKnowledge.Undeclared, null);
        OpeningHoursReading reading = OpeningHours.Parse(text);
        HoursKnowledge known = reading.Schedule is null ? HoursKnowledge.Unread : reading.Partial ? HoursKnowledge.Partial : HoursKnowledge.Whole;
        return new SiteHours(site, known, reading.Schedule);
    }
}

/// <summary>
/// The state as it is at one minute of the ordinary week, when only open sedi count. A sede whose hours are not wholly known is taken
/// neither as open nor as closed: <paramref name="Certain"/> leaves it out, <paramref name="Possible"/> counts it.
/// </summary>
/// <param name="At">The minute.</param>
/// <param name="Hours">Every active sede, by id.</param>
/// <param name="Certain">Only the sedi that are open for certain.</param>
/// <param name="Possible">These and the uncertain ones.</param>
public sealed record OpenDoors(WeekMoment At, ImmutableArray<SiteHours> Hours, CoverageState Certain, CoverageState Possible)
{
    /// <summary>Ids of the sedi that are open.</summary>
    public IEnumerable<SiteId> Open => Hours.Where(IsOpen).Select(h => h.Site.Site.Id);

    /// <summary>Ids of the sedi that are closed.</summary>
    public IEnumerable<SiteId> Closed => Hours.Where(h => h.Known == HoursKnowledge.Whole && !IsOpen(h)).Select(h => h.Site.Site.Id);

    /// <summary>Ids of the sedi of which it is not known.</summary>
    public IEnumerable<SiteId> Uncertain => Hours.Where(h => h.Known != HoursKnowledge.Whole).Select(h => h.Site.Site.Id);

    /// <param name="state">With every active sede.</param>
    /// <param name="at">When.</param>
    public static OpenDoors Of(CoverageState state, WeekMoment at)
    {
        var doors = new OpenDoors(at, [.. state.Snapshot.Sites.Select(SiteHours.Of)], state, state);
        HashSet<SiteId> open = [.. doors.Open];
        return doors with
        {
            Certain = Only(state, open),
            Possible = Only(state, [.. open, .. doors.Uncertain]),
        };
    }

    /// <summary>Ids of the sedi whose hours are known so far.</summary>
    public IEnumerable<SiteId> With(HoursKnowledge known) => Hours.Where(h => h.Known == known).Select(h => h.Site.Site.Id);

    private bool IsOpen(SiteHours hours) => hours.Known == HoursKnowledge.Whole && hours.Week!.IsOpen(At.Minute);

    private static CoverageState Only(CoverageState state, HashSet<SiteId> sites) =>
        state.WithSet(state.Snapshot.Set with { Sites = [.. state.Snapshot.Set.Sites.Where(s => sites.Contains(s.Id))] }, state.Known);
}
