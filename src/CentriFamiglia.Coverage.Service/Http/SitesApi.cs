using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/sites</c>: see <see cref="SitesQuestion"/>.</summary>
internal static class SitesApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/sites", "sites", SitesQuestion.Instance);
}
