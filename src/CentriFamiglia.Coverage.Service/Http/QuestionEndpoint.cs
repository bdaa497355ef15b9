using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>A resource that asks one question: its query parameters are the question's, judged by the same code as on the command line.</summary>
internal static class QuestionEndpoint
{
    public static void MapQuestion(this IEndpointRouteBuilder routes, NamedQuestion named)
    {
        Question question = named.Question;
        ImmutableArray<Parameter> parameters = [.. question.Parameters, LayerFormat.Parameter];
        routes.MapRead("/" + named.Name, (HttpContext context, AnalysisSource analyses, SearchList searches) =>
                AnswerAsync(context, analyses, searches, question, parameters, QueryValues.Read(context.Request.Query, parameters)))
            .WithName(named.Name)
            .WithMetadata(new QuestionDocument(question, parameters));
        if (!parameters.Any(p => p.IsLong))
            return;
        routes.MapPostedQuestion("/" + named.Name, async (HttpContext context, AnalysisSource analyses, SearchList searches) =>
                await AnswerAsync(context, analyses, searches, question, parameters, await PostedValues.ReadAsync(context, parameters)))
            .WithName(named.Name + "-post")
            .WithMetadata(new QuestionDocument(question, parameters) { IsPosted = true });
    }

    private static async Task AnswerAsync(
        HttpContext context, AnalysisSource analyses, SearchList searches, Question question, ImmutableArray<Parameter> parameters, Values values)
    {
        LayerFormat format = LayerFormat.Of(values, context.Request, question.UsualFormat);
        Analysis analysis = await analyses.GetAsync(question.KeyOf(values), context.RequestAborted);
        Analysis? other = question.OtherKey is { } otherKey ? await analyses.GetAsync(otherKey(values), context.RequestAborted) : null;
        HttpResponse response = context.Response;
        // What is asked in a body no address names: nobody could keep the answer.
        bool posted = HttpMethods.IsPost(context.Request.Method);
        EntityTagHeaderValue tag = Tag(analysis, other, context.Request.Path, values, format);
        response.GetTypedHeaders().ETag = posted ? null : tag;
        response.Headers.CacheControl = posted ? "no-store" : "no-cache";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!posted && context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        Layer layer;
        if (question.AnswerWatched is not null && WaitOf(context.Request) is { } wait)
        {
            response.Headers.Append(HeaderNames.Vary, "Prefer");
            RunningSearch search = searches.Start(context.Request.Path + context.Request.QueryString, format, watch => question.Answered(analysis, other, values, watch))
                ?? throw new InputException(
                "Prefer", $"sono già in corso {SearchList.MostRunning} ricerche.", "Aspettare che una finisca, o annullarne una, e riprovare.");
            await Task.WhenAny(search.Answer, Task.Delay(wait, context.RequestAborted));
            if (!search.Answer.IsCompleted)
            {
                response.Headers.Remove(HeaderNames.ETag);
                await SearchesApi.AcceptAsync(context, search);
                return;
            }

            layer = await search.Answer;
        }
        else
        {
            // A search whose asker has gone ends.
            layer = question.Answered(analysis, other, values, SearchWatch.None with { Stop = context.RequestAborted });
        }

        // A CSV holds no meta: the link leads to what makes it defensible.
        if (format.Name == "csv" && !posted)
            response.Headers.Link = $"<{context.Request.Path}{QueryString.Create([.. Pairs(values, parameters), KeyValuePair.Create("f", (string?)"json")])}>; rel=\"describedby\"";
        await LayerResponse.WriteAsync(context, layer, format);
    }

    /// <summary>How long to wait before a search goes on by itself: <c>Prefer: respond-async, wait=N</c> (RFC 7240); null for an answer at once.</summary>
    private static TimeSpan? WaitOf(HttpRequest request)
    {
        string[] preferences = [.. request.Headers["Prefer"].SelectMany(p => (p ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        if (!preferences.Contains("respond-async", StringComparer.OrdinalIgnoreCase))
            return null;
        string? wait = preferences.FirstOrDefault(p => p.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return TimeSpan.FromSeconds(wait is not null && int.TryParse(wait.AsSpan(5), out int seconds) ? Math.Clamp(seconds, 0, 30) : 1);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(Values values, ImmutableArray<Parameter> parameters) => parameters
        .Where(p => p != LayerFormat.Parameter && values[p] is not null)
        .Select(p => KeyValuePair.Create(p.Name, values[p]));

    /// <summary>Weak, because the durations in the meta differ between two computations of the same rows.</summary>
    private static EntityTagHeaderValue Tag(Analysis analysis, Analysis? other, PathString path, Values values, LayerFormat format)
    {
        string key = string.Join('\n', analysis.Snapshot.Hash, analysis.Snapshot.AsOf, analysis.Rules.Sha256, analysis.State.Travel.Info.Fingerprint,
            analysis.Roads?.Travel.Info.Fingerprint, other?.Snapshot.Hash, other?.Snapshot.AsOf, other?.Rules.Sha256, other?.State.Travel.Info.Fingerprint, Provenance.Program,
                path, values.Canonical, format.Name);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}\"", isWeak: true);
    }
}
