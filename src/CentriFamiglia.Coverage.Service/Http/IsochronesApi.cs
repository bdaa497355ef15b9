using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary><c>/api/v1/isochrones</c>: see <see cref="IsochronesQuestion"/>.</summary>
internal static class IsochronesApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion("/isochrones", "isochrones", IsochronesQuestion.Instance);
}
