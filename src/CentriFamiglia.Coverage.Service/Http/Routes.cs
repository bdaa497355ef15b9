using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Every address of the service.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        CoverageApi.Map(api);       // /api/v1/coverage
        GapsApi.Map(api);           // /api/v1/gaps
        MeasuresApi.Map(api);       // /api/v1/measures
        CatchmentsApi.Map(api);     // /api/v1/catchments
        SuggestionsApi.Map(api);    // /api/v1/suggestions
        CurveApi.Map(api);          // /api/v1/curve
        SearchesApi.Map(api);       // /api/v1/searches/{id}
        FragilityApi.Map(api);      // /api/v1/fragility
        BudgetApi.Map(api);         // /api/v1/budget
        FindingsApi.Map(api);       // /api/v1/findings
        ExceptionsApi.Map(api);     // /api/v1/exceptions
        CompareApi.Map(api);        // /api/v1/compare
        SitesApi.Map(api);          // /api/v1/sites
        NetworksApi.Map(api);       // /api/v1/networks
        IsochronesApi.Map(api);     // /api/v1/isochrones
        InfoApi.Map(api);           // /api/v1/info
        HealthApi.Map(app);         // /health/live, /health/ready
        ApiDocument.Map(app);       // /openapi/v1.json, /docs
    }
}
