using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.TestIdentity;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>What each person may write, over both stores: rows, files, scenarios, analyses, decisions, links.</summary>
public abstract class WritingContract : IAsyncLifetime
{
    private const string Hours = """{"opening_hours":"Tu 07:15-08:45"}""";

    private protected SignedService Service { get; private set; } = null!;

    protected string Store { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<string> FilledAsync();

    public async ValueTask InitializeAsync()
    {
        Store = await FilledAsync();
        Service = await SignedService.StartAsync(Store);
    }

    [Fact]
    public async Task A_planner_writes_a_sede_of_her_own_ats_and_none_of_another()
    {
        (string own, string others) = (await SiteOfAsync("Brescia"), await SiteOfAsync("Bergamo"));

        (await WriteAsync(Person.Planner, "PATCH", $"/api/v1/sites/{own}", Hours, "*")).ShouldBe(HttpStatusCode.OK);
        (await WriteAsync(Person.Planner, "PATCH", $"/api/v1/sites/{others}", Hours, "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "DELETE", $"/api/v1/sites/{others}", null, "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.OtherPlanner, "PATCH", $"/api/v1/sites/{own}", Hours, "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Cabina, "PATCH", $"/api/v1/sites/{own}", Hours, "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Region, "PATCH", $"/api/v1/sites/{others}", """{"opening_hours":"Sa 07:15-08:45"}""", "*")).ShouldBe(HttpStatusCode.OK);

        JsonNode site = await Service.JsonAsync(Person.Region, "GET", $"/api/v1/sites/{own}");
        ((string?)site["meta"]!["riga"]!["opening_hours"]).ShouldBe("Tu 07:15-08:45");
    }

    [Fact]
    public async Task A_sede_cannot_be_taken_from_another_ats_nor_put_into_one()
    {
        (string own, string others) = (await SiteOfAsync("Brescia"), await SiteOfAsync("Bergamo"));
        string bergamo = """{"pro_com_t":"016024","lon":9.67,"lat":45.695}""";

        (await WriteAsync(Person.Planner, "PATCH", $"/api/v1/sites/{own}", bergamo, "*")).ShouldBe(HttpStatusCode.Forbidden);
        const string elsewhere = """{"name":"Nuova","role":"spoke","network_id":"BS01","pro_com_t":"016024","lon":9.67,"lat":45.695}""";
        (await WriteAsync(Person.Planner, "PUT", "/api/v1/sites/NUOVA", elsewhere, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "PATCH", $"/api/v1/sites/{others}", """{"pro_com_t":"017029","lon":10.22,"lat":45.54}""", "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "PATCH", "/api/v1/networks/BG01", """{"ats":"Brescia"}""", "*")).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "PATCH", "/api/v1/memberships/016024", """{"ats":"Brescia"}""", "*")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_row_is_written_only_by_who_has_read_what_is_there()
    {
        string path = $"/api/v1/sites/{await SiteOfAsync("Brescia")}";
        using HttpResponseMessage read = await Service.AskAsync(Person.Planner, "GET", path);
        string tag = read.Headers.ETag!.ToString();

        (await WriteAsync(Person.Planner, "PATCH", path, Hours, null)).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await WriteAsync(Person.Planner, "PATCH", path, Hours, "\"0000000000000000\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await WriteAsync(Person.Planner, "PATCH", path, Hours, tag)).ShouldBe(HttpStatusCode.OK);
        // The second of two who read the same.
        (await WriteAsync(Person.Planner, "PATCH", path, """{"opening_hours":"Sa 10:00-12:00"}""", tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)(await Service.JsonAsync(Person.Planner, "GET", path))["meta"]!["riga"]!["opening_hours"]).ShouldBe("Tu 07:15-08:45");
    }

    [Fact]
    public async Task What_an_import_would_refuse_is_refused_with_column_and_cure()
    {
        string path = $"/api/v1/sites/{await SiteOfAsync("Brescia")}";
        (string Body, string Column)[] bad = [("""{"lon":45.5,"lat":10.2}""", "lon"), ("""{"role":"filiale"}""", "role"), ("""{"network_id":"XX99"}""", "network_id")];
        foreach ((string body, string column) in bad)
        {
            using HttpResponseMessage answer = await AskAsync(Person.Planner, "PATCH", path, body, "*");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
            JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
            ((string?)problem["campo"]).ShouldBe(column);
            ((string?)problem["rimedio"]).ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_new_sede_and_a_new_network_are_added_changed_and_taken_away()
    {
        (await WriteAsync(Person.Planner, "PUT", "/api/v1/networks/BS99", """{"name":"Rete di prova","ats":"Brescia"}""", null)).ShouldBe(HttpStatusCode.Created);
        const string spoke = """{"name":"Prova","role":"spoke","network_id":"BS99","pro_com_t":"017029","lon":10.22,"lat":45.54}""";
        (await WriteAsync(Person.Planner, "PUT", "/api/v1/sites/BS99-S1", spoke, null)).ShouldBe(HttpStatusCode.Created);
        (await WriteAsync(Person.Planner, "DELETE", "/api/v1/networks/BS99", null, "*")).ShouldBe(HttpStatusCode.BadRequest);
        (await WriteAsync(Person.Planner, "DELETE", "/api/v1/sites/BS99-S1", null, "*")).ShouldBe(HttpStatusCode.NoContent);
        (await WriteAsync(Person.Planner, "DELETE", "/api/v1/networks/BS99", null, "*")).ShouldBe(HttpStatusCode.NoContent);
        (await Service.StatusAsync(Person.Planner, "GET", "/api/v1/sites/BS99-S1")).ShouldBe(404);

        string register = (await Service.JsonAsync(Person.Region, "GET", "/api/v1/audit"))["rows"]!.ToJsonString();
        register.ShouldContain("sede.toglie");
        register.ShouldContain("Paola Bresciani");
        (await Service.JsonAsync(Person.Region, "GET", "/api/v1/audit/verify"))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_imported_by_who_may_write_all_that_it_changes()
    {
        const string own = "site_id,name,role,network_id,pro_com_t,lon,lat\nBS01-H,Centro di prova,hub,BS01,017029,10.22,45.54\n";
        const string others = own + "BG01-H,Centro altrui,hub,BG01,016024,9.67,45.695\n";
        string before = await SiteNameAsync("BG01-H");

        (await ImportAsync(Person.Planner, others)).ShouldBe(HttpStatusCode.Forbidden);
        (await SiteNameAsync("BS01-H")).Equals("Centro di prova", StringComparison.Ordinal).ShouldBeFalse();
        (await ImportAsync(Person.Reader, own)).ShouldBe(HttpStatusCode.Forbidden);
        (await ImportAsync(null, own)).ShouldBe(HttpStatusCode.Unauthorized);
        (await ImportAsync(Person.Planner, own)).ShouldBe(HttpStatusCode.OK);

        (await SiteNameAsync("BS01-H")).ShouldBe("Centro di prova");
        (await SiteNameAsync("BG01-H")).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_was_tried_on_other_data_is_not_imported()
    {
        const string file = "site_id,name,role,network_id,pro_com_t,lon,lat\nBS01-H,Centro di prova,hub,BS01,017029,10.22,45.54\n";
        const string address = "/api/v1/import-preview?file=sedi.csv&as=sedi&sedi=dimostrative";
        using HttpResponseMessage tried = await AskAsync(Person.Planner, "POST", address, file, null);
        string tag = tried.Headers.ETag!.ToString();
        (await WriteAsync(Person.Planner, "PATCH", $"/api/v1/sites/{await SiteOfAsync("Brescia")}", Hours, "*")).ShouldBe(HttpStatusCode.OK);

        (await ImportAsync(Person.Planner, file, tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage again = await AskAsync(Person.Planner, "POST", address, file, null);
        (await ImportAsync(Person.Planner, file, again.Headers.ETag!.ToString())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Drafts_are_seen_by_their_ats_and_by_the_region_alone()
    {
        JsonNode made = await Service.JsonAsync(Person.Planner, "POST", "/api/v1/scenarios", """{"nome":"Prova","changes":[{"op":"close","id":"BS01-S1"}]}""");
        string id = (string)made["meta"]!["scenario"]!["id"]!;
        string run = (string)(await Service.JsonAsync(Person.Planner, "POST", "/api/v1/runs", """{"titolo":"Bozza","parametri":{"spokes":2}}"""))["rows"]![0]!["id"]!;

        foreach (Person person in (Person[])[Person.Planner, Person.Cabina, Person.Region, Person.Administrator])
        {
            (await Service.StatusAsync(person, "GET", $"/api/v1/scenarios/{id}")).ShouldBe(200, person.Role);
            (await Service.StatusAsync(person, "GET", $"/runs/{run}/dossier")).ShouldBe(200, person.Role);
        }

        (await Service.StatusAsync(Person.OtherPlanner, "GET", $"/api/v1/scenarios/{id}")).ShouldBe(400);
        foreach (Person person in (Person[])[Person.OtherPlanner, Person.Reader])
        {
            (await Service.StatusAsync(person, "GET", $"/runs/{run}/dossier")).ShouldBe(400, person.Role);
            (await Service.StatusAsync(person, "GET", $"/api/v1/runs/{run}/content")).ShouldBe(400, person.Role);
            (await Service.JsonAsync(person, "GET", "/api/v1/runs"))["rows"]!.AsArray().ShouldBeEmpty(person.Role);
        }

        // As unknown as one that never was: nothing tells that it is there.
        using HttpResponseMessage foreign = await Service.AskAsync(Person.OtherPlanner, "GET", $"/api/v1/scenarios/{id}");
        using HttpResponseMessage never = await Service.AskAsync(Person.OtherPlanner, "GET", "/api/v1/scenarios/mai-stato");
        (await foreign.Content.ReadAsStringAsync(Cancel)).Replace(id, "mai-stato", StringComparison.Ordinal).ShouldBe(await never.Content.ReadAsStringAsync(Cancel));
        (await WriteAsync(Person.OtherPlanner, "PATCH", $"/api/v1/scenarios/{id}", """{"nota":"mia"}""", null)).ShouldBe(HttpStatusCode.BadRequest);
        (await WriteAsync(Person.OtherPlanner, "POST", $"/api/v1/scenarios/{id}/apply", "{}", null)).ShouldBe(HttpStatusCode.BadRequest);
        (await WriteAsync(Person.Planner, "POST", $"/api/v1/scenarios/{id}/apply", "{}", null)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_region_publishes_and_a_cabina_decides_on_what_is_of_its_ats()
    {
        string run = (string)(await Service.JsonAsync(Person.Region, "POST", "/api/v1/runs", """{"titolo":"Regione","parametri":{"spokes":20}}"""))["rows"]![0]!["id"]!;
        (await WriteAsync(Person.Planner, "POST", $"/api/v1/runs/{run}/publish", "{}", null)).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Region, "POST", $"/api/v1/runs/{run}/publish", "{}", null)).ShouldBe(HttpStatusCode.OK);
        JsonArray proposals = (await Service.JsonAsync(Person.Reader, "GET", $"/api/v1/runs/{run}/results/proposte"))["rows"]!.AsArray();
        int own = NumberOf(proposals, "Brescia"), others = NumberOf(proposals, "Bergamo");
        const string accepted = """{"esito":"accettata","perche":"Serve"}""";

        (await WriteAsync(Person.Cabina, "PUT", $"/api/v1/runs/{run}/decisions/{others}", accepted, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "PUT", $"/api/v1/runs/{run}/decisions/{own}", accepted, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Reader, "PUT", $"/api/v1/runs/{run}/decisions/{own}", accepted, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await WriteAsync(Person.Planner, "PUT", $"/api/v1/runs/{run}/decisions/{own}", """{"commento":"Di accordo"}""", null)).ShouldBe(HttpStatusCode.OK);
        (await WriteAsync(Person.Cabina, "PUT", $"/api/v1/runs/{run}/decisions/{own}", accepted, null)).ShouldBe(HttpStatusCode.OK);

        JsonNode decision = (await Service.JsonAsync(Person.Reader, "GET", $"/api/v1/runs/{run}/decisions"))["rows"]![0]!;
        ((string?)decision["chi"]).ShouldBe("Carla Cabina");
        (await Service.StatusAsync(Person.Planner, "GET", $"/api/v1/sites/{(string)decision["sede_prevista"]!}")).ShouldBe(200);
    }

    [Fact]
    public async Task A_search_that_goes_on_by_itself_is_its_askers()
    {
        using HttpResponseMessage begun = await Service.AskAsync(Person.Planner, "GET", "/api/v1/suggestions?spokes=3", null, ("Prefer", "respond-async, wait=0"));
        begun.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        string address = begun.Headers.Location!.ToString();

        foreach (Person other in (Person[])[Person.OtherPlanner, Person.Cabina, Person.Region])
        {
            foreach ((string method, string path) in ((string, string)[])[("GET", address), ("GET", address + "/result"), ("DELETE", address)])
                (await Service.StatusAsync(other, method, path)).ShouldBe(404, $"{other.Role} {method} {path}");
        }

        (await Service.StatusAsync(Person.Administrator, "GET", address)).ShouldBe(200);
        int status;
        while ((status = await Service.StatusAsync(Person.Planner, "GET", address + "/result")) == 202)
            await Task.Delay(200, Cancel);
        status.ShouldBe(200);
        // However it is computed, and by whichever server, it is of her own ATS.
        JsonNode result = await Service.JsonAsync(Person.Planner, "GET", address + "/result");
        result["rows"]!.AsArray().ShouldAllBe(r => (string?)r!["ats"] == "Brescia");

        using HttpResponseMessage job = await Service.AskAsync(
            Person.Planner, "POST", "/ogc/processes/suggest/execution", """{"inputs":{"spokes":1}}""", ("Prefer", "respond-async"));
        job.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Service.JsonAsync(Person.OtherPlanner, "GET", "/ogc/jobs?f=json"))["jobs"]!.AsArray().ShouldBeEmpty();
        (await Service.JsonAsync(Person.Planner, "GET", "/ogc/jobs?f=json"))["jobs"]!.AsArray().ShouldNotBeEmpty();
        (await Service.StatusAsync(Person.OtherPlanner, "DELETE", job.Headers.Location!.PathAndQuery)).ShouldBe(404);
    }

    [Fact]
    public async Task A_link_opens_one_analysis_to_whoever_has_it_until_it_ends_or_is_revoked()
    {
        string run = (string)(await Service.JsonAsync(Person.Planner, "POST", "/api/v1/runs", """{"parametri":{"spokes":1}}"""))["rows"]![0]!["id"]!;
        JsonNode made = await Service.JsonAsync(Person.Planner, "POST", "/api/v1/links", $$"""{"analisi":"{{run}}","giorni":1,"nota":"Sindaci"}""");
        string address = new Uri((string)made["meta"]!["indirizzo"]!).AbsolutePath, id = (string)made["rows"]![0]!["id"]!;

        using HttpResponseMessage opened = await Service.AskAsync(null, "GET", address);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await opened.Content.ReadAsStringAsync(Cancel)).ShouldContain(run);
        (await Service.StatusAsync(null, "GET", address + "/verbale")).ShouldBe(200);
        (await Service.StatusAsync(null, "GET", address[..^1] + (address[^1] == '0' ? '1' : '0'))).ShouldBe(404);
        (await Service.StatusAsync(null, "GET", $"/condivisi/{id}")).ShouldBe(404);
        // It opens that analysis, to read, and nothing else.
        (await Service.StatusAsync(null, "GET", $"/runs/{run}/dossier")).ShouldBe(401);
        (await Service.StatusAsync(null, "POST", address, "{}")).ShouldBe(405);
        (await Service.StatusAsync(Person.OtherPlanner, "DELETE", $"/api/v1/links/{id}")).ShouldBe(400);

        (await Service.StatusAsync(Person.Planner, "DELETE", $"/api/v1/links/{id}")).ShouldBe(200);
        (await Service.StatusAsync(null, "GET", address)).ShouldBe(410);
        (await Service.JsonAsync(Person.Region, "GET", "/api/v1/audit"))["rows"]!.ToJsonString().ShouldNotContain(address.Split('/')[^1]);
        (await Service.StatusAsync(Person.OtherPlanner, "POST", "/api/v1/links", $$"""{"analisi":"{{run}}"}""")).ShouldBe(400);
        (await Service.StatusAsync(Person.Planner, "POST", "/api/v1/links", $$"""{"analisi":"{{run}}","giorni":0}""")).ShouldBe(400);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static int NumberOf(JsonArray proposals, string ats) => (int)proposals.First(p => (string?)p!["ats"] == ats)!["ordine"]!;

    private async Task<string> SiteOfAsync(string ats) => (string)(await Service.JsonAsync(Person.Region, "GET", $"/api/v1/sites?ats={ats}"))["rows"]![0]!["site_id"]!;

    private async Task<string> SiteNameAsync(string id) => (string)(await Service.JsonAsync(Person.Region, "GET", $"/api/v1/sites/{id}"))["meta"]!["riga"]!["name"]!;

    private async Task<HttpStatusCode> ImportAsync(Person? person, string csv, string? match = null)
    {
        using HttpResponseMessage answer = await AskAsync(person, "POST", "/api/v1/import?file=sedi.csv&as=sedi&sedi=dimostrative", csv, match);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> WriteAsync(Person? person, string method, string path, string? body, string? match)
    {
        using HttpResponseMessage answer = await AskAsync(person, method, path, body, match);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> AskAsync(Person? person, string method, string path, string? body, string? match) =>
        await Service.AskAsync(person, method, path, body, match is null ? [] : [("If-Match", match)]);
}
