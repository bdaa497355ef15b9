using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Whatever is asked, the service answers, or says what is wrong with the question: it never fails. The same questions at every run.</summary>
public sealed class FuzzTests(FilledStore store)
{
    private const int PerQuestion = 14;

    private static readonly string[] _texts =
    [
        "", " ", "NaN", "-1", "0", "1e308", "1e999", "99999999999999999999", "0x10", "1.000", "1,5", "²", "null", "undefined", "true", "[]", "{}", "[{}]", "[[[[1]]]]", "\"", "\\",
        "%",
        "'; drop table sedi; --", "../../etc/passwd", "\u0000", "\ud83d\ude00", "à", "\u202e", "BG01-H", "Brescia", "Brescia=1=2", "=", ";", "Brescia=1e5", "2024-02-30", "0001-01-01",
        "9999-12-31", "2024-06-30", "lun 9", "mar 25:00", "stima", "rete", "matrice", "note", "mie", "R99", "dgr-xii-1507-2023",
        """[{"id":"S1","lon":9.7,"lat":45.7}]""", """[{"id":"S1","id":"S2","lon":9.7,"lat":45.7}]""", """[{"id":"S1","lon":"NaN","lat":45.7}]""",
        """[{"id":"S1","lon":1e308,"lat":-1e308}]""",
        """[{"id":"\ud800","lon":9.7,"lat":45.7}]""", """[{"id":"S1","lon":9.7,"lat":45.7,"kind":{}}]""", """[{"id":"S1","lon":9.7,"lat":45.7,"cost":-0.0}]""", new('x', 300),
    ];

    public static TheoryData<string> Names => [.. AllQuestions.List.Select(q => q.Name), "nulla", "searches/x", "searches/x/result", "admin/searches"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_question_makes_the_service_fail(string name)
    {
        RunningService service = await store.ServiceAsync();
        ImmutableArray<Parameter> parameters = AllQuestions.List.FirstOrDefault(q => q.Name == name)?.Question.Parameters ?? [];
        bool posts = parameters.Any(p => p is TextParameter { IsLong: true });
        // The name decides the questions, so that one more question changes none of another's.
        var random = new Random(name.Aggregate(20_261_129, (hash, c) => unchecked((hash * 31) + c)));
        for (int i = 0; i < (posts ? 2 : 1) * PerQuestion; i++)
        {
            (string Name, string Text)[] pairs = Pairs(random, parameters);
            bool post = posts && i % 2 == 1;
            using HttpRequestMessage request = post ? Posted(name, random, pairs) : new HttpRequestMessage(
                random.Next(8) == 0 ? HttpMethod.Head : HttpMethod.Get,
                new Uri($"/api/v1/{name}?{string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Text)}"))}", UriKind.Relative));
            if (random.Next(4) == 0)
                request.Headers.TryAddWithoutValidation("Accept", new[] { "text/csv", "*/*;q=NaN", "application/geo+json", ";", "image/png" }[random.Next(5)]);
            if (random.Next(4) == 0)
                request.Headers.TryAddWithoutValidation("Accept-Encoding", new[] { "br;q=0", "gzip", "*", "identity;q=0", "br;q=2, \u0001" }[random.Next(5)]);
            if (random.Next(4) == 0)
                request.Headers.TryAddWithoutValidation("If-None-Match", new[] { "*", "\"", "W/\"x\"", "x" }[random.Next(4)]);
            if (random.Next(6) == 0)
                request.Headers.TryAddWithoutValidation("Prefer", new[] { "respond-async, wait=0", "wait=NaN", "respond-async;wait=-1", "," }[random.Next(4)]);
            using HttpResponseMessage response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

            string said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            string content = request.Content is { } sent ? await sent.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
            ((int)response.StatusCode).ShouldBeLessThan(500, $"{request.Method} {request.RequestUri} {content}: {said}");
            if (response.StatusCode >= HttpStatusCode.BadRequest)
                response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", $"{request.RequestUri}");
        }
    }

    /// <summary>Some of the parameters, mostly with values that they know, and now and then one that there is not.</summary>
    private static (string Name, string Text)[] Pairs(Random random, ImmutableArray<Parameter> parameters)
    {
        List<(string, string)> pairs = [];
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Name == SuggestionsQuestion.TimeLimit.Name)
                pairs.Add((parameter.Name, random.Next(10) == 0 ? _texts[random.Next(_texts.Length)] : "1"));
            else if (random.Next(4) == 0)
                pairs.Add((parameter.Names[random.Next(parameter.Names.Length)], random.Next(12) == 0 ? _texts[random.Next(_texts.Length)] : Known(random, parameter)));
        }

        if (random.Next(10) == 0)
            pairs.Add((_texts[random.Next(_texts.Length)], "1"));
        return [.. pairs];
    }

    private static string Known(Random random, Parameter parameter) => parameter switch
    {
        ChoiceParameter choice => choice.Choices[random.Next(choice.Choices.Length)],
        NumberParameter number => (random.Next(3) == 0 ? number.Minimum : Math.Min(number.Maximum, random.Next(1, 60))).ToString(),
        _ => random.Next(3) == 0 ? _texts[random.Next(_texts.Length)] : parameter.Example ?? "Brescia",
    };

    private static HttpRequestMessage Posted(string name, Random random, (string Name, string Text)[] pairs)
    {
        // By hand, because a key may stand twice.
        string body = $"{{{string.Join(',', pairs.Select(p => $"{JsonValue.Create(p.Name)!.ToJsonString()}:{Written(random, p.Text)}"))}}}";
        if (random.Next(6) == 0)
            body = body[..random.Next(body.Length)];
        return new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{name}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, random.Next(10) == 0 ? "text/plain" : "application/json"),
        };
    }

    private static string Written(Random random, string text) => random.Next(5) switch
    {
        0 when text.StartsWith('[') || decimal.TryParse(text, out _) => text,
        1 => new[] { "null", "true", "[1]", "{\"a\":{}}", "1e400", "NaN" }[random.Next(6)],
        _ => JsonValue.Create(text)!.ToJsonString(),
    };
}
