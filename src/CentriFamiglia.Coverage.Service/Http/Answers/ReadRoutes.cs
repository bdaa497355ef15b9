namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Addresses that only read.</summary>
internal static class ReadRoutes
{
    private static readonly string[] _read = [HttpMethods.Get, HttpMethods.Head];

    private static readonly string[] _posted = [HttpMethods.Post];

    /// <summary>Read as well, with a content that says what.</summary>
    public static RouteHandlerBuilder MapPosted(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, _posted, handler);

    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, _read, handler);
}
