using NetTopologySuite.Features;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using MapboxLayer = NetTopologySuite.IO.VectorTiles.Layer;
using MapboxTile = NetTopologySuite.IO.VectorTiles.Tiles.Tile;

namespace CentriFamiglia.Coverage.Formats.VectorTiles;

/// <summary>A feature of a tile.</summary>
/// <param name="Shape">Whole numbers on the grid of the tile's zoom.</param>
/// <param name="Attributes">Texts, whole and other numbers, true or false; none is null.</param>
public sealed record TileFeature(Geometry Shape, ImmutableArray<KeyValuePair<string, object>> Attributes);

/// <summary>Vector tiles (Mapbox Vector Tile 2), of one layer each.</summary>
public static class VectorTileFile
{
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    // The library rounds down on both axes, but counts one of them from the other side.
    private const double Half = 0.5;

    // Features have ids that are texts, and the format has none such: they are attributes.
    private const string NoIds = "";

    /// <returns>No bytes for no features.</returns>
    public static byte[] Write(TileAddress address, string layer, IEnumerable<TileFeature> features)
    {
        var written = new MapboxLayer { Name = layer };
        foreach (TileFeature feature in features)
        {
            Geometry shape = feature.Shape.Copy();
            shape.Apply(new Unmove(address.Zoom));
            written.Features.Add(new Feature(shape, new AttributesTable(feature.Attributes, StringComparer.Ordinal)));
        }

        if (written.Features.Count == 0)
            return [];
        var tile = new VectorTile { TileId = new MapboxTile(address.Column, address.Row, address.Zoom).Id };
        tile.Layers.Add(written);
        using var stream = new MemoryStream();
        // What is too small to be seen was left out before, if it shall be.
        tile.Write(stream, minLinealExtent: 0, minPolygonalExtent: 0, TileAddress.Extent, NoIds);
        return stream.ToArray();
    }

    /// <summary>To where the library finds the same whole numbers again.</summary>
    private sealed class Unmove(int zoom) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                (double lon, double lat) = TileAddress.ToWgs84(seq.GetX(i) + Half, seq.GetY(i) - Half, zoom);
                seq.SetX(i, lon);
                seq.SetY(i, lat);
            }
        }
    }
}
