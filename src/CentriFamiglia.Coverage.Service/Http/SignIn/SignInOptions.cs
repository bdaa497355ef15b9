namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>Who signs users in: an OpenID Connect provider. Behind it stand SPID, CIE or the office's own accounts; the service sees none of them.</summary>
/// <param name="Authority">The provider's address, as its tokens name it.</param>
/// <param name="Audience">Whom access tokens must be made for.</param>
public sealed record SignInOptions(Uri Authority, string Audience)
{
    /// <summary>Name of this service at the provider, for people who sign in from a browser; null where only programs come, with a token.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Claim with the roles; those of the usual providers are read too.</summary>
    public string RoleClaim { get; init; } = "ruolo";

    /// <summary>Claim with the ATS that a person works for.</summary>
    public string AtsClaim { get; init; } = "ats";

    /// <summary>Folder of the keys that protect cookies: servers that stand for each other share it. Null for one of this computer's own.</summary>
    public string? KeyFolder { get; init; }
}

/// <summary>What the addresses know of sign-in.</summary>
/// <param name="Options">Null where nobody signs in.</param>
internal sealed record SignInState(SignInOptions? Options)
{
    public bool IsOn => Options is not null;
}
