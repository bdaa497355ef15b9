using CentriFamiglia.Coverage.Service.Http.Deciding;
using CentriFamiglia.Coverage.Service.Http.Ogc;
using CentriFamiglia.Coverage.Service.Http.Ogc.Processes;
using CentriFamiglia.Coverage.Service.Http.OpenData;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Http.Writing;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Every address of the service.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        SearchLimits limits = app.Services.GetRequiredService<SearchQueues>().Limits;
        foreach (NamedQuestion question in AllQuestions.List)
            QuestionEndpoint.Map(api, question, limits);  // /api/v1/coverage, /api/v1/gaps and what else the list holds
        TableApi.Map(api);                                // /api/v1/table
        ImportPreviewApi.Map(api);                        // /api/v1/import-preview
        ImportApi.Map(api);                               // /api/v1/import
        RowApi.Map(api);                                  // /api/v1/sites/{id}, /api/v1/networks/{id}, /api/v1/memberships/{id}
        RulesApi.Map(api);                                // /api/v1/rules, /api/v1/rules/{id}
        SearchesApi.Map(api);                             // /api/v1/searches/{id}
        AdminApi.Map(api);                                // /api/v1/admin/searches
        ScenarioApi.Map(api);                             // /api/v1/scenarios
        RunApi.Map(api);                                  // /api/v1/runs
        DecisionApi.Map(api);                             // /api/v1/decisions, /api/v1/runs/{id}/decisions, /api/v1/audit
        DossierApi.Map(app, api);                         // /runs/{id}/dossier, /runs/{id}/verbale
        LinkApi.Map(app, api);                            // /api/v1/links, /condivisi/{secret}
        OgcApi.Map(app);                                  // /ogc, /ogc/collections/{id}/items and what else the standard has
        ProcessApi.Map(app);                              // /ogc/processes, /ogc/jobs
        TileApi.Map(app);                                 // /ogc/tileMatrixSets, /ogc/collections/{id}/tiles and the tiles themselves
        var publisher = new Publisher(app.Services.GetRequiredService<ServiceOptions>().Body);
        OpenDataApi.Map(app, publisher);                  // /api/v1/pacchetto, /catalogo/..., /qgis/progetto.qgz
        SignInApi.Map(app, app.Services.GetRequiredService<ServiceOptions>().SignIn); // /accesso, /uscita, /api/v1/me
        HealthApi.Map(app);                               // /health/live, /health/ready
        ApiDocument.Map(app);                             // /openapi/v1.json, /docs
    }
}
