using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/gaps</c>: see <see cref="GapsQuestion"/>.</summary>
internal static class GapsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/gaps", "gaps", GapsQuestion.Instance);
}
