using System.Net;
using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>
/// Asks a server of roads, over and over where it is busy or broken, a few requests at a time. No address comes from its answers: it is not followed
/// elsewhere. Thread-safe; waits on the thread that asks.
/// </summary>
internal sealed class RoadServerClient : IDisposable
{
    private const int TooManyRequests = (int)HttpStatusCode.TooManyRequests;

    private readonly HttpClient _http;
    private readonly SemaphoreSlim _room;
    private readonly CancellationTokenSource _stop;

    /// <param name="protocol">What is spoken there.</param>
    /// <param name="stop">Ends every request, as the program ends.</param>
    public RoadServerClient(RoadServerProtocol protocol, ServerLimits limits, CancellationToken stop)
    {
        (Protocol, Limits) = (protocol, limits);
        _room = new SemaphoreSlim(limits.Parallel);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = limits.Parallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = protocol.Address.Credentials;
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("CentriFamiglia.Coverage");
    }

    public RoadServerProtocol Protocol { get; }

    public ServerLimits Limits { get; }

    /// <summary>Ends when the program does, or nobody asks this server any more.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>An answer, or why the server does not give it.</summary>
    /// <param name="what">Is asked, in Italian.</param>
    /// <param name="make">The request; made anew for each attempt.</param>
    /// <param name="read">The answer.</param>
    /// <param name="attempts">At most; null for the usual number.</param>
    /// <exception cref="RoadServerException">It cannot be reached, or what it answers cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The program ends.</exception>
    public (T? Value, TableRefusal? Refusal) Ask<T>(string what, Func<HttpRequestMessage> make, Func<JsonElement, T> read, int? attempts = null)
    {
        TimeSpan pause = Limits.FirstPause;
        for (int attempt = 1; ; attempt++)
        {
            Outcome<T> outcome = Try(make, read);
            if (outcome.Failure is not { } failure)
                return (outcome.Value, outcome.Refusal);
            if (!outcome.MayPass || attempt >= (attempts ?? Limits.Attempts))
            {
                string tried = attempt > 1 ? $" Provato {attempt} volte." : "";
                throw new RoadServerException($"Il server delle strade {Protocol.Address.Shown}, {what}: {failure}.{tried}", outcome.Cure, outcome.Cause);
            }

            TimeSpan wait = outcome.Wait is { } asked && asked > pause ? asked : pause;
            Stop.WaitHandle.WaitOne(wait < Limits.LongestPause ? wait : Limits.LongestPause);
            Stop.ThrowIfCancellationRequested();
            pause *= 2;
        }
    }

    private Outcome<T> Try<T>(Func<HttpRequestMessage> make, Func<JsonElement, T> read)
    {
        _room.Wait(Stop);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(Limits.Timeout);
        try
        {
            using HttpRequestMessage request = make();
            using HttpResponseMessage response = _http.Send(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
            byte[]? body = Body(response, late.Token);
            return Judge(response, body, read);
        }
        catch (OperationCanceledException cause) when (!Stop.IsCancellationRequested)
        {
            return Passing<T>($"non ha risposto entro {Limits.Timeout.TotalSeconds:0.#} secondi", cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            return Stop.IsCancellationRequested ? throw new OperationCanceledException(Stop) : Passing<T>($"non è raggiungibile ({Reason(cause)})", cause);
        }
        finally
        {
            _room.Release();
        }
    }

    private Outcome<T> Judge<T>(HttpResponseMessage response, byte[]? body, Func<JsonElement, T> read)
    {
        int status = (int)response.StatusCode;
        if (body is null)
            return Lasting<T>($"la risposta supera {Limits.MostBytes >> 20} MB", "Controllare che a quell'indirizzo risponda il server delle strade, e non altro.");
        if (status is TooManyRequests or >= 500)
            return Passing<T>($"ha risposto {status}", null) with { Wait = WaitOf(response) };
        using JsonDocument? document = Parse(body);
        JsonElement answer = document?.RootElement ?? default;
        // A proxy on the way says so of an address that is too long for it.
        if (status is (int)HttpStatusCode.RequestUriTooLong or (int)HttpStatusCode.RequestHeaderFieldsTooLarge or (int)HttpStatusCode.RequestEntityTooLarge)
            return new Outcome<T> { Refusal = TableRefusal.TooMany };
        if (status is 400 or 404 && document is not null && Protocol.RefusalOf(answer) is not TableRefusal.Wrong and var refusal)
            return new Outcome<T> { Refusal = refusal };
        if (status is 401 or 403)
            return Lasting<T>($"ha risposto {status}: l'accesso non è concesso", "Mettere nome e parola d'ordine nell'indirizzo: osrm+https://NOME:PAROLA@server.");
        if (status != 200)
        {
            string words = document is not null && Protocol.WordsOf(answer) is { } said ? $" («{said}»)" : "";
            return Lasting<T>($"ha risposto {status}{words}", "Controllare indirizzo, tipo (osrm o valhalla) e profilo in --server-strade.");
        }

        if (document is null)
            return Passing<T>("la risposta non è JSON intero", null);
        try
        {
            return new Outcome<T> { Value = read(answer) };
        }
        catch (RoadServerProtocol.WrongAnswerException wrong)
        {
            return Lasting<T>($"la risposta non si può usare: {wrong.Message}", "Controllare tipo (osrm o valhalla), profilo e versione del server.");
        }
    }

    /// <summary>The whole answer; null where it is longer than is taken.</summary>
    private byte[]? Body(HttpResponseMessage response, CancellationToken late)
    {
        using Stream stream = response.Content.ReadAsStream(late);
        // A read that is under way is ended with its connection.
        using CancellationTokenRegistration ended = late.Register(response.Dispose);
        using var body = new MemoryStream();
        byte[] part = new byte[1 << 14];
        try
        {
            for (int read; (read = stream.Read(part)) > 0;)
            {
                late.ThrowIfCancellationRequested();
                if (body.Length + read > Limits.MostBytes)
                    return null;
                body.Write(part, 0, read);
            }
        }
        catch (Exception) when (late.IsCancellationRequested)
        {
            throw new OperationCanceledException(late);
        }

        late.ThrowIfCancellationRequested();
        return body.ToArray();
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date is { } date ? date - DateTimeOffset.UtcNow : null) : null;

    private static string Reason(Exception cause) => cause.GetBaseException() is System.Net.Sockets.SocketException socket
        ? socket.SocketErrorCode.ToString()
        : Shown.Of(cause is HttpRequestException request ? request.HttpRequestError.ToString() : cause.Message);

    private static Outcome<T> Passing<T>(string failure, Exception? cause) => new()
    {
        Failure = failure,
        MayPass = true,
        Cure = "Controllare che il server sia acceso e che questo computer lo raggiunga; intanto i tempi si possono chiedere alla stima, alla rete o alla matrice (viaggio).",
        Cause = cause,
    };

    private static Outcome<T> Lasting<T>(string failure, string cure) => new() { Failure = failure, Cure = cure };

    public void Dispose()
    {
        _stop.Cancel();
        _http.Dispose();
    }

    /// <summary>What came of one attempt: a value, a refusal or a failure.</summary>
    private sealed record Outcome<T>
    {
        public T? Value { get; init; }

        public TableRefusal? Refusal { get; init; }

        public string? Failure { get; init; }

        /// <summary>Whether another attempt may fare better.</summary>
        public bool MayPass { get; init; }

        public string Cure { get; init; } = "";

        /// <summary>How long the server wants to be left alone.</summary>
        public TimeSpan? Wait { get; init; }

        public Exception? Cause { get; init; }
    }
}
