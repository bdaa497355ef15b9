using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// What the server itself refuses before any of this program sees it (an address too long, headers too many, no HTTP at all) is answered
/// like everything else. The server tells of it before it writes an empty answer and closes the connection: that answer is left out, and
/// this one is written in its place.
/// </summary>
internal static class RefusedRequests
{
    private const string Event = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void Use(ListenOptions listen) => listen.Use(next => connection =>
    {
        var output = new Output(connection.Transport.Output);
        connection.Features.Set(output);
        connection.Transport = new Duplex(connection.Transport.Input, output);
        return next(connection);
    });

    public static void Watch(DiagnosticListener listener) => listener.Subscribe(new Observer(), name => name == Event);

    private static void Refuse(IFeatureCollection request)
    {
        if (request.Get<IHttpResponseFeature>() is { HasStarted: false } && request.Get<IBadRequestExceptionFeature>()?.Error is Microsoft.AspNetCore.Http.BadHttpRequestException refused)
            request.Get<Output>()?.Replace(Answer(refused.StatusCode));
    }

    private static byte[] Answer(int status)
    {
        byte[] body = Problem.OfStatus(status).Bytes(null);
        IHeaderDictionary headers = new HeaderDictionary { ContentLength = body.Length };
        headers.ContentType = Problem.MediaType;
        headers.CacheControl = "no-store";
        headers.Connection = "close";
        headers.Date = DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        SecurityHeaders.Add(headers);
        var head = new StringBuilder($"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in headers)
            head.Append($"{name}: {value}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }

    /// <summary>Passes on what is written until it is to be replaced.</summary>
    private sealed class Output(PipeWriter inner) : PipeWriter
    {
        private bool _replaced;
        private byte[]? _instead;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public void Replace(byte[] instead) => (_replaced, _instead) = (true, instead);

        public override void Advance(int bytes)
        {
            if (!_replaced)
                inner.Advance(bytes);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _replaced ? new byte[Math.Max(sizeHint, 4096)] : inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _replaced ? new byte[Math.Max(sizeHint, 4096)] : inner.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            byte[] instead = Interlocked.Exchange(ref _instead, null) ?? [];
            return instead.Length > 0 ? inner.WriteAsync(instead, cancellationToken) : inner.FlushAsync(cancellationToken);
        }

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }

    private sealed class Observer : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: Event, Value: IFeatureCollection request })
                Refuse(request);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
