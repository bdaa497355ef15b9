using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>The main roads as a collection and as tiles, there where a road network is loaded.</summary>
public sealed class RoadTileTests(FilledStore store)
{
    private const string Roads = "strade-principali";

    // From west to east a motorway, across it a state road from south to north, a provincial one beside it, a street.
    private const string Extract = """
        <osm version="0.6">
          <node id="1" lat="45.60" lon="9.00"/><node id="2" lat="45.60" lon="9.10"/><node id="4" lat="45.60" lon="9.20"/>
          <node id="5" lat="45.50" lon="9.10"/><node id="6" lat="45.70" lon="9.10"/><node id="7" lat="45.70" lon="9.30"/><node id="8" lat="45.75" lon="9.30"/>
          <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="4"/><tag k="highway" v="motorway"/></way>
          <way id="4"><nd ref="5"/><nd ref="2"/><nd ref="6"/><tag k="highway" v="primary"/></way>
          <way id="5"><nd ref="6"/><nd ref="7"/><tag k="highway" v="secondary"/></way>
          <way id="6"><nd ref="7"/><nd ref="8"/><tag k="highway" v="residential"/></way>
        </osm>
        """;

    private static readonly Coordinate _crossing = new(9.10, 45.60);

    [Theory]
    [InlineData(7, "motorway")]
    [InlineData(9, "motorway primary")]
    [InlineData(11, "motorway primary secondary")]
    [InlineData(16, "motorway primary")]
    public async Task A_tile_has_the_classes_of_its_zoom_at_their_places_and_no_more_of_them_than_lies_around_it(int zoom, string classes)
    {
        await using RunningService service = await WithRoadsAsync($"tessere-{zoom}.roads");
        Tile tile = await Tile.AskAsync(service, Roads, TileAddress.Of(_crossing, zoom));

        string.Join(' ', tile.Ids).ShouldBe(classes);
        Envelope around = new(-TileAddress.Buffer - 1, TileAddress.Extent + TileAddress.Buffer + 1, -TileAddress.Buffer - 1, TileAddress.Extent + TileAddress.Buffer + 1);
        tile.Features.ShouldAllBe(f => f.Shape.Dimension == Dimension.Curve && around.Contains(f.Shape.EnvelopeInternal));
        (double x, double y) = TileAddress.ToGrid(_crossing.X, _crossing.Y, zoom);
        Point crossing = Wgs84Point(x - tile.Place.OnGrid().MinX, y - tile.Place.OnGrid().MinY);
        // A unit for each of the two that are rounded, and what is half a pixel.
        tile.Features.Take(2).ShouldAllBe(f => f.Shape.Distance(crossing) < 6);
        tile.Features.ShouldAllBe(f => Convert.ToDouble(f.Attributes["km"]) > 10);
    }

    [Fact]
    public async Task Where_there_is_no_road_there_is_nothing_and_the_provincial_one_is_where_it_is()
    {
        await using RunningService service = await WithRoadsAsync("tessere-vuote.roads");

        (await Tile.AskAsync(service, Roads, TileAddress.Of(new Coordinate(10.5, 45.2), 11))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Tile.AskAsync(service, Roads, TileAddress.Of(new Coordinate(9.25, 45.70), 14))).Ids.ShouldBe(["secondary"]);
        (await Tile.AskAsync(service, Roads, TileAddress.Of(new Coordinate(9.30, 45.74), 14))).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_collection_is_listed_and_its_elements_are_the_classes_as_lines()
    {
        await using RunningService service = await WithRoadsAsync("tessere-raccolta.roads");
        string[] listed = [.. (await service.OgcAsync("/collections"))["collections"]!.AsArray().Select(c => (string)c!["id"]!)];
        JsonNode items = await service.ItemsAsync(Roads);
        JsonNode set = await service.OgcAsync($"/collections/{Roads}/tiles/WebMercatorQuad");
        JsonNode style = await service.OgcAsync($"/collections/{Roads}/tiles/WebMercatorQuad/style");
        using HttpResponseMessage page = await service.GetAsync($"/ogc/collections/{Roads}/items?f=html");

        listed.ShouldBe([.. OgcCollections.All.Select(c => c.Id), Roads]);
        OgcService.Ids(items).ShouldBe(["motorway", "primary", "secondary"]);
        items["features"]!.AsArray().ShouldAllBe(f => (string)f!["geometry"]!["type"]! == "MultiLineString");
        ((int)set["layers"]![0]!["geometryDimension"]!).ShouldBe(1);
        set["layers"]![0]!["propertiesSchema"]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["id", "classe", "nome", "km", "tratti"]);
        ((string)style["layers"]![1]!["type"]!).ShouldBe("line");
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<path class=\"line\"");
        (await service.OgcAsync("/api"))["paths"]!.AsObject().ShouldContain(p => p.Key == $"/collections/{Roads}/items");
    }

    [Fact]
    public async Task GDAL_reads_them_from_the_service()
    {
        await using RunningService service = await WithRoadsAsync("tessere-gdal.roads");
        string told = await Gdal.RunAsync("ogrinfo", "-so", "OAPIF:" + service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/ogc", Roads);

        told.ShouldContain("Feature Count: 3");
        told.ShouldContain("Line String");
    }

    [Fact]
    public async Task Without_a_network_they_are_not_listed_and_who_asks_is_told_why()
    {
        RunningService service = await store.ServiceAsync();

        (await service.OgcAsync("/collections"))["collections"]!.AsArray().ShouldNotContain(c => (string)c!["id"]! == Roads);
        foreach (string path in (string[])["", "/items", "/tiles/WebMercatorQuad/7/45/67", "/queryables", "/tiles"])
            (await service.RefusedAsync($"/ogc/collections/{Roads}{path}")).Detail.ShouldContain("rete stradale");
    }

    private static Point Wgs84Point(double x, double y) => new(x, y);

    private async Task<RunningService> WithRoadsAsync(string name)
    {
        string path = store.Sibling(name), extract = Path.ChangeExtension(path, ".osm");
        await File.WriteAllTextAsync(extract, Extract, TestContext.Current.CancellationToken);
        using var error = new StringWriter();
        (await CommandLine.RunAsync(["roads", "build", extract, "-o", path], TextWriter.Null, error)).ShouldBe(0, error.ToString());
        return await RunningService.StartAsync(store.Path, path);
    }
}
