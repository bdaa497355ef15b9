namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>A place of the user's own where a sede could be opened: a Casa della Comunità, a school, a park.</summary>
/// <param name="Id">The user's.</param>
/// <param name="Name">As shown; the id where there is none.</param>
/// <param name="Comune">It lies in.</param>
/// <param name="Lon">WGS84 degrees.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="CostEur">Of opening a sede there; null when not stated.</param>
/// <param name="Kind">Free text of the user's.</param>
/// <param name="MaySpoke">Whether a Spoke may be opened there.</param>
/// <param name="MayHub">Whether a Hub may be.</param>
public sealed record SitingCandidate(
    string Id, string Name, ComuneCode Comune, double Lon, double Lat, decimal? CostEur, string? Kind, bool MaySpoke, bool MayHub);
