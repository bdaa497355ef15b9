using CentriFamiglia.Coverage.Service.Http.Safety;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Who can reach the service: what is said of it at the start, and what is refused.</summary>
internal static class Exposure
{
    /// <summary>A store that can be written is opened to others only where they sign in, or by who says that nobody does.</summary>
    /// <param name="options">How the service is reached.</param>
    /// <param name="canWrite">Whether the store can be changed by the service's user.</param>
    /// <param name="withoutSignIn">Whether the command line says so.</param>
    /// <exception cref="InputException">It is not opened; or the command line says that nobody signs in where a provider is named.</exception>
    public static void Check(ServiceOptions options, bool canWrite, bool withoutSignIn)
    {
        if (withoutSignIn && options.SignIn is not null)
            throw new InputException("--senza-accesso",
                "l'accesso degli utenti è configurato (COVERAGE_OIDC_AUTHORITY): l'una cosa contraddice l'altra.",
                "Togliere --senza-accesso; oppure togliere COVERAGE_OIDC_AUTHORITY, se non si deve chiedere a nessuno chi è.");
        if (!options.IsExposed || !canWrite || withoutSignIn || options.SignIn is not null)
            return;
        throw new InputException("--urls",
            $"{string.Join(", ", options.Addresses.Where(a => !a.IsLoopback).Select(a => a.GetLeftPart(UriPartial.Authority)))} apre ad altri computer un archivio "
            + "che si può scrivere, e l'accesso degli utenti non è configurato.",
            "Aggiungere --senza-accesso se chiunque nella rete può leggere questi dati; oppure configurare chi riconosce gli utenti (COVERAGE_OIDC_AUTHORITY); "
            + "oppure usare un file o un utente del database di sola lettura; oppure ascoltare solo su "
            + "questo computer (http://127.0.0.1:5080).");
    }

    /// <summary>Italian sentences for whoever has started it.</summary>
    public static IEnumerable<string> Describe(ServiceOptions options)
    {
        if (options.IsExposed)
        {
            IEnumerable<string> names = [.. OwnNames.Names(), .. OwnNames.Addresses(), .. options.AllowedHosts];
            yield return options.SignIn is null
                ? "Esposto agli altri computer, in chiaro e senza accesso: chi lo raggiunge legge la mappa e i dati."
                : "Esposto agli altri computer, in chiaro: token e sessioni passano così. Mettergli davanti un proxy con TLS.";
            yield return $"Risponde a: {string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase))}. Altri nomi con --allowed-hosts.";
        }
        else
        {
            yield return options.Proxies.IsEmpty ? "Esposto solo a questo computer." : "Ascolta solo questo computer: gli altri arrivano dal proxy.";
        }

        if (!options.Proxies.IsEmpty)
            yield return $"Crede alle intestazioni X-Forwarded-* solo di: {string.Join(", ", options.Proxies)}.";
        if (options.SignIn is { } signIn)
        {
            yield return $"Accesso: {signIn.Authority.GetLeftPart(UriPartial.Authority)} riconosce gli utenti; i token sono quelli fatti per «{signIn.Audience}».";
            if (signIn.ClientId is null)
                yield return "Solo i programmi, con un token: per accedere dal browser manca COVERAGE_OIDC_CLIENT_ID.";
            else if (signIn.KeyFolder is null)
                yield return "Le chiavi delle sessioni stanno su questo computer: più server che si scambiano gli utenti vogliono una cartella comune (COVERAGE_CHIAVI).";
        }
    }
}
