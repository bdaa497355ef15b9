using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.Mvc;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary><c>/api/v1/admin/searches</c>: what is computed now and what waits, and DELETE to end one. For who administers: without sign-in, from this computer only.</summary>
internal static class AdminApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/admin/searches", ListAsync).WithName("admin-searches").Needing(Deed.Administer).WithSummary("Ricerche in corso e in attesa")
            .WithDescription("Una riga per ricerca: stato (in_corso, in_attesa), chi la chiede, da quanto. "
                + "Per chi amministra; senza accesso degli utenti, solo dal computer del servizio.");
        routes.MapDelete("/admin/searches/{id}", EndAsync).WithName("admin-search-end").Needing(Deed.Administer).WithSummary("Annulla una ricerca di chiunque")
            .WithDescription("Chi la aspetta riceve 503. Per chi amministra; senza accesso degli utenti, solo dal computer del servizio.");
    }

    private static Task ListAsync(HttpContext context, [FromServices] SearchQueues queues, [FromServices] KeptAnswers kept)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var list = new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["titolo"] = "Ricerche in corso e in attesa",
                ["in_corso"] = queues.Long.Running,
                ["in_attesa"] = queues.Long.Waiting,
                ["in_corso_al_piu"] = queues.Limits.MostRunning,
                ["in_attesa_al_piu"] = queues.Limits.MostWaiting,
                ["secondi_al_piu"] = queues.Limits.MostSeconds,
                ["unite"] = queues.Long.Joined + queues.Quick.Joined,
                ["risposte_tenute"] = kept.Count,
                ["risposte_tenute_byte"] = kept.Size,
                ["risposte_gia_pronte"] = kept.Hits,
            },
            ["rows"] = new JsonArray([.. queues.Long.All.Select(RowOf)]),
        };
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(list, ServiceJson.Options), context.RequestAborted).AsTask();
    }

    private static async Task EndAsync(HttpContext context, string id, [FromServices] SearchQueues queues, [FromServices] KeptAnswers kept)
    {
        if (queues.Long.All.FirstOrDefault(s => s.Id == id) is { } search)
        {
            queues.Long.End(search, Problem.Ended);
            await ListAsync(context, queues, kept);
        }
        else
        {
            await Problem.OfStatus(StatusCodes.Status404NotFound).WriteAsync(context);
        }
    }

    private static JsonNode RowOf(Search search) => new JsonObject
    {
        ["id"] = search.Id,
        ["stato"] = search.IsRunning ? "in_corso" : "in_attesa",
        ["domanda"] = search.Question,
        ["da"] = search.Asked.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        ["secondi"] = Math.Round(search.Elapsed.TotalSeconds, 3),
        ["richieste"] = search.Askers,
        ["indirizzi"] = string.Join('|', search.Clients.Order(StringComparer.Ordinal)),
        ["fatto"] = search.Progress?.Done,
        ["totale"] = search.Progress?.All,
    };
}
