using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Snapshots;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>A resource that asks one question: its query parameters are the question's, judged by the same code as on the command line.</summary>
internal static class QuestionEndpoint
{
    /// <param name="routes">Where to add it.</param>
    /// <param name="pattern">Address.</param>
    /// <param name="name">Name of the operation in the API document.</param>
    /// <param name="question">What it asks.</param>
    public static void MapQuestion(this IEndpointRouteBuilder routes, string pattern, string name, Question question)
    {
        ImmutableArray<Parameter> parameters = [.. question.Parameters, LayerFormat.Parameter];
        routes.MapRead(pattern, (HttpContext context, AnalysisSource analyses) => AnswerAsync(context, analyses, question, parameters))
            .WithName(name)
            .WithMetadata(new QuestionDocument(question, parameters));
    }

    private static async Task AnswerAsync(HttpContext context, AnalysisSource analyses, Question question, ImmutableArray<Parameter> parameters)
    {
        Values values = QueryValues.Read(context.Request.Query, parameters);
        LayerFormat format = LayerFormat.Of(values, context.Request, question.UsualFormat);
        Analysis analysis = await analyses.GetAsync(question.KeyOf(values), context.RequestAborted);
        Analysis? other = question.OtherKey is { } otherKey ? await analyses.GetAsync(otherKey(values), context.RequestAborted) : null;
        HttpResponse response = context.Response;
        EntityTagHeaderValue tag = Tag(analysis, other, context.Request.Path, values, format);
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        Layer layer = question.Answered(analysis, other, values);
        response.ContentType = format.ContentType;
        if (format.Name == "csv")
        {
            // A CSV holds no meta: its name says what it is, and the link leads to what makes it defensible.
            response.Headers.ContentDisposition = $"inline; filename=\"{layer.Name}.csv\"";
            response.Headers.Link = $"<{context.Request.Path}{QueryString.Create([.. Pairs(values, parameters), KeyValuePair.Create("f", (string?)"json")])}>; rel=\"describedby\"";
        }

        using var body = new MemoryStream();
        format.Write(layer, body);
        response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(Values values, ImmutableArray<Parameter> parameters) => parameters
        .Where(p => p != LayerFormat.Parameter && values[p] is not null)
        .Select(p => KeyValuePair.Create(p.Name, values[p]));

    /// <summary>Weak, because the durations in the meta differ between two computations of the same rows.</summary>
    private static EntityTagHeaderValue Tag(Analysis analysis, Analysis? other, PathString path, Values values, LayerFormat format)
    {
        string key = string.Join('\n', analysis.Snapshot.Hash, analysis.Snapshot.AsOf, analysis.Rules.Sha256, analysis.State.Travel.Info.Fingerprint, analysis.Roads?.Travel.Info.Fingerprint, other?.Snapshot.Hash, other?.Snapshot.AsOf, other?.Rules.Sha256, other?.State.Travel.Info.Fingerprint, Meta.ProgramVersion, path, values.Canonical, format.Name);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}\"", isWeak: true);
    }
}
