using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>What a query of <c>/items</c> takes, as a file: GDAL counts it.</summary>
public sealed class FeatureFileTests(FilledStore store) : IAsyncLifetime
{
    private const string Filter = "residenti > 20000";

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("gpkg", "application/geopackage+sqlite3")]
    public async Task Every_feature_that_answers_is_in_it_and_not_a_page_of_them(string format, string media)
    {
        int matched = await _service.CountAsync("comuni", Filter);
        matched.ShouldBeGreaterThan(50);

        string file = await FileAsync(format, media, ("filter", Filter), ("f", format));
        string said = await Gdal.RunAsync("ogrinfo", "-so", "-al", "-ro", file);

        said.ShouldContain($"Feature Count: {matched}");
    }

    [Fact]
    public async Task Columns_and_order_are_those_asked_for()
    {
        string file = await FileAsync("csv", "text/csv", ("filter", Filter), ("properties", "nome,residenti"), ("sortby", "-residenti"), ("f", "csv"));
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

        lines[0].ShouldStartWith("nome,residenti");
        lines[1].ShouldStartWith("Milano,");
        string[] names = [.. (await _service.ItemsAsync("comuni", ("filter", Filter), ("sortby", "-residenti"), ("limit", "1000")))["features"]!.AsArray()
            .Select(f => (string)f!["properties"]!["nome"]!)];
        lines.Skip(1).Select(l => l.Split(',')[0]).ShouldBe(names);
    }

    [Fact]
    public async Task A_page_says_where_the_files_of_all_are()
    {
        JsonNode page = await _service.ItemsAsync("comuni", ("filter", Filter), ("limit", "5"), ("offset", "5"));
        string csv = OgcService.Links(page, "alternate").Single(l => l.Contains("f=csv", StringComparison.Ordinal));

        csv.ShouldNotContain("limit=");
        using HttpResponseMessage response = await _service.GetAsync(new Uri(csv).PathAndQuery);
        string[] lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        (lines.Length - 1).ShouldBe((int)page["numberMatched"]!);
        using HttpResponseMessage html = await _service.GetAsync(OgcService.Items("comuni", ("f", "html")));
        (await html.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("f=xlsx");
    }

    [Fact]
    public async Task A_file_has_no_other_system_of_coordinates()
    {
        (await _service.RefusedAsync(OgcService.Items("comuni", ("f", "gpkg"), ("crs", OgcService.Epsg(32632))))).Field.ShouldBe("crs");
        (await _service.RefusedAsync(OgcService.Items("comuni", ("f", "ods")))).Field.ShouldBe("f");
    }

    private async Task<string> FileAsync(string format, string media, params (string, string)[] parameters)
    {
        using HttpResponseMessage response = await _service.GetAsync(OgcService.Items("comuni", parameters));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        string file = store.Sibling($"elementi-{Guid.NewGuid():N}.{format}");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return file;
    }
}
