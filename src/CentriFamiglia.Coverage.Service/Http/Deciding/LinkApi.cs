using System.Text;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Links;
using CentriFamiglia.Coverage.Service.Deciding.Pages;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary><c>/api/v1/links</c>: who may read an analysis without signing in; and <c>/condivisi/{secret}</c>, what such a link opens.</summary>
internal static class LinkApi
{
    private const string Address = "/links";
    private const string Opened = "/condivisi";
    private const string Cure = "Scrivere {\"analisi\":\"…\",\"giorni\":30,\"nota\":\"Sindaci della Val Trompia\"}; giorni e nota possono mancare.";
    private const int LongestNote = 200;

    private static readonly Problem _unknown = new(StatusCodes.Status404NotFound, "Collegamento inesistente", "Questo collegamento non apre nulla.", null,
        "Controllare di averlo copiato intero, o chiederne un altro a chi l'ha mandato.");

    private static readonly Problem _over = new(StatusCodes.Status410Gone, "Collegamento non più valido", "Questo collegamento è scaduto, o è stato revocato.", null,
        "Chiederne un altro a chi l'ha mandato.");

    /// <param name="app">Where the pages stand.</param>
    /// <param name="api">Where the rows stand.</param>
    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        api.MapRead(Address, ListAsync).WithName("links").Needing(Deed.Share);
        api.MapPosted(Address, CreateAsync).WithName("link-create").Needing(Deed.Share);
        api.MapDelete(Address + "/{id}", RevokeAsync).WithName("link-revoke").Needing(Deed.Share);
        app.MapRead(Opened + "/{secret}", (HttpContext context, string secret, [FromServices] AnalysisSource analyses) =>
            OpenAsync(context, secret, analyses, RunPages.Dossier)).ExcludeFromDescription().Open();
        app.MapRead(Opened + "/{secret}/verbale", (HttpContext context, string secret, [FromServices] AnalysisSource analyses) =>
            OpenAsync(context, secret, analyses, (ground, _) => RunPages.Minutes(ground))).ExcludeFromDescription().Open();
    }

    private static async Task ListAsync(HttpContext context, DeskDoor door) =>
        await DeskDoor.SendAsync(context, LinkLayer.Make(await new LinkDesk(door.Store, door.Runs).ListAsync(context.RequestAborted)), DeskDoor.Query(context));

    private static async Task CreateAsync(HttpContext context, DeskDoor door)
    {
        Values values = DeskDoor.Query(context);
        (string run, int days, string? note) = Read(await DeskDoor.BodyAsync(context));
        (SharedLink link, string secret) = await new LinkDesk(door.Store, door.Runs).CreateAsync(run, days, note, door.Actor, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await DeskDoor.SendAsync(context, LinkLayer.Make([link], $"{OwnAddress.Of(context.Request)}{Opened}/{secret}"), values);
    }

    private static async Task RevokeAsync(HttpContext context, string id, DeskDoor door) => await DeskDoor.SendAsync(
        context, LinkLayer.Make([await new LinkDesk(door.Store, door.Runs).RevokeAsync(id, door.Actor, context.RequestAborted)]), DeskDoor.Query(context));

    /// <summary>By the link alone: nothing else of the store is seen through it.</summary>
    private static async Task OpenAsync(HttpContext context, string secret, AnalysisSource analyses, Func<RunPages.Ground, string?, string> page)
    {
        var runs = new RunDesk(analyses.Store, analyses);
        SharedLink link = await new LinkDesk(analyses.Store, runs).FindAsync(secret, context.RequestAborted) ?? throw new ProblemException(_unknown);
        if (!link.Opens(TimeProvider.System.GetUtcNow()))
            throw new ProblemException(_over);
        RunPages.Ground ground = await RunPages.GroundAsync(link.RunId, runs, new DecisionDesk(analyses.Store, runs), context.RequestAborted);
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        await DossierApi.PageAsync(context, page(ground, null), "no-store");
    }

    private static (string Run, int Days, string? Note) Read(string body)
    {
        JsonElement json = StrictJson.Read(Encoding.UTF8.GetBytes(body), "collegamento", Cure);
        if (json.ValueKind != JsonValueKind.Object)
            throw new InputException("collegamento", "non è un oggetto JSON.", Cure);
        if (json.EnumerateObject().Select(m => m.Name).FirstOrDefault(m => m is not ("analisi" or "giorni" or "nota")) is { } unknown)
            throw new InputException(Shown.Of(unknown), "campo sconosciuto.", Cure);
        string run = json.TryGetProperty("analisi", out JsonElement named) && named.ValueKind == JsonValueKind.String
            ? named.GetString()!
            : throw new InputException("analisi", "manca.", Cure);
        int days = !json.TryGetProperty("giorni", out JsonElement given) ? LinkDesk.UsualDays
            : given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out int number) ? number
            : throw new InputException("giorni", "non è un numero intero.", Cure);
        string? note = json.TryGetProperty("nota", out JsonElement said) && said.ValueKind == JsonValueKind.String ? said.GetString()!.Trim() : null;
        return note?.Length > LongestNote ? throw new InputException("nota", $"supera {LongestNote} caratteri.", "Accorciarla.") : (run, days, note);
    }
}
