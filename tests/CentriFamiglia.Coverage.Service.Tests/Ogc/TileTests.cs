using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>What is in the tiles: everything, at its place, without seams, and never too much.</summary>
public sealed partial class TileTests(FilledStore store) : IAsyncLifetime
{
    private const int Most = 500_000;

    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Comuni_have_neither_gaps_nor_overlaps_between_them(int zoom)
    {
        Tile tile = await Tile.AskAsync(_service, "comuni", TileAddress.Of(new Coordinate(9.67, 45.70), zoom));
        Geometry[] inside = [.. tile.Features.Select(f => f.Shape)];
        Geometry whole = UnaryUnionOp.Union(inside);

        // As many square units together as one by one: no overlap. And no hole: a gap between comuni would be one. Where whole numbers fold a neck
        // narrower than a unit, a part of one square unit lies double: a pixel has 64.
        inside.Sum(g => g.Area).ShouldBe(whole.Area, 1);
        HolesOf(whole).Where(hole => hole.Area > 1e-6).ShouldBeEmpty();
        tile.Features.ShouldAllBe(f => f.Shape.IsValid);
    }

    [Theory]
    [InlineData("comuni")]
    [InlineData("lacune")]
    [InlineData("copertura-ambiti")]
    [InlineData("copertura-distretti")]
    [InlineData("ats")]
    public async Task Every_area_is_in_the_tiles_at_every_zoom_and_says_what_its_element_says(string collection)
    {
        JsonNode all = await _service.ItemsAsync(collection, ("limit", "10000"));
        foreach (int zoom in (int[])[4, 7, 9])
        {
            var seen = new Dictionary<string, IAttributesTable>(StringComparer.Ordinal);
            foreach (TileAddress address in Tile.OfLombardia(zoom))
            {
                foreach ((_, IAttributesTable attributes) in (await Tile.AskAsync(_service, collection, address)).Features)
                    seen[(string)attributes["id"]] = attributes;
            }

            foreach (JsonNode? feature in all["features"]!.AsArray())
            {
                string id = (string)feature!["id"]!;
                seen.ShouldContainKey(id, $"zoom {zoom}");
                Told(feature["properties"]!).ShouldBe(Told(seen[id]), id);
            }

            seen.Count.ShouldBe(all["features"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task Every_point_is_in_one_tile_alone_or_among_those_of_its_square(int zoom)
    {
        int matched = (int)(await _service.ItemsAsync("punti", ("limit", "1")))["numberMatched"]!;
        double residents = (await _service.RowsAsync("/api/v1/gaps?by=regione")).Sum(r => (double)r!["residenti"]!);
        long points = 0;
        double people = 0;
        foreach (TileAddress address in Tile.OfLombardia(zoom))
        {
            foreach ((_, IAttributesTable attributes) in (await Tile.AskAsync(_service, "punti", address)).Features)
            {
                points += Convert.ToInt64(attributes["conteggio"]);
                people += Convert.ToDouble(attributes["residenti"]);
            }
        }

        points.ShouldBe(matched);
        people.ShouldBe(residents, 1);
    }

    [Fact]
    public async Task Where_there_are_too_many_points_to_see_a_square_says_how_many_it_stands_for()
    {
        Tile region = await Tile.AskAsync(_service, "punti", TileAddress.Of(new Coordinate(9.2, 45.5), 6));
        Tile quarter = await Tile.AskAsync(_service, "punti", TileAddress.Of(new Coordinate(9.19, 45.464), 15));

        region.Features.ShouldAllBe(f => !f.Attributes.Exists("id"));
        region.Features.Count(f => Convert.ToInt64(f.Attributes["conteggio"]) > 1).ShouldBeGreaterThan(0);
        region.Features.Count.ShouldBeLessThanOrEqualTo(64 * 64);
        quarter.Features.ShouldAllBe(f => f.Attributes.Exists("id") && Convert.ToInt64(f.Attributes["conteggio"]) == 1);
    }

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task No_tile_is_larger_than_500_kB(string collection)
    {
        // From the whole region in one to the densest quarter.
        foreach (int zoom in Enumerable.Range(0, 17))
        {
            foreach (TileAddress address in zoom is 7 ? Tile.OfLombardia(zoom) : [TileAddress.Of(new Coordinate(9.19, 45.464), zoom)])
                (await Tile.AskAsync(_service, collection, address)).Bytes.Length.ShouldBeLessThan(Most, $"{address}");
        }
    }

    [Fact]
    public async Task Asked_again_a_tile_has_not_changed()
    {
        string address = Tile.Address("comuni", TileAddress.Of(new Coordinate(9.67, 45.70), 9));
        using HttpResponseMessage first = await _service.GetAsync(address);
        using HttpResponseMessage again = await _service.GetAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        using HttpResponseMessage other = await _service.GetAsync(address.Replace("comuni", "lacune", StringComparison.Ordinal), ("If-None-Match", first.Headers.ETag!.ToString()));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("comuni", 8)]
    [InlineData("comuni", 11)]
    [InlineData("reti", 8)]
    [InlineData("punti", 12)]
    [InlineData("punti", 7)]
    public async Task GDAL_reads_as_many_features_in_the_square_of_the_tile(string collection, int zoom)
    {
        Tile tile = await Tile.AskAsync(_service, collection, TileAddress.Of(new Coordinate(9.19, 45.464), zoom));
        string file = store.Sibling($"{collection}-{zoom}.mvt");
        await File.WriteAllBytesAsync(file, tile.Bytes, TestContext.Current.CancellationToken);
        string told = await Gdal.RunAsync("ogrinfo", "-so", "-al", file, "-oo", $"X={tile.Place.Column}", "-oo", $"Y={tile.Place.Row}", "-oo", $"Z={zoom}", "-oo", "CLIP=NO");

        told.ShouldContain($"Layer name: {collection}");
        told.ShouldContain($"Feature Count: {tile.Features.Count}");
        double[] extent =
        [
            .. Corners().Matches(told).SelectMany(m => new[] { m.Groups["x"].Value, m.Groups["y"].Value }).Select(t => double.Parse(t, CultureInfo.InvariantCulture)),
        ];
        Envelope box = tile.Place.InDegrees(TileAddress.Buffer + 1);
        Mercator(box.MinX, box.MinY).ShouldSatisfyAllConditions(c => extent[0].ShouldBeGreaterThanOrEqualTo(c.X), c => extent[1].ShouldBeGreaterThanOrEqualTo(c.Y));
        Mercator(box.MaxX, box.MaxY).ShouldSatisfyAllConditions(c => extent[2].ShouldBeLessThanOrEqualTo(c.X), c => extent[3].ShouldBeLessThanOrEqualTo(c.Y));

        static (double X, double Y) Mercator(double lon, double lat) =>
            (6378137 * lon * Math.PI / 180, 6378137 * Math.Log(Math.Tan((Math.PI / 4) + (lat * Math.PI / 360))));
    }

    [Theory]
    [InlineData("comuni", 7, "", "id")]
    [InlineData("comuni", 12, "", "id")]
    [InlineData("comuni", 7, "nome,residenti", "id nome residenti")]
    [InlineData("punti", 15, "residenti", "id residenti conteggio")]
    [InlineData("punti", 6, "pro_com_t", "conteggio residenti")]
    public async Task Only_the_properties_asked_for_are_in_a_tile_beside_its_borders(string collection, int zoom, string properties, string names)
    {
        var place = TileAddress.Of(new Coordinate(9.19, 45.464), zoom);
        Tile whole = await Tile.AskAsync(_service, collection, place);
        Tile part = await Tile.AskAsync(_service, collection, place, $"?properties={properties}");

        part.Features.ShouldAllBe(f => string.Join(' ', f.Attributes.GetNames()) == names);
        part.Features.Count.ShouldBe(whole.Features.Count);
        part.Features.Zip(whole.Features).ShouldAllBe(p => p.First.Shape.EqualsTopologically(p.Second.Shape));
        if (names == "id")
            part.Bytes.Length.ShouldBeLessThan(whole.Bytes.Length / 2);
    }

    [Fact]
    public async Task The_version_in_an_address_is_for_caches_alone()
    {
        string address = Tile.Address("comuni", TileAddress.Of(new Coordinate(9.67, 45.70), 8));
        using HttpResponseMessage first = await _service.GetAsync(address + "?properties=&v=aaaa");
        using HttpResponseMessage other = await _service.GetAsync(address + "?properties=&v=bbbb", ("If-None-Match", first.Headers.ETag!.ToString()));
        using HttpResponseMessage all = await _service.GetAsync(address + "?v=bbbb", ("If-None-Match", first.Headers.ETag!.ToString()));

        other.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        all.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await _service.RefusedAsync(address + "?properties=colore")).Field.ShouldBe("properties");
        (await _service.RefusedAsync(address + "?versione=1")).Field.ShouldBe("versione");
    }

    private static IEnumerable<Polygon> HolesOf(Geometry whole) =>
        from polygon in Enumerable.Range(0, whole.NumGeometries).Select(whole.GetGeometryN).OfType<Polygon>()
        from hole in polygon.InteriorRings
        select polygon.Factory.CreatePolygon((LinearRing)hole);

    private static string Told(JsonNode properties) => string.Join("; ", properties.AsObject().Where(p => p.Value is not null)
        .Select(p => $"{p.Key}={(p.Value!.GetValueKind() is System.Text.Json.JsonValueKind.Number ? Number((double)p.Value!) : p.Value!.ToString())}"));

    private static string Told(IAttributesTable attributes) => string.Join("; ", attributes.GetNames().Where(n => n != "id")
        .Select(n => $"{n}={attributes[n] switch { string text => text, bool truth => truth ? "true" : "false", var number => Number(Convert.ToDouble(number)) }}"));

    private static string Number(double value) => Math.Round(value, 6).ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\((?<x>-?[\d.]+), (?<y>-?[\d.]+)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Corners();
}
