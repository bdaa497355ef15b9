using System.Net;
using System.Net.Sockets;
using System.Text;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Clients that close one half of a connection, or all of it, in the middle.</summary>
public sealed class GoneClientsTests(FilledStore store)
{
    [Theory]
    [InlineData("/ogc/collections/comuni/items?limit=10000&sortby=-residenti")]
    [InlineData("/ogc/collections/comuni/tiles/WebMercatorQuad/9/182/269")]
    public async Task Who_closes_half_of_a_connection_or_goes_away_gets_no_500_and_the_next_is_answered(string address)
    {
        RunningService service = await store.ServiceAsync();
        Uri place = service.Client.BaseAddress!;
        string request = $"GET {address} HTTP/1.1\r\nHost: {place.Authority}\r\nConnection: close\r\n\r\n";
        for (int i = 0; i < 20; i++)
        {
            using Socket half = await SentAsync(place, request);
            Finish(half);
            string answer = await ReadAsync(half);
            (answer.Length == 0 || answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ShouldBeTrue(answer.Split('\r')[0]);

            using Socket gone = await SentAsync(place, request);
            gone.LingerState = new LingerOption(true, 0);
            gone.Close();

            using Socket cut = await SentAsync(place, request[..(i * 3)]);
            Finish(cut);
        }

        using HttpResponseMessage next = await service.GetAsync(address);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Socket> SentAsync(Uri place, string text)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(place.Host, place.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>Says that nothing more is sent, where the other side has not gone before.</summary>
    private static void Finish(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It has.
        }
    }

    /// <summary>To the end; nothing of a connection that was reset.</summary>
    private static async Task<string> ReadAsync(Socket socket)
    {
        var text = new StringBuilder();
        byte[] part = new byte[1 << 16];
        try
        {
            int length;
            while ((length = await socket.ReceiveAsync(part, TestContext.Current.CancellationToken)) > 0)
                text.Append(Encoding.Latin1.GetString(part, 0, length));
        }
        catch (SocketException)
        {
            return "";
        }

        return text.ToString();
    }
}
