using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>What is no table that a page could show is refused, with its place and the cure.</summary>
public sealed class TableRefusalTests(FilledStore store)
{
    [Fact]
    public async Task Other_data_than_the_page_has_read_are_a_conflict_with_the_cure()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        table.Body["snapshot"] = new string('a', 64);

        using HttpResponseMessage response = await table.PostAsync(service, "xlsx");

        ((int)response.StatusCode).ShouldBe(409);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["detail"]!).ShouldContain("versione aaaaaaaaaaaa");
        ((string)problem["rimedio"]!).ShouldStartWith("Ricaricare la pagina");
    }

    [Theory]
    [InlineData("title", "\"a\\nb\"", "title", "andare a capo")]
    [InlineData("name", "\"../../etc/passwd\"", "name", "lettere minuscole")]
    [InlineData("snapshot", "\"abc\"", "snapshot", "64 cifre")]
    [InlineData("view", "\"javascript:alert(1)\"", "view", "https://")]
    [InlineData("question", "{\"name\":\"altro\"}", "question.name", "coverage")]
    [InlineData("question", "{\"name\":\"coverage\",\"parameters\":{\"livello\":\"x\"}}", "livello", "I parametri sono")]
    [InlineData("question", "{\"name\":\"coverage\",\"parameters\":[]}", "question.parameters", "oggetto JSON")]
    [InlineData("columns", "[]", "columns", "da 1 a 64")]
    [InlineData("columns", "[{\"key\":\"a b\",\"label\":\"A\",\"type\":\"text\"}]", "columns[0].key", "lettere minuscole")]
    [InlineData("columns", "[{\"key\":\"geom\",\"label\":\"A\",\"type\":\"text\"}]", "columns", "diverse fra loro")]
    [InlineData("columns", "[{\"key\":\"a\",\"label\":\"A\",\"type\":\"date\"}]", "columns[0].type", "text, integer, number, boolean")]
    [InlineData("columns", "[{\"key\":\"a\",\"label\":\"A\",\"type\":\"text\",\"width\":3}]", "columns[0]", "key, label, type")]
    [InlineData("columns", "[{\"key\":\"a\",\"label\":\"A\",\"type\":\"text\"}]", "rows[0].cells", "una cella per colonna")]
    [InlineData("rows", "{}", "rows", "un esempio")]
    [InlineData("rows", "[{\"level\":\"ambito\",\"code\":\"nessuno\",\"cells\":[null,null,null,null,null]}]", "rows[0].code", "Scrivere il codice")]
    [InlineData("rows", "[{\"level\":\"quartiere\",\"code\":\"x\",\"cells\":[null,null,null,null,null]}]", "rows[0].level", "ambito, distretto, ats")]
    [InlineData("rows", "[{\"level\":\"comune\",\"code\":\"16024\",\"cells\":[null,null,null,null,null]}]", "rows[0].code", "con i suoi zeri")]
    [InlineData("rows", "[{\"level\":\"ambito\",\"cells\":[null,null,null,null,null]}]", "rows[0]", "tutti e due")]
    [InlineData("rows", "[{\"cells\":[5,null,null,null,null]}]", "rows[0].cells[0]", "del tipo della colonna")]
    [InlineData("rows", "[{\"cells\":[\"\\u0007\",null,null,null,null]}]", "rows[0].cells[0]", "caratteri di controllo")]
    [InlineData("rows", "[{\"cells\":[null,null,1.5,null,null]}]", "rows[0].cells[2]", "del tipo della colonna")]
    [InlineData("rows", "[{\"cells\":[null,null,null,1e999,null]}]", "rows[0].cells[3]", "del tipo della colonna")]
    [InlineData("rows", "[{\"cells\":[null,null,null,null,\"si\"]}]", "rows[0].cells[4]", "del tipo della colonna")]
    public async Task What_is_no_such_table_is_refused_with_its_place_and_the_cure(string member, string value, string field, string cure)
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        string body = table.Body.ToJsonString();
        string old = $"\"{member}\":{table.Body[member]!.ToJsonString()}";
        body.ShouldContain(old);

        using HttpResponseMessage response = await PostedTable.PostAsync(service, "csv", body.Replace(old, $"\"{member}\":{value}", StringComparison.Ordinal));

        ((int)response.StatusCode).ShouldBe(400);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["rimedio"]!).ShouldContain(cure);
    }

    [Fact]
    public async Task A_million_cells_are_refused()
    {
        RunningService service = await store.ServiceAsync();
        PostedTable table = await PostedTable.OfAmbitiAsync(service);
        table.Body["rows"] = new JsonArray();
        string rows = string.Join(',', Enumerable.Repeat("{\"cells\":[0,0,0,0,0]}", 200_000));

        using HttpResponseMessage response = await PostedTable.PostAsync(service, "csv",
            table.Body.ToJsonString().Replace("\"rows\":[]", $"\"rows\":[{rows}]", StringComparison.Ordinal));

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("più di 250.000 celle");
    }

    [Fact]
    public async Task More_than_eight_megabytes_are_not_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/table") { Content = new StringContent(new string(' ', 9_000_000), Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;

        using HttpResponseMessage response = await (await store.ServiceAsync()).Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(413);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task It_is_only_posted_to(string method)
    {
        using HttpResponseMessage response = await (await store.ServiceAsync()).SendAsync(new HttpMethod(method), "/api/v1/table");

        ((int)response.StatusCode).ShouldBe(405);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Usare POST");
    }
}
