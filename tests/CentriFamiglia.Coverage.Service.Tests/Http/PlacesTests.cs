using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Where areas are, for maps that take their borders from tiles: judged by the borders themselves.</summary>
public sealed class PlacesTests(FilledStore store)
{
    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonConverterFactory() } };

    [Theory]
    [InlineData("comune", "gaps?by=comune", "pro_com_t", 1504)]
    [InlineData("ambito", "coverage?level=ambito", "codice", 91)]
    [InlineData("distretto", "coverage?level=distretto", "codice", 76)]
    [InlineData("ats", "coverage?level=ats", "codice", 8)]
    public async Task A_place_lies_within_its_area_far_from_the_border_and_the_box_holds_it(string by, string shapes, string key, int count)
    {
        RunningService service = await store.ServiceAsync();
        JsonArray rows = await service.RowsAsync($"/api/v1/places?by={by}");
        JsonArray drawn = (await service.JsonAsync($"/api/v1/{shapes}&f=geojson"))["features"]!.AsArray();

        rows.Count.ShouldBe(count);
        rows.Select(r => (string)r!["codice"]!).ShouldBe(drawn.Select(f => (string)f!["properties"]![key]!));
        foreach ((JsonNode? row, JsonNode? feature) in rows.Zip(drawn))
        {
            Geometry border = feature!["geometry"].Deserialize<Geometry>(_geometry)!;
            Point place = border.Factory.CreatePoint(new Coordinate((double)row!["lon"]!, (double)row["lat"]!));
            Envelope box = border.EnvelopeInternal;
            double[] told = [.. new[] { "ovest", "sud", "est", "nord" }.Select(side => (double)row[side]!)];

            border.Contains(place).ShouldBeTrue((string)row["codice"]!);
            // Not worse than the usual point within by more than what the search leaves open.
            place.Distance(border.Boundary).ShouldBeGreaterThan(Largest(border).InteriorPoint.Distance(border.Boundary) - 0.006);
            told.Zip([box.MinX, box.MinY, box.MaxX, box.MaxY]).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 0.0001);
        }
    }

    [Fact]
    public async Task The_fingerprint_of_the_borders_is_one_for_all_levels_and_does_not_hang_on_the_sedi()
    {
        RunningService service = await store.ServiceAsync();
        string[] addresses = ["by=comune", "by=ats", "by=ambito&sedi=note"];
        JsonNode[] meta = [.. await Task.WhenAll(addresses.Select(async a => (await service.JsonAsync("/api/v1/places?" + a))["meta"]!))];

        meta.Select(m => (string)m["totali"]!["confini"]!).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldMatch("^[0-9a-f]{16}$");
        meta.Select(m => (string)m["fotografia"]!["hash"]!).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    private static Geometry Largest(Geometry border) => Enumerable.Range(0, border.NumGeometries).Select(border.GetGeometryN).MaxBy(g => g.Area)!;
}
