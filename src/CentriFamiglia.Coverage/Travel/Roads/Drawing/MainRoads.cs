using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace CentriFamiglia.Coverage.Travel.Roads.Drawing;

/// <summary>The roads of one class, to be drawn.</summary>
/// <param name="Class">Of them all; ramps are left out.</param>
/// <param name="Edges">Pieces between junctions.</param>
/// <param name="Kilometres">Of the roads as they are, not as they are drawn; a road for both ways counts once, two carriageways twice.</param>
/// <param name="Shape">WGS84, simplified, 5 decimals (a metre).</param>
public sealed record RoadLines(RoadClass Class, int Edges, double Kilometres, MultiLineString Shape);

/// <summary>The main roads of a network, coarse enough to be sent to a map.</summary>
/// <param name="Classes">From the greatest; those the network has.</param>
/// <param name="ToleranceMetres">How far a line may lie from its road.</param>
/// <param name="LeftOut">Classes asked for that would have made it too large.</param>
public sealed record MainRoads(ImmutableArray<RoadLines> Classes, double ToleranceMetres, ImmutableArray<RoadClass> LeftOut)
{
    private const double MetresPerDegree = 111_320;

    /// <summary>The classes that a map draws, from the greatest.</summary>
    public static ImmutableArray<RoadClass> Drawn { get; } = [RoadClass.Motorway, RoadClass.Trunk, RoadClass.Primary, RoadClass.Secondary];

    public int Points => Classes.Sum(c => c.Shape.NumPoints);

    /// <summary>The roads of some classes; where they have too many points the tolerance grows, at most to the fourfold, then the least class is left out.</summary>
    /// <param name="network">What they are read from.</param>
    /// <param name="classes">Among <see cref="Drawn"/>.</param>
    /// <param name="toleranceMetres">How far a line may lie from its road, more than 0.</param>
    /// <param name="mostPoints">Of all lines together.</param>
    public static MainRoads Of(RoadNetwork network, ImmutableArray<RoadClass> classes, double toleranceMetres, int mostPoints)
    {
        (RoadClass Class, int[] Edges, LineString[] Lines)[] all =
            [.. classes.Select(c => (c, Edges: EdgesOf(network.Edges, c))).Where(c => c.Edges.Length > 0).Select(c => (c.c, c.Edges, RoadChains.Of(network.Edges, c.Edges)))];
        for (int kept = all.Length; kept > 0; kept--)
        {
            for (double tolerance = toleranceMetres; tolerance <= 4 * toleranceMetres; tolerance *= 2)
            {
                var roads = new MainRoads(
                    [.. all[..kept].Select(c => new RoadLines(c.Class, c.Edges.Length, KilometresOf(network.Edges, c.Edges), Simplified(c.Lines, tolerance)))],
                    tolerance,
                    [.. all[kept..].Select(c => c.Class)]);
                if (roads.Points <= mostPoints)
                    return roads;
            }
        }

        return new MainRoads([], toleranceMetres, [.. all.Select(c => c.Class)]);
    }

    private static int[] EdgesOf(RoadEdges edges, RoadClass wanted)
    {
        ReadOnlySpan<byte> classes = edges.Class.Span;
        var found = new List<int>();
        for (int edge = 0; edge < edges.Count; edge++)
        {
            if (classes[edge] == (byte)wanted)
                found.Add(edge);
        }

        return [.. found];
    }

    private static double KilometresOf(RoadEdges edges, int[] chosen)
    {
        long decimetres = 0;
        foreach (int edge in chosen)
            decimetres += edges.Decimetres.Span[edge];
        return decimetres / 10_000d;
    }

    private static MultiLineString Simplified(LineString[] lines, double toleranceMetres)
    {
        return lines[0].Factory.CreateMultiLineString([.. lines.Select(Of)]);

        LineString Of(LineString line)
        {
            var coarse = (LineString)DouglasPeuckerSimplifier.Simplify(line, toleranceMetres / MetresPerDegree);
            Coordinate[] points = [.. coarse.Coordinates.Select(c => new Coordinate(Math.Round(c.X, 5), Math.Round(c.Y, 5)))];
            return line.Factory.CreateLineString(points);
        }
    }
}
