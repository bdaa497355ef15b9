using CentriFamiglia.Coverage.Travel.Roads;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

/// <summary>
/// The nearest place on a permitted edge, found by looking at every edge with the linear referencing of NetTopologySuite, in a
/// projection of its own.
/// </summary>
/// <param name="Edge">The first of the nearest.</param>
/// <param name="Fraction">Along it.</param>
/// <param name="Metres">In a straight line.</param>
internal sealed record ReferenceSnap(int Edge, double Fraction, double Metres)
{
    private const double CapMetres = 1000;

    private const RoadTraits PassedOver = RoadTraits.Motorway | RoadTraits.Tunnel | RoadTraits.Ferry;

    // Below what coordinates of a ten-millionth of a degree can tell.
    private const double Same = 1e-7;

    // What is so near to the end of a road is at it.
    private const double AtTheEnd = 0.05;

    /// <returns>Null when no permitted edge is within a kilometre.</returns>
    public static ReferenceSnap? Of(RoadEdges edges, (double Lon, double Lat) place)
    {
        ReferenceSnap? best = null;
        for (int edge = 0; edge < edges.Count; edge++)
        {
            var traits = (RoadTraits)edges.Traits.Span[edge];
            if (!traits.HasFlag(RoadTraits.MainComponent) || (traits & PassedOver) != RoadTraits.None)
                continue;
            LineString line = LineOf(edges, edge, place);
            double along = new LengthIndexedLine(line).Project(new Coordinate(0, 0));
            double metres = line.Distance(new Point(0, 0));
            double fraction = along < AtTheEnd ? 0 : along > line.Length - AtTheEnd ? 1 : along / line.Length;
            if (metres <= CapMetres && (best is null || metres < best.Metres - Same))
                best = new ReferenceSnap(edge, fraction, metres);
        }

        return best;
    }

    /// <summary>Metres in a straight line.</summary>
    public static double Between((double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        (double perLon, double perLat) = PerDegree((from.Lat + to.Lat) / 2);
        return Math.Sqrt(Math.Pow((to.Lon - from.Lon) * perLon, 2) + Math.Pow((to.Lat - from.Lat) * perLat, 2));
    }

    private static (double Lon, double Lat) PerDegree(double degrees)
    {
        double lat = degrees * Math.PI / 180;
        return ((111_412.88 * Math.Cos(lat)) - (93.5 * Math.Cos(3 * lat)) + (0.118 * Math.Cos(5 * lat)),
            111_132.95 - (559.85 * Math.Cos(2 * lat)) + (1.175 * Math.Cos(4 * lat)));
    }

    /// <summary>In metres about the place.</summary>
    private static LineString LineOf(RoadEdges edges, int edge, (double Lon, double Lat) place)
    {
        (double perLon, double perLat) = PerDegree(place.Lat);
        return new LineString(
        [
            .. Enumerable.Range(edges.FirstPoint.Span[edge], edges.FirstPoint.Span[edge + 1] - edges.FirstPoint.Span[edge]).Select(p =>
                new Coordinate(((edges.PointLon.Span[p] / 1e7) - place.Lon) * perLon,
                    ((edges.PointLat.Span[p] / 1e7) - place.Lat) * perLat)),
        ]);
    }
}
