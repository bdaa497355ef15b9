using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/budget</c>: see <see cref="BudgetQuestion"/>.</summary>
internal static class BudgetApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/budget", "budget", BudgetQuestion.Instance);
}
