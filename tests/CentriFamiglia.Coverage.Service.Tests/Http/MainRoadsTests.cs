using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>The ground of the map: the main roads of the network in use, as many as its zoom shows.</summary>
public sealed class MainRoadsTests(FilledStore store)
{
    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonConverterFactory() } };

    // A motorway in two ways with a bend of some metres, a ramp, a state road that crosses them, a provincial one beside, a street.
    private const string Extract = """
        <osm version="0.6">
          <node id="1" lat="45.60" lon="9.00"/><node id="2" lat="45.60" lon="9.10"/><node id="3" lat="45.60001" lon="9.15"/><node id="4" lat="45.60" lon="9.20"/>
          <node id="5" lat="45.50" lon="9.10"/><node id="6" lat="45.70" lon="9.10"/><node id="7" lat="45.70" lon="9.30"/><node id="8" lat="45.75" lon="9.30"/>
          <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="motorway"/></way>
          <way id="2"><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="highway" v="motorway"/></way>
          <way id="3"><nd ref="4"/><nd ref="7"/><tag k="highway" v="motorway_link"/></way>
          <way id="4"><nd ref="5"/><nd ref="2"/><nd ref="6"/><tag k="highway" v="primary"/></way>
          <way id="5"><nd ref="6"/><nd ref="7"/><tag k="highway" v="secondary"/></way>
          <way id="6"><nd ref="7"/><nd ref="8"/><tag k="highway" v="residential"/></way>
        </osm>
        """;

    [Theory]
    [InlineData(7, "motorway")]
    [InlineData(9, "motorway primary")]
    [InlineData(11, "motorway primary secondary")]
    public async Task A_nearer_map_has_the_lesser_roads_too_with_the_lengths_of_the_extract(int zoom, string classes)
    {
        await using RunningService service = await WithRoadsAsync($"strade-{zoom}.roads");
        JsonNode answer = await service.JsonAsync($"/api/v1/main-roads?zoom={zoom}");

        JsonNode[] rows = [.. answer["features"]!.AsArray().Select(f => f!["properties"]!)];
        string.Join(' ', rows.Select(r => (string)r["classe"]!)).ShouldBe(classes);
        rows.ShouldAllBe(r => Math.Abs((double)r["km"]! - KilometresOf((string)r["classe"]!)) < 0.01 * KilometresOf((string)r["classe"]!));
        answer["meta"]!["attribuzioni"]!.AsArray().ShouldContain(a => (string)a! == "© OpenStreetMap contributors");
        ((int)answer["meta"]!["totali"]!["punti"]!).ShouldBeLessThan((int)answer["meta"]!["totali"]!["punti_massimo"]!);
    }

    [Fact]
    public async Task The_two_ways_of_the_motorway_are_one_line_without_its_bend_and_as_long_as_drawn()
    {
        await using RunningService service = await WithRoadsAsync("strade-linea.roads");
        JsonNode motorway = (await service.JsonAsync("/api/v1/main-roads?zoom=7"))["features"]![0]!;

        var lines = (MultiLineString)motorway["geometry"].Deserialize<Geometry>(_geometry)!;
        LineString line = lines.Geometries.ShouldHaveSingleItem().ShouldBeOfType<LineString>();
        line.Coordinates.Select(c => (c.X, c.Y)).ShouldBe([(9.0, 45.6), (9.2, 45.6)], ignoreOrder: true);
        ((int)motorway["properties"]!["tratti"]!).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_and_without_a_network_there_is_none()
    {
        await using RunningService service = await WithRoadsAsync("strade-etag.roads");
        using HttpResponseMessage first = await service.GetAsync("/api/v1/main-roads?zoom=9");
        using var again = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using HttpResponseMessage second = await service.Client.SendAsync(again, TestContext.Current.CancellationToken);
        using HttpResponseMessage without = await (await store.ServiceAsync()).GetAsync("/api/v1/main-roads?zoom=9");
        using HttpResponseMessage wrong = await service.GetAsync("/api/v1/main-roads?zoom=99");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<RunningService> WithRoadsAsync(string name)
    {
        string path = store.Sibling(name), extract = Path.ChangeExtension(path, ".osm");
        await File.WriteAllTextAsync(extract, Extract, TestContext.Current.CancellationToken);
        using var error = new StringWriter();
        (await CommandLine.RunAsync(["roads", "build", extract, "-o", path], TextWriter.Null, error)).ShouldBe(0, error.ToString());
        return await RunningService.StartAsync(store.Path, path);
    }

    /// <summary>On a sphere, from the extract itself.</summary>
    private static double KilometresOf(string highway)
    {
        XElement osm = XDocument.Parse(Extract).Root!;
        Dictionary<string, (double Lat, double Lon)> nodes = osm.Elements("node")
            .ToDictionary(n => n.Attribute("id")!.Value, n => (Degrees(n, "lat"), Degrees(n, "lon")), StringComparer.Ordinal);
        return osm.Elements("way").Where(w => w.Elements("tag").Any(t => t.Attribute("v")!.Value == highway))
            .Sum(w => w.Elements("nd").Select(n => nodes[n.Attribute("ref")!.Value]).ToArray() is var path ? path.Zip(path.Skip(1), Kilometres).Sum() : 0);

        static double Degrees(XElement node, string name) => double.Parse(node.Attribute(name)!.Value, CultureInfo.InvariantCulture);

        static double Kilometres((double Lat, double Lon) a, (double Lat, double Lon) b)
        {
            double cosine = (Math.Sin(Radians(a.Lat)) * Math.Sin(Radians(b.Lat))) + (Math.Cos(Radians(a.Lat)) * Math.Cos(Radians(b.Lat)) * Math.Cos(Radians(a.Lon - b.Lon)));
            return 6371.0088 * Math.Acos(Math.Min(1, cosine));
        }

        static double Radians(double degrees) => degrees * Math.PI / 180;
    }
}
