using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>How the service is reached.</summary>
/// <param name="Addresses">Where it listens; port 0 for any free one.</param>
/// <param name="AllowedHosts">Names beyond those, e.g. of a proxy before it.</param>
public sealed record ServiceOptions(ImmutableArray<Uri> Addresses, ImmutableArray<string> AllowedHosts)
{
    /// <summary>How much is searched at once, and for how long.</summary>
    public SearchLimits Searches { get; init; } = SearchLimits.Usual;
}
