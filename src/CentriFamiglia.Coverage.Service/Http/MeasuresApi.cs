using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/measures</c>: see <see cref="MeasuresQuestion"/>.</summary>
internal static class MeasuresApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/measures", "measures", MeasuresQuestion.Instance);
}
