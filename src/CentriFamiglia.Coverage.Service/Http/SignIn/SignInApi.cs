using System.Text.Json;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary><c>/accesso</c>, <c>/uscita</c> and <c>/api/v1/me</c>: come in, go out, who am I.</summary>
internal static class SignInApi
{
    public const string Enter = "/accesso";
    public const string Return = Enter + "/ritorno";
    public const string SignedOut = Enter + "/uscito";
    public const string Failed = Enter + "/non-riuscito";

    private static readonly Problem _nobody = new(StatusCodes.Status404NotFound, "Accesso non configurato",
        "Questo servizio non chiede l'accesso a nessuno.", null, "Chi lo amministra può indicare chi riconosce gli utenti con COVERAGE_OIDC_AUTHORITY.");

    private static readonly Problem _failed = new(StatusCodes.Status403Forbidden, "Accesso non riuscito",
        "Chi riconosce gli utenti non ha confermato l'accesso, oppure la pagina è rimasta aperta troppo a lungo.", null,
        "Riprovare da /accesso; se si ripete, avvisare chi amministra.");

    public static void Map(WebApplication app, SignInOptions? signIn)
    {
        app.MapRead(Enter, (HttpContext context, string? torna) => EnterAsync(context, torna, signIn)).ExcludeFromDescription().Open();
        app.MapRead(Failed, (HttpContext context) => _failed.WriteAsync(context)).ExcludeFromDescription().Open();
        app.MapPosted("/uscita", (HttpContext context) => LeaveAsync(context, signIn)).ExcludeFromDescription().Open();
        app.MapRead("/api/v1/me", (HttpContext context) => MeAsync(context, signIn)).WithName("me").WithSummary("Chi sono")
            .WithDescription("Una riga per cosa che si può fare, con fin dove arriva: propria_ats, tutte, no. "
                + "In meta chi chiede, i suoi ruoli, le sue ATS, e se il servizio chiede l'accesso.")
            .Open();
    }

    private static async Task EnterAsync(HttpContext context, string? back, SignInOptions? signIn)
    {
        if (signIn?.ClientId is null)
        {
            await _nobody.WriteAsync(context);
            return;
        }

        // Back to an address of this service, never of another.
        string to = back is { Length: > 0 } && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal) ? back : "/";
        await context.ChallengeAsync(SignInSetup.Provider, new AuthenticationProperties { RedirectUri = to });
    }

    private static async Task LeaveAsync(HttpContext context, SignInOptions? signIn)
    {
        if (signIn?.ClientId is null)
        {
            await _nobody.WriteAsync(context);
            return;
        }

        // Nothing of it would be read, and who is led elsewhere would find the connection ended.
        if (context.Request.ContentLength > 0)
            throw new ProblemException(Problem.OfStatus(StatusCodes.Status413PayloadTooLarge));
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignOutAsync(SignInSetup.Provider, new AuthenticationProperties { RedirectUri = "/" });
    }

    private static Task MeAsync(HttpContext context, SignInOptions? signIn)
    {
        if (context.Request.Query.Keys.FirstOrDefault() is { } other)
            throw new InputException(Shown.Of(other), "parametro sconosciuto.", "Qui non ci sono parametri.");
        Caller? caller = context.Features.Get<Caller>();
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        var me = new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["titolo"] = "Chi sono",
                ["accesso"] = signIn is null ? "non_richiesto" : caller is null ? "da_fare" : "fatto",
                ["da_browser"] = signIn?.ClientId is not null,
                ["nome"] = caller?.Name,
                ["ruoli"] = new JsonArray([.. (caller?.Roles ?? []).Where(r => r != Role.Unsigned).Select(r => (JsonNode)RoleTable.Words.Of(r))]),
                ["ats"] = new JsonArray([.. (caller?.Ats ?? []).Select(a => (JsonNode)a)]),
            },
            ["rows"] = new JsonArray([.. RoleTable.Deeds.Entries.Select(d => (JsonNode)new JsonObject
            {
                ["azione"] = d.Words[0],
                ["portata"] = RoleTable.Reaches.Of(caller?.Of(d.Value) ?? Reach.None),
            })]),
        };
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(me, ServiceJson.Options), context.RequestAborted).AsTask();
    }
}
