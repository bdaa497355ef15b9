using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/compare</c>: see <see cref="CompareQuestion"/>.</summary>
internal static class CompareApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/compare", "compare", CompareQuestion.Instance);
}
