using System.Security.Cryptography;
using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>The API document: made once, compressed, with a tag by which a client that has it is told so.</summary>
internal sealed class KeptDocument(RequestDelegate next)
{
    private Document? _made;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/openapi/v1.json" || await MadeAsync(context) is not { } made)
        {
            await next(context);
            return;
        }

        HttpResponse response = context.Response;
        response.Headers.ETag = made.Tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (EntityTags.IsKnown(context.Request, made.Tag))
            response.StatusCode = StatusCodes.Status304NotModified;
        else
            await made.Answer.SendAsync(context);
    }

    /// <returns>Null where this request does not make it: only GET does.</returns>
    private async Task<Document?> MadeAsync(HttpContext context)
    {
        if (_made is not null || !HttpMethods.IsGet(context.Request.Method))
            return _made;
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
        string hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16));
        return _made = new Document(EntityTags.Of(hash), Answer.Of(context.Response.ContentType ?? "application/json", plain, Coding.Brotli));
    }

    private sealed record Document(EntityTagHeaderValue Tag, Answer Answer);
}
