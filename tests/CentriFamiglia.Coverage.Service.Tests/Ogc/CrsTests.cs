using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Part 2, conformance class Coordinate Reference Systems by Reference: a test for each of the abstract ones, under its name. PROJ judges the coordinates.</summary>
public sealed class CrsTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Crs_uri_and_storageCrs(string id)
    {
        JsonNode collection = await _service.OgcAsync($"/collections/{id}");

        collection["crs"]!.AsArray().Select(c => (string)c!).ShouldBe(
            [OgcService.Crs84, OgcService.Epsg(4326), OgcService.Epsg(32632), OgcService.Epsg(3857), OgcService.Epsg(3003), OgcService.Epsg(6707)]);
        ((string)collection["storageCrs"]!).ShouldBe(OgcService.Crs84);
    }

    [Fact]
    public async Task Default_crs_and_crs_parameter_default()
    {
        using HttpResponseMessage response = await _service.GetAsync("/ogc/collections/sedi/items/BG01-H");

        response.Headers.GetValues("Content-Crs").ShouldBe([$"<{OgcService.Crs84}>"]);
        (await PlaceAsync(OgcService.Crs84)).ShouldBe((9.66496, 45.69753));
    }

    [Theory]
    [InlineData(4326, "45.69753", "9.66496")]
    [InlineData(32632, "551769.204", "5060656.891")]
    [InlineData(3857, "1075898.426", "5732009.974")]
    [InlineData(3003, "1551798.004", "5060677.247")]
    [InlineData(6707, "5060656.891", "551769.204")]
    public async Task Crs_parameter_and_crs_parameter_transform(int epsg, string first, string second)
    {
        double metre = epsg switch { 4326 => 0, 3003 => 0.05, _ => 0.002 };
        using HttpResponseMessage response = await _service.GetAsync(OgcService.Address("/collections/sedi/items/BG01-H", ("crs", OgcService.Epsg(epsg))));
        (double one, double two) = await PlaceAsync(OgcService.Epsg(epsg));

        response.Headers.GetValues("Content-Crs").ShouldBe([$"<{OgcService.Epsg(epsg)}>"]);
        one.ShouldBe(double.Parse(first, CultureInfo.InvariantCulture), metre);
        two.ShouldBe(double.Parse(second, CultureInfo.InvariantCulture), metre);
    }

    /// <param name="epsg">Code.</param>
    /// <param name="northFirst">Whether PROJ, told to keep to the authority's order, gives the north first.</param>
    /// <param name="tolerance">Metres; 3003 is shifted between two ellipsoids.</param>
    [Theory]
    [InlineData(4326, true, 0.02)]
    [InlineData(32632, false, 0.02)]
    [InlineData(3857, false, 0.02)]
    [InlineData(3003, false, 0.05)]
    [InlineData(6707, true, 0.02)]
    public async Task PROJ_has_the_same_coordinates_in_the_same_order(int epsg, bool northFirst, double tolerance)
    {
        JsonNode page = await _service.ItemsAsync("sedi", ("limit", "4"));
        JsonNode moved = await _service.ItemsAsync("sedi", ("limit", "4"), ("crs", OgcService.Epsg(epsg)));
        double degrees = epsg == 4326 ? 111_000 : 1;
        foreach ((JsonNode? from, JsonNode? to) in page["features"]!.AsArray().Zip(moved["features"]!.AsArray()))
        {
            (double lon, double lat) = At(from!);
            (double first, double second) = At(to!);
            string[] told = (await Gdal.RunAsync("gdaltransform",
                "-s_srs", "OGC:CRS84", "-t_srs", $"EPSG:{epsg}", "-output_xy", "-coord", Text(lon), Text(lat))).Split(' ');
            // The tool always gives the east first.
            (double east, double north) = (double.Parse(told[0], CultureInfo.InvariantCulture), double.Parse(told[1], CultureInfo.InvariantCulture));
            (northFirst ? second : first).ShouldBe(east, tolerance / degrees);
            (northFirst ? first : second).ShouldBe(north, tolerance / degrees);
        }
    }

    [Fact]
    public async Task Crs_parameter_invalid()
    {
        (await _service.RefusedAsync(OgcService.Items("sedi", ("crs", "http://www.opengis.net/def/crs/OGC/0/does_not_exist")))).Field.ShouldBe("crs");
        (await _service.RefusedAsync(OgcService.Items("sedi", ("crs", "EPSG:4326")))).Field.ShouldBe("crs");
    }

    [Fact]
    public async Task Bbox_crs_parameter_invalid() =>
        (await _service.RefusedAsync(OgcService.Items("sedi", ("bbox", "9,45,10,46"), ("bbox-crs", OgcService.Epsg(9999))))).Field.ShouldBe("bbox-crs");

    [Fact]
    public async Task Bbox_crs_parameter_default() =>
        (await _service.IdsAsync("sedi", ("bbox", "9.5,45.5,10,46"))).ShouldBe(await _service.IdsAsync("sedi", ("bbox", "9.5,45.5,10,46"), ("bbox-crs", OgcService.Crs84)));

    [Fact]
    public async Task Bbox_crs_parameter_in_the_order_of_the_axes() =>
        (await _service.IdsAsync("sedi", ("bbox", "45.5,9.5,46,10"), ("bbox-crs", OgcService.Epsg(4326)))).ShouldBe(await _service.IdsAsync("sedi", ("bbox", "9.5,45.5,10,46")));

    [Theory]
    [InlineData(32632, "540000,5050000,580000,5100000")]
    [InlineData(3857, "1057000,5713000,1113000,5780000")]
    [InlineData(3003, "1540000,5050000,1580000,5100000")]
    [InlineData(6707, "5050000,540000,5100000,580000")]
    public async Task Bbox_crs_parameter_takes_those_whose_coordinates_in_that_system_are_in_the_box(int epsg, string box)
    {
        double[] sides = [.. box.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        JsonNode moved = await _service.ItemsAsync("sedi", ("crs", OgcService.Epsg(epsg)), ("limit", "1000"));
        string[] inside =
        [
            .. moved["features"]!.AsArray().Where(f => At(f!) is var (x, y) && x >= sides[0] && x <= sides[2] && y >= sides[1] && y <= sides[3]).Select(f => (string)f!["id"]!),
        ];

        (await _service.IdsAsync("sedi", ("bbox", box), ("bbox-crs", OgcService.Epsg(epsg)))).ShouldBe(inside);
        inside.Length.ShouldBeInRange(5, 100);
    }

    private async Task<(double First, double Second)> PlaceAsync(string crs) => At(await _service.OgcAsync("/collections/sedi/items/BG01-H", ("crs", crs)));

    private static (double First, double Second) At(JsonNode feature) => ((double)feature["geometry"]!["coordinates"]![0]!, (double)feature["geometry"]!["coordinates"]![1]!);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
