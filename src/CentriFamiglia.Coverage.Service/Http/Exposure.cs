using CentriFamiglia.Coverage.Service.Http.Safety;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Who can reach the service: what is said of it at the start, and what is refused.</summary>
internal static class Exposure
{
    /// <summary>A store that can be written is opened to others only by who says that nobody signs in: this version signs nobody in.</summary>
    /// <param name="options">How the service is reached.</param>
    /// <param name="canWrite">Whether the store can be changed by the service's user.</param>
    /// <param name="withoutSignIn">Whether the command line says so.</param>
    /// <exception cref="InputException">It is not opened.</exception>
    public static void Check(ServiceOptions options, bool canWrite, bool withoutSignIn)
    {
        if (!options.IsExposed || !canWrite || withoutSignIn)
            return;
        throw new InputException("--urls",
            $"{string.Join(", ", options.Addresses.Where(a => !a.IsLoopback).Select(a => a.GetLeftPart(UriPartial.Authority)))} apre ad altri computer un archivio "
            + "che si può scrivere, e l'accesso degli utenti non è configurato.",
            "Aggiungere --senza-accesso se chiunque nella rete può leggere questi dati; oppure usare un file o un utente del database di sola lettura; oppure ascoltare solo su "
            + "questo computer (http://127.0.0.1:5080).");
    }

    /// <summary>Italian sentences for whoever has started it.</summary>
    public static IEnumerable<string> Describe(ServiceOptions options, string? signIn)
    {
        if (options.IsExposed)
        {
            IEnumerable<string> names = [.. OwnNames.Names(), .. OwnNames.Addresses(), .. options.AllowedHosts];
            yield return "Esposto agli altri computer, in chiaro e senza accesso: chi lo raggiunge legge la mappa e i dati.";
            yield return $"Risponde a: {string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase))}. Altri nomi con --allowed-hosts.";
        }
        else
        {
            yield return options.Proxies.IsEmpty ? "Esposto solo a questo computer." : "Ascolta solo questo computer: gli altri arrivano dal proxy.";
        }

        if (!options.Proxies.IsEmpty)
            yield return $"Crede alle intestazioni X-Forwarded-* solo di: {string.Join(", ", options.Proxies)}.";
        if (signIn is not null)
            yield return "Avvertenza: COVERAGE_OIDC_AUTHORITY è impostata, ma questa versione non chiede ancora l'accesso a nessuno.";
    }
}
