using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>Bytes sent as no client library would send them.</summary>
internal static class RawSocket
{
    public static async Task<RawAnswer> AskAsync(Uri service, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, service.Port);
        await using NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        string text = Encoding.UTF8.GetString(all.ToArray());
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        end.ShouldBeGreaterThan(0, $"'{text}'");
        string[] head = text[..end].Split("\r\n");
        return new RawAnswer(
            int.Parse(head[0].Split(' ')[1]),
            head[1..].Select(h => h.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase),
            text[(end + 4)..]);
    }

    /// <summary>A connection on which nothing is sent.</summary>
    public static async Task<TcpClient> OpenAsync(Uri service)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, service.Port);
        return socket;
    }
}

/// <summary>What came back over a socket, as it was.</summary>
internal sealed record RawAnswer(int Status, Dictionary<string, string> Headers, string Body);
