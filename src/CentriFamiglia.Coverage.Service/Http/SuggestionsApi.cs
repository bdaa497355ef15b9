using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/suggestions</c>: see <see cref="SuggestionsQuestion"/>.</summary>
internal static class SuggestionsApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/suggestions", "suggestions", SuggestionsQuestion.Instance);
}
