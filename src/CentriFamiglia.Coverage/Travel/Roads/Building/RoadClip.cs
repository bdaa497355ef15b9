using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Keeps the roads inside an area and in a margin around it, so that trips that leave the area and come back stay possible. The
/// margin is at least what is asked, and a little more towards the equator (3 % from one end of Lombardia to the other).
/// </summary>
public sealed class RoadClip
{
    public const double DefaultMarginMetres = 30_000;

    private readonly IndexedPointInAreaLocator _area;
    private readonly Envelope _box;
    private readonly double _lonScale;

    /// <param name="area">Polygon or MultiPolygon, WGS84 degrees.</param>
    /// <param name="name">What the network's information calls it.</param>
    /// <param name="marginMetres">Not negative.</param>
    /// <exception cref="CoverageInputException">Empty, not an area, or not in degrees.</exception>
    public RoadClip(Geometry area, string name, double marginMetres = DefaultMarginMetres)
    {
        Envelope box = area.EnvelopeInternal;
        if (area.IsEmpty || area is not IPolygonal)
            throw new CoverageInputException($"Il ritaglio «{name}» non è un poligono: serve un'area (Polygon o MultiPolygon).");
        if (box.MinX < -180 || box.MaxX > 180 || box.MinY < -89 || box.MaxY > 89)
            throw new CoverageInputException($"Il ritaglio «{name}» non è in gradi WGS84 (longitudine, latitudine).");

        Name = name;

        // A degree of longitude counts as many degrees of latitude as it has metres where it is shortest.
        EarthMetric metric = EarthMetric.At(Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) * 1e7);
        _lonScale = metric.MetresPerLon / metric.MetresPerLat;
        Geometry scaled = area.Copy();
        scaled.Apply(new NetTopologySuite.Geometries.Utilities.AffineTransformation(_lonScale, 0, 0, 0, 1, 0));
        Geometry widened = scaled.Buffer(marginMetres / (metric.MetresPerLat * 1e7));
        _area = new IndexedPointInAreaLocator(widened);
        _box = widened.EnvelopeInternal;
    }

    public string Name { get; }

    /// <param name="lon">1e-7 degrees.</param>
    /// <param name="lat">1e-7 degrees.</param>
    public bool Contains(int lon, int lat)
    {
        var point = new Coordinate(lon * 1e-7 * _lonScale, lat * 1e-7);
        return _box.Contains(point) && _area.Locate(point) != Location.Exterior;
    }
}
