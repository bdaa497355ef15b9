using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>
/// The office's server of roads, as far as it was seen. Now and then it is asked, while answers go on, which data it has: other data are other times. One
/// that does not answer is told and asked again later. Thread-safe.
/// </summary>
/// <param name="address">Where it is.</param>
/// <param name="options">How far from a road a place may be.</param>
/// <param name="limits">How much is asked of it.</param>
/// <param name="messages">Where to say in Italian what is found there.</param>
/// <param name="stop">Ends every request, as the program ends.</param>
internal sealed class ServerBeside(
    RoadServerAddress address, SnapOptions options, ServerLimits limits, TextWriter messages, TimeProvider clock, CancellationToken stop) : IDisposable
{
    /// <summary>Between two looks at which data it has.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    /// <summary>The same of one that did not answer.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    private readonly RoadServerClient _client = new(RoadServerProtocol.Of(address), limits, stop);
    private readonly RoadServerClient _looker = new(RoadServerProtocol.Of(address), limits with { Timeout = limits.Timeout < Patience ? limits.Timeout : Patience }, stop);
    private readonly Lock _gate = new();
    private ServerTravel? _current;
    private DateTimeOffset _next;
    private Task _looking = Task.CompletedTask;

    /// <summary>For a look, that a start of the program waits for.</summary>
    private static TimeSpan Patience => TimeSpan.FromSeconds(5);

    /// <summary>Why it was not there when last looked for, in Italian; null when it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>The source that it is: another one when it has other data.</summary>
    public ServerTravel Current()
    {
        lock (_gate)
        {
            if (_current is null)
                Look();
            else if (clock.GetUtcNow() >= _next && _looking.IsCompleted)
                _looking = Task.Run(Look, stop);
            return _current ?? throw new OperationCanceledException(stop);
        }
    }

    /// <summary>When the look that goes on, if one does, has ended.</summary>
    public Task Looked => _looking;

    private void Look()
    {
        string? version = null;
        string? problem = null;
        try
        {
            (version, _) = _looker.Ask("versione dei dati", _looker.Protocol.Version, _looker.Protocol.ReadVersion, attempts: 1);
        }
        catch (RoadServerException away)
        {
            problem = $"{away.Message} {away.Cure}";
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_gate)
            Take(version, problem);
    }

    private void Take(string? version, string? problem)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _next = now + (problem is null ? Between : Soon);
        // A server that is away has whatever data it had.
        if (_current is null || (problem is null && version != _current.Version))
        {
            _current = new ServerTravel(_client, version, now, options.CapMetres);
            if (problem is null)
                messages.WriteLine($"Server delle strade: {_current.Info.Description}");
        }

        if (problem is not null && Problem is null)
            messages.WriteLine($"Avvertenza: {problem}");
        Problem = problem;
    }

    public void Dispose()
    {
        _client.Dispose();
        _looker.Dispose();
    }
}
