using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// Pages of other sites get nothing: no CORS headers, and a request that says it comes from elsewhere is refused. Following a
/// link to the map is not such a request.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsForeign(context.Request))
            return next(context);
        return new Problem(
            StatusCodes.Status403Forbidden,
            "Origine non ammessa",
            "La richiesta viene da una pagina di un altro sito.",
            "Origin",
            "Aprire la mappa di questo servizio, o interrogarlo da un programma senza intestazione Origin.").WriteAsync(context);
    }

    private static bool IsForeign(HttpRequest request)
    {
        // Scheme aside, because a proxy may end TLS before this service.
        string origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
            return !Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) || !from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
        return request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] != "navigate";
    }
}
