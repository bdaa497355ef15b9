using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using Microsoft.AspNetCore.Http.Timeouts;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>Runs processes: the same answers as the questions of <c>/api/v1</c>, from the same queues.</summary>
internal sealed class Executions(AnalysisSource analyses, QuestionAnswers answers, SearchQueues queues, JobDesk jobs)
{
    /// <summary>The output, waited for.</summary>
    /// <exception cref="ProblemException">Too many ask, or it takes too long.</exception>
    public async Task<Answer> RunAsync(HttpContext context, OgcProcess process, ExecuteRequest wanted)
    {
        (AskedQuestion asked, LoadedStore loaded, string client) = await AskAsync(context, process, wanted);
        Found found = await answers.FindAsync(asked, loaded, client, context.RequestAborted);
        if (found.Answer is { } ready)
            return ready;
        // The queue has limits of its own, which do not count the time in the line.
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        Search search = answers.Search(asked, loaded, found.Tag, client, patient: false);
        return (await queues.Long.AnswerAsync(search, context.RequestAborted)).Answer!;
    }

    /// <summary>A job that gives it.</summary>
    /// <exception cref="ProblemException">Too many ask.</exception>
    public async Task<Job> StartAsync(HttpContext context, OgcProcess process, ExecuteRequest wanted)
    {
        (AskedQuestion asked, LoadedStore loaded, string client) = await AskAsync(context, process, wanted);
        return await jobs.AddAsync(new AskedJob(asked, asked.Shown, context.Caller().Id, process.Id, wanted.IsDocument), loaded, client, context.RequestAborted);
    }

    private async Task<(AskedQuestion Asked, LoadedStore Loaded, string Client)> AskAsync(HttpContext context, OgcProcess process, ExecuteRequest wanted) => (
        new AskedQuestion(process.Question, process.Named.Name, Scope.Limited(context.Caller(), process.Question.Parameters, wanted.Values), wanted.Format),
        await analyses.LoadAsync(context.RequestAborted),
        context.Connection.RemoteIpAddress?.ToString() ?? "");
}
