using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/networks</c>: see <see cref="NetworksQuestion"/>.</summary>
internal static class NetworksApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/networks", "networks", NetworksQuestion.Instance);
}
