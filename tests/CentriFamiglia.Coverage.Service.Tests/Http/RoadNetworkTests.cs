using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>A road network beside the store: every answer uses it, and another one takes its place without a restart.</summary>
public sealed class RoadNetworkTests(FilledStore store)
{
    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonConverterFactory() } };

    [Fact]
    public async Task Answers_rest_on_the_network_and_on_the_next_one_when_it_is_replaced()
    {
        string path = store.Sibling("rete-cambiata.roads");
        await using RunningService service = await RunningService.StartAsync(store.Path, path);
        (await ViaggioAsync(service)).ShouldBe("stima");

        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 50);
        JsonNode slow = await service.JsonAsync("/api/v1/gaps?by=regione");
        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 90);
        JsonNode fast = await service.JsonAsync("/api/v1/gaps?by=regione");

        ((string)slow["rows"]![0]!["viaggio"]!).ShouldBe("rete");
        ((double)fast["rows"]![0]!["minuti_medi"]!).ShouldBeLessThan((double)slow["rows"]![0]!["minuti_medi"]! * 0.75);
        JsonNode travel = fast["meta"]!["viaggio"]!;
        ((string)travel["rete"]!["profilo"]!).ShouldBe("car");
        ((string)travel["rete"]!["estratto_sha256"]!).Length.ShouldBe(64);
        ((string)travel["impronta"]!).ShouldNotBe((string)slow["meta"]!["viaggio"]!["impronta"]!, StringComparer.Ordinal);
        fast["meta"]!["attribuzioni"]!.AsArray().ShouldContain(a => (string)a! == "© OpenStreetMap contributors");
        (await ViaggioAsync(service, "&viaggio=stima")).ShouldBe("stima");
        (await service.RowsAsync("/api/v1/suggestions")).ShouldAllBe(row => (string)row!["viaggio"]! == "rete");
    }

    [Fact]
    public async Task A_broken_file_is_told_and_the_network_before_it_stays()
    {
        string path = store.Sibling("rete-rotta.roads");
        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 50);
        await using RunningService service = await RunningService.StartAsync(store.Path, path);
        (await ViaggioAsync(service)).ShouldBe("rete");
        string network = (string)(await service.JsonAsync("/health/ready"))["rete_stradale"]!;

        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        string draft = path + ".bozza";
        await File.WriteAllBytesAsync(draft, bytes, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(draft, DateTime.UtcNow.AddSeconds(5));
        File.Move(draft, path, overwrite: true);

        (await ViaggioAsync(service)).ShouldBe("rete");
        JsonNode ready = await service.JsonAsync("/health/ready");
        ((string)ready["rete_stradale"]!).ShouldBe(network);
        ((string)ready["avvertenza"]!).ShouldContain("Resta in uso la rete di prima");
    }

    [Fact]
    public async Task Isochrones_of_one_ATS_are_of_its_own_sedi_and_of_whoever_reaches_them()
    {
        string path = store.Sibling("rete-ats.roads");
        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 50);
        await using RunningService service = await RunningService.StartAsync(store.Path, path);

        double pavia = await ReachedAsync("&ats=Pavia"), region = await ReachedAsync("");

        // Those of Pavia that reach a sede of Pavia are counted, with some from across its border: 550,000 people live in ATS Pavia.
        double own = (await service.RowsAsync("/api/v1/gaps?by=comune&ats=Pavia"))
            .Where(r => (double?)r!["minuti_stessa_ats"] <= 20).Sum(r => (double)r!["residenti"]!);
        pavia.ShouldBeInRange(own, own + 1_000_000);
        region.ShouldBeGreaterThan(pavia * 5);

        async Task<double> ReachedAsync(string ats) =>
            (double)(await service.RowsAsync($"/api/v1/isochrones?f=json&minutes=20{ats}")).ShouldHaveSingleItem()!["residenti"]!;
    }

    [Fact]
    public async Task A_comune_without_roads_is_named_and_unreachable()
    {
        string path = store.Sibling("rete-isola.roads");
        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 50, without: "014037");
        await using RunningService service = await RunningService.StartAsync(store.Path, path);

        JsonNode answer = await service.JsonAsync("/api/v1/gaps?by=comune");

        JsonNode livigno = answer["rows"]!.AsArray().Single(row => (string)row!["pro_com_t"]! == "014037")!;
        livigno["minuti"].ShouldBeNull();
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)
            .ShouldContain(warning => warning.Contains("valgono come irraggiungibili", StringComparison.Ordinal) && warning.Contains("Livigno", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Isochrones_lie_inside_one_another_and_count_residents_by_their_own_times()
    {
        string path = store.Sibling("rete-isocrone.roads");
        await SeatRoads.BuildAsync(store.Path, path, kmPerHour: 50);
        await using RunningService service = await RunningService.StartAsync(store.Path, path);

        JsonArray areas = (await service.JsonAsync("/api/v1/isochrones?site=BG01-H&minutes=30,15"))["features"]!.AsArray();
        JsonArray together = (await service.JsonAsync("/api/v1/isochrones?minutes=20"))["features"]!.AsArray();
        JsonArray roads = (await service.JsonAsync("/api/v1/isochrones?site=BG01-H&minutes=15&edges=si"))["features"]!.AsArray();
        JsonNode none = await service.JsonAsync("/api/v1/isochrones?f=json&sedi=note&ats=Montagna&minutes=15");
        JsonNode region = (await service.RowsAsync("/api/v1/gaps?by=regione"))[0]!;

        areas.Select(f => (int)f!["properties"]!["minuti"]!).ShouldBe([15, 30]);
        Geometry[] shapes = [.. areas.Select(f => GeometryOf(f!))];
        shapes.ShouldAllBe(shape => shape.IsValid && shape.Area > 0);
        shapes[1].Buffer(1e-7).Covers(shapes[0]).ShouldBeTrue();
        Geometry alone = GeometryOf((await service.JsonAsync("/api/v1/isochrones?site=BG01-H&minutes=15"))["features"]![0]!);
        Geometry beside = GeometryOf((await service.JsonAsync("/api/v1/isochrones?site=BG01-H&minutes=15,60"))["features"]![0]!);
        alone.EqualsExact(beside).ShouldBeTrue();
        alone.EqualsExact(shapes[0]).ShouldBeTrue("what else is asked has no say");
        ((double)areas[0]!["properties"]!["aggancio_m"]!).ShouldBeGreaterThan(0);
        ((string)areas[0]!["properties"]!["strada"]!).ShouldStartWith("Via per");
        ((double)together[0]!["properties"]!["residenti"]!).ShouldBe((double)region["residenti_entro_20_min"]!);
        none["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)
            .ShouldContain("Non c'è alcuna sede attiva tra quelle richieste: non vi è nulla da disegnare.", StringComparer.Ordinal);
        GeometryOf(roads[0]!).GeometryType.ShouldBe("MultiLineString");
        shapes[0].Buffer(0.002).Covers(GeometryOf(roads[0]!)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "roads build")]
    [InlineData("?site=XX", "roads build")]
    public async Task Without_a_network_nothing_is_drawn_and_the_cure_is_told(string query, string cure)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/isochrones" + query);

        ((int)answer.StatusCode).ShouldBe(400);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["rimedio"]!).ShouldContain(cure);
    }

    private static async Task<string> ViaggioAsync(RunningService service, string more = "") =>
        (string)(await service.RowsAsync("/api/v1/gaps?by=regione" + more))[0]!["viaggio"]!;

    private static Geometry GeometryOf(JsonNode feature) =>
        JsonSerializer.Deserialize<Geometry>(feature["geometry"]!.ToJsonString(), _geometry)!;
}
