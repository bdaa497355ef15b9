using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.LinearReferencing;
using NetTopologySuite.Simplify;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>The ways along the shores of lakes, km on <see cref="FlatMap"/>.</summary>
internal sealed class LakeWays
{
    /// <summary>A line that touches less water keeps to the land: the shores are known within a few hundred metres.</summary>
    private const double Touch = 0.05;

    /// <summary>A road follows a shore but not its every bend.</summary>
    private const double Bends = 0.3;

    private readonly (Polygon Water, IPreparedGeometry Prepared, Shore[] Shores)[] _lakes;

    public LakeWays(ImmutableArray<(string Name, Geometry Shore)> lakes)
    {
        _lakes =
        [
            .. lakes.SelectMany(lake => Polygons(lake.Shore)).Select(Flat).Select(water => (
                water,
                PreparedGeometryFactory.Prepare(water),
                Rings(water).Select(ring => new Shore(ring)).ToArray())),
        ];
    }

    /// <summary>Shores and islands.</summary>
    public static IEnumerable<LineString> Rings(Geometry lake) => Polygons(lake).SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing));

    /// <summary>Of each lake the positions of the points that lie so near to it.</summary>
    public IEnumerable<int[]> Near(Coordinate[] points, double km) => _lakes.Select(lake => points.Index()
        .Where(p => lake.Water.EnvelopeInternal.Distance(new Envelope(p.Item)) < km && lake.Water.Distance(new Point(p.Item)) < km)
        .Select(p => p.Index).ToArray());

    /// <summary>Length of a straight line with the shores of the lakes it crosses in place of water; infinite where there is none, to an island.</summary>
    public double Around(Coordinate a, Coordinate b)
    {
        var line = new LineString([a, b]);
        double km = line.Length;
        foreach ((Polygon water, IPreparedGeometry prepared, Shore[] shores) in _lakes)
        {
            if (!prepared.Intersects(line))
                continue;
            Geometry wet = water.Intersection(line);
            for (int i = 0; i < wet.NumGeometries; i++)
            {
                if (wet.GetGeometryN(i) is not LineString { Length: >= Touch } crossing)
                    continue;
                (Coordinate from, Coordinate to) = (crossing.Coordinates[0], crossing.Coordinates[^1]);
                Shore shore = shores.MinBy(s => s.Ring.Distance(new Point(from)))!;
                if (shore != shores.MinBy(s => s.Ring.Distance(new Point(to))))
                    return double.PositiveInfinity;
                km += shore.Along(from, to) - crossing.Length;
            }
        }

        return km;
    }

    private static IEnumerable<Polygon> Polygons(Geometry lake) => Enumerable.Range(0, lake.NumGeometries).Select(i => (Polygon)lake.GetGeometryN(i));

    private static Polygon Flat(Polygon polygon)
    {
        LinearRing[] rings = [.. Rings(polygon).Select(ring => new LinearRing([.. ring.Coordinates.Select(c => FlatMap.Of(c.X, c.Y))]))];
        return new Polygon(rings[0], rings[1..]);
    }

    private sealed class Shore
    {
        private readonly LengthIndexedLine _along;
        private readonly double _straighter;

        public Shore(LineString ring)
        {
            (Ring, _along) = (ring, new LengthIndexedLine(ring));
            _straighter = DouglasPeuckerSimplifier.Simplify(ring, Bends).Length / ring.Length;
        }

        public LineString Ring { get; }

        /// <summary>The shorter way round.</summary>
        public double Along(Coordinate from, Coordinate to)
        {
            double one = Math.Abs(_along.Project(from) - _along.Project(to));
            return Math.Min(one, Ring.Length - one) * _straighter;
        }
    }
}
