using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/curve</c>: see <see cref="CurveQuestion"/>.</summary>
internal static class CurveApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/curve", "curve", CurveQuestion.Instance);
}
