using System.Security.Cryptography;
using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>The API document: made once, compressed, with a tag by which a client that has it is told so.</summary>
internal sealed class KeptDocument(RequestDelegate next)
{
    private (EntityTagHeaderValue Tag, Answer Answer)? _made;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/openapi/v1.json")
        {
            await next(context);
            return;
        }

        (EntityTagHeaderValue tag, Answer answer) = _made ??= await MakeAsync(context);
        HttpResponse response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            response.StatusCode = StatusCodes.Status304NotModified;
        else
            await answer.SendAsync(context);
    }

    private async Task<(EntityTagHeaderValue Tag, Answer Answer)> MakeAsync(HttpContext context)
    {
        Stream body = context.Response.Body;
        using var document = new MemoryStream();
        context.Response.Body = document;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        byte[] plain = document.ToArray();
        return (new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16))}\"", isWeak: true),
            Answer.Of(context.Response.ContentType ?? "application/json", plain));
    }
}
