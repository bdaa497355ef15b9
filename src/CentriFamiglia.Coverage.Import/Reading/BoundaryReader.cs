using CentriFamiglia.Coverage.Formats.Crs;
using NetTopologySuite.Operation.Valid;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Reads the boundary of a row: a valid polygon in WGS84, or a refusal.</summary>
internal static class BoundaryReader
{
    /// <summary>Lombardia with some 20 km around.</summary>
    private static readonly Envelope _region = new(8.2, 11.7, 44.4, 46.9);

    public static Geometry? Read(RowReader row, int? requestedEpsg)
    {
        if (row.Source.GeometryError is { } error)
        {
            row.Refuse(IssueCodes.GeometryUnreadable, "geometria", $"la geometria non si legge: {error}");
            return null;
        }

        if (row.Source.Geometry is not { IsEmpty: false } geometry)
        {
            row.Refuse(IssueCodes.BoundaryMissing, "geometria", "manca il confine del comune");
            return null;
        }

        // GeoPackage and shapefile write every polygon as a multi-polygon.
        if (geometry is MultiPolygon { NumGeometries: 1 })
            geometry = geometry.GetGeometryN(0);
        if (geometry is not (Polygon or MultiPolygon))
        {
            row.Refuse(IssueCodes.BoundaryNoPolygon, "geometria", $"il confine è {geometry.GeometryType}, non un poligono");
            return null;
        }

        if (Array.Exists(geometry.Coordinates, c => !double.IsFinite(c.X) || !double.IsFinite(c.Y)))
        {
            row.Refuse(IssueCodes.NotFinite, "geometria", "il confine ha coordinate che non sono numeri finiti", "Correggere la geometria ed esportare di nuovo.");
            return null;
        }

        return InDegrees(row, geometry, StatedCrs.OfGeometry(row.Table.Source, requestedEpsg)) is { } degrees && IsSound(row, degrees) ? degrees : null;
    }

    private static Geometry? InDegrees(RowReader row, Geometry geometry, int? epsg)
    {
        Envelope box = geometry.EnvelopeInternal;
        bool degrees = StatedCrs.AreDegrees(box.MinX, box.MinY) && StatedCrs.AreDegrees(box.MaxX, box.MaxY);
        epsg = degrees ? StatedCrs.UnlessDegrees(row.Table, epsg) : epsg;
        if (!degrees && (epsg is null || epsg == Wgs84.Factory.SRID))
        {
            row.Refuse(IssueCodes.CrsMissing, "geometria", "il confine non è in gradi e il file non dice in quale sistema di riferimento è");
            return null;
        }

        return epsg is { } code && code != Wgs84.Factory.SRID ? CoordinateSystems.Get(code).ToWgs84(geometry) : Wgs84.Factory.CreateGeometry(geometry);
    }

    private static bool IsSound(RowReader row, Geometry boundary)
    {
        Envelope box = boundary.EnvelopeInternal;
        if (!_region.Contains(box))
        {
            bool swapped = _region.Contains(new Envelope(box.MinY, box.MaxY, box.MinX, box.MaxX));
            if (swapped)
                row.Refuse(IssueCodes.LonLatSwapped, "geometria", "longitudine e latitudine del confine sono scambiate", "Esportare con la longitudine per prima (RFC 7946).");
            else
                row.Refuse(IssueCodes.BoundaryOutside, "geometria", "il confine è fuori dalla Lombardia");
            return false;
        }

        var valid = new IsValidOp(boundary);
        if (valid.IsValid)
            return true;
        Coordinate at = valid.ValidationError.Coordinate;
        row.Refuse(
            IssueCodes.BoundaryNotValid,
            "geometria",
            $"il poligono non è valido: {Reason(valid.ValidationError.ErrorType)} presso {at.X:0.#####}, {at.Y:0.#####}");
        return false;
    }

    private static string Reason(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => "il contorno incrocia se stesso",
        TopologyValidationErrors.RingSelfIntersection => "un anello tocca se stesso",
        TopologyValidationErrors.HoleOutsideShell => "un buco è fuori dal contorno",
        TopologyValidationErrors.NestedHoles => "un buco sta dentro un altro",
        TopologyValidationErrors.NestedShells => "una parte sta dentro un'altra",
        TopologyValidationErrors.DisconnectedInteriors => "i buchi dividono l'interno",
        TopologyValidationErrors.DuplicateRings => "un anello è ripetuto",
        TopologyValidationErrors.TooFewPoints => "un anello ha troppo pochi punti",
        TopologyValidationErrors.RingNotClosed => "un anello non è chiuso",
        _ => "geometria non ammessa",
    };
}
