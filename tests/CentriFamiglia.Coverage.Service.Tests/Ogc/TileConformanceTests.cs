using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>
/// OGC API - Tiles - Part 1 (OGC 20-057), conformance classes Core, Tileset, Tilesets list, GeoData tilesets, Mapbox Vector Tiles: a test for each
/// of the abstract ones, under its name; and the two classes of JSON of the Tile Matrix Set standard (OGC 17-083r4).
/// </summary>
public sealed class TileConformanceTests(FilledStore store) : IAsyncLifetime
{
    private const string Scheme = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private const string Mercator = "http://www.opengis.net/def/crs/EPSG/0/3857";

    /// <summary>Bergamo and what is around it.</summary>
    private static readonly TileAddress _bergamo = TileAddress.Of(new Coordinate(9.67, 45.70), 10);

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Core_tc_op_and_tc_tilematrix_definition_and_tc_tilerow_definition_and_tc_tilecol_definition()
    {
        // By the template of the set of tiles, as any client comes to a tile.
        JsonNode set = await _service.OgcAsync("/collections/comuni/tiles/WebMercatorQuad");
        string template = OgcService.Links(set, "item").Single();
        string address = template.Replace("{tileMatrix}", "10", StringComparison.Ordinal)
            .Replace("{tileRow}", $"{_bergamo.Row}", StringComparison.Ordinal).Replace("{tileCol}", $"{_bergamo.Column}", StringComparison.Ordinal);
        using HttpResponseMessage response = await _service.GetAsync(new Uri(address).PathAndQuery);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        new Uri(address).AbsolutePath.ShouldBe($"/ogc/collections/comuni/tiles/WebMercatorQuad/10/{_bergamo.Row}/{_bergamo.Column}");
    }

    [Fact]
    public async Task Core_tc_success()
    {
        using HttpResponseMessage response = await _service.GetAsync(Tile.Address("comuni", _bergamo), ("Accept", "application/vnd.mapbox-vector-tile"));
        Tile tile = await Tile.AskAsync(_service, "comuni", _bergamo);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.mapbox-vector-tile");
        var around = new Envelope(-TileAddress.Buffer, 4096 + TileAddress.Buffer, -TileAddress.Buffer, 4096 + TileAddress.Buffer);
        tile.Features.ShouldAllBe(f => around.Contains(f.Shape.EnvelopeInternal));
        // The same as in a box of the tile's size, but for those that only touch its edge.
        Envelope box = _bergamo.InDegrees();
        string asked = FormattableString.Invariant($"{box.MinX},{box.MinY},{box.MaxX},{box.MaxY}");
        (await _service.IdsAsync("comuni", ("bbox", asked))).Except(tile.Ids, StringComparer.Ordinal).ShouldBeEmpty();
        tile.Ids.ShouldContain("016024", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("17/0/0", "tileMatrix")]
    [InlineData("10/1024/0", "tileRow")]
    [InlineData("10/0/1024", "tileCol")]
    [InlineData("0/1/0", "tileRow")]
    [InlineData("-1/0/0", "tileMatrix")]
    [InlineData("10/1e2/3", "tileRow")]
    [InlineData("10/5/99999999999999999999", "tileCol")]
    [InlineData("dieci/5/5", "tileMatrix")]
    public async Task Core_tc_error_out_of_range(string tile, string field) =>
        (await _service.RefusedAsync($"/ogc/collections/comuni/tiles/WebMercatorQuad/{tile}")).Field.ShouldBe(field);

    [Fact]
    public async Task Core_tc_error_nothing_there()
    {
        Tile sea = await Tile.AskAsync(_service, "comuni", new TileAddress(10, 0, 0));

        sea.Status.ShouldBe(HttpStatusCode.NoContent);
        sea.Bytes.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Tileset_description_and_tms_json_tilesetmetadata(string id)
    {
        JsonNode set = await _service.OgcAsync($"/collections/{id}/tiles/WebMercatorQuad");
        JsonNode item = set["links"]!.AsArray().Single(l => (string)l!["rel"]! == "item")!;

        ((string)set["tileMatrixSetURI"]!).ShouldBe(Scheme);
        ((string)set["crs"]!).ShouldBe(Mercator);
        ((string)set["dataType"]!).ShouldBe("vector");
        new Uri(OgcService.Links(set, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme").Single()).AbsolutePath.ShouldBe("/ogc/tileMatrixSets/WebMercatorQuad");
        ((bool)item["templated"]!).ShouldBeTrue();
        ((string)item["type"]!).ShouldBe("application/vnd.mapbox-vector-tile");
        ((string)item["href"]!).ShouldEndWith($"/ogc/collections/{id}/tiles/WebMercatorQuad/{{tileMatrix}}/{{tileRow}}/{{tileCol}}?f=mvt");
        ((string)set["layers"]!.AsArray().Single()!["id"]!).ShouldBe(id);
        JsonArray limits = set["tileMatrixSetLimits"]!.AsArray();
        limits.Select(l => (string)l!["tileMatrix"]!).ShouldBe(Enumerable.Range(0, 17).Select(z => $"{z}"));
        // z 10 over Lombardia, counted by hand from the scheme: 8.498 E is column 536.17, 46.636 N row 361.68.
        ((int)limits[10]!["minTileCol"]!).ShouldBe(536);
        ((int)limits[10]!["minTileRow"]!).ShouldBe(361);
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Tilesets_list_tileset_links_and_geodata_tilesets_desc_links(string id)
    {
        JsonNode collection = await _service.OgcAsync($"/collections/{id}");
        string list = OgcService.Links(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector").Single();
        JsonNode set = (await _service.JsonAsync(new Uri(list).PathAndQuery))["tilesets"]!.AsArray().Single()!;

        new Uri(list).AbsolutePath.ShouldBe($"/ogc/collections/{id}/tiles");
        new Uri(OgcService.Links(set, "self").Single()).AbsolutePath.ShouldBe($"/ogc/collections/{id}/tiles/WebMercatorQuad");
        OgcService.Links(set, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme").Length.ShouldBe(1);
        ((string)set["dataType"]!, (string)set["crs"]!, (string)set["tileMatrixSetURI"]!).ShouldBe(("vector", Mercator, Scheme));
    }

    [Fact]
    public async Task Geodata_tilesets_operation()
    {
        // Each collection gives its tiles under its own address.
        foreach (string id in (string[])["comuni", "sedi", "reti", "copertura-ambiti", "rilievi", "punti"])
            (await Tile.AskAsync(_service, id, TileAddress.Of(new Coordinate(9.5, 45.6), 7))).Features.ShouldNotBeEmpty(id);
    }

    [Fact]
    public async Task Mvt_content()
    {
        // 0,0 of the tile is its corner in the north-west: the seat of Bergamo is where the scheme puts it.
        Tile tile = await Tile.AskAsync(_service, "punti", _bergamo);
        (Geometry shape, _) = tile.Features.Single(f => (string)f.Attributes["id"] == "016024");
        JsonNode seat = await _service.OgcAsync("/collections/punti/items/016024");
        double lon = (double)seat["geometry"]!["coordinates"]![0]!, lat = (double)seat["geometry"]!["coordinates"]![1]! * Math.PI / 180;
        double x = (((lon + 180) / 360 * 1024) - _bergamo.Column) * 4096;
        double y = (((1 - (Math.Log(Math.Tan(lat) + (1 / Math.Cos(lat))) / Math.PI)) / 2 * 1024) - _bergamo.Row) * 4096;

        shape.Coordinate.X.ShouldBe(Math.Floor(x));
        shape.Coordinate.Y.ShouldBe(Math.Floor(y));
    }

    [Fact]
    public async Task Tms_json_tilematrixset()
    {
        JsonNode landing = await _service.OgcAsync("");
        JsonNode list = await _service.JsonAsync(new Uri(OgcService.Links(landing, "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes").Single()).PathAndQuery);
        JsonNode scheme = await _service.JsonAsync(new Uri(OgcService.Links(list["tileMatrixSets"]!.AsArray().Single()!, "self").Single()).PathAndQuery);
        JsonArray matrices = scheme["tileMatrices"]!.AsArray();

        ((string)scheme["id"]!, (string)scheme["uri"]!, (string)scheme["crs"]!).ShouldBe(("WebMercatorQuad", Scheme, Mercator));
        matrices.Count.ShouldBe(25);
        // Figures of annex D.1 of the standard.
        ((double)matrices[0]!["scaleDenominator"]!).ShouldBe(559082264.028717, 1e-5);
        ((double)matrices[10]!["cellSize"]!).ShouldBe(152.874056570353, 1e-9);
        ((int)matrices[24]!["matrixWidth"]!).ShouldBe(16777216);
        ((double)matrices[5]!["pointOfOrigin"]![0]!).ShouldBe(-20037508.3427892, 1e-6);
        matrices.ShouldAllBe(m => (string)m!["cornerOfOrigin"]! == "topLeft" && (int)m["tileWidth"]! == 256);
    }

    [Theory]
    [InlineData("/ogc/tileMatrixSets/WorldCRS84Quad")]
    [InlineData("/ogc/collections/comuni/tiles/boh")]
    [InlineData("/ogc/collections/comuni/tiles/boh/1/0/0")]
    [InlineData("/ogc/collections/boh/tiles/WebMercatorQuad/1/0/0")]
    [InlineData("/ogc/collections/boh/tiles")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using HttpResponseMessage response = await _service.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_style_and_TileJSON_lead_to_the_tiles_and_name_their_layer()
    {
        JsonNode set = await _service.OgcAsync("/collections/copertura-ambiti/tiles/WebMercatorQuad");
        JsonNode style = await _service.JsonAsync(new Uri(OgcService.Links(set, "http://www.opengis.net/def/rel/ogc/1.0/styles").Single()).PathAndQuery);
        JsonNode source = style["sources"]!["copertura-ambiti"]!;
        JsonNode tiles = await _service.JsonAsync(new Uri((string)source["url"]!).PathAndQuery);
        string address = (string)tiles["tiles"]!.AsArray().Single()!;

        ((string)tiles["vector_layers"]![0]!["id"]!).ShouldBe("copertura-ambiti");
        tiles["vector_layers"]![0]!["fields"]!.AsObject().ShouldContainKey("verdetto");
        style["layers"]!.AsArray().Skip(1).ShouldAllBe(l => (string)l!["source-layer"]! == "copertura-ambiti" && (string)l["source"]! == "copertura-ambiti");
        address.ShouldEndWith("/ogc/collections/copertura-ambiti/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt");
        OgcCollections.Find("copertura-ambiti")!.Title.ShouldBe((string)tiles["name"]!);
    }
}
