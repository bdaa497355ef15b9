using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/findings</c>: see <see cref="FindingsQuestion"/>.</summary>
internal static class FindingsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/findings", "findings", FindingsQuestion.Instance);
}
