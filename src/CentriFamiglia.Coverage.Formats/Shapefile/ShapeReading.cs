using NetTopologySuite.IO.Esri.Shapefiles.Readers;
using NetTopologySuite.IO.Esri.Shp;
using NetTopologySuite.IO.Esri.Shp.Readers;

namespace CentriFamiglia.Coverage.Formats.Shapefile;

/// <summary>
/// The shapes of a <c>.shp</c>, one by one. Polygons are read twice: as their rings stand, and with each hole in the ring that holds it.
/// Where the second reading has another number of points it has mended or dropped a ring, which is not for a reader to do.
/// </summary>
internal sealed class ShapeReading : IDisposable
{
    private readonly ShpReader _asWritten;
    private readonly ShpReader _nested;

    /// <param name="shapes">Checked by <see cref="ShapefileRecords"/>.</param>
    /// <param name="factory">Makes the geometries.</param>
    public ShapeReading(byte[] shapes, GeometryFactory factory)
    {
        _asWritten = Open(GeometryBuilderMode.IgnoreInvalidShapes);
        _nested = Open(GeometryBuilderMode.FixInvalidShapes);

        ShpReader Open(GeometryBuilderMode mode) =>
            Shp.OpenRead(new MemoryStream(shapes), new ShapefileReaderOptions { Factory = factory, GeometryBuilderMode = mode });
    }

    /// <returns>Two ordinates; null for a record without a shape.</returns>
    public (Geometry? Geometry, string? Error) Next()
    {
        if (Read(_asWritten) is not { } written || Read(_nested) is not { } nested)
            return (null, "i suoi punti non si leggono");
        if (written.NumPoints != nested.NumPoints)
            return (null, "un anello del poligono non è chiuso, incrocia se stesso o ha meno di 4 punti");
        return nested.IsEmpty ? (null, null) : (FlatGeometry.Of(nested), null);
    }

    public void Dispose()
    {
        _asWritten.Dispose();
        _nested.Dispose();
    }

    private static Geometry? Read(ShpReader reader)
    {
        try
        {
            return reader.Read() ? reader.Geometry : null;
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
