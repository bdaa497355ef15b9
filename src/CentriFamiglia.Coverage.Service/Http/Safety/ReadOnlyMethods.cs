using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// Nothing can be written over HTTP: every method but GET and HEAD is refused, save DELETE of a search that goes on, and POST where a
/// question may be too long for an address.
/// </summary>
internal sealed class ReadOnlyMethods(RequestDelegate next, EndpointDataSource endpoints)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        TakesContent? takes = endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<TakesContent>())
            .FirstOrDefault(t => t?.Path.Equals(request.Path.Value, StringComparison.OrdinalIgnoreCase) == true);
        bool mapped = context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(request.Method, StringComparer.OrdinalIgnoreCase) == true;
        if (mapped || (takes is not { IsRead: false } && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))))
            return next(context);
        context.Response.Headers.Allow = takes switch { null => "GET, HEAD", { IsRead: false } => "POST", _ => "GET, HEAD, POST" };
        return (takes is { IsRead: false } ? Problem.OnlyPosted : Problem.OfStatus(StatusCodes.Status405MethodNotAllowed)).WriteAsync(context);
    }
}

/// <summary>Metadata of an address that is asked with POST.</summary>
/// <param name="Path">The whole address.</param>
/// <param name="IsRead">Whether it is asked with GET too.</param>
internal sealed record TakesContent(string Path, bool IsRead = true);
