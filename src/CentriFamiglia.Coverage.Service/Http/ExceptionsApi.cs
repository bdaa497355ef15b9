using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/exceptions</c>: see <see cref="ExceptionsQuestion"/>.</summary>
internal static class ExceptionsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/exceptions", "exceptions", ExceptionsQuestion.Instance);
}
