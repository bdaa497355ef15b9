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
        bool mapped = context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(request.Method, StringComparer.OrdinalIgnoreCase) == true;
        if (mapped || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return next(context);
        bool takes = endpoints.Endpoints.Any(e => e.Metadata.GetMetadata<TakesContent>()?.Path.Equals(request.Path.Value, StringComparison.OrdinalIgnoreCase) == true);
        context.Response.Headers.Allow = takes ? "GET, HEAD, POST" : "GET, HEAD";
        return Problem.OfStatus(StatusCodes.Status405MethodNotAllowed).WriteAsync(context);
    }
}

/// <summary>Metadata of an address that is asked with POST too.</summary>
/// <param name="Path">The whole address.</param>
internal sealed record TakesContent(string Path);
