using System.Net.Http.Headers;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>
/// Where the office's server of roads is: <c>osrm+http://strade.ats.lan:5000?profilo=driving</c>. It comes from whoever starts the program, never from a
/// request.
/// </summary>
/// <param name="Kind">Which program answers there.</param>
/// <param name="Root">Ends in a slash; without credentials.</param>
/// <param name="Profile">Of OSRM the profile in the address, of Valhalla the costing.</param>
/// <param name="Credentials">For Basic authentication; null for none.</param>
internal sealed record RoadServerAddress(RoadServerKind Kind, Uri Root, string Profile, AuthenticationHeaderValue? Credentials)
{
    private const string Cure = "Scriverlo come osrm+http://strade.ats.lan:5000 oppure valhalla+http://strade.ats.lan:8002; un altro profilo si aggiunge con ?profilo=NOME.";
    private const string ProfileName = "profilo";

    /// <summary>For people and for results: nothing of it is secret.</summary>
    public string Shown => $"{RoadServerKinds.Words.Of(Kind)}+{Root.AbsoluteUri.TrimEnd('/')}";

    /// <param name="field">Option or variable that has it.</param>
    /// <exception cref="InputException">It is no such address.</exception>
    public static RoadServerAddress Parse(string field, string text)
    {
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        // Not shown: it may hold a password.
        if (plus < 0 || !RoadServerKinds.Words.TryRead(text[..plus].Trim(), out RoadServerKind kind))
            throw new InputException(field, "l'indirizzo non dice quale programma risponde: osrm oppure valhalla.", Cure);
        if (!Uri.TryCreate(text[(plus + 1)..].Trim(), UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.Fragment.Length > 0)
            throw new InputException(field, "non è l'indirizzo http o https di un server.", Cure);
        var root = new UriBuilder(address) { UserName = "", Password = "", Query = "", Path = address.AbsolutePath.TrimEnd('/') + "/" };
        return new RoadServerAddress(kind, root.Uri, ProfileOf(field, address.Query) ?? (kind == RoadServerKind.Osrm ? "driving" : "auto"), CredentialsOf(address.UserInfo));
    }

    private static string? ProfileOf(string field, string query)
    {
        if (query.Length <= 1)
            return null;
        string[] parts = query[1..].Split('=', 2);
        string profile = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        return parts[0] == ProfileName && profile.Length > 0 && profile.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? profile
            : throw new InputException(field, "dopo il punto interrogativo va solo il profilo: lettere, cifre, - e _.", Cure);
    }

    private static AuthenticationHeaderValue? CredentialsOf(string userInfo) => userInfo.Length == 0
        ? null
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo))));
}
