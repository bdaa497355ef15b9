using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Ogc;
using Microsoft.AspNetCore.Http.Features;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// How long an address may be: a filter of OGC API - Features may hold a geometry, and it can stand nowhere but in the address; nothing
/// else needs as much.
/// </summary>
internal sealed class LongAddresses(RequestDelegate next)
{
    /// <summary>Characters of any other address.</summary>
    public const int Most = 4096;

    /// <summary>Of one under <c>/ogc</c>; the server itself refuses more.</summary>
    public const int MostOfFilters = 64 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        bool isLong = context.Features.Get<IHttpRequestFeature>()?.RawTarget.Length > Most;
        return isLong && !context.Request.Path.StartsWithSegments(OgcRequest.Path, StringComparison.OrdinalIgnoreCase)
            ? Problem.OfStatus(StatusCodes.Status414UriTooLong).WriteAsync(context)
            : next(context);
    }
}
