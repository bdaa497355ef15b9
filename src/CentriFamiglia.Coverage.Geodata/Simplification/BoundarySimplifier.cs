using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Precision;

namespace CentriFamiglia.Coverage.Geodata.Simplification;

/// <summary>
/// Simplifies polygons that share their boundaries as one coverage, with NetTopologySuite's <see cref="CoverageSimplifier"/>: neighbours
/// stay neighbours, and no gap or overlap appears that was not there. Vertices come to the grid of 1e-5 degrees (about 1 m) first.
/// <para>
/// The library keeps every line that it is given from crossing another, but knows no fixed points. So each point that must stay on its
/// side of every boundary joins the coverage as a triangle of a hundredth of a grid step that may not be simplified: no boundary crosses
/// it, hence none passes over the point.
/// </para>
/// </summary>
public sealed class BoundarySimplifier
{
    private const double PerDegree = 1e5, KeptDegrees = 1e-7;

    /// <summary>Area of a square degree at the middle latitude of Lombardia (45.6 N), m2, on a sphere of 6,371 km.</summary>
    private const double SquareMetresPerDegree = 111_194.92664 * 111_194.92664 * 0.699663;

    private readonly List<Geometry> _polygons = [];
    private readonly List<double> _tolerances = [];
    private readonly List<Geometry> _kept = [];

    /// <param name="polygon">Polygon or MultiPolygon, WGS84, that shares exact vertices with its neighbours.</param>
    /// <param name="maximumAreaSquareMetres">Largest triangle that may be cut off its boundary, m2.</param>
    /// <param name="maximumShareOfRing">The same as a share of its smallest ring's area, so that small exclaves keep their shape.</param>
    public void Add(Geometry polygon, double maximumAreaSquareMetres, double maximumShareOfRing)
    {
        Geometry rounded = GeometryPrecisionReducer.ReducePointwise(polygon, new PrecisionModel(PerDegree));
        double smallest = Rings(rounded).Min(ring => NetTopologySuite.Algorithm.Area.OfRing(ring.CoordinateSequence));
        _polygons.Add(rounded);
        _tolerances.Add(Math.Sqrt(Math.Min(maximumAreaSquareMetres / SquareMetresPerDegree, maximumShareOfRing * smallest)));
    }

    /// <summary>A point that must stay on its side of every boundary, e.g. a seat. WGS84 degrees.</summary>
    public void Keep(double lon, double lat) => _kept.Add(new Polygon(new LinearRing(
    [
        new(lon - KeptDegrees, lat - KeptDegrees), new(lon + KeptDegrees, lat - KeptDegrees), new(lon, lat + KeptDegrees),
        new(lon - KeptDegrees, lat - KeptDegrees),
    ])));

    /// <returns>The polygons in the order in which they were added, normalized.</returns>
    public IReadOnlyList<Geometry> Simplify(GeometryFactory factory)
    {
        var simplifier = new CoverageSimplifier([.. _polygons, .. _kept]) { RemovableRingSizeFactor = 0 };
        Geometry[] simplified = simplifier.Simplify([.. _tolerances, .. _kept.Select(_ => 0.0)]);
        return [.. simplified.Take(_polygons.Count).Select(polygon => factory.CreateGeometry(polygon).Normalized())];
    }

    private static IEnumerable<LineString> Rings(Geometry polygon) =>
        LinearComponentExtracter.GetLines(polygon).Cast<LineString>();
}
