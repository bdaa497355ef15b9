using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>The bytes of one answer, kept in the codings that were asked for: a coding not asked for yet is made of those there are.</summary>
/// <param name="ContentType">With its parameters.</param>
/// <param name="FileName">Where the content does not say what it is; else null.</param>
internal sealed record Answer(string ContentType, string? FileName)
{
    private const string StaleHeader = "X-Coverage-Stale";

    private const string CrsHeader = "Content-Crs";

    private readonly Dictionary<Coding, byte[]> _bodies = [];

    /// <summary>Bytes held now; grows with the codings that are asked for.</summary>
    public long Size { get; private set; }

    /// <summary>When its data were last known to be the store's, for a store that was away; null for one that was there.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    /// <summary>Whether there is nothing to be sent, as there is in a tile of the sea.</summary>
    public bool IsNothing { get; init; }

    /// <summary>URI of the CRS of its coordinates, for an answer of OGC API - Features Part 2; else null.</summary>
    public string? Crs { get; init; }

    /// <summary>The rows of a layer in a format.</summary>
    /// <param name="layer">The rows.</param>
    /// <param name="format">Of the content.</param>
    /// <param name="coding">In which it is held at first: compressed, so that least is held, where it is kept.</param>
    public static Answer Of(Layer layer, LayerFormat format, Coding coding)
    {
        using var body = new MemoryStream();
        format.Write(layer, body);
        return Of(format.ContentType, body.GetBuffer().AsSpan(0, (int)body.Length), coding, format.FileNameOf(layer));
    }

    public static Answer Of(string contentType, ReadOnlySpan<byte> plain, Coding coding, string? fileName = null)
    {
        var answer = new Answer(contentType, fileName);
        answer.Hold(coding, coding.Packed(plain));
        return answer;
    }

    /// <summary>Says on a response since when its data are not confirmed.</summary>
    public static void TellStale(HttpResponse response, DateTimeOffset? since)
    {
        if (since is { } time)
            response.Headers[StaleHeader] = Cells.Instant(time);
    }

    /// <summary>The content, in no coding.</summary>
    public byte[] Plain() => BodyIn(Coding.Plain);

    /// <summary>Sends it with whatever status and headers the response has already.</summary>
    public async Task SendAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        if (IsNothing)
        {
            TellStale(response, StaleSince);
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var coding = Coding.Of(context.Request);
        byte[] body = BodyIn(coding);
        response.ContentType = ContentType;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (coding != Coding.Plain)
            response.Headers.ContentEncoding = coding.Name;
        TellStale(response, StaleSince);
        if (Crs is not null)
            response.Headers[CrsHeader] = $"<{Crs}>";
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
