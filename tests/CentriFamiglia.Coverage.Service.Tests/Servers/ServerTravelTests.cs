using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using Microsoft.AspNetCore.Http;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>The client of a server of roads, against one that answers as it should and as it should not.</summary>
public sealed class ServerTravelTests
{
    private static readonly Place _near = new(9.1, 45.2, default, null), _far = new(12.5, 45.2, default, null), _north = new(9.1, 46.2, default, null);
    private static readonly Place _south = new(9.1, 44.9, default, null);

    [Theory]
    [InlineData(130, 250)]
    [InlineData(3, 900)]
    [InlineData(900, 1)]
    public async Task A_table_of_any_size_is_asked_in_parts_a_few_at_a_time_and_every_pair_is_its_own(int origins, int destinations)
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);
        Place[] from = AskedServer.Grid(origins), to = AskedServer.Grid(destinations, lon: 9.3);

        TravelCost?[] costs = asked.Travel.Costs(from, to);

        costs.ShouldBe(from.SelectMany(a => to.Select(b => OfficeServer.CostOf(a, b))));
        server.Tables.Max(t => t.Length).ShouldBeLessThan(8000);
        server.MostAtOnce.ShouldBeLessThanOrEqualTo(ServerLimits.Usual.Parallel);
    }

    [Fact]
    public async Task What_was_asked_is_not_asked_again()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);
        Place[] from = AskedServer.Grid(30), to = AskedServer.Grid(10, lon: 9.3), more = [.. to, _near];

        TravelCost?[] first = asked.Travel.Costs(from, to);
        int tables = server.Tables.Count;
        asked.Travel.Costs(from, to).ShouldBe(first);
        server.Tables.Count.ShouldBe(tables);

        asked.Travel.Costs(from, more).ShouldBe(from.SelectMany(a => more.Select(b => OfficeServer.CostOf(a, b))));
        server.Tables.Last().ShouldContain("sources=" + string.Join(';', Enumerable.Range(0, 30)) + "&destinations=30&");
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_a_while_and_asked_again()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);
        foreach (Func<HttpContext, Task> instead in (Func<HttpContext, Task>[])
            [OfficeServer.Status(429, retryAfter: "1"), OfficeServer.Status(500, "<h1>oops</h1>"), OfficeServer.Status(503), OfficeServer.HalfAsync])
        {
            server.Instead.Enqueue(instead);
        }

        asked.Travel.Costs([_near], [_north]).ShouldBe([OfficeServer.CostOf(_near, _north)]);
        server.Tables.Count.ShouldBe(4 + 2, "four that failed, one for the snaps, one for the table");
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_named_with_what_it_was_asked_and_without_its_password()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        server.Always = OfficeServer.Status(500);
        using var asked = new AskedServer(server.Address.Replace("http://", "http://ufficio:segreto@", StringComparison.Ordinal));

        RoadServerException error = asked.Refused([_near], [_north]);

        error.Message.ShouldBe($"Il server delle strade {server.Address}, agganci dei luoghi da 1 a 2 di 2: ha risposto 500. Provato 5 volte.");
        error.Cure.ShouldContain("Controllare che il server sia acceso");
        (error.Message + error.Cure + asked.Travel.Info.Description).ShouldNotContain("segreto");
        string basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ufficio:segreto"));
        server.Authorizations.ShouldAllBe(a => a == basic);
    }

    [Fact]
    public async Task The_part_that_fails_is_named()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address, AskedServer.Hasty with { Parallel = 1 });
        Place[] from = AskedServer.Grid(150), to = AskedServer.Grid(150, lon: 9.3);
        asked.Travel.SnapMetres([.. from, .. to]);
        int parts = 0;
        server.Change = answer => _ = ++parts == 3 ? answer.Remove("durations") : false;

        RoadServerException error = asked.Refused(from, to);

        error.Message.ShouldEndWith("tabella 3 di 4 (50 × 100 luoghi): la risposta non si può usare: manca «durations».");
        asked.Travel.Costs(from, to).ShouldBe(from.SelectMany(a => to.Select(b => OfficeServer.CostOf(a, b))), "nothing is kept of a table that failed");
    }

    [Fact]
    public async Task A_server_with_smaller_limits_gets_smaller_tables()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);
        Place[] from = AskedServer.Grid(60), to = AskedServer.Grid(50, lon: 9.3);
        asked.Travel.SnapMetres([.. from, .. to]);
        (server.MostPairs, server.MostCharacters) = (400, 1500);

        asked.Travel.Costs(from, to).ShouldBe(from.SelectMany(a => to.Select(b => OfficeServer.CostOf(a, b))));
        int tables = server.Tables.Count;
        Place[] others = AskedServer.Grid(20, lon: 9.6);
        asked.Travel.SnapMetres(others);
        asked.Travel.Costs(others, others).ShouldBe(others.SelectMany(a => others.Select(b => OfficeServer.CostOf(a, b))));
        (server.Tables.Count - tables).ShouldBeLessThan(10, "what it takes is remembered");

        server.MostPairs = 0;
        asked.Refused([_near], [_north]).Cure.ShouldContain("max-table-size");
    }

    [Fact]
    public async Task No_way_and_no_road_are_absences_and_told_apart()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);

        asked.Travel.SnapMetres([_near, _far, _near]).ShouldBe([12.5, null, 12.5]);
        TravelCost?[] costs = asked.Travel.Costs([_near, _far, _south], [_north, _far]);

        costs.ShouldBe([OfficeServer.CostOf(_near, _north), null, null, null, null, null]);
        server.Tables.ShouldNotContain(t => t.Contains("annotations", StringComparison.Ordinal) && t.Contains("12.5,45.2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]", "non è una risposta di OSRM")]
    [InlineData("{}", "non è una risposta di OSRM")]
    [InlineData("{\"code\":\"Ok\",\"durations\":[[1]],\"distances\":[[1]]}", "manca «sources»")]
    [InlineData("{\"code\":\"Ok\",\"sources\":[]}", "«sources» ha 0 luoghi e dovrebbe averne 2")]
    [InlineData("{\"code\":\"Ok\",\"sources\":[{},{}]}", "OSRM 5.21")]
    [InlineData("{\"code\":\"Ok\",\"sources\":[{\"distance\":-1},{}]}", "«distance» contiene -1")]
    [InlineData("{\"code\":\"Ok\",\"sources\":[{\"distance\":\"7\"},{}]}", "«distance» contiene \"7\"")]
    public async Task An_answer_that_is_none_is_refused_and_not_asked_for_again(string body, string reason)
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        server.Always = OfficeServer.Status(200, body);
        using var asked = new AskedServer(server.Address);

        asked.Refused([_near], [_north]).Message.ShouldContain(reason);
        server.Tables.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("[[60],[1]]", "«durations» ha 2 righe e dovrebbe averne 1")]
    [InlineData("[[60,70]]", "una riga di «durations» non ha 1 numeri")]
    [InlineData("[60]", "una riga di «durations» non ha 1 numeri")]
    [InlineData("[[-5]]", "«durations» contiene -5")]
    [InlineData("[[1e300]]", "«durations» contiene 1e300")]
    [InlineData("[[true]]", "«durations» contiene true")]
    public async Task A_table_of_another_size_or_with_impossible_times_is_refused(string durations, string reason)
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        server.Change = answer => answer["durations"] = JsonNode.Parse(durations);
        using var asked = new AskedServer(server.Address);

        asked.Refused([_near], [_north]).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Durations_without_distances_are_not_half_a_trip()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        server.Change = answer => answer.Remove("distances");
        using var asked = new AskedServer(server.Address);

        asked.Refused([_near], [_north]).Message.ShouldContain("le durate senza le distanze");
    }

    [Fact]
    public async Task Ten_megabytes_an_address_elsewhere_and_a_page_in_place_of_an_answer_are_refused()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        await using OfficeServer elsewhere = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address);

        server.Always = OfficeServer.Status(200, new string('x', 10 << 20));
        asked.Refused([_near], [_north]).Message.ShouldContain("supera 8 MB");
        server.Always = context =>
        {
            context.Response.Redirect($"http://127.0.0.1:{elsewhere.Port}{context.Request.Path}{context.Request.QueryString}");
            return Task.CompletedTask;
        };
        asked.Refused([_near], [_north]).Message.ShouldContain("ha risposto 302");
        elsewhere.Tables.ShouldBeEmpty();
        server.Always = OfficeServer.Status(200, "<html>Benvenuto</html>");
        asked.Refused([_near], [_north]).Message.ShouldContain("non è JSON intero. Provato 5 volte.");
        server.Always = OfficeServer.Status(401);
        asked.Refused([_near], [_north]).Cure.ShouldContain("NOME:PAROLA");
        server.Always = OfficeServer.Status(400, "{\"code\":\"InvalidQuery\",\"message\":\"Query string malformed\"}");
        asked.Refused([_near], [_north]).Message.ShouldContain("ha risposto 400 («Query string malformed»)");
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for_without_end()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var asked = new AskedServer(server.Address, AskedServer.Hasty with { Timeout = TimeSpan.FromMilliseconds(200), Attempts = 2 });

        server.Always = async context => await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        asked.Refused([_near], [_north]).Message.ShouldContain("non ha risposto entro 0.2 secondi. Provato 2 volte.");
        server.Always = async context =>
        {
            await context.Response.WriteAsync("{\"code\"");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        asked.Refused([_near], [_north]).Message.ShouldContain("non ha risposto entro 0.2 secondi. Provato 2 volte.");
    }

    [Fact]
    public async Task Whoever_ends_the_program_does_not_wait_for_the_server()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        using var stop = new CancellationTokenSource();
        using var asked = new AskedServer(server.Address, stop: stop.Token);
        server.Always = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        Should.Throw<OperationCanceledException>(() => asked.Travel.Costs([_near], [_north]));
    }

    [Theory]
    [InlineData("osrm+http://strade.lan:5000", "osrm+http://strade.lan:5000", "driving")]
    [InlineData("osrm+https://u:p@strade.lan/osrm/?profilo=car-punta", "osrm+https://strade.lan/osrm", "car-punta")]
    [InlineData("valhalla+http://10.0.0.7:8002", "valhalla+http://10.0.0.7:8002", "auto")]
    public void An_address_says_the_program_and_the_profile(string text, string shown, string profile)
    {
        RoadServerAddress address = RoadServerAddress.Parse("--server-strade", text);

        address.Shown.ShouldBe(shown);
        address.Profile.ShouldBe(profile);
    }

    [Theory]
    [InlineData("http://strade.lan:5000")]
    [InlineData("graphhopper+http://strade.lan")]
    [InlineData("osrm+ftp://strade.lan")]
    [InlineData("osrm+file:///etc/passwd")]
    [InlineData("osrm+")]
    [InlineData("osrm+http://strade.lan?profilo=../../x")]
    [InlineData("osrm+http://strade.lan?altro=x")]
    [InlineData("osrm+http://strade.lan#x")]
    public void An_address_that_is_none_is_refused_with_how_to_write_it(string text) =>
        Should.Throw<InputException>(() => RoadServerAddress.Parse("--server-strade", text)).Cure.ShouldContain("osrm+http://");
}
