using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestIdentity;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>A service that people sign in to, asked on behalf of each.</summary>
internal sealed class SignedService : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new(StringComparer.Ordinal);

    // A client that follows to another address forgets who asks.
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    private SignedService(RunningService service, IdentityServer identity)
    {
        (Service, Identity) = (service, identity);
        _client.BaseAddress = service.Client.BaseAddress;
    }

    public RunningService Service { get; }

    public IdentityServer Identity { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SignedService> StartAsync(string store)
    {
        IdentityServer identity = await IdentityServer.StartAsync();
        var options = new ServiceOptions([new Uri("http://127.0.0.1:0")], [])
        {
            SignIn = new SignInOptions(identity.Authority, IdentityServer.Audience) { ClientId = IdentityServer.ClientId, ClientSecret = IdentityServer.ClientSecret },
        };
        return new SignedService(await RunningService.StartAsync(store, options: options), identity);
    }

    /// <param name="person">Null for nobody.</param>
    /// <param name="body">JSON; null for none.</param>
    public async Task<HttpResponseMessage> AskAsync(Person? person, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        string? token = person is null ? null : await _tokens.GetOrAdd(person.Id, _ => Identity.TokenAsync(person, Cancel));
        return await WithTokenAsync(token, method, path, body, headers);
    }

    public async Task<HttpResponseMessage> WithTokenAsync(string? token, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Cancel);
    }

    /// <summary>The answer's JSON, of a request that is answered.</summary>
    public async Task<JsonNode> JsonAsync(Person person, string method, string path, string? body = null)
    {
        using HttpResponseMessage answer = await AskAsync(person, method, path, body);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{person.Name} {method} {path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async Task<int> StatusAsync(Person? person, string method, string path, string? body = null)
    {
        using HttpResponseMessage answer = await AskAsync(person, method, path, body);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Service.DisposeAsync();
        await Identity.DisposeAsync();
    }
}
