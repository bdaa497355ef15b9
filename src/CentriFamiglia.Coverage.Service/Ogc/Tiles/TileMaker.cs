using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Storage.Contract;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CentriFamiglia.Coverage.Service.Ogc.Tiles;

/// <summary>
/// Makes vector tiles of held layers. Areas go on a little around a tile; a point is in one tile only. Where a tile has more points than one can
/// see, those of each small square of it become one, which says how many they are. Thread-safe.
/// </summary>
/// <param name="layers">For what the layers rest on.</param>
/// <param name="stored">Makes tiles where the store is a database, of rows that are shown as they are stored.</param>
internal sealed class TileMaker(HeldLayers layers, StoredCollections stored)
{
    /// <summary>Attribute of points: how many stand there, one or those of a square.</summary>
    public const string Count = "conteggio";

    /// <summary>Points of a tile that are drawn one by one at most.</summary>
    public const int MostPoints = 3000;

    /// <summary>A tile of more is halved so often, on both sides, into squares.</summary>
    public const int Halvings = 6;

    private readonly ZoomedAreas _areas = new();
    private readonly ZoomedRoads _roads = new();
    private readonly ConditionalWeakTable<HeldLayer, ConcurrentDictionary<int, Lazy<Geometry?[]>>> _zoomed = [];

    /// <param name="loaded">Whose layer it is.</param>
    /// <param name="asked">Properties that the features have besides their id; null for all.</param>
    /// <param name="stop">Nobody waits for it any more.</param>
    /// <returns>No bytes where nothing of the layer is in the tile.</returns>
    public byte[] Make(LoadedStore loaded, HeldLayer layer, TileAddress tile, ImmutableArray<int>? asked, CancellationToken stop)
    {
        ImmutableArray<int> columns = asked ?? [.. Enumerable.Range(0, layer.Schema.Columns.Length)];
        if (layer.Collection.Shape == FeatureShape.Areas)
        {
            return (tile.Zoom > ZoomedAreas.LastSimplified && asked is null ? Stored(loaded, layer, tile, stop) : null)
                ?? VectorTileFile.Write(tile, layer.Collection.Id, Areas(layer, tile, columns, stop));
        }

        if (layer.Collection.Shape == FeatureShape.Lines)
            return VectorTileFile.Write(tile, layer.Collection.Id, Lines(layers.AnalysisOf(loaded).Roads!, layer, tile, columns));

        PointIndex points = layer.Points;
        (int from, int to) = points.Of(tile);
        if (to - from > MostPoints)
        {
            return VectorTileFile.Write(tile, layer.Collection.Id, points.Squares(from, to, tile.Zoom, Halvings)
                .Select(s => new TileFeature(Wgs84.Factory.CreatePoint(s.Middle), [.. AttributesOf(layer, s.Count, s.Sum)])));
        }

        return (from < to && asked is null ? Stored(loaded, layer, tile, stop) : null)
            ?? VectorTileFile.Write(tile, layer.Collection.Id, Points(layer, tile, columns, points, from, to));
    }

    /// <returns>Null where it is to be made here.</returns>
    private byte[]? Stored(LoadedStore loaded, HeldLayer layer, TileAddress tile, CancellationToken stop) =>
        !layer.IsLimited && StoredCollections.Find(layer.Collection, loaded, layers.AnalysisOf(loaded)) is { Table: SelectedTable.Comuni or SelectedTable.Punti } table
            ? stored.Tile(new StoredTile(table.Table, tile.Zoom, tile.Row, tile.Column, tile.InDegrees(TileAddress.Buffer)) { Others = table.Others }, loaded, stop)
            : null;

    private IEnumerable<TileFeature> Areas(HeldLayer layer, TileAddress tile, ImmutableArray<int> columns, CancellationToken stop)
    {
        Geometry?[]? zoomed = tile.Zoom <= ZoomedAreas.LastSimplified ? Zoomed(layer, tile.Zoom) : null;
        Envelope box = tile.OnGrid(TileAddress.Buffer);
        // A simplified border may lie a little beside the one that is stored.
        foreach (int index in layer.Near(tile.InDegrees(4 * TileAddress.Buffer)))
        {
            stop.ThrowIfCancellationRequested();
            Geometry? shape = zoomed is not null ? zoomed[index] : layer[index].Geometry is { } stored ? ZoomedAreas.Unsimplified(stored, tile.Zoom) : null;
            if (shape is not null && Clipped(shape, box) is { IsEmpty: false } clipped)
                yield return new TileFeature(clipped, [.. AttributesOf(layer, index, columns)]);
        }
    }

    private IEnumerable<TileFeature> Lines(LoadedRoads roads, HeldLayer layer, TileAddress tile, ImmutableArray<int> columns) =>
        _roads.In(roads, tile).Select(road => new TileFeature(road.Lines, [.. AttributesOf(layer, layer.Find(road.Class)!.Value, columns)]));

    private static IEnumerable<TileFeature> Points(
        HeldLayer layer, TileAddress tile, ImmutableArray<int> columns, PointIndex points, int from, int to) => Enumerable.Range(from, to - from)
        .GroupBy(points.RowOf, place => points.OnGrid(place, tile.Zoom))
        .OrderBy(row => row.Key)
        .Select(row => new TileFeature(PointsOf([.. row]), [.. AttributesOf(layer, row.Key, columns), new(Count, 1L)]));

    private static Geometry PointsOf(Coordinate[] places) => places.Length == 1 ? Wgs84.Factory.CreatePoint(places[0]) : Wgs84.Factory.CreateMultiPointFromCoords(places);

    private static IEnumerable<KeyValuePair<string, object>> AttributesOf(HeldLayer layer, long count, double? sum)
    {
        yield return new(Count, count);
        if (sum is { } figure)
            yield return new(layer.Collection.Summed!, figure);
    }

    /// <summary>What is known of a feature: a property that is not is left out.</summary>
    private static IEnumerable<KeyValuePair<string, object>> AttributesOf(HeldLayer layer, int index, ImmutableArray<int> columns)
    {
        yield return new("id", layer.IdOf(index));
        ImmutableArray<object?> values = layer[index].Values;
        foreach (int i in columns)
        {
            if (values[i] is { } value)
                yield return new(layer.Schema.Columns[i].Name, value is decimal money ? (double)money : value);
        }
    }

    /// <summary>Shapes of the rows at a zoom. Areas of several levels lie over each other: each level is a coverage of its own.</summary>
    private Geometry?[] Zoomed(HeldLayer layer, int zoom) => _zoomed.GetOrCreateValue(layer).GetOrAdd(zoom, _ => new Lazy<Geometry?[]>(() =>
    {
        var shapes = new Geometry?[layer.Count];
        int level = layer.Schema.IndexOf("livello");
        foreach (IGrouping<object, int> rows in Enumerable.Range(0, layer.Count)
            .Where(i => layer[i].Geometry is { IsEmpty: false })
            .GroupBy(i => level < 0 ? "" : layer[i].Values[level] ?? ""))
        {
            ImmutableArray<Geometry> distinct = [.. rows.Select(i => layer[i].Geometry!).DistinctBy(g => g.GetGeometryN(0), ReferenceEqualityComparer.Instance)];
            var byArea = distinct.Zip(_areas.Of(distinct, zoom)).ToDictionary(p => (object)p.First.GetGeometryN(0), p => p.Second, ReferenceEqualityComparer.Instance);
            foreach (int row in rows)
                shapes[row] = byArea[layer[row].Geometry!.GetGeometryN(0)];
        }

        return shapes;
    })).Value;

    private static Geometry? Clipped(Geometry shape, Envelope box)
    {
        Envelope around = shape.EnvelopeInternal;
        if (!box.Intersects(around))
            return null;
        if (box.Contains(around))
            return shape;
        Geometry cut = OverlayNGRobust.Overlay(shape, Wgs84.Factory.ToGeometry(box), SpatialFunction.Intersection);
        return ZoomedAreas.Rounded(Wgs84.Factory.CreateMultiPolygon([.. PolygonExtracter.GetPolygons(cut).Cast<Polygon>()]));
    }
}
