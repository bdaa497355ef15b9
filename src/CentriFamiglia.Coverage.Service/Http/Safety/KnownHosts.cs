using System.Net;
using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// Against DNS rebinding: the Host header must name this service. Known are loopback names, the hosts it listens on, those of
/// <c>--allowed-hosts</c>, the machine's own name where others can reach it, and the very address that a connection came to: a page
/// of another site always comes under a name of its own. Ports are not looked at.
/// </summary>
internal sealed class KnownHosts(RequestDelegate next, AllowedHosts allowed)
{
    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        if (allowed.Contains(host) || IsOwnAddress(host, context.Connection.LocalIpAddress))
            return next(context);
        return new Problem(
            StatusCodes.Status400BadRequest,
            "Nome del servizio sconosciuto",
            "L'intestazione Host non nomina questo servizio.",
            "Host",
            "Usare l'indirizzo del servizio, oppure avviarlo con --allowed-hosts NOME.").WriteAsync(context);
    }

    private static bool IsOwnAddress(string host, IPAddress? reached) =>
        reached is not null && IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? named) && Plain(named).Equals(Plain(reached));

    // Without the interface, and IPv4 as such: an address of the network card is written in one way only.
    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
}

/// <summary>Names under which the service may be asked.</summary>
internal sealed class AllowedHosts
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", "::1" };

    /// <param name="addresses">Where the service listens.</param>
    /// <param name="configured">Names beyond those.</param>
    /// <param name="exposed">Whether others than this computer can reach it.</param>
    public AllowedHosts(IEnumerable<Uri> addresses, IEnumerable<string> configured, bool exposed)
    {
        foreach (Uri address in addresses)
            _names.Add(address.Host);
        _names.UnionWith(configured);
        if (exposed)
            _names.UnionWith(OwnNames.Names());
    }

    public bool Contains(string host) => host.Length > 0 && _names.Contains(host);
}
