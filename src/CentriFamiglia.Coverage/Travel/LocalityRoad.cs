namespace CentriFamiglia.Coverage.Travel;

/// <summary>Two neighbouring localities and the way between them, either direction.</summary>
/// <param name="A">Position of one in the list of localities.</param>
/// <param name="B">Position of the other.</param>
/// <param name="Hundredths">Time, hundredths of a minute.</param>
public readonly record struct LocalityRoad(int A, int B, int Hundredths);

/// <summary>An inhabited locality.</summary>
/// <param name="Lon">WGS84 degrees.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="AltitudeMetres">Above sea level.</param>
public readonly record struct Locality(double Lon, double Lat, double AltitudeMetres);

/// <summary>The way from a place to one of the localities around it.</summary>
/// <param name="Locality">Its position in the list of localities.</param>
/// <param name="Hundredths">Time, hundredths of a minute.</param>
public readonly record struct LocalityJoin(int Locality, int Hundredths);

/// <summary>How a place hangs on the localities around it.</summary>
/// <param name="Ways">By time; at least one.</param>
/// <param name="ReachKm">So far off is the first locality that it does not hang on.</param>
public readonly record struct LocalityJoins(LocalityJoin[] Ways, double ReachKm);
