using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestIdentity;
using CentriFamiglia.Coverage.TestPostGis;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>The Region keeps rule sets and sets the one that holds, for everybody and from then on; nobody else does. Over both stores.</summary>
public abstract class RulesContract : IAsyncLifetime
{
    private const string Rules = "/api/v1/rules";

    private const string Strict = """
        {"id":"lombardia-2027","base":"dgr-xii-1507-2023","titolo":"Le regole del 2027","testo_caricato":false,"data":"2026-11-30","valido_dal":"2026-01-01","valido_al":null,
         "parametri":{"ore_settimanali_minime":90},"varianti":[]}
        """;

    private SignedService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<string> FilledAsync();

    public async ValueTask InitializeAsync() => _service = await SignedService.StartAsync(await FilledAsync());

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_set_that_the_region_sets_holds_for_every_question_from_then_on()
    {
        int fewBefore = await HoursFindingsAsync();

        (await AskAsync(Person.Region, "PUT", $"{Rules}/lombardia-2027", Strict)).ShouldBe(HttpStatusCode.Created);
        (await HoldsAsync()).ShouldBe("dgr-xii-1507-2023", "what is written does not hold yet");
        (await AskAsync(Person.Region, "PATCH", Rules, """{"in_uso":"lombardia-2027"}""", "*")).ShouldBe(HttpStatusCode.OK);

        (await HoldsAsync()).ShouldBe("lombardia-2027");
        JsonNode verdicts = await _service.JsonAsync(Person.Planner, "GET", "/api/v1/coverage?level=ats");
        ((string?)verdicts["meta"]!["regole"]!["id"]).ShouldBe("lombardia-2027");
        // No network of the shipped ones is open 90 hours a week.
        (await HoursFindingsAsync()).ShouldBeGreaterThan(fewBefore);
        // Whoever names one is answered with that one.
        JsonNode named = await _service.JsonAsync(Person.Planner, "GET", "/api/v1/coverage?level=ats&regole=dgr-xii-1507-2023");
        ((string?)named["meta"]!["regole"]!["id"]).ShouldBe("dgr-xii-1507-2023");
        // The data are what they were.
        named["meta"]!["fotografia"]!["hash"]!.ToString().ShouldBe(verdicts["meta"]!["fotografia"]!["hash"]!.ToString());

        (await AskAsync(Person.Region, "DELETE", $"{Rules}/lombardia-2027", null, "*")).ShouldBe(HttpStatusCode.BadRequest, "it holds");
        (await AskAsync(Person.Region, "PATCH", Rules, """{"in_uso":null}""", "*")).ShouldBe(HttpStatusCode.OK);
        (await HoldsAsync()).ShouldBe("dgr-xii-1507-2023");
        (await AskAsync(Person.Region, "DELETE", $"{Rules}/lombardia-2027", null, "*")).ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync(Person.Planner, "GET", $"{Rules}/lombardia-2027", null)).ShouldBe(HttpStatusCode.NotFound);
        JsonNode register = await _service.JsonAsync(Person.Region, "GET", "/api/v1/audit");
        register["rows"]!.AsArray().Select(r => (string)r!["azione"]!).Where(a => a.StartsWith("regole.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["regole.sceglie", "regole.sceglie", "regole.scrive", "regole.toglie"]);
    }

    [Fact]
    public async Task Nobody_else_sets_them()
    {
        foreach (Person person in (Person[])[Person.Planner, Person.Cabina, Person.Reader])
        {
            (await AskAsync(person, "PUT", $"{Rules}/lombardia-2027", Strict)).ShouldBe(HttpStatusCode.Forbidden, person.Name);
            (await AskAsync(person, "PATCH", Rules, """{"in_uso":"cpf-2025"}""", "*")).ShouldBe(HttpStatusCode.Forbidden, person.Name);
        }

        (await HoldsAsync()).ShouldBe("dgr-xii-1507-2023");
    }

    [Fact]
    public async Task The_second_of_two_who_read_the_same_writes_nothing()
    {
        (await AskAsync(Person.Region, "PUT", $"{Rules}/lombardia-2027", Strict)).ShouldBe(HttpStatusCode.Created);
        using HttpResponseMessage read = await _service.AskAsync(Person.Region, "GET", $"{Rules}/lombardia-2027"), list = await _service.AskAsync(Person.Region, "GET", Rules);
        (await read.Content.ReadAsStringAsync(Cancel)).ShouldBe(Strict);
        string milder = Strict.Replace("90", "80", StringComparison.Ordinal);

        (await AskAsync(Person.Region, "PUT", $"{Rules}/lombardia-2027", milder)).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await AskAsync(Person.Region, "PUT", $"{Rules}/lombardia-2027", milder, read.Headers.ETag!.ToString())).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(Person.Region, "PUT", $"{Rules}/lombardia-2027", Strict, read.Headers.ETag!.ToString())).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await AskAsync(Person.Region, "PATCH", Rules, """{"in_uso":"cpf-2025"}""", list.Headers.ETag!.ToString())).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("lombardia-2027", """{"id":"altro","base":"dgr-xii-1507-2023"}""", "")]
    [InlineData("lombardia-2027", """{"id":"lombardia-2027","base":"inesistente"}""", "inesistente")]
    [InlineData("lombardia-2027", "non è JSON", "JSON")]
    [InlineData("cpf-2025", Strict, "del programma")]
    [InlineData("Con%20spazi", Strict, "identificativo")]
    public async Task What_is_no_rule_set_is_refused_and_changes_nothing(string id, string text, string told)
    {
        using HttpResponseMessage answer = await _service.AskAsync(Person.Region, "PUT", $"{Rules}/{id}", text, ("If-Match", "*"));

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.PreconditionFailed);
        using HttpResponseMessage bare = await _service.AskAsync(Person.Region, "PUT", $"{Rules}/{id}", text);
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode problem = JsonNode.Parse(await bare.Content.ReadAsStringAsync(Cancel))!;
        ((string)problem["detail"]!).ShouldContain(told);
        ((string?)problem["rimedio"]).ShouldNotBeNullOrEmpty();
        (await _service.JsonAsync(Person.Region, "GET", Rules))["rows"]!.AsArray().ShouldAllBe(r => (string)r!["origine"]! == "programma");
    }

    private async Task<HttpStatusCode> AskAsync(Person person, string method, string path, string? body, string? match = null)
    {
        using HttpResponseMessage answer = await _service.AskAsync(person, method, path, body, match is null ? [] : [("If-Match", match)]);
        return answer.StatusCode;
    }

    private async Task<string> HoldsAsync()
    {
        JsonNode list = await _service.JsonAsync(Person.Planner, "GET", Rules);
        list["rows"]!.AsArray().Count(r => (bool)r!["in_uso"]!).ShouldBe(1);
        return (string)list["meta"]!["in_uso"]!;
    }

    private async Task<int> HoursFindingsAsync() =>
        (await _service.JsonAsync(Person.Planner, "GET", "/api/v1/findings?rule=R8&verdict=non_conforme"))["rows"]!.AsArray().Count;
}

public sealed class GeoPackageRules(FilledStore store) : RulesContract
{
    protected override Task<string> FilledAsync() => Task.FromResult(store.Copy());
}

public sealed class PostGisRules(PostGisServer server) : RulesContract
{
    protected override Task<string> FilledAsync() => FilledDatabase.CopyAsync(server);
}
