using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Storage.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>
/// <c>/api/v1/searches/{id}</c>: how far a search is that was asked for with <c>Prefer: respond-async</c> (RFC 7240), its result, and
/// DELETE to end it.
/// </summary>
internal static class SearchesApi
{
    private const string Prefix = "/api/v1/searches";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/searches/{id}", StatusAsync).WithName("search").Needing(Deed.ReadFigures).WithSummary("Stato di una ricerca")
            .WithDescription("Una riga: in_corso (davanti: quante ricerche aspettano prima di questa), finita, fallita, annullata; a che punto è, dove si sa dirlo; l'indirizzo "
                + "del risultato.");
        routes.MapRead("/searches/{id}/result", ResultAsync).WithName("search-result").Needing(Deed.ReadFigures).WithSummary("Risultato di una ricerca")
            .WithDescription("Le stesse righe che la richiesta avrebbe dato subito.");
        routes.MapDelete("/searches/{id}", StopAsync).WithName("search-stop").Needing(Deed.ReadFigures).WithSummary("Annulla una ricerca")
            .WithDescription("La ricerca si ferma; quello che aveva trovato non si conserva.");
    }

    /// <summary>202 with the status, and where to ask again.</summary>
    public static async Task AcceptAsync(HttpContext context, Job job)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = $"{Prefix}/{job.Id}";
        context.Response.Headers["Preference-Applied"] = "respond-async";
        await WriteAsync(context, job);
    }

    private static async Task<Job?> FindAsync(HttpContext context, string id, JobDesk jobs) =>
        await jobs.FindAsync(id, context.RequestAborted) is { } job && job.IsFor(context.Caller()) ? job : null;

    private static async Task StatusAsync(HttpContext context, string id, [FromServices] JobDesk jobs)
    {
        if (await FindAsync(context, id, jobs) is not { } job)
            await Problem.OfStatus(StatusCodes.Status404NotFound).WriteAsync(context);
        else
            await WriteAsync(context, job);
    }

    private static async Task StopAsync(HttpContext context, string id, [FromServices] JobDesk jobs)
    {
        if (await FindAsync(context, id, jobs) is not null)
            await jobs.StopAsync(id, context.RequestAborted);
        await StatusAsync(context, id, jobs);
    }

    private static async Task ResultAsync(HttpContext context, string id, [FromServices] JobDesk jobs)
    {
        Job? job = await FindAsync(context, id, jobs);
        if (job is { IsOver: false })
            await AcceptAsync(context, job);
        else if (job is null or { State: JobState.Stopped } || await jobs.AnswerAsync(job, context.RequestAborted) is not { } answer)
            await Problem.OfStatus(StatusCodes.Status404NotFound).WriteAsync(context);
        else
            await answer.SendAsync(context);
    }

    private static Task WriteAsync(HttpContext context, Job job)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        if (!job.IsOver)
            context.Response.Headers.RetryAfter = "1";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(job.Status(), ServiceJson.Options), context.RequestAborted).AsTask();
    }
}
