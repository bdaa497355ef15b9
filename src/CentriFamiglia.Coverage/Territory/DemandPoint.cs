namespace CentriFamiglia.Coverage.Territory;

/// <summary>A place where residents are counted and from which travel is measured.</summary>
/// <param name="Id">Unique key.</param>
/// <param name="Comune">The comune it lies in.</param>
/// <param name="Lon">WGS84 degrees.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="Residents">Weight: residents (persons, may be fractional in gridded sources), not negative.</param>
public readonly record struct DemandPoint(DemandPointId Id, ComuneCode Comune, double Lon, double Lat, double Residents)
{
    /// <summary>The one point of a comune for which none was imported: all its residents in one place.</summary>
    public static DemandPoint Of(Comune comune, double lon, double lat) => new(new DemandPointId(comune.Code.Value), comune.Code, lon, lat, comune.Residents ?? 0);
}
