namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>Nothing can be written over HTTP: every method but GET and HEAD is refused, on every address.</summary>
internal sealed class ReadOnlyMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        context.Response.Headers.Allow = "GET, HEAD";
        return Problem.OfStatus(StatusCodes.Status405MethodNotAllowed).WriteAsync(context);
    }
}
