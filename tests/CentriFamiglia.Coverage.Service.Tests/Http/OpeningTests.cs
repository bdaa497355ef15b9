using System.Net;
using System.Net.Sockets;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Opened to other computers the service answers to its own names; a proxy before it is believed when it is named.</summary>
public sealed class OpeningTests(FilledStore store)
{
    private static readonly Uri _everywhere = new("http://0.0.0.0:0");
    private static readonly Uri _here = new("http://127.0.0.1:0");

    [Fact]
    public async Task Opened_to_others_it_answers_to_its_own_address_and_name_and_to_no_stranger()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path, options: new ServiceOptions([_everywhere], ["mappa.example"]));
        int port = service.Client.BaseAddress!.Port;
        string name = Dns.GetHostName();

        (await StatusAsync(service, name)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, $"{name}:{port}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, "MAPPA.example")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, "evil.example")).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(service, $"{name}.evil.example")).ShouldBe(HttpStatusCode.BadRequest);
        // An address that is not the one the connection came to is somebody else's.
        (await StatusAsync(service, "203.0.113.9")).ShouldBe(HttpStatusCode.BadRequest);
        foreach (IPAddress own in OwnAddresses())
        {
            using var client = new HttpClient();
            using HttpResponseMessage response = await client.GetAsync(new Uri($"http://{own}:{port}/health/live"), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, own.ToString());
        }
    }

    [Fact]
    public async Task Listening_to_this_computer_alone_it_does_not_answer_to_the_machines_name() =>
        (await StatusAsync(await store.ServiceAsync(), Dns.GetHostName())).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_named_proxy_says_the_host_the_scheme_and_the_prefix()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path,
            options: new ServiceOptions([_here], ["mappa.example"]) { Proxies = [IPNetwork.Parse("127.0.0.0/8")] });

        using HttpResponseMessage csv = await service.GetAsync("/api/v1/coverage?f=csv", Forwarded("mappa.example"));
        using HttpResponseMessage started = await service.GetAsync("/api/v1/curve?goal=time", [.. Forwarded("mappa.example"), ("Prefer", "respond-async, wait=0")]);
        using HttpResponseMessage stranger = await service.GetAsync("/api/v1/info", Forwarded("evil.example"));

        csv.Headers.GetValues("Link").Single().ShouldStartWith("</copertura/api/v1/coverage?");
        started.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        started.Headers.Location!.ToString().ShouldStartWith("/copertura/api/v1/searches/");
        stranger.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8")]
    public async Task Nobody_else_is_believed(string proxy)
    {
        await using RunningService service = await RunningService.StartAsync(store.Path,
            options: new ServiceOptions([_here], ["mappa.example"]) { Proxies = proxy.Length == 0 ? [] : [IPNetwork.Parse(proxy)] });

        using HttpResponseMessage csv = await service.GetAsync("/api/v1/coverage?f=csv", Forwarded("evil.example"));

        csv.StatusCode.ShouldBe(HttpStatusCode.OK);
        csv.Headers.GetValues("Link").Single().ShouldStartWith("</api/v1/coverage?");
    }

    [Fact]
    public async Task A_page_of_a_proxied_map_may_ask_its_own_service()
    {
        await using RunningService service = await RunningService.StartAsync(store.Path,
            options: new ServiceOptions([_here], ["mappa.example"]) { Proxies = [IPNetwork.Parse("127.0.0.1/32")] });

        using HttpResponseMessage own = await service.GetAsync("/api/v1/info", [.. Forwarded("mappa.example"), ("Origin", "https://mappa.example")]);
        using HttpResponseMessage other = await service.GetAsync("/api/v1/info", [.. Forwarded("mappa.example"), ("Origin", "https://evil.example")]);

        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static (string Name, string Value)[] Forwarded(string host) =>
        [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", host), ("X-Forwarded-Prefix", "/copertura")];

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string host)
    {
        using HttpResponseMessage response = await service.GetAsync("/health/live", ("Host", host));
        return response.StatusCode;
    }

    // A cloud's or a container's: without one there is nothing but loopback to ask.
    private static IEnumerable<IPAddress> OwnAddresses() => Dns.GetHostAddresses(Dns.GetHostName()).Where(a => a.AddressFamily == AddressFamily.InterNetwork);
}
