using CentriFamiglia.Coverage.Formats.Crs;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Which reference system holds: the one that the file states; else the one asked for, which beats the default of the format; and none at
/// all where the figures are degrees, which no metres of a projection in Lombardia can be.
/// </summary>
internal static class StatedCrs
{
    public static int? OfGeometry(SourceTable table, int? requested) => table.EpsgByDefault ? requested ?? table.Epsg : table.Epsg ?? requested;

    /// <summary>Whether two figures can be a longitude and a latitude.</summary>
    public static bool AreDegrees(double x, double y) => Math.Abs(x) <= 180 && Math.Abs(y) <= 90;

    /// <summary>The system of coordinates that look like degrees: WGS84 when the one asked for is in metres, which the report says once.</summary>
    public static int? UnlessDegrees(TableReader table, int? epsg)
    {
        if (epsg is not { } code || code == Wgs84.Factory.SRID || CoordinateSystems.Get(code).InDegrees)
            return epsg;
        table.NoticeOnce(
            IssueCodes.AlreadyDegrees, $"le coordinate sono già gradi: EPSG:{code}, che è in metri, non è usato per loro", column: "geometria");
        return Wgs84.Factory.SRID;
    }
}
