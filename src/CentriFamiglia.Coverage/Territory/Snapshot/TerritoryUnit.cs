namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>
/// An area as the calculations see it: its members at the snapshot's date, without geometry. Every comune is in exactly one unit of
/// each level: those whose membership is not known make a unit of their own (<see cref="IsLoaded"/> false), so that residents are the
/// same at every level and nobody disappears.
/// </summary>
/// <param name="Code">Key inside the level, compared ordinally; the same as <see cref="Area.Code"/>.</param>
/// <param name="Name">Name for the screen.</param>
/// <param name="Ats">Name of its ATS; empty for the region and where no ATS is known.</param>
/// <param name="Status">Weakest evidence among its memberships; at levels Ats and Regione of both the Ambito's and the Distretto's.</param>
/// <param name="IsLoaded">False for the unit that gathers comuni whose membership at this level is not known.</param>
/// <param name="Comuni">Positions of the members in <see cref="TerritorySnapshot.Comuni"/>, ascending.</param>
/// <param name="Residents">Residents of the members, where known (persons).</param>
/// <param name="ComuniWithoutResidents">Members whose residents are not known: they count zero in <paramref name="Residents"/>.</param>
public sealed record TerritoryUnit(
    AreaLevel Level,
    string Code,
    string Name,
    string Ats,
    EvidenceStatus Status,
    bool IsLoaded,
    ImmutableArray<int> Comuni,
    long Residents,
    int ComuniWithoutResidents);

/// <summary>A sede that counts: active, valid at the snapshot's date, in a known comune.</summary>
/// <param name="ComuneIndex">Position of its comune in <see cref="TerritorySnapshot.Comuni"/>.</param>
/// <param name="Membership">Membership of its comune at the snapshot's date; null when not known.</param>
public sealed record ActiveSite(Site Site, int ComuneIndex, Membership? Membership)
{
    public string? Ats => Membership?.Ats;
}

/// <summary>Something in the content that the snapshot could not use as it stands, and what was done instead.</summary>
/// <param name="Kind">Stable key, e.g. <c>comune-senza-sede</c>.</param>
/// <param name="Subject">Code or id it concerns.</param>
/// <param name="Message">Italian sentence: what is missing, what was done, how to mend it.</param>
public sealed record SnapshotNote(string Kind, string Subject, string Message);
