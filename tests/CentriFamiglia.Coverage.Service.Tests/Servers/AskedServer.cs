using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>The source of travel that a server is, without a service around it.</summary>
internal sealed class AskedServer : IDisposable
{
    private readonly RoadServerClient _client;

    /// <param name="address">As an office writes it.</param>
    /// <param name="limits">Null for the usual ones, without long pauses.</param>
    /// <param name="stop">Ends every request.</param>
    public AskedServer(string address, ServerLimits? limits = null, CancellationToken stop = default)
    {
        _client = new RoadServerClient(RoadServerProtocol.Of(RoadServerAddress.Parse("--server-strade", address)), limits ?? Hasty, stop);
        Travel = new ServerTravel(_client, "1", DateTimeOffset.UnixEpoch, SnapOptions.Default.CapMetres);
    }

    public static ServerLimits Hasty { get; } = ServerLimits.Usual with { FirstPause = TimeSpan.FromMilliseconds(2), LongestPause = TimeSpan.FromMilliseconds(20) };

    public ServerTravel Travel { get; }

    /// <summary>Places of a grid, of which no two are alike.</summary>
    public static Place[] Grid(int count, double lon = 9, double lat = 45.1) =>
        [.. Enumerable.Range(0, count).Select(i => new Place(lon + (i % 20 * 0.01), lat + (i / 20 * 0.01), default, null))];

    public RoadServerException Refused(Place[] from, Place[] to) => Should.Throw<RoadServerException>(() => Travel.Costs(from, to));

    public void Dispose() => _client.Dispose();
}
