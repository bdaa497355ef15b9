using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CentriFamiglia.Coverage.Service.Ogc.Tiles;

/// <summary>
/// The areas of layers on the grid of each zoom: as one coverage, of which the borders that two areas share are simplified and rounded once,
/// so that there is neither a gap nor an overlap between them. Layers of the same areas share them. Thread-safe.
/// </summary>
internal sealed class ZoomedAreas
{
    /// <summary>Deeper than this the borders are as they are stored: a unit of a tile is less than ten metres.</summary>
    public const int LastSimplified = 10;

    /// <summary>Units of a tile: the side of a square as large as the largest triangle cut off a border. Half a pixel of a map.</summary>
    private const double Tolerance = 4;

    // Held as long as the first of their areas is.
    private readonly ConditionalWeakTable<Geometry, ConcurrentDictionary<Areas, Lazy<Geometry[]>>> _held = [];

    /// <param name="areas">WGS84; those that share a border share its vertices.</param>
    /// <param name="zoom">To <see cref="LastSimplified"/>.</param>
    /// <returns>Whole numbers, in the order of the areas; an area that is nothing at this zoom is empty.</returns>
    public Geometry[] Of(ImmutableArray<Geometry> areas, int zoom)
    {
        if (areas.IsEmpty)
            return [];
        ConcurrentDictionary<Areas, Lazy<Geometry[]>> held = _held.GetValue(First(areas[0]), _ => new ConcurrentDictionary<Areas, Lazy<Geometry[]>>());
        return held.GetOrAdd(new Areas(zoom, areas), key => new Lazy<Geometry[]>(() => Simplified(key))).Value;
    }

    /// <summary>One area as it is stored, for the zooms beyond.</summary>
    public static Geometry Unsimplified(Geometry area, int zoom) => Rounded(TileAddress.ToGrid(area, zoom));

    private static Geometry[] Simplified(Areas areas)
    {
        Geometry[] moved = [.. areas.All.Select(area => TileAddress.ToGrid(area, areas.Zoom))];
        return [.. CoverageSimplifier.Simplify(moved, Tolerance).Select(Rounded)];
    }

    /// <summary>Vertices, those of neighbours alike, to whole numbers; only then rings that lost their area are left out, and crossings resolved.</summary>
    public static Geometry Rounded(Geometry area)
    {
        Geometry whole = OnWholeNumbers(area);
        // Where a crossing is resolved there is a new vertex, between whole numbers.
        return whole.IsValid ? whole : OnWholeNumbers(GeometryFixer.Fix(whole));
    }

    private static Geometry OnWholeNumbers(Geometry area)
    {
        area.Apply(new Round());
        Polygon[] polygons = [.. PolygonExtracter.GetPolygons(area).Cast<Polygon>().Select(Whole).OfType<Polygon>()];
        return polygons.Length == 1 ? polygons[0] : Wgs84.Factory.CreateMultiPolygon(polygons);
    }

    private static Polygon? Whole(Polygon polygon)
    {
        if (Whole(polygon.Shell) is not { } shell)
            return null;
        return Wgs84.Factory.CreatePolygon(shell, [.. polygon.Holes.Select(Whole).OfType<LinearRing>()]);
    }

    private static LinearRing? Whole(LinearRing ring)
    {
        Coordinate[] vertices = CoordinateArrays.RemoveRepeatedPoints(ring.Coordinates);
        return vertices.Length >= 4 && NetTopologySuite.Algorithm.Area.OfRing(vertices) > 0 ? Wgs84.Factory.CreateLinearRing(vertices) : null;
    }

    private static Geometry First(Geometry area) => area.GetGeometryN(0);

    /// <summary>The same zoom of the same areas, by their identity: the same boundary may stand in a list of one.</summary>
    private sealed class Areas(int zoom, ImmutableArray<Geometry> all) : IEquatable<Areas>
    {
        public int Zoom => zoom;

        public ImmutableArray<Geometry> All => all;

        public bool Equals(Areas? other) => other is not null && zoom == other.Zoom && all.Length == other.All.Length
            && all.Zip(other.All).All(pair => ReferenceEquals(First(pair.First), First(pair.Second)));

        public override bool Equals(object? obj) => Equals(obj as Areas);

        public override int GetHashCode() => HashCode.Combine(zoom, all.Length, RuntimeHelpers.GetHashCode(First(all[^1])));
    }

    private sealed class Round : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                seq.SetX(i, Math.Round(seq.GetX(i)));
                seq.SetY(i, Math.Round(seq.GetY(i)));
            }
        }
    }
}
