using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.TestIdentity;
using Microsoft.AspNetCore.Routing;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>Who may do what, over both stores: every address for every role, and whose rows each person reads.</summary>
public abstract class AccessContract : IAsyncLifetime
{
    private protected SignedService Service { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<string> FilledAsync();

    public async ValueTask InitializeAsync() => Service = await SignedService.StartAsync(await FilledAsync());

    [Fact]
    public async Task Every_address_is_for_the_roles_that_the_table_names()
    {
        var wrong = new List<string>();
        foreach ((string method, string route) in Addresses())
        {
            if (RouteJudge.Of(method, route) is not { } may)
            {
                wrong.Add($"{method} {route}: no line of the table");
                continue;
            }

            string path = Regex.Replace(route, @"\{[^}]*:int\}", "1", RegexOptions.None, TimeSpan.FromSeconds(1));
            path = "/" + Regex.Replace(path, @"\{[^}]*\}", "inesistente", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimStart('/') + "?sconosciuto=1";
            string? body = method is "GET" or "DELETE" ? null : """{"sconosciuto":1}""";
            await CheckAsync(null, may.Length == 0 ? null : 401);
            await CheckAsync(Person.Nobody, may.Length == 0 ? null : 403);
            // Somebody's planner, but of no ATS that is known.
            await CheckAsync(Person.Homeless, may.Length == 0 || may[0] ? null : 403);
            for (int i = 0; i < may.Length; i++)
                await CheckAsync(RouteJudge.Persons[i], may[i] ? null : 403);

            async Task CheckAsync(Person? person, int? refused)
            {
                int status;
                try
                {
                    status = await Service.StatusAsync(person, method, path, body);
                }
                catch (HttpRequestException broken)
                {
                    wrong.Add($"{method} {route} for {person?.Role ?? "nobody"}: {broken.InnerException?.Message ?? broken.Message}");
                    return;
                }

                bool asSaid = refused is null ? status is not (401 or 403 or >= 500) || IsOwnRule(route) : status == refused;
                if (!asSaid)
                    wrong.Add($"{method} {route} for {person?.Role ?? "nobody"}: {status}, not {refused?.ToString() ?? "answered"}");
            }
        }

        wrong.ShouldBeEmpty();
        Addresses().Count().ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task A_planner_reads_the_figures_of_her_own_ats_and_no_others()
    {
        foreach (NamedQuestion question in AllQuestions.List.Where(q => q.Question.Parameters.Contains(SharedParameters.Ats)))
        {
            string path = $"/api/v1/{question.Name}?{Cheap(question.Name)}";
            (await Service.StatusAsync(Person.Planner, "GET", $"{path}&ats=Bergamo")).ShouldBe(403, path);
            using HttpResponseMessage answer = await Service.AskAsync(Person.Planner, "GET", path);
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                // Isochrones want a road network, which is not here.
                question.Name.ShouldBe("isochrones");
                continue;
            }

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            JsonArray rows = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["rows"]!.AsArray();
            rows.Select(r => (string?)r!["ats"]).OfType<string>().Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).ShouldAllBe(a => a == "Brescia", path);
            (await Service.StatusAsync(Person.Region, "GET", $"{path}&ats=Bergamo")).ShouldBe(200, path);
        }
    }

    [Fact]
    public async Task What_is_changed_in_a_far_ats_changes_nothing_that_she_reads()
    {
        string[] paths =
        [
            .. AllQuestions.List.Where(q => q.Name is not ("isochrones" or "info" or "main-roads" or "matrix" or "what-if")).Select(q => $"/api/v1/{q.Name}?{Cheap(q.Name)}"),
            "/api/v1/compare?con_proposte=si&level=all", "/api/v1/measures?measure=curva", "/api/v1/measures?measure=ore-raggiungibili&by=ats", "/api/v1/gaps?by=ats",
            .. OgcCollections.All.Where(c => !c.TakesLong).Select(c => $"/ogc/collections/{c.Id}/items?limit=10000&f=json"),
        ];
        string[] seen = ["/api/v1/gaps?by=comune", "/api/v1/week", "/api/v1/sites", "/ogc/collections/sedi/items?limit=10000&f=json"];
        string[] before = await ReadAsync(Person.Planner, paths), all = await ReadAsync(Person.Region, seen);

        // From here Brescia is 100 km away: no family of hers goes there.
        JsonNode sites = await Service.JsonAsync(Person.Region, "GET", "/api/v1/sites?ats=Insubria");
        string[] far = [.. sites["rows"]!.AsArray().Where(s => (double)s!["lon"]! < 8.9 && (string)s["role"]! == "spoke").Select(s => (string)s!["site_id"]!)];
        foreach (string site in far[1..])
        {
            using HttpResponseMessage hours = await Service.AskAsync(Person.Region, "PATCH", $"/api/v1/sites/{site}", """{"opening_hours":"Su 07:15-08:45"}""", ("If-Match", "*"));
            hours.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using HttpResponseMessage gone = await Service.AskAsync(Person.Region, "DELETE", $"/api/v1/sites/{far[0]}", null, ("If-Match", "*"));
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        string[] after = await ReadAsync(Person.Planner, paths);

        paths.Select((path, i) => before[i] == after[i] ? null : $"{path}: {FirstDifference(before[i], after[i])}").OfType<string>().ShouldBeEmpty();
        // The Region does see it.
        (await ReadAsync(Person.Region, seen)).Zip(all).ShouldAllBe(p => p.First != p.Second);

        async Task<string[]> ReadAsync(Person person, string[] asked)
        {
            var read = new List<string>();
            foreach (string path in asked)
            {
                using HttpResponseMessage answer = await Service.AskAsync(person, "GET", path);
                string text = await answer.Content.ReadAsStringAsync(Cancel);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path} {text}");
                read.Add(WithoutMoment(text));
            }

            return [.. read];
        }
    }

    [Theory]
    [InlineData("/api/v1/gaps?by=regione")]
    [InlineData("/api/v1/measures?by=regione&measure=curva")]
    [InlineData("/api/v1/compare?con_proposte=si&level=regione")]
    public async Task The_region_as_one_is_for_who_reads_every_ats(string path)
    {
        using HttpResponseMessage answer = await Service.AskAsync(Person.Planner, "GET", path);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        ((string?)problem["rimedio"]).ShouldStartWith("Chiedere un altro livello");
        (await Service.StatusAsync(Person.Region, "GET", path)).ShouldBe(200);
    }

    [Fact]
    public async Task Layers_files_and_tiles_have_the_rows_of_ones_own_ats()
    {
        foreach (OgcCollection collection in OgcCollections.All.Where(c => !c.IsPlaces && !c.TakesLong))
        {
            JsonNode own = await Service.JsonAsync(Person.Cabina, "GET", $"/ogc/collections/{collection.Id}/items?limit=10000&f=json");
            JsonNode all = await Service.JsonAsync(Person.Region, "GET", $"/ogc/collections/{collection.Id}/items?limit=10000&f=json");
            string?[] whose = [.. own["features"]!.AsArray().Select(f => (string?)f!["properties"]!["ats"]).Where(a => a is not null).Distinct(StringComparer.Ordinal)];
            whose.ShouldAllBe(a => a == "Brescia", collection.Id);
            own["features"]!.AsArray().Count.ShouldBe(all["features"]!.AsArray().Count(f => AtsOf(f!["properties"]!) == "Brescia"), collection.Id);
        }

        const string foreign = "BG01-S1", file = "/ogc/collections/sedi/items?f=csv", tile = "/ogc/collections/sedi/tiles/WebMercatorQuad/8/91/134?f=mvt";
        foreach (string path in (string[])[file, tile])
        {
            using HttpResponseMessage region = await Service.AskAsync(Person.Region, "GET", path), planner = await Service.AskAsync(Person.Planner, "GET", path);
            System.Text.Encoding.Latin1.GetString(await region.Content.ReadAsByteArrayAsync(Cancel)).ShouldContain(foreign);
            System.Text.Encoding.Latin1.GetString(await planner.Content.ReadAsByteArrayAsync(Cancel)).ShouldNotContain(foreign);
            region.Headers.CacheControl!.Private.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task Who_am_i_tells_roles_and_how_far_they_reach()
    {
        JsonNode me = await Service.JsonAsync(Person.Cabina, "GET", "/api/v1/me");

        me["meta"]!.ToJsonString().ShouldBe(
            """{"titolo":"Chi sono","accesso":"fatto","da_browser":true,"nome":"Carla Cabina","ruoli":["cabina"],"ats":["Brescia"]}""");
        me["rows"]!.AsArray().First(r => (string)r!["azione"]! == "decidere")!["portata"]!.ToString().ShouldBe("propria_ats");
        me["rows"]!.AsArray().First(r => (string)r!["azione"]! == "pubblicare")!["portata"]!.ToString().ShouldBe("no");
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Addresses that have a rule of another kind: the measures go by the network that asks, sign-in leads to the provider.</summary>
    private static bool IsOwnRule(string route) => route.Contains("accesso", StringComparison.Ordinal) || route.Contains("uscita", StringComparison.Ordinal);

    private IEnumerable<(string Method, string Route)> Addresses() => Service.Service.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD").Select(m => (m, e.RoutePattern.RawText ?? "/")));

    /// <summary>
    /// An answer without what says when and of what data it was made, which every change of the store changes: the moment, the hashes, the times it took, and how many
    /// sedi of the data set count.
    /// </summary>
    private static string WithoutMoment(string text) => Regex.Replace(
        text,
        """("(timeStamp|data|hash|fotografia_sha256|revisione|secondi|seconds|istantanea|lettura|verdetti|sedi_attive|sedi_contate|sedi_aperte)"):("[^"]*"|[0-9.]+)""",
        "",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static string FirstDifference(string before, string after)
    {
        int at = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 40)];
        return $"{Around(before)} | {Around(after)}";
    }

    private static string? AtsOf(JsonNode properties) => (string?)properties["ats"] ?? ((string?)properties["livello"] == "ats" ? (string?)properties["nome"] : null);

    /// <summary>Of a question that a solver looks for, one that is soon found.</summary>
    private static string Cheap(string question) => question switch
    {
        "suggestions" or "curve" => "spokes=1",
        "compare" => "data_dopo=2024-06-30&level=ambito",
        "isochrones" => "minutes=15",
        _ => "",
    };
}
