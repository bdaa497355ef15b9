using System.Net;
using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestIdentity;
using Microsoft.IdentityModel.Tokens;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>Tokens that are not the provider's, or not for this service, or not of now, open nothing.</summary>
public sealed class TokenTests(FilledStore store) : IAsyncLifetime
{
    private SignedService _service = null!;

    private IdentityServer Identity => _service.Identity;

    public async ValueTask InitializeAsync() => _service = await SignedService.StartAsync(store.Path);

    [Fact]
    public async Task The_providers_own_token_opens_and_so_does_one_of_its_key()
    {
        (await StatusAsync(await Identity.TokenAsync(Person.Region, TestContext.Current.CancellationToken))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(Identity.Forged(Person.Region))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_expired_token_opens_nothing() => await RefusedAsync(Identity.Forged(Person.Region, ends: TimeSpan.FromMinutes(-2)));

    [Fact]
    public async Task A_token_for_another_service_opens_nothing() => await RefusedAsync(Identity.Forged(Person.Region, audience: "altro-servizio"));

    [Fact]
    public async Task A_token_of_another_provider_opens_nothing() => await RefusedAsync(Identity.Forged(Person.Region, issuer: "https://altri.example/"));

    [Fact]
    public async Task A_token_signed_with_another_key_opens_nothing()
    {
        using var rsa = RSA.Create(2048);
        // Even where it says that it is the provider's.
        await RefusedAsync(Identity.Forged(Person.Region, signed: new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "prova" }, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task A_token_signed_with_a_shared_secret_opens_nothing() => await RefusedAsync(Identity.Forged(
        Person.Region, signed: new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "prova" }, SecurityAlgorithms.HmacSha256)));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task A_token_that_says_it_needs_no_signature_opens_nothing(string algorithm)
    {
        string payload = Identity.Forged(Person.Region).Split('.')[1];
        string header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"at+jwt"}""");
        await RefusedAsync($"{header}.{payload}.");
    }

    [Fact]
    public async Task A_token_whose_role_was_changed_after_it_was_signed_opens_nothing()
    {
        string[] parts = Identity.Forged(Person.Reader).Split('.');
        string payload = Base64UrlEncoder.Decode(parts[1]);
        payload.ShouldContain("\"lettore\"");
        await RefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload.Replace("\"lettore\"", "\"regione\"", StringComparison.Ordinal))}.{parts[2]}");
    }

    [Theory]
    [InlineData("non-un-token")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public async Task What_is_no_token_opens_nothing(string text) => await RefusedAsync(text);

    private async Task RefusedAsync(string token)
    {
        using HttpResponseMessage answer = await _service.WithTokenAsync(token, "GET", "/api/v1/coverage");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        // Nor what anybody is let into: a bad token is not worse than none.
        using HttpResponseMessage open = await _service.WithTokenAsync(token, "GET", "/health/live");
        open.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using HttpResponseMessage answer = await _service.WithTokenAsync(token, "GET", "/api/v1/coverage");
        return answer.StatusCode;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
