using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>What the server refuses before the program sees it is answered like everything else.</summary>
public sealed class RefusedRequestsTests(FilledStore store)
{
    public static TheoryData<string, int, string> Refused => new()
    {
        { $"GET /api/v1/suggestions?candidati={new string('x', 5000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414, "POST" },
        { $"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: {new string('x', 20_000)}\r\n\r\n", 431, "cookie" },
        { $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 80).Select(i => $"X-{i}: 1\r\n"))}\r\n", 431, "cookie" },
        { "CIAO\r\n\r\n", 400, "prima riga" },
        { "GET / HTTP/1.1\r\n\r\n", 400, "intestazioni" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nsenza due punti\r\n\r\n", 400, "intestazioni" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nHost: altro\r\n\r\n", 400, "intestazioni" },
        { "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "intestazioni" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_a_problem_with_its_cure_and_the_headers_of_every_answer(string request, int status, string cure)
    {
        RunningService service = await store.ServiceAsync();

        RawAnswer answer = await RawSocket.AskAsync(service.Client.BaseAddress!, request);

        answer.Status.ShouldBe(status);
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
        answer.Headers["Content-Length"].ShouldBe(System.Text.Encoding.UTF8.GetByteCount(answer.Body).ToString());
        JsonNode problem = JsonNode.Parse(answer.Body)!;
        ((int)problem["status"]!).ShouldBe(status);
        ((string)problem["rimedio"]!).ShouldContain(cure);
    }

    [Fact]
    public async Task Who_holds_many_sockets_and_asks_nothing_loses_the_oldest_and_keeps_nobody_out()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path);
        List<TcpClient> held = [];
        for (int i = 0; i < 150; i++)
            held.Add(await RawSocket.OpenAsync(service.Client.BaseAddress!));

        // One idle connection is the client's own.
        foreach (TcpClient oldest in held.Take(20))
            (await EndedAsync(oldest)).ShouldBeTrue();
        using HttpResponseMessage live = await service.GetAsync("/health/live");
        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        held.Skip(25).ShouldAllBe(s => s.Client.Poll(0, SelectMode.SelectRead) == false);
        held.ForEach(s => s.Dispose());
    }

    private static async Task<bool> EndedAsync(TcpClient socket)
    {
        try
        {
            return await socket.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
