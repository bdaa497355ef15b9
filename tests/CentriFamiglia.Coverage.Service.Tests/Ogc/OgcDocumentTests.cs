using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Tests.OpenData;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>The document of <c>/ogc</c> is one that a client can be made from: answer by answer, judged by ajv. Alone, as the other document is.</summary>
[CollectionDefinition(nameof(OgcDocumentTests), DisableParallelization = true)]
[Collection(nameof(OgcDocumentTests))]
public sealed class OgcDocumentTests(OgcWalk walk) : IClassFixture<OgcWalk>
{
    private static readonly NodeJudge _judge = new("tests/CentriFamiglia.Coverage.Service.Tests/Http/Judges");

    [Fact]
    public void Every_example_gives_an_answer()
    {
        OgcAsked[] tried = [.. walk.Answers.Where(a => a.IsTried)];

        tried.Length.ShouldBeGreaterThan(700);
        string.Join('\n', tried.Where(a => a.Status is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent))
            .Select(a => $"{a.Status} {a.Name} {File.ReadAllText(a.File)}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_parameter_has_an_example_and_says_what_it_is()
    {
        foreach ((string path, JsonNode? operations) in walk.Document["paths"]!.AsObject())
        {
            foreach (JsonObject parameter in operations!.AsObject().SelectMany(o => walk.ParametersOf(o.Value!)))
            {
                // Which jobs there are nobody can know, nor which rows a solver will find.
                if ((string)parameter["name"]! is not ("jobID" or "featureId"))
                    parameter["example"].ShouldNotBeNull($"{path} {parameter["name"]}");
                ((string?)parameter["description"]).ShouldNotBeNullOrEmpty($"{path} {parameter["name"]}");
            }
        }
    }

    [Fact]
    public async Task Every_answer_is_what_the_document_says_and_holds_nothing_that_it_does_not_name()
    {
        walk.Answers.Where(a => a.Pointer is null && a.Status != HttpStatusCode.NoContent).Select(a => $"{a.Name} {a.Status} {a.Media}").ShouldBeEmpty();
        OgcAsked[] answers = [.. walk.Answers.Where(a => a.IsJson)];
        answers.Select(a => a.Status).Distinct().ShouldBe(
            [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.UnsupportedMediaType],
            ignoreOrder: true);
        await JudgeAsync(walk.DocumentFile, answers.Select(a => (a, a.Pointer!)), isClosed: true);
    }

    [Fact]
    public async Task Features_are_GeoJSON_by_the_schema_of_the_standard_in_every_crs()
    {
        const string one = "/$defs/featureGeoJSON", many = "/$defs/featureCollectionGeoJSON";
        OgcAsked[] pages = [.. walk.Answers
            .Where(a => a is { Status: HttpStatusCode.OK, Media: "application/geo+json" } && a.Path.StartsWith("/collections", StringComparison.Ordinal))];

        pages.Count(p => p.Name.Contains("?crs=", StringComparison.Ordinal)).ShouldBeGreaterThan(2 * OgcService.Collections.Count * OgcCrs.All.Length);
        await JudgeAsync(OgcService.SchemaFile, pages.Select(p => (p, p.Path.EndsWith("/{featureId}", StringComparison.Ordinal) ? one : many)), isClosed: false);
    }

    private static async Task JudgeAsync(string document, IEnumerable<(OgcAsked Answer, string Pointer)> answers, bool isClosed)
    {
        JsonNode judged = await _judge.AskAsync("answers.mjs", JsonSerializer.Serialize(new
        {
            document,
            isClosed,
            answers = answers.Select(a => new { name = a.Answer.Name, pointer = a.Pointer, file = a.Answer.File }),
        }));

        string.Join('\n', judged["faults"]!.AsArray().Select(f => $"{f!["name"]}: {f["message"]}")).ShouldBeEmpty();
    }
}
