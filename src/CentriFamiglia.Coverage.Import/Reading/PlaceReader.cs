using CentriFamiglia.Coverage.Formats.Crs;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Reads the place of a row: columns <c>lon</c> and <c>lat</c>, or a point geometry.</summary>
internal static class PlaceReader
{
    /// <summary>Difference (degrees) below which a geometry is the rounded form of the columns beside it: 7 decimals in GeoJSON.</summary>
    private const double SamePlaceDegrees = 1e-6;

    /// <summary>The same where the columns are metres without decimals: two metres.</summary>
    private const double SameMetreDegrees = 2e-5;

    /// <summary>Whether the row says anything about its place.</summary>
    public static bool IsGiven(RowReader row) =>
        row.Source.Geometry is { IsEmpty: false } || row.Source.GeometryError is not null || row.Text("lon") is not null || row.Text("lat") is not null;

    /// <summary>WGS84 degrees; null when the row was refused for its place. What else it was refused for does not matter: every fault is said at once.</summary>
    public static Coordinate? Read(RowReader row, int? requestedEpsg)
    {
        int before = row.Refusals;
        bool drawnToo = row.Source.Geometry is { IsEmpty: false };
        Coordinate? written = row.Text("lon") is null && row.Text("lat") is null ? null : ReadColumns(row, requestedEpsg, drawnToo);
        if (row.Source.GeometryError is { } error)
            row.Refuse(IssueCodes.GeometryUnreadable, null, $"la geometria non si legge: {error}", "Correggere la geometria, oppure dare lon e lat.");
        Coordinate? drawn = row.Source.Geometry is { IsEmpty: false } geometry ? ReadGeometry(row, geometry, requestedEpsg) : null;
        if (row.Refusals > before)
            return null;
        if (written is null && drawn is null)
        {
            row.Refuse(IssueCodes.PlaceMissing, row.Has("lon") ? "lon" : null, "mancano le coordinate");
            return null;
        }

        if (written is null || drawn is null)
            return written ?? drawn;
        // Rounding apart, the drawn point is the newer one: a GIS moves points, not the columns beside them.
        if (Math.Abs(written.X - drawn.X) <= SamePlaceDegrees && Math.Abs(written.Y - drawn.Y) <= SamePlaceDegrees)
            return written;
        if (requestedEpsg is not null && Math.Abs(written.X - drawn.X) <= SameMetreDegrees && Math.Abs(written.Y - drawn.Y) <= SameMetreDegrees)
            return drawn;
        row.Notice(
            IssueCodes.PointDiffers,
            "lon",
            $"lon e lat non sono quelli del punto disegnato ({drawn.X:0.######}, {drawn.Y:0.######}): vale il punto");
        return drawn;
    }

    private static Coordinate? ReadColumns(RowReader row, int? requestedEpsg, bool drawnToo)
    {
        double? x = row.Table.Number(row, "lon");
        double? y = row.Table.Number(row, "lat");
        if (x is null || y is null)
        {
            foreach (string column in (string[])["lon", "lat"])
            {
                if (row.Text(column) is null)
                    row.Refuse(IssueCodes.PlaceMissing, column, $"manca il valore di «{column}»");
            }

            return null;
        }

        if (drawnToo && requestedEpsg is null && !StatedCrs.AreDegrees(x.Value, y.Value))
        {
            row.Table.NoticeOnce(IssueCodes.ColumnsInMetres, "le colonne lon e lat non sono gradi: valgono i punti disegnati", column: "lon");
            return null;
        }

        return ToDegrees(row, "lon", new Coordinate(x.Value, y.Value), requestedEpsg);
    }

    private static Coordinate? ReadGeometry(RowReader row, Geometry geometry, int? requestedEpsg)
    {
        if (geometry is MultiPoint { NumGeometries: 1 })
            geometry = geometry.GetGeometryN(0);
        if (geometry is not Point point)
        {
            row.Refuse(IssueCodes.GeometryNoPoint, null, $"la geometria è {geometry.GeometryType}, non un punto");
            return null;
        }

        return ToDegrees(row, null, point.Coordinate, StatedCrs.OfGeometry(row.Table.Source, requestedEpsg));
    }

    private static Coordinate? ToDegrees(RowReader row, string? column, Coordinate place, int? epsg)
    {
        if (!double.IsFinite(place.X) || !double.IsFinite(place.Y))
        {
            row.Refuse(IssueCodes.NotFinite, column, "le coordinate non sono numeri finiti", "Scrivere lon e lat in gradi WGS84.");
            return null;
        }

        epsg = StatedCrs.AreDegrees(place.X, place.Y) ? StatedCrs.UnlessDegrees(row.Table, epsg) : epsg;
        if (epsg is { } code && code != Wgs84.Factory.SRID)
        {
            (double lon, double lat) = CoordinateSystems.Get(code).ToWgs84(place.X, place.Y);
            if (StatedCrs.AreDegrees(lon, lat))
                return row.At(new Coordinate(lon, lat));
        }
        else if (StatedCrs.AreDegrees(place.X, place.Y))
        {
            return row.At(place);
        }

        row.Refuse(
            IssueCodes.CrsMissing,
            column,
            $"le coordinate ({place.X:0.##}, {place.Y:0.##}) non sono gradi: forse sono metri",
            "Indicare il sistema di riferimento con --epsg (per esempio --epsg 32632), oppure scrivere lon e lat in gradi WGS84.");
        return null;
    }
}
