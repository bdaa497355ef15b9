using NetTopologySuite.Geometries.Utilities;

namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>Geometries of two ordinates: heights and measures are of no use here.</summary>
internal static class FlatGeometry
{
    /// <returns>The geometry itself when it is flat already.</returns>
    public static Geometry Of(Geometry geometry) => IsFlat(geometry) ? geometry : Copy(geometry, static ordinate => ordinate);

    /// <summary>A flat copy, without the empty parts of a collection.</summary>
    public static Geometry Copy(Geometry geometry, Func<double, double> ordinate) =>
        new GeometryEditor(geometry.Factory).Edit(geometry, new GeometryEditor.CoordinateSequenceOperation((sequence, _) =>
        {
            CoordinateSequence flat = geometry.Factory.CoordinateSequenceFactory.Create(sequence.Count, dimension: 2, measures: 0);
            for (int i = 0; i < sequence.Count; i++)
            {
                flat.SetX(i, ordinate(sequence.GetX(i)));
                flat.SetY(i, ordinate(sequence.GetY(i)));
            }

            return flat;
        }));

    private static bool IsFlat(Geometry geometry) => geometry switch
    {
        Point point => point.CoordinateSequence.Dimension == 2,
        LineString line => line.CoordinateSequence.Dimension == 2,
        Polygon polygon => IsFlat(polygon.Shell) && Array.TrueForAll(polygon.Holes, IsFlat),
        GeometryCollection parts => Array.TrueForAll(parts.Geometries, IsFlat),
        _ => false,
    };
}
