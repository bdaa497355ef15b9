using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/catchments</c>: see <see cref="CatchmentsQuestion"/>.</summary>
internal static class CatchmentsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/catchments", "catchments", CatchmentsQuestion.Instance);
}
