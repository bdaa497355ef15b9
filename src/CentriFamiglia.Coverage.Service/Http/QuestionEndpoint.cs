using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Documents;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>A resource that asks one question: its query parameters are the question's, judged by the same code as on the command line.</summary>
internal sealed class QuestionEndpoint(
    NamedQuestion named, ImmutableArray<Parameter> parameters, AnalysisSource analyses, QuestionAnswers answers, SearchQueues queues, JobDesk jobs)
{
    private readonly Question _question = named.Question;

    /// <param name="limits">Of the service: what the command line may ask for longer is refused here.</param>
    public static void Map(IEndpointRouteBuilder routes, NamedQuestion named, SearchLimits limits)
    {
        ImmutableArray<Parameter> parameters =
        [
            .. named.Question.Parameters.Select(p => p == SuggestionsQuestion.TimeLimit ? SuggestionsQuestion.TimeLimit with { Maximum = limits.MostSeconds } : p),
            LayerFormat.Parameter,
        ];
        var endpoint = ActivatorUtilities.CreateInstance<QuestionEndpoint>(routes.ServiceProvider, named, parameters);
        routes.MapRead("/" + named.Name, (HttpContext context) => endpoint.AnswerAsync(context, QueryValues.Read(context.Request.Query, parameters)))
            .WithName(named.Name)
            .Needing(Deed.ReadFigures)
            .WithMetadata(new QuestionDocument(named.Name, named.Question, parameters));
        if (!parameters.Any(p => p is TextParameter { IsLong: true }))
            return;
        routes.MapPosted("/" + named.Name, async (HttpContext context) =>
            {
                if (!context.Request.HasJsonContentType())
                    throw new ProblemException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
                await endpoint.AnswerAsync(context, await QueryValues.ReadAsync(context.Request, parameters));
            })
            .WithName(named.Name + "-post")
            .Needing(Deed.ReadFigures)
            .WithMetadata(new QuestionDocument(named.Name, named.Question, parameters), new TakesContent("/api/v1/" + named.Name));
    }

    private async Task AnswerAsync(HttpContext context, Values values)
    {
        bool posted = HttpMethods.IsPost(context.Request.Method);
        HttpRequest request = context.Request;
        HttpResponse response = context.Response;
        Values own = Scope.Limited(context.Caller(), _question.Parameters, values.Without(LayerFormat.Parameter));
        var asked = new AskedQuestion(_question, named.Name, own, LayerFormat.Of(values, request, _question.UsualFormat));
        LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
        string client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Found found = await answers.FindAsync(asked, loaded, client, context.RequestAborted);
        // Weak, because the durations in the meta differ between two computations of the same rows.
        EntityTagHeaderValue tag = EntityTags.Of(found.Tag);
        response.Headers.CacheControl = posted ? "no-store" : "no-cache";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!posted && EntityTags.IsKnown(request, tag))
        {
            response.Headers.ETag = tag.ToString();
            Answer.TellStale(response, loaded.StaleSince);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (found.Answer is null)
        {
            response.Headers.Append(HeaderNames.Vary, "Prefer");
            found = await SearchAsync(context, asked, loaded, found.Tag, client);
        }

        if (found.Answer is not { } answer)
            return;
        if (!posted)
            response.Headers.ETag = tag.ToString();
        // A CSV holds no meta: the link leads to what makes it defensible.
        if (asked.Format.Name == "csv" && !posted)
            response.Headers.Link = $"<{request.Path}{QueryString.Create([.. Pairs(values), KeyValuePair.Create("f", (string?)"json")])}>; rel=\"describedby\"";
        await answer.SendAsync(context);
    }

    /// <summary>The answer that a solver looks for; without it where the request was told that the search goes on by itself.</summary>
    private async Task<Found> SearchAsync(HttpContext context, AskedQuestion asked, LoadedStore loaded, string tag, string client)
    {
        // The queue has limits of its own, which do not count the time in the line.
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        var preferences = Preferences.Of(context.Request);
        if (!preferences.RespondAsync)
            return await queues.Long.AnswerAsync(answers.Search(asked, loaded, tag, client, patient: false), context.RequestAborted);
        string shown = HttpMethods.IsPost(context.Request.Method) ? asked.Shown : context.Request.Path + context.Request.QueryString;
        Job later = await jobs.AddAsync(new AskedJob(asked, shown, context.Caller().Id), loaded, client, context.RequestAborted);
        Job? now = await WaitedAsync(later, preferences.Wait, context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody has its name, to ask for it or to end it.
            await jobs.StopAsync(later.Id, CancellationToken.None);
        }
        else if (now is { IsOver: true })
        {
            Answer? answer = await jobs.AnswerAsync(now, context.RequestAborted);
            await jobs.ForgetAsync(now, CancellationToken.None);
            return new Found(tag, answer);
        }
        else
        {
            await SearchesApi.AcceptAsync(context, now ?? later);
        }

        return new Found(tag, null);
    }

    private async Task<Job?> WaitedAsync(Job job, TimeSpan most, CancellationToken aborted)
    {
        try
        {
            return await jobs.WaitAsync(job, most, aborted);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Pairs(Values values) => parameters
        .Where(p => p != LayerFormat.Parameter && values[p] is not null)
        .Select(p => KeyValuePair.Create(p.Name, values[p]));
}
