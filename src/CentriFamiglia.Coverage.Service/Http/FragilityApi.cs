using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/fragility</c>: see <see cref="FragilityQuestion"/>.</summary>
internal static class FragilityApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/fragility", "fragility", FragilityQuestion.Instance);
}
