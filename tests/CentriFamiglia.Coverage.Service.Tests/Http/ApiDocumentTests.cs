using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.House;
using CentriFamiglia.Coverage.Service.Tests.OpenData;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>
/// The API document is one that a client can be made from: judged by Redocly and, answer by answer, by ajv. Alone, because its hundreds of
/// questions take seconds so, and minutes beside the tests that keep every thread busy.
/// </summary>
[CollectionDefinition(nameof(ApiDocumentTests), DisableParallelization = true)]
[Collection(nameof(ApiDocumentTests))]
public sealed class ApiDocumentTests(ApiWalk walk) : IClassFixture<ApiWalk>
{
    private static readonly NodeJudge _judge = new("tests/CentriFamiglia.Coverage.Service.Tests/Http/Judges");

    [Fact]
    public void Every_example_gives_an_answer_alone_and_with_the_others()
    {
        walk.Tried.Count().ShouldBeGreaterThan(200);
        string.Join('\n', walk.Tried.Where(a => a.Status != HttpStatusCode.OK).Select(a => $"{a.Status} {a.Method} {a.Address} {File.ReadAllText(a.File)}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_parameter_has_an_example()
    {
        foreach ((string path, string method, JsonObject operation) in walk.Operations())
        {
            foreach (JsonNode? parameter in operation["parameters"]?.AsArray() ?? [])
                (parameter!["example"] ?? parameter["schema"]!["examples"]).ShouldNotBeNull($"{method} {path} {parameter["name"]}");
        }
    }

    [Fact]
    public async Task Redocly_has_nothing_to_say_of_the_two_documents()
    {
        JsonNode judged = await _judge.AskAsync("lint.mjs", null, walk.DocumentFile, walk.OgcDocumentFile);

        string.Join('\n', judged["problems"]!.AsArray().Select(p => $"{p!["ruleId"]}: {p["message"]} {p["location"]![0]!["source"]!["ref"]} {p["location"]![0]!["pointer"]}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_answer_is_what_the_document_says_and_holds_nothing_that_it_does_not_name()
    {
        Asked[] answers = [.. walk.Answers.Where(a => a.IsJson)];
        answers.Select(a => a.Status).Distinct().ShouldBe(
            [
                HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.RequestUriTooLong,
                HttpStatusCode.UnsupportedMediaType, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired,
            ],
            ignoreOrder: true);
        JsonNode judged = await _judge.AskAsync("answers.mjs", JsonSerializer.Serialize(new
        {
            document = walk.DocumentFile,
            isClosed = true,
            answers = answers.Select(a => new { name = $"{a.Method} {a.Address} {(int)a.Status} {a.Media}", pointer = a.Pointer, file = a.File }),
        }));

        string.Join('\n', judged["faults"]!.AsArray().Select(f => $"{f!["name"]}: {f["message"]}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_form_of_rows_was_asked_for_and_what_may_be_null_was_seen_so_or_says_when()
    {
        var forms = AllQuestions.List.SelectMany(q => q.Question.Rows().Select(f => (Question: q.Name, Form: f))).ToArray();
        var nulls = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Asked answer in walk.Answers.Where(a => a is { Status: HttpStatusCode.OK, Media: "application/json" } && a.Path.Count(c => c == '/') == 3))
        {
            string name = answer.Path.Split('/')[^1];
            foreach (JsonObject row in (JsonNode.Parse(File.ReadAllText(answer.File))!["rows"]?.AsArray() ?? []).Select(r => r!.AsObject()))
            {
                string[] members = [.. row.Select(m => m.Key)];
                RowsForm? form = forms.FirstOrDefault(f => f.Question == name && f.Form.Columns.Select(c => c.Column.Name).SequenceEqual(members, StringComparer.Ordinal)).Form;
                if (form is null)
                    continue;
                if (!nulls.TryGetValue(form.Name, out HashSet<string>? seen))
                    nulls[form.Name] = seen = [];
                seen.UnionWith(row.Where(m => m.Value is null).Select(m => m.Key));
            }
        }

        // Nobody has declared anything in the shipped data, and a made-up network has no main road.
        nulls.Keys.ShouldBe(forms.Select(f => f.Form.Name).Where(n => n is not ("DeclarationRow" or "MainRoadRow")).Distinct(StringComparer.Ordinal), ignoreOrder: true);
        string[] unexplained =
        [
            .. forms.Select(f => f.Form).DistinctBy(f => f.Name, StringComparer.Ordinal)
                .SelectMany(f => f.Columns.Where(c => c.Column.MayBeNull && nulls.GetValueOrDefault(f.Name)?.Contains(c.Column.Name) != true)
                    .Where(c => !c.Column.Description.Contains("vuot", StringComparison.Ordinal))
                    .Select(c => $"{f.Name}.{c.Column.Name}")),
        ];
        unexplained.ShouldBeEmpty();
    }

    [Fact]
    public void The_copy_that_clients_are_made_from_is_the_document()
    {
        JsonNode copy = JsonNode.Parse(File.ReadAllText(Path.Combine(Pages.Root, "docs/openapi/v1.json")))!;

        JsonNode.DeepEquals(copy, walk.Document).ShouldBeTrue(
            "docs/openapi/v1.json is not the document any more: "
                + "curl http://127.0.0.1:5080/openapi/v1.json -o docs/openapi/v1.json; npm run api in src/CentriFamiglia.Coverage.Map.");
    }
}
