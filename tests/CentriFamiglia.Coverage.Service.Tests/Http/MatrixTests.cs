using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Times between places of the user's own, over HTTP: the figures of the verb <c>matrix</c>.</summary>
public sealed class MatrixTests(FilledStore store)
{
    private const string Points = """[{"id":"A","lon":9.67,"lat":45.69},{"id":"B","lon":9.19,"lat":45.46},{"id":"C","lon":10.22,"lat":45.54}]""";
    private const string Comuni = """[{"pro_com_t":"016024"},{"id":"Brescia","pro_com_t":"017029"}]""";

    [Theory]
    [InlineData(Points, Comuni, "stima")]
    [InlineData(Comuni, Comuni, "stima")]
    [InlineData(Points, Points, "rete")]
    public async Task It_gives_the_figures_of_the_verb(string from, string to, string travel)
    {
        string roads = store.Sibling($"matrice-{travel}.roads");
        if (travel == "rete")
            await SeatRoads.BuildAsync(store.Path, roads, kmPerHour: 60);
        await using RunningService service = await RunningService.StartAsync(store.Path, roads);
        JsonArray rows = await service.RowsAsync($"/api/v1/matrix?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}&viaggio={travel}");

        string file = store.Sibling("matrice.csv");
        using StringWriter told = new();
        string[] source = travel == "rete" ? ["--roads", roads] : ["--travel", travel, "--store", store.Path];
        (await CommandLine.RunAsync(["matrix", "--from", Written(from, "da.csv"), "--to", Written(to, "a.csv"), "-o", file, .. source], TextWriter.Null, told))
            .ShouldBe(0, told.ToString());
        string[] expected = [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Skip(1)];
        rows.Select(r => string.Join(',', ((string[])["from", "to", "seconds", "metres", "status"]).Select(c => r![c]?.ToString() ?? "")))
            .ShouldBe(expected.Select(l => string.Join(',', l.Split(',').Take(5))));
        rows.Count(r => (string)r!["status"]! == "ok").ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Without_places_it_is_between_the_active_sedi_and_a_sede_to_itself_is_nothing()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode answer = await service.JsonAsync("/api/v1/matrix");
        JsonArray rows = answer["rows"]!.AsArray();
        int sedi = (await service.RowsAsync("/api/v1/sites")).Count(r => (string)r!["status"]! == "active");

        rows.Count.ShouldBe(sedi * sedi);
        ((int)answer["meta"]!["totali"]!["coppie"]!).ShouldBe(rows.Count);
        rows.Where(r => (string)r!["from"]! == (string)r["to"]!).ShouldAllBe(r => (int)r!["seconds"]! == 0 && (int)r["metres"]! == 0);
    }

    [Fact]
    public async Task It_takes_long_lists_as_a_content()
    {
        RunningService service = await store.ServiceAsync();
        string many = $"[{string.Join(',', Enumerable.Range(0, 600).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"id":"P{{i}}","lon":{{9 + (i / 1000.0)}},"lat":45.6}""")))}]";
        using var content = new StringContent($$"""{"from":{{many}},"to":[{"pro_com_t":"016024"}]}""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await service.Client.PostAsync(new Uri("/api/v1/matrix", UriKind.Relative), content, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["rows"]!.AsArray().Count.ShouldBe(600);
    }

    [Theory]
    [InlineData("[]", "non è un elenco")]
    [InlineData("{}", "non è un elenco")]
    [InlineData("[1]", "non è un elenco")]
    [InlineData("""[{"id":"A"}]""", "non ha pro_com_t")]
    [InlineData("""[{"lon":9,"lat":45}]""", "il luogo 1 non ha id")]
    [InlineData("""[{"id":"A","lon":"9","lat":45}]""", "non ha lon in gradi")]
    [InlineData("""[{"id":"A","lon":9,"lat":4500000}]""", "non ha lat in gradi")]
    [InlineData("""[{"pro_com_t":"999999"}]""", "non è un comune caricato")]
    [InlineData("""[{"pro_com_t":"016024"},{"pro_com_t":"016024"}]""", "c'è due volte")]
    [InlineData("""[{"pro_com_t":"016024"},{"id":"A","lon":9,"lat":45}]""", "non ha pro_com_t")]
    [InlineData("""[{"id":"A","lon":9,"lat":45,"peso":1}]""", "'peso'")]
    public async Task A_list_that_cannot_be_is_refused(string from, string reason)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/matrix?from=" + Uri.EscapeDataString(from));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]!).ShouldContain(reason);
    }

    /// <summary>The same places as a file of the verb's.</summary>
    private string Written(string places, string name)
    {
        JsonNode[] all = [.. JsonNode.Parse(places)!.AsArray().Select(p => p!)];
        string[] columns = all[0]["lon"] is null ? ["id", "pro_com_t"] : ["id", "lon", "lat"];
        string path = store.Sibling(name);
        File.WriteAllLines(path, [string.Join(',', columns), .. all.Select(p => string.Join(',', columns.Select(c => p[c]?.ToString() ?? p["pro_com_t"]!.ToString())))]);
        return path;
    }
}
