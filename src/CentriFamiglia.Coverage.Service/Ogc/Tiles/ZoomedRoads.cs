using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Layers.Journeys;
using CentriFamiglia.Coverage.Travel.Roads.Drawing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CentriFamiglia.Coverage.Service.Ogc.Tiles;

/// <summary>The main roads on the grid of each zoom: the classes that a map of that zoom draws, half a pixel fine. Thread-safe.</summary>
internal sealed class ZoomedRoads
{
    private readonly ConditionalWeakTable<LoadedRoads, ConcurrentDictionary<int, Lazy<Drawn[]>>> _held = [];

    /// <summary>What of the roads lies in a tile and a little around it, by the class as its rows tell it; classes that have nothing there are left out.</summary>
    public IEnumerable<(string Class, Geometry Lines)> In(LoadedRoads roads, TileAddress tile)
    {
        Envelope box = tile.OnGrid(TileAddress.Buffer);
        foreach (Drawn drawn in _held.GetOrCreateValue(roads).GetOrAdd(tile.Zoom, zoom => new Lazy<Drawn[]>(() => Read(roads, zoom))).Value)
        {
            LineString[] lines = [.. drawn.Lines.Query(box).SelectMany(line => Clipped(line, box))];
            if (lines.Length > 0)
                yield return (drawn.Class, Wgs84.Factory.CreateMultiLineString(lines));
        }
    }

    private static Drawn[] Read(LoadedRoads roads, int zoom)
    {
        return [.. MainRoadLayer.RoadsAt(roads, Math.Min(zoom, MainRoadLayer.Finest)).Classes.Select(Of)];

        Drawn Of(RoadLines road)
        {
            var tree = new STRtree<LineString>();
            foreach (LineString line in LinesIn(TileAddress.ToGrid(road.Shape, zoom)))
                tree.Insert(line.EnvelopeInternal, line);
            tree.Build();
            return new Drawn(MainRoadLayer.TagOf(road.Class), tree);
        }
    }

    private static IEnumerable<LineString> Clipped(LineString line, Envelope box)
    {
        if (!box.Intersects(line.EnvelopeInternal))
            return [];
        Geometry cut = box.Contains(line.EnvelopeInternal) ? line : OverlayNGRobust.Overlay(line, Wgs84.Factory.ToGeometry(box), SpatialFunction.Intersection);
        return LinesIn(cut).Select(Rounded).OfType<LineString>();
    }

    /// <summary>Null where all of it is one place of the grid.</summary>
    private static LineString? Rounded(LineString line)
    {
        Coordinate[] whole = CoordinateArrays.RemoveRepeatedPoints([.. line.Coordinates.Select(c => new Coordinate(Math.Round(c.X), Math.Round(c.Y)))]);
        return whole.Length < 2 ? null : Wgs84.Factory.CreateLineString(whole);
    }

    private static IEnumerable<LineString> LinesIn(Geometry lines) => LinearComponentExtracter.GetLines(lines).OfType<LineString>();

    private sealed record Drawn(string Class, STRtree<LineString> Lines);
}
