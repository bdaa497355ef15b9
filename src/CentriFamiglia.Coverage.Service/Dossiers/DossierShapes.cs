using System.Text.Json;
using CentriFamiglia.Coverage.Formats.GeoJson;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CentriFamiglia.Coverage.Service.Dossiers;

/// <summary>The shapes that a frozen analysis keeps so that its maps can be drawn again years later, from nothing else.</summary>
internal static class DossierShapes
{
    /// <summary>Side, in degrees, of a square as large as the largest triangle that is cut off a border: less than a point of a page.</summary>
    private const double Tolerance = 0.0025;

    /// <summary>About ten metres.</summary>
    private const int Decimals = 4;

    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonGeometry() } };

    /// <summary>
    /// The Ambiti as a GeoJSON FeatureCollection (RFC 7946, WGS84, four decimals), by code, ordinally; each with <c>livello</c>, <c>codice</c>,
    /// <c>nome</c> and <c>ats</c>. Borders that two areas share are simplified once, so that neither a gap nor an overlap appears.
    /// </summary>
    /// <param name="snapshot">The territory that is frozen; one without Ambiti gives no feature.</param>
    public static JsonObject Of(TerritorySnapshot snapshot)
    {
        Area[] areas = [.. snapshot.Areas(AreaLevel.Ambito).OrderBy(a => a.Code, StringComparer.Ordinal)];
        Geometry[] shapes = areas.Length == 0 ? [] : CoverageSimplifier.Simplify([.. areas.Select(a => a.Boundary.Copy())], Tolerance);
        return new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. areas.Zip(shapes, Feature)]),
        };
    }

    private static JsonObject Feature(Area area, Geometry shape) => new()
    {
        ["type"] = "Feature",
        ["properties"] = new JsonObject
        {
            ["livello"] = area.Level.ToText(),
            ["codice"] = area.Code,
            ["nome"] = area.Name,
            ["ats"] = area.Ats,
        },
        ["geometry"] = JsonSerializer.SerializeToNode(Rounded(shape), _geometry),
    };

    /// <summary>Vertices, those of neighbours alike, to the grid; rings that lost their area go, and crossings that appear are resolved.</summary>
    private static Geometry Rounded(Geometry shape)
    {
        Geometry rounded = OnGrid(shape);
        return (rounded.IsValid ? rounded : OnGrid(GeometryFixer.Fix(rounded))).Normalized();
    }

    private static Geometry OnGrid(Geometry shape)
    {
        Polygon[] polygons = [.. PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Select(OnGrid).OfType<Polygon>()];
        return polygons.Length == 1 ? polygons[0] : Wgs84.Factory.CreateMultiPolygon(polygons);
    }

    private static Polygon? OnGrid(Polygon polygon) => OnGrid(polygon.Shell) is { } shell
        ? Wgs84.Factory.CreatePolygon(shell, [.. polygon.Holes.Select(OnGrid).OfType<LinearRing>()])
        : null;

    private static LinearRing? OnGrid(LinearRing ring)
    {
        Coordinate[] vertices = CoordinateArrays.RemoveRepeatedPoints(
            [.. ring.Coordinates.Select(c => new Coordinate(Math.Round(c.X, Decimals), Math.Round(c.Y, Decimals)))]);
        return vertices.Length >= 4 && NetTopologySuite.Algorithm.Area.OfRing(vertices) > 0 ? Wgs84.Factory.CreateLinearRing(vertices) : null;
    }
}
