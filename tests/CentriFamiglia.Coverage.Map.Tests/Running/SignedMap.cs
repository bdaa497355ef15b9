using System.Net;
using CentriFamiglia.Coverage.TestIdentity;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>A service that people sign in to, and a window of their own for each of them.</summary>
internal sealed class SignedMap : IAsyncDisposable
{
    private readonly MapInBrowser _browser;
    private readonly IdentityServer _identity;
    private readonly RunningService _service;

    private SignedMap(MapInBrowser browser, IdentityServer identity, RunningService service) => (_browser, _identity, _service) = (browser, identity, service);

    public Uri Address => _service.Address;

    /// <param name="database">A shared store; null for a file.</param>
    public static async Task<SignedMap> StartAsync(MapInBrowser browser, string? database = null)
    {
        // Without a browser there is nothing to start for.
        await (await browser.NewPageAsync()).DisposeAsync();
        IdentityServer identity = await IdentityServer.StartAsync();
        var service = new RunningService { Identity = identity, Database = database };
        await service.StartAsync(extract: null, TestContext.Current.CancellationToken);
        return new SignedMap(browser, identity, service);
    }

    /// <summary>A window of nobody's.</summary>
    public Task<MapPage> WindowAsync(int width = 1280, int height = 800) => _browser.NewPageAsync(width, height, address: Address, provider: _identity.Authority);

    /// <summary>Somebody signs in at the provider's page, and is on the map.</summary>
    public async Task<MapPage> EnterAsync(Person person, int width = 1280, int height = 800)
    {
        MapPage map = await WindowAsync(width, height);
        await map.GoToAsync("");
        await map.Page.Locator("#accesso a").First.ClickAsync();
        await SignInAsync(map, person);
        await map.DrawnAsync();
        return map;
    }

    /// <summary>On the provider's page.</summary>
    public static Task SignInAsync(MapPage map, Person person) => map.Page.GetByRole(AriaRole.Link, new() { Name = person.Name }).ClickAsync();

    /// <summary>What a person's own session is answered.</summary>
    /// <param name="body">JSON; null for none.</param>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(MapPage who, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        IAPIResponse answer = await who.Page.APIRequest.FetchAsync(new Uri(Address, path).AbsoluteUri, new()
        {
            Method = method,
            Data = body,
            MaxRedirects = 0,
            Headers = [new("Content-Type", "application/json"), .. headers.Select(h => new KeyValuePair<string, string>(h.Name, h.Value))],
        });
        return ((HttpStatusCode)answer.Status, await answer.TextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _identity.DisposeAsync();
    }
}
