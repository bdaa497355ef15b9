using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// Against DNS rebinding: the Host header must name this service. Loopback names, the hosts it listens on and those of
/// <c>--allowed-hosts</c> are known; ports are not looked at.
/// </summary>
internal sealed class KnownHosts(RequestDelegate next, AllowedHosts allowed)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (allowed.Contains(context.Request.Host.Host))
            return next(context);
        return new Problem(
            StatusCodes.Status400BadRequest,
            "Nome del servizio sconosciuto",
            "L'intestazione Host non nomina questo servizio.",
            "Host",
            "Usare l'indirizzo del servizio, oppure avviarlo con --allowed-hosts NOME.").WriteAsync(context);
    }
}

/// <summary>Names under which the service may be asked.</summary>
internal sealed class AllowedHosts
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", "::1" };

    public AllowedHosts(IEnumerable<Uri> addresses, IEnumerable<string> configured)
    {
        foreach (Uri address in addresses)
            _names.Add(address.Host);
        _names.UnionWith(configured);
    }

    public bool Contains(string host) => host.Length > 0 && _names.Contains(host);
}
