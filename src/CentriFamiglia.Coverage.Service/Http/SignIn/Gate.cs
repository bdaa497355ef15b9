using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.SignIn;

/// <summary>
/// The one place where it is judged whether a request may be answered at all: who asks, and what the address needs. What a person sees and writes of
/// it is limited further by <see cref="Scope"/> and by the store.
/// </summary>
internal sealed class Gate(RequestDelegate next, SignInState state)
{
    private static readonly Problem _unknown = new(StatusCodes.Status401Unauthorized, "Accesso richiesto",
        "Questo servizio risponde a chi ha fatto l'accesso.", null, "Accedere da /accesso con un browser, oppure inviare un token con Authorization: Bearer.");

    public async Task InvokeAsync(HttpContext context)
    {
        Caller? caller = CallerOf.Find(context, state.Options);
        context.Features.Set(caller);
        if (state.IsOn)
            context.Response.OnStarting(() => KeepPrivate(context));
        // The page itself tells nothing: it offers the way in, and comes back to the link that was opened, which no server sees whole. And that an address
        // is not asked in this way, the framework says.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        Needs? needs = endpoint.Metadata.GetMetadata<Needs>();
        if (needs is { Deed: null } || (needs is not null && caller is not null && needs.Allows(caller)))
            await next(context);
        else if (caller is null)
            await ChallengeAsync(context);
        else
            await Refused(caller, needs).WriteAsync(context);
    }

    /// <exception cref="InvalidOperationException">An address was mapped without saying who may ask it.</exception>
    public static void CheckRoutes(IEnumerable<EndpointDataSource> sources)
    {
        string[] without = [.. sources.SelectMany(s => s.Endpoints).Where(e => e.Metadata.GetMetadata<Needs>() is null).Select(e => e.DisplayName ?? "?")];
        if (without.Length > 0)
            throw new InvalidOperationException($"Nobody may ask: {string.Join(", ", without)}.");
    }

    private async Task ChallengeAsync(HttpContext context)
    {
        bool isPerson = state.Options?.ClientId is not null && HttpMethods.IsGet(context.Request.Method)
            && context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html") && !context.Request.Headers.ContainsKey(HeaderNames.Authorization);
        if (isPerson)
        {
            await context.ChallengeAsync(SignInSetup.Provider, new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString });
            return;
        }

        context.Response.Headers.WWWAuthenticate = context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? "Bearer error=\"invalid_token\"" : "Bearer";
        await _unknown.WriteAsync(context);
    }

    private Problem Refused(Caller caller, Needs? needs)
    {
        string detail = !state.IsOn
            ? "Da un altro computer si legge soltanto: questo servizio non chiede l'accesso a nessuno, e non sa chi sono gli altri."
            : caller.Roles.IsEmpty ? $"{caller.Name} non ha alcun ruolo in questo servizio."
            : caller.Ats.IsEmpty && caller.Roles.All(r => r is Role.Planner or Role.Cabina) ? $"Di {caller.Name} non è detta l'ATS."
            : $"A chi è {string.Join(" e ", caller.Roles.Select(RoleTable.Words.Of))} non è consentito"
                + (needs?.Deed is { } deed ? $" {RoleTable.InWords(deed)}{(needs.Everywhere && caller.May(deed) ? " per tutta la regione" : "")}." : ".");
        return new(StatusCodes.Status403Forbidden, "Non ammesso", detail, null, !state.IsOn
            ? "Farlo dal computer del servizio, sulla mappa o con i comandi 'coverage'; oppure configurare l'accesso degli utenti (COVERAGE_OIDC_AUTHORITY)."
            : "Chiedere a chi amministra gli accessi il ruolo che serve.");
    }

    /// <summary>What one person may read is in nobody else's cache.</summary>
    private static Task KeepPrivate(HttpContext context)
    {
        HttpResponse response = context.Response;
        string now = response.Headers.CacheControl.ToString();
        if (context.GetEndpoint() is null || now.Contains("no-store", StringComparison.Ordinal) || now.Contains("private", StringComparison.Ordinal))
            return Task.CompletedTask;
        response.Headers.CacheControl = now.Length == 0 ? "private, no-cache" : "private, " + now;
        response.Headers.Append(HeaderNames.Vary, "Authorization, Cookie");
        return Task.CompletedTask;
    }
}
