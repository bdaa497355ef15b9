using System.Net;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>Whether who asks sits at the computer of the service.</summary>
internal static class ThisComputer
{
    // A proxy of this computer that nobody named would pass the whole world off as this computer; a named one leaves the last of these.
    private static readonly string[] _proxied = ["Forwarded", "X-Forwarded-For", "X-Original-For"];

    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !_proxied.Any(context.Request.Headers.ContainsKey);
}
