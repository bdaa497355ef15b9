using System.Text;
using CentriFamiglia.Coverage.Service.Deciding.Pages;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http.Deciding;

/// <summary><c>/runs/{id}/dossier</c> and <c>/runs/{id}/verbale</c>: the pages of a run, at an address that stays.</summary>
internal static class DossierApi
{
    // The page brings its own style and drawings, and nothing else.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly TextParameter _ats = SharedParameters.Ats;

    /// <param name="app">Where the pages stand.</param>
    /// <param name="api">Where the rows of the minutes stand.</param>
    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder api)
    {
        app.MapRead("/runs/{id}", (string id) => Results.Redirect($"./{Uri.EscapeDataString(id)}/dossier")).ExcludeFromDescription().Needing(Deed.ReadPublished);
        app.MapRead("/runs/{id}/dossier", DossierAsync).ExcludeFromDescription().Needing(Deed.ReadPublished);
        app.MapRead("/runs/{id}/verbale", MinutesAsync).ExcludeFromDescription().Needing(Deed.ReadPublished);
        api.MapRead("/runs/{id}/dossier", DossierAsync).WithName("run-dossier").Needing(Deed.ReadPublished);
        api.MapRead("/runs/{id}/verbale", RowsAsync).WithName("run-minutes").Needing(Deed.ReadPublished);
    }

    private static async Task DossierAsync(HttpContext context, string id, DeskDoor door)
    {
        Values values = QueryValues.Read(context.Request.Query, [_ats]);
        await PageAsync(context, RunPages.Dossier(await GroundAsync(context, id, door), values[_ats]));
    }

    private static async Task MinutesAsync(HttpContext context, string id, DeskDoor door)
    {
        QueryValues.Read(context.Request.Query, []);
        await PageAsync(context, RunPages.Minutes(await GroundAsync(context, id, door)));
    }

    private static async Task RowsAsync(HttpContext context, string id, DeskDoor door) =>
        await DeskDoor.SendAsync(context, RunPages.MinutesLayer(await GroundAsync(context, id, door)), DeskDoor.Query(context));

    private static Task<RunPages.Ground> GroundAsync(HttpContext context, string id, DeskDoor door) =>
        RunPages.GroundAsync(id, door.Runs, door.Decisions, context.RequestAborted);

    /// <summary>A page that brings all it needs.</summary>
    public static Task PageAsync(HttpContext context, string page, string caching = "no-cache")
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = caching;
        return Answer.Of("text/html; charset=utf-8", Encoding.UTF8.GetBytes(page), Coding.Plain).SendAsync(context);
    }
}
