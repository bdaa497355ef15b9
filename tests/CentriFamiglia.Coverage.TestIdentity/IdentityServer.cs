using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CentriFamiglia.Coverage.TestIdentity;

/// <summary>
/// A real OpenID Connect provider (OpenIddict) on a free port of this computer, with a page on which one of <see cref="Person.All"/> is chosen in the place
/// of a password: code flow with PKCE for browsers, client credentials for programs.
/// </summary>
public sealed class IdentityServer : IAsyncDisposable
{
    public const string Audience = "centri-famiglia";
    public const string ClientId = "mappa";
    public const string ClientSecret = "segreto-di-prova";

    private static readonly string[] _scopes = [OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile];

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key;
    private readonly HttpClient _client = new();

    private IdentityServer(WebApplication app, RsaSecurityKey key)
    {
        (_app, _key) = (app, key);
        Authority = new Uri(app.Urls.First() + "/");
    }

    public Uri Authority { get; }

    public static async Task<IdentityServer> StartAsync()
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "prova" };
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, key));
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeAsync);
        app.MapMethods("/connect/endsession", ["GET", "POST"], () =>
            Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
        await app.StartAsync();
        return new IdentityServer(app, key);
    }

    /// <summary>An access token for a program that acts for a person.</summary>
    public async Task<string> TokenAsync(Person person, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = person.Id,
            ["client_secret"] = ClientSecret,
        });
        using HttpResponseMessage answer = await _client.PostAsync(new Uri(Authority, "connect/token"), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return json.GetProperty("access_token").GetString()!;
    }

    /// <summary>A token as no provider should make it, by default signed with the provider's own key.</summary>
    public string Forged(Person person, string? audience = Audience, string? issuer = null, TimeSpan? ends = null, SigningCredentials? signed = null, string type = "at+jwt") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority.AbsoluteUri,
            Audience = audience,
            TokenType = type,
            IssuedAt = DateTime.UtcNow.AddHours(-2),
            NotBefore = DateTime.UtcNow.AddHours(-2),
            Expires = DateTime.UtcNow + (ends ?? TimeSpan.FromHours(1)),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = person.Id, ["name"] = person.Name, ["ruolo"] = person.Role, ["ats"] = person.Ats },
            SigningCredentials = signed ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });

    private static void Configure(OpenIddictServerBuilder server, RsaSecurityKey key)
    {
        server.EnableDegradedMode();
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/endsession");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.AllowClientCredentialsFlow();
        server.RegisterScopes(_scopes);
        server.AddSigningKey(key).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.RedirectUri is null || !new Uri(context.RedirectUri).IsLoopback)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            bool known = context.ClientId == ClientId || Person.All.Any(p => p.Id == context.ClientId);
            if (!known || context.ClientSecret != ClientSecret)
                context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.Request.IsClientCredentialsGrantType())
                context.SignIn(Principal(Person.All.First(p => p.Id == context.ClientId), _scopes));
            return default;
        }));
    }

    /// <summary>The page on which somebody is chosen; then the provider's answer.</summary>
    private static IResult AuthorizeAsync(HttpContext context)
    {
        OpenIddictRequest request = context.GetOpenIddictServerRequest()!;
        string? chosen = (string?)request["persona"];
        if (Person.All.FirstOrDefault(p => p.Id == chosen) is { } person)
            return Results.SignIn(Principal(person, request.GetScopes()), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        string query = HtmlEncoder.Default.Encode(context.Request.QueryString.Value ?? "");
        string links = string.Concat(Person.All.Select(p => $"<li><a href=\"/connect/authorize{query}&amp;persona={p.Id}\">{HtmlEncoder.Default.Encode(p.Name)}</a></li>"));
        return Results.Content($"<!doctype html><html lang=\"it\"><title>Accesso di prova</title><h1>Chi entra?</h1><ul>{links}</ul></html>", "text/html; charset=utf-8");
    }

    private static ClaimsPrincipal Principal(Person person, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("prova", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, person.Id));
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Name, person.Name));
        if (person.Role.Length > 0)
            identity.AddClaim(new Claim("ruolo", person.Role));
        foreach (string ats in person.Ats)
            identity.AddClaim(new Claim("ats", ats));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        principal.SetResources(Audience);
        return principal;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
