using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store answers too and the first answers are there, else 503.</summary>
internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/health/live", () => Results.Json(new JsonObject { ["stato"] = "attivo" }, ServiceJson.Options))
            .WithName("health-live").Open().WithSummary("Il programma risponde");
        routes.MapRead("/health/ready", async (HttpContext context, AnalysisSource analyses, WarmStart start) =>
        {
            LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
            if (!start.IsReady())
                throw new ProblemException(Problem.Starting);
            context.Response.Headers.CacheControl = "no-store";
            var answer = new JsonObject { ["stato"] = "pronto", ["revisione"] = loaded.Revision };
            if (loaded.StaleSince is { } since)
                answer["non_aggiornato_dal"] = Cells.Instant(since);
            if (loaded.Travel.Roads is { } roads)
                answer["rete_stradale"] = roads.Travel.Info.Fingerprint;
            if (loaded.Travel.Server is { } server)
                answer["server_strade"] = server.Info.Fingerprint;
            if ((analyses.Roads?.ShownProblem ?? analyses.Server?.Problem) is { } problem)
                answer["avvertenza"] = problem;
            return Results.Json(answer, ServiceJson.Options);
        }).WithName("health-ready").Open().WithSummary("L'archivio risponde e le prime risposte sono pronte");
    }
}
