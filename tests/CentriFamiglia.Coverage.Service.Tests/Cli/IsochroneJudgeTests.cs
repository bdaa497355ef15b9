using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Npgsql;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>PostGIS judges the areas of the isochrones: valid, one within the next, the same alone as beside others, and about the roads that are reached.</summary>
public sealed class IsochroneJudgeTests(FilledStore store, PostGisServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("BG01-H")]
    [InlineData("BS01-H")]
    [InlineData("MO01-H")]
    public async Task Areas_are_valid_nested_the_same_alone_and_lie_about_the_reached_roads(string site)
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string roads = store.Sibling($"isocrone-{site}.roads");
        await SeatRoads.BuildAsync(store.Path, roads, kmPerHour: 60);
        Dictionary<int, string> areas = await ShapesAsync(roads, site, "15,30,60", "no"), lines = await ShapesAsync(roads, site, "15,30,60", "si");
        string alone = (await ShapesAsync(roads, site, "15", "no"))[15];
        await using var database = NpgsqlDataSource.Create(await server.CreateStoreAsync());

        (await AskAsync<bool>(database, "select st_equals({0}, {1})", areas[15], alone)).ShouldBeTrue("the same whatever else is asked");
        foreach (int minutes in new[] { 15, 30, 60 })
        {
            (await AskAsync<bool>(database, "select st_isvalid({0})", areas[minutes])).ShouldBeTrue();
            (await AskAsync<double>(database, "select st_length(st_difference({0}, {1})::geography) / st_length({0}::geography)", lines[minutes], areas[minutes]))
                .ShouldBeLessThan(0.01, $"{minutes}: a road that is reached lies in the area, but for tips shorter than its cells");
            (await AskAsync<double>(database, "select st_area(st_difference({1}, st_buffer({0}::geography, 1500)::geometry)::geography) / st_area({1}::geography)",
                lines[minutes], areas[minutes])).ShouldBeLessThan(0.01, $"{minutes}: the area lies about the roads that are reached");
        }

        foreach ((int less, int more) in new[] { (15, 30), (30, 60) })
        {
            (await AskAsync<bool>(database, "select st_covers({0}, {1})", areas[more], areas[less])).ShouldBeTrue($"{less} within {more}");
            (await AskAsync<double>(database, "select st_area({0}::geography) / st_area({1}::geography)", areas[more], areas[less])).ShouldBeGreaterThan(1.5);
        }
    }

    /// <summary>By minutes, as GeoJSON.</summary>
    private async Task<Dictionary<int, string>> ShapesAsync(string roads, string site, string minutes, string edges)
    {
        Outcome outcome = await CoverageProgram.RunAsync(
            store.Path, "isochrones", "--site", site, "--minutes", minutes, "--edges", edges, "--roads", roads, "--format", "geojson");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!["features"]!.AsArray().ToDictionary(f => (int)f!["properties"]!["minuti"]!, f => f!["geometry"]!.ToJsonString());
    }

    private static async Task<T> AskAsync<T>(NpgsqlDataSource database, string question, params string[] shapes)
    {
        string sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, question,
            [.. shapes.Select((_, i) => $"st_setsrid(st_geomfromgeojson(${i + 1}), 4326)")]);
        await using NpgsqlCommand command = database.CreateCommand(sql);
        foreach (string shape in shapes)
            command.Parameters.Add(new NpgsqlParameter { Value = shape });
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
