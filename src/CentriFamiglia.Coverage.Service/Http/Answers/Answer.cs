using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>The bytes of one answer, kept in the codings that were asked for: a coding not asked for yet is made of those there are.</summary>
/// <param name="ContentType">With its parameters.</param>
/// <param name="FileName">Where the content does not say what it is; else null.</param>
internal sealed record Answer(string ContentType, string? FileName)
{
    private readonly Dictionary<Coding, byte[]> _bodies = [];

    /// <summary>Bytes held now; grows with the codings that are asked for.</summary>
    public long Size { get; private set; }

    /// <summary>The rows of a layer in a format, compressed: that is how browsers ask, and how least is held.</summary>
    public static Answer Of(Layer layer, LayerFormat format)
    {
        using var body = new MemoryStream();
        format.Write(layer, body);
        // A CSV holds no meta: its name says what it is.
        return Of(format.ContentType, body.GetBuffer().AsSpan(0, (int)body.Length), format.Name == "csv" ? $"{layer.Name}.csv" : null);
    }

    public static Answer Of(string contentType, ReadOnlySpan<byte> plain, string? fileName = null)
    {
        var answer = new Answer(contentType, fileName);
        answer.Hold(Coding.Brotli, Coding.Brotli.Packed(plain));
        return answer;
    }

    /// <summary>Sends it with whatever status and headers the response has already.</summary>
    public async Task SendAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        var coding = Coding.Of(context.Request);
        byte[] body = BodyIn(coding);
        response.ContentType = ContentType;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (coding != Coding.Plain)
            response.Headers.ContentEncoding = coding.Name;
        if (FileName is not null)
            response.Headers.ContentDisposition = $"inline; filename=\"{FileName}\"";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private byte[] BodyIn(Coding coding)
    {
        lock (_bodies)
        {
            if (_bodies.TryGetValue(coding, out byte[]? known))
                return known;
            byte[] plain = _bodies.TryGetValue(Coding.Plain, out byte[]? there) ? there : Coding.Brotli.Unpacked(_bodies[Coding.Brotli]);
            byte[] body = coding == Coding.Plain ? plain : coding.Packed(plain);
            Hold(coding, body);
            return body;
        }
    }

    private void Hold(Coding coding, byte[] body)
    {
        _bodies[coding] = body;
        Size += body.Length;
    }
}
