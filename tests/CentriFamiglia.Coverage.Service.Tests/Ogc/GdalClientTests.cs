using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>A client that nobody here wrote: the OAPIF driver of GDAL, which is also what QGIS's own tools read with.</summary>
public sealed partial class GdalClientTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Root => "OAPIF:" + _service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/ogc";

    [Fact]
    public async Task Ogr2ogr_brings_every_collection_with_its_count_and_warns_of_nothing()
    {
        string file = store.Sibling("ogc-tutto.gpkg");
        await Gdal.RunAsync("ogr2ogr", "-f", "GPKG", "-oo", "PAGE_SIZE=500", file, Root);

        string told = await Gdal.RunAsync("ogrinfo", "-so", "-al", file);

        (string, int)[] brought = [.. Counts().Matches(told).Select(m => (m.Groups["layer"].Value, int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture)))];
        List<(string, int)> expected = [];
        foreach (JsonNode? collection in (await _service.OgcAsync("/collections"))["collections"]!.AsArray())
        {
            string id = (string)collection!["id"]!;
            expected.Add((id, (await CoverageRowsAsync(id)) ?? (int)(await _service.ItemsAsync(id, ("limit", "1")))["numberMatched"]!));
        }

        brought.ShouldBe(expected);
    }

    [Fact]
    public async Task Through_pages_of_ten_every_feature_comes_once()
    {
        string told = await Gdal.RunAsync("ogrinfo", "-q", "-oo", "PAGE_SIZE=10", Root, "distretti", "-geom=NO");

        Regex.Matches(told, @"^  codice \(String\) = (.*)$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value.TrimEnd('\r'))
            .ShouldBe(await _service.IdsAsync("distretti"));
    }

    [Fact]
    public async Task Fields_have_the_types_of_the_columns_also_where_the_first_page_has_no_value()
    {
        string told = await Gdal.RunAsync("ogrinfo", "-so", Root, "sedi");

        told.ShouldContain("Feature Count: 196");
        told.ShouldContain("Geometry: Point");
        told.ShouldContain("operators: Integer");
        told.ShouldContain("conta: Integer(Boolean)");
        told.ShouldContain("valid_from: Date");
        told.ShouldContain("lon: Real");
    }

    [Theory]
    [InlineData("residenti > 100000", "(residenti > 100000)")]
    [InlineData("provincia = 'BG' AND residenti >= 20000", "(provincia = 'BG') AND (residenti >= 20000)")]
    [InlineData("nome LIKE 'Ber%' OR nome LIKE 'Mil%'", "(nome LIKE 'Ber%') OR (nome LIKE 'Mil%')")]
    [InlineData("NOT (residenti < 100000)", "NOT (residenti < 100000)")]
    [InlineData("nome = 'Villa d''Almè'", "nome = 'Villa d''Almè'")]
    public async Task A_filter_is_pushed_down_as_CQL2_and_brings_what_it_takes(string where, string filter)
    {
        string told = await Gdal.RunAsync("ogrinfo", "-q", "-geom=NO", Root, "comuni", "-where", where);

        string[] brought = [.. Regex.Matches(told, @"^  id \(String\) = (\d+)\r?$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value)];
        brought.ShouldBe(await _service.IdsAsync("comuni", ("filter", filter)));
        brought.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_pushed_down_is_the_filter_itself()
    {
        // With debug output on standard error the tool says what it asks.
        string said = await Gdal.DebugAsync("ogrinfo", "-q", "-geom=NO", "--config", "CPL_DEBUG", "ON", Root, "comuni", "-where", "residenti > 100000 AND nome LIKE 'B%'");
        string[] asked = [.. said.Split('\n').Where(l => l.Contains("filter=", StringComparison.Ordinal))];

        asked.Length.ShouldBe(1, said);
        asked[0].ShouldContain("filter=(residenti%20%3E%20100000)%20AND%20(nome%20LIKE%20'B%25')&filter-lang=cql-text");
    }

    [Fact]
    public async Task A_box_is_pushed_down_as_bbox()
    {
        string told = await Gdal.RunAsync("ogrinfo", "-so", "-spat", "9.5", "45.5", "10", "46", Root, "comuni");

        told.ShouldContain($"Feature Count: {(await _service.IdsAsync("comuni", ("bbox", "9.5,45.5,10,46"))).Length}");
    }

    [Fact]
    public async Task Reprojected_by_ogr2ogr_the_coordinates_are_those_that_the_service_gives_in_that_system()
    {
        string file = store.Sibling("ogc-32632.csv");
        await Gdal.RunAsync("ogr2ogr", "-f", "CSV", "-t_srs", "EPSG:32632", "-lco", "GEOMETRY=AS_XY", "-select", "site_id", file, Root, "sedi");
        JsonNode page = await _service.ItemsAsync("sedi", ("crs", OgcService.Epsg(32632)), ("limit", "1000"));

        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        (string, double, double)[] told = [.. lines.Skip(1).Select(l => l.Split(',')).Select(c => (c[2], Number(c[0]), Number(c[1])))];
        told.Length.ShouldBe(196);
        foreach (((string id, double x, double y), JsonNode? feature) in told.Zip(page["features"]!.AsArray()))
        {
            ((string)feature!["id"]!).ShouldBe(id.Trim('"'));
            ((double)feature["geometry"]!["coordinates"]![0]!).ShouldBe(x, 0.002);
            ((double)feature["geometry"]!["coordinates"]![1]!).ShouldBe(y, 0.002);
        }

        static double Number(string text) => double.Parse(text.Trim('"'), CultureInfo.InvariantCulture);
    }

    /// <summary>Rows of the same name over <c>/api/v1</c>, which other code counts; null where no question has that name.</summary>
    private async Task<int?> CoverageRowsAsync(string collection)
    {
        string? address = collection switch
        {
            "sedi" => "/api/v1/sites",
            "reti" => "/api/v1/networks",
            "copertura-ambiti" => "/api/v1/coverage?level=ambito",
            "copertura-distretti" => "/api/v1/coverage?level=distretto",
            "lacune" => "/api/v1/gaps?by=comune",
            "proposte" => "/api/v1/suggestions",
            "rilievi" => "/api/v1/findings",
            _ => null,
        };
        return address is null ? null : (await _service.RowsAsync(address)).Count;
    }

    [GeneratedRegex(@"^Layer name: (?<layer>[\w-]+)$.*?^Feature Count: (?<count>\d+)$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Counts();
}
