using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Formats.Tests;

/// <summary>
/// Random geometries of every type, empty ones too, on ordinates of at most seven decimals. No empty parts within a collection: the
/// WKBReader of NetTopologySuite refuses some of them.
/// </summary>
internal static class Geometries
{
    private static readonly GeometryFactory _factory = new(new PrecisionModel(), 4326);

    private static Gen<double> Ordinate { get; } = Gen.Choose(-1_800_000_000, 1_800_000_000).Select(n => n / 1e7);

    private static Gen<Coordinate> Position { get; } = Ordinate.Two().Select(xy => new Coordinate(xy.Item1, xy.Item2));

    private static Gen<Point> Points { get; } = Gen.OneOf(Position.Select(_factory.CreatePoint), Gen.Constant(_factory.CreatePoint()));

    private static Gen<LineString> Lines { get; } =
        Position.ListOf().Select(positions => _factory.CreateLineString(positions.Count == 1 ? [] : [.. positions]));

    /// <summary>A star around a centre, wound either way, with or without a hole of the same shape.</summary>
    public static Gen<Polygon> Polygons { get; } =
        from corners in Gen.Choose(3, 12)
        from clockwise in Gen.Elements(true, false)
        from hole in Gen.Elements(true, false)
        from centre in Position
        select Star(corners, clockwise, hole, centre);

    private static Gen<Geometry> Single { get; } = Gen.OneOf(
        Points.Select(g => (Geometry)g),
        Lines.Select(g => (Geometry)g),
        Polygons.Select(g => (Geometry)g),
        Gen.Constant((Geometry)_factory.CreatePolygon()),
        Points.Where(p => !p.IsEmpty).ListOf().Select(parts => (Geometry)_factory.CreateMultiPoint([.. parts])),
        Lines.Where(line => !line.IsEmpty).ListOf().Select(parts => (Geometry)_factory.CreateMultiLineString([.. parts])),
        Polygons.ListOf().Select(parts => (Geometry)_factory.CreateMultiPolygon([.. parts])));

    public static Arbitrary<Geometry> Arbitrary { get; } = Gen.OneOf(
        Single,
        Single.Where(part => !part.IsEmpty).ListOf().Select(parts => (Geometry)_factory.CreateGeometryCollection([.. parts]))).ToArbitrary();

    private static Polygon Star(int corners, bool clockwise, bool hole, Coordinate centre) =>
        _factory.CreatePolygon(Ring(corners, clockwise, 0.01, centre), hole ? [Ring(corners, clockwise, 0.002, centre)] : []);

    private static LinearRing Ring(int corners, bool clockwise, double radius, Coordinate centre)
    {
        IEnumerable<Coordinate> ring = Enumerable.Range(0, corners).Select(i => new Coordinate(
            Math.Round(centre.X + (radius * Math.Cos(2 * Math.PI * i / corners)), 7),
            Math.Round(centre.Y + (radius * Math.Sin(2 * Math.PI * i / corners)), 7)));
        List<Coordinate> positions = [.. clockwise ? ring.Reverse() : ring];
        return _factory.CreateLinearRing([.. positions, positions[0]]);
    }
}
