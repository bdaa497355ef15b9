using System.Net;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using MapboxTile = NetTopologySuite.IO.VectorTiles.Tiles.Tile;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>A tile as a client asks for it and reads it.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Bytes">Not compressed.</param>
internal sealed record Tile(TileAddress Place, HttpStatusCode Status, byte[] Bytes)
{
    public static string Address(string collection, TileAddress tile) =>
        $"/ogc/collections/{collection}/tiles/WebMercatorQuad/{tile.Zoom}/{tile.Row}/{tile.Column}";

    public static async Task<Tile> AskAsync(RunningService service, string collection, TileAddress tile, string query = "")
    {
        using HttpResponseMessage response = await service.GetAsync(Address(collection, tile) + query);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        return new Tile(tile, response.StatusCode, bytes);
    }

    /// <summary>The tiles of a zoom over Lombardia.</summary>
    public static IEnumerable<TileAddress> OfLombardia(int zoom)
    {
        var first = TileAddress.Of(new Coordinate(8.498, 46.636), zoom);
        var last = TileAddress.Of(new Coordinate(11.428, 44.679), zoom);
        return from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               select new TileAddress(zoom, row, column);
    }

    /// <summary>Shapes in units of the tile, 0 to 4096, y down, with their attributes.</summary>
    public IReadOnlyList<(Geometry Shape, IAttributesTable Attributes)> Features
    {
        get
        {
            if (Bytes.Length == 0)
                return [];
            VectorTile read = new MapboxTileReader().Read(new MemoryStream(Bytes), new MapboxTile(Place.Column, Place.Row, Place.Zoom));
            return [.. read.Layers.Single().Features.Select(f => (InUnits(f.Geometry), f.Attributes))];
        }
    }

    public string[] Ids => [.. Features.Select(f => (string)f.Attributes["id"])];

    private Geometry InUnits(Geometry degrees)
    {
        Geometry moved = TileAddress.ToGrid(degrees, Place.Zoom);
        moved.Apply(new NetTopologySuite.Geometries.Utilities.AffineTransformation(1, 0, -Place.OnGrid().MinX, 0, 1, -Place.OnGrid().MinY));
        foreach (Coordinate vertex in moved.Coordinates)
            (vertex.X, vertex.Y) = (Math.Round(vertex.X), Math.Round(vertex.Y));
        moved.GeometryChanged();
        return moved;
    }
}
