using System.Security.Claims;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Safety;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>Who asks.</summary>
internal static class CallerOf
{
    private static readonly string[] _roleClaims = ["role", "roles", "groups", ClaimTypes.Role];

    private static readonly string[] _nameClaims = ["name", "preferred_username", "email", ClaimTypes.Name];

    /// <summary>The person that the gate let in; only after it.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("This request has not come through the gate.");

    /// <summary>The person of a request; null where it has to sign in first.</summary>
    /// <param name="context">Authenticated, where anybody signs in.</param>
    /// <param name="signIn">Null where nobody does.</param>
    public static Caller? Find(HttpContext context, SignInOptions? signIn)
    {
        if (signIn is null)
            return ThisComputer.Asks(context) ? Roles.Caller.Local(LocalUser.Name) : Roles.Caller.Unsigned;
        return context.User.Identity?.IsAuthenticated == true ? Of(context.User, signIn) : null;
    }

    /// <summary>What a provider says of a person; a word that is no role gives none.</summary>
    public static Caller Of(ClaimsPrincipal user, SignInOptions signIn)
    {
        string id = user.FindFirst("sub")?.Value ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
        string name = _nameClaims.Select(c => user.FindFirst(c)?.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) ?? id;
        IEnumerable<string> words = Values(user, [signIn.RoleClaim, .. _roleClaims]).Concat(Nested(user));
        Role[] roles = [.. words.Select(w => RoleTable.Words.TryRead(w.Trim().ToLowerInvariant(), out Role role) ? role : (Role?)null).OfType<Role>().Distinct().Order()];
        string[] ats = [.. Values(user, [signIn.AtsClaim]).Where(a => !string.IsNullOrWhiteSpace(a)).Select(a => AtsNames.Usual(a.Trim(), []))];
        return new Caller(id, LocalUser.Plain(name, "senza nome"), [.. roles], [.. ats.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Values(ClaimsPrincipal user, IEnumerable<string> claims) => claims.Distinct(StringComparer.Ordinal).SelectMany(user.FindAll)
        .SelectMany(c => c.Value.StartsWith('[') && Parsed(c.Value) is JsonArray list ? TextsOf(list) : [c.Value]);

    /// <summary>Keycloak puts the roles of a realm in an object.</summary>
    private static IEnumerable<string> Nested(ClaimsPrincipal user) =>
        user.FindFirst("realm_access")?.Value is { } json && Parsed(json) is JsonObject access && access["roles"] is JsonArray roles ? TextsOf(roles) : [];

    private static IEnumerable<string> TextsOf(JsonArray list) => list.Select(v => v?.ToString() ?? "");

    /// <returns>Null where it is no JSON.</returns>
    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
