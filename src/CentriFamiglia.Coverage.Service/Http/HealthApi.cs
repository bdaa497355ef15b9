using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Snapshots;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store answers too, else 503.</summary>
internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/health/live", () => Results.Json(new JsonObject { ["stato"] = "attivo" }, ServiceJson.Options));
        routes.MapRead("/health/ready", async (HttpContext context, AnalysisSource analyses) =>
        {
            LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new JsonObject { ["stato"] = "pronto", ["revisione"] = loaded.Revision }, ServiceJson.Options);
        });
    }
}
