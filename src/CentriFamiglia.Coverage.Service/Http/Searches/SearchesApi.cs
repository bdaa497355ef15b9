using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.Mvc;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

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
    public static async Task AcceptAsync(HttpContext context, SearchList searches, AskedSearch search)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = $"{Prefix}/{search.Id}";
        context.Response.Headers["Preference-Applied"] = "respond-async";
        await WriteAsync(context, searches, search);
    }

    private static async Task StatusAsync(HttpContext context, string id, [FromServices] SearchList searches)
    {
        if (searches.Find(id) is not { } search)
            await Problem.OfStatus(StatusCodes.Status404NotFound).WriteAsync(context);
        else
            await WriteAsync(context, searches, search);
    }

    private static async Task StopAsync(HttpContext context, string id, [FromServices] SearchList searches)
    {
        if (searches.Find(id) is { } search)
            searches.Stop(search);
        await StatusAsync(context, id, searches);
    }

    private static async Task ResultAsync(HttpContext context, string id, [FromServices] SearchList searches)
    {
        if (searches.Find(id) is not { IsStopped: false } search)
            await Problem.OfStatus(StatusCodes.Status404NotFound).WriteAsync(context);
        else if (!search.Answer.IsCompleted)
            await AcceptAsync(context, searches, search);
        else
            await (await search.Answer).Answer!.SendAsync(context);
    }

    private static Task WriteAsync(HttpContext context, SearchList searches, AskedSearch search)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        if (!search.Answer.IsCompleted)
            context.Response.Headers.RetryAfter = "1";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(search.Status(searches.Before(search)), ServiceJson.Options), context.RequestAborted).AsTask();
    }
}
