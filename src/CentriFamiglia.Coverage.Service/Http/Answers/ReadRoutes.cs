namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Addresses that can only be read.</summary>
internal static class ReadRoutes
{
    private static readonly string[] _read = [HttpMethods.Get, HttpMethods.Head];

    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, _read, handler);
}
