using System.Net;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>How the service is reached.</summary>
/// <param name="Addresses">Where it listens; port 0 for any free one.</param>
/// <param name="AllowedHosts">Names beyond those, e.g. of a proxy before it.</param>
public sealed record ServiceOptions(ImmutableArray<Uri> Addresses, ImmutableArray<string> AllowedHosts)
{
    /// <summary>How much is searched at once, and for how long.</summary>
    public SearchLimits Searches { get; init; } = SearchLimits.Usual;

    /// <summary>Proxies whose <c>X-Forwarded-*</c> headers are believed; nobody else's are.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Who, besides this computer, may read the measures.</summary>
    public ImmutableArray<IPNetwork> MetricsFor { get; init; } = [];

    /// <summary>Where traces of requests are sent to (OTLP); null for nowhere.</summary>
    public Uri? TracesTo { get; init; }

    /// <summary>Size of a file that an import is tried of.</summary>
    public long MostFileBytes { get; init; } = UsualFileMegabytes << 20;

    public const long UsualFileMegabytes = 20;

    /// <summary>Whether the log is JSON, one object a line, not text.</summary>
    public bool JsonLog { get; init; }

    /// <summary>Whether the log has a line for every request.</summary>
    public bool LogsRequests { get; init; }

    /// <summary>How long requests are still taken, and told that their connection ends, after the order to stop.</summary>
    public TimeSpan LastRequests { get; init; }

    /// <summary>Public body that publishes the service, in words; null where nobody said so.</summary>
    public string? Body { get; init; }

    /// <summary>An e-mail address or a web page where a problem of accessibility is told; null for none.</summary>
    public string? AccessibilityContact { get; init; }

    /// <summary>Who signs users in; null where nobody does.</summary>
    public SignInOptions? SignIn { get; init; }

    /// <summary>Whether others than this computer can reach it. A name that is not an address is every interface to the server.</summary>
    public bool IsExposed => Addresses.Any(a => !a.IsLoopback);
}
