using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>What this computer is called on its network.</summary>
internal static class OwnNames
{
    /// <summary>Its name, alone and with its domain. No name server is asked: one that is away would delay the start.</summary>
    public static IEnumerable<string> Names()
    {
        string name = Dns.GetHostName();
        yield return name;
        if (IPGlobalProperties.GetIPGlobalProperties().DomainName is { Length: > 0 } domain && Uri.CheckHostName(domain) == UriHostNameType.Dns)
            yield return $"{name}.{domain}";
    }

    /// <summary>Its addresses as they stand in an address bar, without those of this computer alone and of one cable alone.</summary>
    public static IEnumerable<string> Addresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus == OperationalStatus.Up)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(address => address.Address)
        .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal)
        .Select(address => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString());
}
