using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Pages;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>OGC API - Processes under <c>/ogc</c>: what is computed on demand, at once or as a job on the queue of the searches.</summary>
internal sealed class ProcessApi(OgcAnswers answers, Executions executions, JobDesk jobs)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = ActivatorUtilities.CreateInstance<ProcessApi>(routes.ServiceProvider);
        RouteGroupBuilder ogc = routes.MapGroup(OgcRequest.Path);
        ogc.ExcludeFromDescription().Needing(Deed.ReadFigures);
        ogc.MapRead("/processes", (HttpContext context) => api.ListAsync(context));
        ogc.MapRead("/processes/{id}", (HttpContext context, string id) => api.DescribeAsync(context, ProcessOf(id)));
        foreach (OgcProcess process in OgcProcess.All)
        {
            string path = $"/processes/{process.Id}/execution";
            ogc.MapPosted(path, (HttpContext context) => api.ExecuteAsync(context, process)).WithMetadata(new TakesContent(OgcRequest.Path + path, IsRead: false));
        }

        ogc.MapPosted("/processes/{id}/execution", (string id) => { ProcessOf(id); });
        ogc.MapRead("/jobs", (HttpContext context) => api.JobsAsync(context));
        ogc.MapRead("/jobs/{id}", (HttpContext context, string id) => api.JobAsync(context, id));
        ogc.MapDelete("/jobs/{id}", (HttpContext context, string id) => api.DismissAsync(context, id));
        ogc.MapRead("/jobs/{id}/results", (HttpContext context, string id) => api.ResultsAsync(context, id));
    }

    private Task ListAsync(HttpContext context)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f", "limit");
        int? most = JobFilter.WholeOf(asked.Values, "limit", 1, 1_000);
        return answers.SendAsync(context, asked, null, (_, _) => asked.IsHtml
            ? OgcApi.PageOf(ProcessPages.List(asked.Addresses))
            : JsonOf(ProcessDocuments.List(asked.Addresses, most)));
    }

    private Task DescribeAsync(HttpContext context, OgcProcess process)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        return answers.SendAsync(context, asked, null, (_, _) => asked.IsHtml
            ? OgcApi.PageOf(ProcessPages.One(process, asked.Addresses))
            : JsonOf(ProcessDocuments.Description(process, asked.Addresses)));
    }

    private async Task ExecuteAsync(HttpContext context, OgcProcess process)
    {
        if (!context.Request.HasJsonContentType())
            throw new ProblemException(Problem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        var asked = OgcRequest.Of(context);
        asked.CheckOnly();
        ExecuteRequest wanted = ExecuteText.Read(process, await QueryValues.BodyAsync(context.Request));
        context.Response.Headers.CacheControl = "no-store";
        if (Preferences.Of(context.Request).RespondAsync)
        {
            Job job = await executions.StartAsync(context, process, wanted);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = asked.Addresses.Job(job.Id);
            context.Response.Headers["Preference-Applied"] = "respond-async";
            await WriteAsync(context, OgcJob.Info(job, asked.Addresses));
        }
        else
        {
            await SendAsync(context, await executions.RunAsync(context, process, wanted), wanted.Format, wanted.IsDocument);
        }
    }

    private async Task JobsAsync(HttpContext context)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly([.. JobFilter.Parameters]);
        var filter = JobFilter.Read(asked.Values);
        Job[] all = [.. (await jobs.AllAsync(context.RequestAborted)).Where(j => j.IsFor(context.Caller()) && filter.Takes(j))];
        Job[] page = [.. all.Skip(filter.Offset).Take(filter.Limit)];
        context.Response.Headers.CacheControl = "no-store";
        if (asked.IsHtml)
        {
            await OgcApi.PageOf(ProcessPages.Jobs(page.Select(j => (j.Id, j.Process!, OgcJob.Info(j, asked.Addresses))), asked.Addresses)).SendAsync(context);
            return;
        }

        JsonArray links = [.. OgcDocuments.SelfAnd(asked.With(("f", null)), OgcMedia.Json, "Questo elenco")];
        if (filter.Offset + page.Length < all.Length)
            links.Add(OgcDocuments.Link(asked.With(("offset", Whole(filter.Offset + page.Length)), ("f", "json")), "next", OgcMedia.Json, "Lavori successivi"));
        if (filter.Offset > 0)
            links.Add(OgcDocuments.Link(asked.With(("offset", Whole(Math.Max(0, filter.Offset - filter.Limit))), ("f", "json")), "prev", OgcMedia.Json, "Lavori precedenti"));
        await WriteAsync(context, new JsonObject { ["jobs"] = new JsonArray([.. page.Select(j => OgcJob.Info(j, asked.Addresses))]), ["links"] = links });
    }

    private async Task JobAsync(HttpContext context, string id)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        await InfoAsync(context, asked, await JobOfAsync(context, id));
    }

    private async Task DismissAsync(HttpContext context, string id)
    {
        var asked = OgcRequest.Of(context);
        asked.CheckOnly("f");
        await JobOfAsync(context, id);
        await jobs.StopAsync(id, context.RequestAborted);
        await InfoAsync(context, asked, await JobOfAsync(context, id));
    }

    private async Task ResultsAsync(HttpContext context, string id)
    {
        OgcRequest.Of(context).CheckOnly();
        Job job = await JobOfAsync(context, id);
        if (job.State == JobState.Stopped)
            throw new ProblemException(ProcessProblems.Dismissed);
        if (!job.IsOver)
            throw new ProblemException(ProcessProblems.NotReady);
        context.Response.Headers.CacheControl = "no-store";
        Answer answer = await jobs.AnswerAsync(job, context.RequestAborted) ?? throw new ProblemException(ProcessProblems.NoJob(id));
        await SendAsync(context, answer, job.Format, job.IsDocument);
    }

    private static Task InfoAsync(HttpContext context, OgcRequest asked, Job job)
    {
        context.Response.Headers.CacheControl = "no-store";
        JsonObject info = OgcJob.Info(job, asked.Addresses);
        return asked.IsHtml ? OgcApi.PageOf(ProcessPages.Job(job.Id, info, asked.Addresses)).SendAsync(context) : WriteAsync(context, info);
    }

    private static Task SendAsync(HttpContext context, Answer answer, LayerFormat format, bool isDocument) => isDocument
        ? JsonOf(ProcessDocuments.Results(format.Form, answer.Plain())).SendAsync(context)
        : answer.SendAsync(context);

    private static Task WriteAsync(HttpContext context, JsonObject document) => JsonOf(document).SendAsync(context);

    private static OgcProcess ProcessOf(string id) => OgcProcess.Find(id) ?? throw new ProblemException(ProcessProblems.NoProcess(id));

    private async Task<Job> JobOfAsync(HttpContext context, string id) =>
        await jobs.FindAsync(id, context.RequestAborted) is { Process: not null } job && job.IsFor(context.Caller()) ? job : throw new ProblemException(ProcessProblems.NoJob(id));

    private static Answer JsonOf(JsonObject json) => OgcApi.JsonOf(OgcMedia.Json, json);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
