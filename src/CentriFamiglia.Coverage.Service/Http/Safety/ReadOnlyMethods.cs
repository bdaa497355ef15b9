using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>Nothing can be written over HTTP: every method but GET and HEAD is refused, save DELETE of a search that goes on and POST of a
/// question whose parameters stand in a body.</summary>
internal sealed class ReadOnlyMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool ends = HttpMethods.IsDelete(request.Method) && request.Path.StartsWithSegments(SearchesApi.Prefix, StringComparison.OrdinalIgnoreCase);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || ends || IsQuestion(context))
            return next(context);
        context.Response.Headers.Allow = "GET, HEAD";
        return Problem.OfStatus(StatusCodes.Status405MethodNotAllowed).WriteAsync(context);
    }

    private static bool IsQuestion(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<AskedInBody>() is not null;
}
