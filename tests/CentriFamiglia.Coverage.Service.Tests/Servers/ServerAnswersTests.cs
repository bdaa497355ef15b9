using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>A server of roads as the source of every answer that rests on travel.</summary>
public sealed class ServerAnswersTests(FilledStore store)
{
    [Fact]
    public async Task Every_answer_rests_on_the_server_and_says_which()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        await using RunningService service = await RunningService.StartAsync(
            store.Path, server: server.Address.Replace("http://", "http://ufficio:segreto@", StringComparison.Ordinal));

        JsonNode gaps = await service.JsonAsync("/api/v1/gaps?by=comune");
        JsonNode moved = await service.JsonAsync("/api/v1/what-if?changes=[{\"op\":\"close\",\"id\":\"BG01-S1\"}]");
        JsonNode info = await service.JsonAsync("/api/v1/info");

        gaps["rows"]!.AsArray().ShouldAllBe(row => (string)row!["viaggio"]! == "server");
        // Its minutes are those of the straight line at 60 km an hour: as many as its kilometres, to a tenth of a second and of a metre.
        gaps["rows"]!.AsArray().Where(row => row!["minuti"] is not null).Count(row => Math.Abs((double)row!["minuti"]! - (double)row["km"]!) < 0.02).ShouldBeGreaterThan(1400);
        JsonNode travel = gaps["meta"]!["viaggio"]!;
        ((string)travel["server"]!["tipo"]!).ShouldBe("osrm");
        ((string)travel["server"]!["indirizzo"]!).ShouldBe(server.Address);
        ((string)travel["server"]!["versione_dati"]!).ShouldBe("2026-11-01");
        travel["errore_medio_minuti"].ShouldBeNull();
        gaps["meta"]!.ToJsonString().ShouldNotContain("segreto");
        string[] warnings = [.. gaps["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)];
        warnings.ShouldContain(w => w.StartsWith("Tempi di viaggio: Tempi del server OSRM dell'ufficio", StringComparison.Ordinal));
        warnings.ShouldContain(w => w.Contains("punti di residenza su", StringComparison.Ordinal) && w.Contains("che i minuti del server non contano", StringComparison.Ordinal));
        gaps["meta"]!["attribuzioni"]!.AsArray().ShouldContain(a => (string)a! == "© OpenStreetMap contributors");
        ((string)moved["meta"]!["viaggio"]!["fonte"]!).ShouldBe("server");
        info["meta"]!["viaggi"]!.AsArray().Select(v => (string)v!).ShouldBe(["stima", "server"]);
        int tables = server.Tables.Count;
        ((string)(await service.RowsAsync("/api/v1/gaps?by=ats&limit=25"))[0]!["viaggio"]!).ShouldBe("server");
        ((string)(await service.RowsAsync("/api/v1/gaps?by=ats&viaggio=stima"))[0]!["viaggio"]!).ShouldBe("stima");
        server.Tables.Count.ShouldBe(tables, "all of it was asked before");
    }

    [Fact]
    public async Task Proposals_and_matrices_are_the_servers_too()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        await using RunningService service = await RunningService.StartAsync(store.Path, server: server.Address);

        JsonArray proposals = await service.RowsAsync("/api/v1/suggestions?goal=cover&spokes=2&ats=Pavia");
        JsonArray pairs = await service.RowsAsync(
            "/api/v1/matrix?from=[{\"id\":\"P\",\"lon\":9.16,\"lat\":45.19}]&to=[{\"id\":\"A\",\"lon\":9.2,\"lat\":45.3},{\"id\":\"B\",\"lon\":12.5,\"lat\":45.3}]");

        proposals.ShouldNotBeEmpty();
        proposals.ShouldAllBe(row => (string)row!["viaggio"]! == "server");
        pairs.Select(p => (string)p!["status"]!).ShouldBe(["ok", "not_snapped"]);
        ((double)pairs[0]!["from_snap_m"]!).ShouldBe(12.5);
    }

    [Fact]
    public async Task A_server_that_is_away_stops_what_needs_it_and_nothing_else_until_it_is_back()
    {
        OfficeServer server = await OfficeServer.StartAsync();
        int port = server.Port;
        string address = server.Address;
        await server.DisposeAsync();
        await using RunningService service = await RunningService.StartAsync(store.Path, server: address);

        using HttpResponseMessage away = await service.GetAsync("/api/v1/gaps?by=regione");
        JsonNode problem = JsonNode.Parse(await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        JsonNode ready = await service.JsonAsync("/health/ready");

        ((int)away.StatusCode).ShouldBe(503);
        ((string)problem["detail"]!).ShouldContain(address);
        ((string)problem["rimedio"]!).ShouldContain("intanto i tempi si possono chiedere alla stima");
        ((string)ready["avvertenza"]!).ShouldContain(address);
        ((string)(await service.RowsAsync("/api/v1/gaps?by=regione&viaggio=stima"))[0]!["viaggio"]!).ShouldBe("stima");
        (await service.RowsAsync("/api/v1/coverage?level=ats")).ShouldNotBeEmpty();

        await using OfficeServer back = await OfficeServer.StartAsync(port);
        ((string)(await service.RowsAsync("/api/v1/gaps?by=regione"))[0]!["viaggio"]!).ShouldBe("server");
    }

    [Theory]
    [InlineData("viaggio=osrm%2Bhttp://127.0.0.1:9")]
    [InlineData("viaggio=http://169.254.169.254/")]
    [InlineData("server-strade=osrm%2Bhttp://127.0.0.1:9")]
    [InlineData("viaggio=server")]
    public async Task Nobody_who_asks_can_name_a_server(string query)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage answer = await service.GetAsync("/api/v1/gaps?by=regione&" + query);

        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task A_matrix_of_its_minutes_is_imported_and_gives_the_same_without_it()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        string copy = store.Copy(), comuni = store.Sibling("comuni-server.csv"), matrix = store.Sibling("tempi-server.csv");
        await File.WriteAllLinesAsync(comuni, ["id,pro_com_t", "016024,016024", "018182,018182", "017029,017029", "014037,014037"], TestContext.Current.CancellationToken);

        Outcome asked = await CoverageProgram.RunAsync(copy, ["matrix", "--travel", "server", "--server-strade", server.Address, "--from", comuni, "--to", comuni, "-o", matrix]);
        Outcome imported = await CoverageProgram.RunAsync(copy, ["import", matrix, "--as", "matrice"]);
        await using RunningService service = await RunningService.StartAsync(copy);
        JsonArray rows = await service.RowsAsync(
            "/api/v1/matrix?viaggio=matrice&from=[{\"pro_com_t\":\"018182\"}]&to=[{\"pro_com_t\":\"016024\"},{\"pro_com_t\":\"017029\"},{\"pro_com_t\":\"014037\"}]");

        asked.ExitCode.ShouldBe(0, asked.Error);
        imported.ExitCode.ShouldBe(0, imported.Output + imported.Error);
        string[] lines = await File.ReadAllLinesAsync(matrix, TestContext.Current.CancellationToken);
        (string To, long Seconds, long Metres)[] told =
        [
            .. lines.Select(l => l.Split(',')).Where(c => c[0] == "018182" && c[1] != "018182" && c[4] == "ok")
                .Select(c => (c[1], long.Parse(c[2], CultureInfo.InvariantCulture), long.Parse(c[3], CultureInfo.InvariantCulture))),
        ];
        told.Select(t => t.To).ShouldBe(["016024", "017029"]);
        rows.Where(r => (string)r!["status"]! == "ok").Select(r => ((string)r!["to"]!, (long)r["seconds"]!, (long)r["metres"]!)).ShouldBe(told);
        lines.Count(l => l.Contains(",unreachable,", StringComparison.Ordinal)).ShouldBe(1, "nobody gets to Livigno from Voghera");
        imported.Output.ShouldContain("1 coppia fra le origini e le destinazioni del file manca");
    }

    [Fact]
    public async Task An_analysis_frozen_on_its_minutes_says_that_nobody_can_make_it_again()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        string copy = store.Copy();

        Outcome frozen = await CoverageProgram.RunAsync(copy, ["run", "freeze", "--ats", "Pavia", "--server-strade", server.Address, "--format", "json"]);
        frozen.ExitCode.ShouldBe(0, frozen.Error);
        await using RunningService service = await RunningService.StartAsync(copy);
        JsonNode run = (await service.RowsAsync("/api/v1/runs")).ShouldHaveSingleItem()!;

        ((string)run["viaggio"]!).ShouldBe("server");
        ((bool)run["riproducibile"]!).ShouldBeFalse();
    }
}
