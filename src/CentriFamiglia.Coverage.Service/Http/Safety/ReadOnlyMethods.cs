using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>Nothing can be written over HTTP: every method but GET and HEAD is refused, save DELETE of a search that goes on.</summary>
internal sealed class ReadOnlyMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool ends = HttpMethods.IsDelete(request.Method) && (request.Path.StartsWithSegments(SearchesApi.Prefix, StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments(AdminApi.Prefix, StringComparison.OrdinalIgnoreCase));
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || ends)
            return next(context);
        context.Response.Headers.Allow = "GET, HEAD";
        return Problem.OfStatus(StatusCodes.Status405MethodNotAllowed).WriteAsync(context);
    }
}
