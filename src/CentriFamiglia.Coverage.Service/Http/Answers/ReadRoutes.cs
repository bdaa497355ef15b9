namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Addresses that can only be read.</summary>
internal static class ReadRoutes
{
    private static readonly string[] _read = [HttpMethods.Get, HttpMethods.Head];

    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, _read, handler);

    /// <summary>The same where what is asked stands in a body: it is read, and nothing is written.</summary>
    public static RouteHandlerBuilder MapPostedQuestion(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler).WithMetadata(AskedInBody.Mark);
}

/// <summary>Marks an address that a POST may ask.</summary>
internal sealed class AskedInBody
{
    public static AskedInBody Mark { get; } = new();
}
