using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace CentriFamiglia.Coverage.Geodata.Simplification;

/// <summary>The lines between the areas of one coverage, each drawn once; the outline of the whole is not among them.</summary>
internal static class InnerBorders
{
    public const string FileName = "confini.geojson";

    /// <param name="comuni">Boundaries that share their edges vertex by vertex, WGS84.</param>
    /// <param name="areaOf">The area that a comune is of; a comune of none stands apart.</param>
    /// <returns>A MultiLineString, WGS84: as few lines as there are, from knot to knot, in an order that only the shapes decide.</returns>
    public static Geometry Between(IEnumerable<Comune> comuni, Func<Comune, string?> areaOf)
    {
        var areasOfEdges = new Dictionary<(Coordinate, Coordinate), string>();
        var merger = new LineMerger();
        foreach (Comune comune in comuni)
        {
            string area = areaOf(comune) ?? comune.Code.Value;
            foreach ((Coordinate from, Coordinate to) edge in Edges(comune.Boundary))
            {
                if (!areasOfEdges.Remove(edge, out string? other))
                    areasOfEdges.Add(edge, area);
                else if (other != area)
                    merger.Add(Wgs84.Factory.CreateLineString([edge.from, edge.to]));
            }
        }

        Geometry lines = Wgs84.Factory.CreateMultiLineString([.. merger.GetMergedLineStrings().Cast<LineString>()]);
        lines.Normalize();
        return lines;
    }

    private static IEnumerable<(Coordinate From, Coordinate To)> Edges(Geometry boundary) =>
        from Polygon polygon in Enumerable.Range(0, boundary.NumGeometries).Select(boundary.GetGeometryN)
        from ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing)
        from pair in ring.Coordinates.Zip(ring.Coordinates.Skip(1))
        select pair.First.CompareTo(pair.Second) < 0 ? pair : (pair.Second, pair.First);
}
