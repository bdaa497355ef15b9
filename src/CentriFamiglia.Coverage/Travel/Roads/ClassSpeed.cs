namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Speeds on one class of road, km/h.</summary>
/// <param name="Urban">Where no limit is signed, inside towns.</param>
/// <param name="Extraurban">Where no limit is signed, outside.</param>
/// <param name="Ceiling">The most, whatever is signed.</param>
/// <param name="Oneway">One way unless tagged otherwise.</param>
/// <param name="OnlyIfAllowed">Used only where a tag of the mode itself allows it.</param>
public sealed record ClassSpeed(double Urban, double Extraurban, double Ceiling, bool Oneway = false, bool OnlyIfAllowed = false);

/// <summary>
/// OpenStreetMap does not mark towns. A place counts as urban where streets of towns (residential, living street) are dense in the
/// 3 x 3 cells around it; tags that state the zone (<c>zone:traffic</c>, <c>maxspeed:type</c>) go before.
/// </summary>
/// <param name="CellMetres">Side of a cell.</param>
/// <param name="StreetMetresPerKm2">From this density on it is urban.</param>
public sealed record UrbanRule(double CellMetres, double StreetMetresPerKm2);

/// <summary>Winding roads outside towns are slower: the sum of the bends per kilometre says how winding a piece is.</summary>
/// <param name="LeastMetres">Shorter pieces are not slowed.</param>
/// <param name="Steps">Ascending; the last one reached applies.</param>
public sealed record CurveRule(double LeastMetres, ImmutableArray<CurveStep> Steps);

/// <summary>One step of <see cref="CurveRule"/>.</summary>
public sealed record CurveStep(double DegreesPerKm, double Factor);

/// <summary>From this slope on, uphill or down, the factor applies.</summary>
public sealed record SlopeStep(double Percent, double Factor);

/// <summary>Ferries.</summary>
/// <param name="AllowedUntagged">Whether a ferry with no tag for the mode carries it.</param>
/// <param name="Speed">Where no duration is tagged, km/h.</param>
/// <param name="WaitSeconds">Added to every crossing, shared out along it.</param>
/// <param name="PassengerKeys">
/// A ferry with no tag for the mode but with one of these says whom it carries, and does not name this mode: it is for others.
/// </param>
public sealed record FerryRule(bool AllowedUntagged, double Speed, double WaitSeconds, ImmutableArray<string> PassengerKeys = default);

/// <summary>Turning round to drive back the way one came.</summary>
/// <param name="Seconds">Lost by it.</param>
/// <param name="Classes">
/// By the value of <c>highway</c>: allowed where at least three stretches of such roads meet, and at the end of a road that leads no further.
/// </param>
public sealed record UTurnRule(double Seconds, ImmutableHashSet<string> Classes);

/// <summary>What a vehicle measures, metres and tonnes: a way whose signed or measured limit is less is closed to it.</summary>
public sealed record VehicleSize(double Height, double Width, double Length, double Weight);

/// <summary>Share of the speed that is left in traffic, inside and outside towns; 1 is a free road.</summary>
public sealed record TrafficRule(double Urban, double Extraurban);
