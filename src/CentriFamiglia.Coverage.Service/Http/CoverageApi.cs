using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/coverage</c>: see <see cref="CoverageQuestion"/>.</summary>
internal static class CoverageApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/coverage", "coverage", CoverageQuestion.Instance);
}
