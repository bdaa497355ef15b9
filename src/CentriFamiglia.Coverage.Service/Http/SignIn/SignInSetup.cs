using System.Text.Json;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>Sign-in with an OpenID Connect provider: a session in a cookie for people, a bearer token for programs.</summary>
internal static class SignInSetup
{
    public const string Provider = OpenIdConnectDefaults.AuthenticationScheme;

    private const string Either = "coverage";
    private const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    // What providers sign with; a shared secret and none at all are not among them.
    private static readonly string[] _signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly TimeSpan _clockSkew = TimeSpan.FromSeconds(30);

    public static void Add(IServiceCollection services, SignInOptions? options)
    {
        if (options is null)
            return;
        IDataProtectionBuilder keys = services.AddDataProtection().SetApplicationName("centrifamiglia-coverage");
        if (options.KeyFolder is { } folder)
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        AuthenticationBuilder authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0
                ? JwtBearerDefaults.AuthenticationScheme
                : Session)
            .AddJwtBearer(bearer =>
            {
                bearer.Authority = options.Authority.AbsoluteUri;
                bearer.Audience = options.Audience;
                bearer.MapInboundClaims = false;
                bearer.RequireHttpsMetadata = !options.Authority.IsLoopback;
                bearer.TokenValidationParameters = Tokens(options);
                bearer.TokenValidationParameters.ValidAudience = options.Audience;
                bearer.TokenValidationParameters.ValidTypes = ["at+jwt", "JWT"];
            })
            .AddCookie(Session, cookie =>
            {
                cookie.Cookie.Name = "coverage";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = false;
            });
        if (options.ClientId is not null)
            authentication.AddOpenIdConnect(Provider, provider => Ask(provider, options));
    }

    private static void Ask(OpenIdConnectOptions provider, SignInOptions options)
    {
        provider.Authority = options.Authority.AbsoluteUri;
        provider.ClientId = options.ClientId;
        provider.ClientSecret = options.ClientSecret;
        provider.RequireHttpsMetadata = !options.Authority.IsLoopback;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // The answer of the provider is a link that is followed: a form posted from another site is refused here.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = false;
        provider.SaveTokens = false;
        provider.SignInScheme = Session;
        provider.CallbackPath = SignInApi.Return;
        provider.SignedOutCallbackPath = SignInApi.SignedOut;
        provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
        provider.CorrelationCookie.SecurePolicy = provider.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        provider.TokenValidationParameters = Tokens(options);
        provider.Scope.Clear();
        foreach (string scope in (string[])["openid", "profile"])
            provider.Scope.Add(scope);
        provider.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(SignInApi.Failed);
            return Task.CompletedTask;
        };
        provider.Events.OnRedirectToIdentityProviderForSignOut = TellExitAsync;
    }

    /// <summary>A page asks for it in the background, and then goes where it is told: a form that it sent would look like another site's.</summary>
    private static async Task TellExitAsync(RedirectContext context)
    {
        // Some providers ask who sends the person away.
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        if (!context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json"))
            return;
        context.ProtocolMessage.State = context.Options.StateDataFormat.Protect(context.Properties);
        context.HandleResponse();
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["indirizzo"] = context.ProtocolMessage.CreateLogoutRequestUrl() }, ServiceJson.Options),
            context.HttpContext.RequestAborted);
    }

    private static TokenValidationParameters Tokens(SignInOptions options) => new()
    {
        ValidIssuers = [options.Authority.AbsoluteUri, options.Authority.AbsoluteUri.TrimEnd('/')],
        ValidAlgorithms = _signatures,
        ClockSkew = _clockSkew,
        NameClaimType = "name",
        RoleClaimType = options.RoleClaim,
    };
}
