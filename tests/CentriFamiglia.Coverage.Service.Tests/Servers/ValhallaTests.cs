using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>The client against Valhalla itself: what it says of one pair at a time is what the client makes of many.</summary>
public sealed class ValhallaTests(FilledStore store)
{
    [Fact]
    public async Task Many_pairs_in_parts_are_what_Valhalla_says_of_each_whatever_its_limits()
    {
        string roads = await SeatRoads.ExtractAsync(store.Path, store.Sibling("valhalla.roads"), kmPerHour: 70, without: "014037");
        // Refused are tables of more than 900 pairs, and places more than 120 km apart.
        await using Valhalla valhalla = await Valhalla.StartAsync(roads, """{"max_matrix_location_pairs":900,"max_matrix_distance":120000}""");
        using var asked = new AskedServer(valhalla.Address, AskedServer.Hasty with { Parallel = 1 });
        Place[] seats = await SeatsAsync();
        Place[] from = [.. seats.Where((_, i) => i % 25 == 0)], to = [.. seats.Where((_, i) => i % 40 == 7), seats.Single(s => s.Comune.Value == "014037")];

        TravelCost?[] costs = asked.Travel.Costs(from, to);

        using var http = new HttpClient();
        var random = new Random(7);
        List<double> ratios = [];
        int differ = 0;
        foreach (int pair in Enumerable.Range(0, costs.Length).OrderBy(_ => random.Next()).Take(60))
        {
            TravelCost? one = await OneAsync(http, valhalla, from[pair / to.Length], to[pair % to.Length]);
            differ += (costs[pair] is null) == (one is null) ? 0 : 1;
            if (one is { } alone && costs[pair] is { } together)
                ratios.Add((double)together.Seconds / alone.Seconds);
        }

        // It stops looking early, and where depends on what is asked together: its own doing.
        differ.ShouldBeLessThanOrEqualTo(3);
        ratios.Count.ShouldBeGreaterThan(35);
        ratios.ShouldAllBe(r => r > 0.97 && r < 1.03);
        ratios.Count(r => r == 1).ShouldBeGreaterThan(ratios.Count / 2);
        costs.Count(c => c is not null).ShouldBeGreaterThan(costs.Length / 2);
        int far = Enumerable.Range(0, costs.Length).Count(i => i % to.Length < to.Length - 1 && Km(from[i / to.Length], to[i % to.Length]) > 120.5);
        far.ShouldBeGreaterThan(50);
        asked.Travel.Beyond.ShouldBeInRange(far, far + 20);
        asked.Travel.SnapMetres(from).ShouldAllBe(metres => metres < 50);
        double? livigno = asked.Travel.SnapMetres([to[^1]]).Single();
        livigno.ShouldBeNull("no road leads there");
        Enumerable.Range(0, from.Length).ShouldAllBe(i => costs[(i * to.Length) + to.Length - 1] == null);
    }

    private static double Km(Place a, Place b) => Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat);

    private async Task<Place[]> SeatsAsync()
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(store.Path));
        (TerritoryContent content, _) = await open.ReadAsync(TestContext.Current.CancellationToken);
        return [.. content.Comuni.Where(c => c.Seat is not null).Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
    }

    private static async Task<TravelCost?> OneAsync(HttpClient http, Valhalla valhalla, Place from, Place to)
    {
        var request = new JsonObject { ["sources"] = Only(from), ["targets"] = Only(to), ["costing"] = "auto", ["verbose"] = true };
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri($"http://127.0.0.1:{valhalla.Port}/sources_to_targets"), content, TestContext.Current.CancellationToken);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        if (!response.IsSuccessStatusCode)
            return null;
        JsonNode cell = answer["sources_to_targets"]![0]![0]!;
        return cell["time"] is null ? null : new TravelCost((int)(double)cell["time"]!, (int)Math.Round((double)cell["distance"]! * 1000));

        static JsonArray Only(Place place) => [new JsonObject { ["lat"] = place.Lat, ["lon"] = place.Lon }];
    }
}
