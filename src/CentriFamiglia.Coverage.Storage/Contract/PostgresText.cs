using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>
/// The three ways of writing a PostgreSQL connection. Errors never quote the text nor carry the parser's own error, because both may
/// hold a password.
/// </summary>
internal static partial class PostgresText
{
    private static readonly Dictionary<string, string> Libpq = new(StringComparer.OrdinalIgnoreCase)
    {
        ["host"] = "Host",
        ["hostaddr"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["options"] = "Options",
    };

    public static NpgsqlConnectionStringBuilder FromUrl(string url)
    {
        // An @, / or # left as it is in a password would move part of it into the host or the database, and so into messages.
        int first = url.IndexOf('@', StringComparison.Ordinal);
        if (first != url.LastIndexOf('@')
            || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri)
            || (first >= 0 && uri.UserInfo.Length == 0)
            || uri.Fragment.Length > 0
            || uri.Host.Length == 0
            || uri.AbsolutePath.AsSpan(1).Contains('/'))
            throw Unreadable("Nell'utente e nella password i caratteri speciali si scrivono codificati: @ come %40, / come %2F, : come %3A, # come %23.");
        string[] user = uri.UserInfo.Split(':', 2);
        var pairs = new List<(string Key, string Value)> { ("host", uri.Host.Trim('[', ']')) };
        if (uri.Port > 0)
            pairs.Add(("port", uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (uri.AbsolutePath.Length > 1)
            pairs.Add(("dbname", Uri.UnescapeDataString(uri.AbsolutePath[1..])));
        if (user[0].Length > 0)
            pairs.Add(("user", Uri.UnescapeDataString(user[0])));
        if (user.Length == 2)
            pairs.Add(("password", Uri.UnescapeDataString(user[1])));
        foreach (string part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2);
            pairs.Add((pair[0], pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : ""));
        }

        return FromPairs(pairs);
    }

    public static NpgsqlConnectionStringBuilder FromKeywords(string text)
    {
        if (!text.Contains(';', StringComparison.Ordinal) && LibpqPairs().Count(text) > 1)
            return FromLibpq(text);
        try
        {
            return Checked(new NpgsqlConnectionStringBuilder(text));
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw Unreadable("Scriverla come 'Host=...;Port=5432;Database=...;Username=...;Password=...'; un valore con ; o = va tra virgolette.");
        }
    }

    private static NpgsqlConnectionStringBuilder FromLibpq(string text)
    {
        string rest = LibpqPairs().Replace(text, "");
        if (!string.IsNullOrWhiteSpace(rest))
            throw Unreadable("Scriverla come 'host=... port=5432 dbname=... user=... password=...'; un valore con spazi va tra apici.");
        return FromPairs(LibpqPairs().Matches(text).Select(match => (match.Groups["key"].Value, Unquoted(match.Groups["value"].Value))));
    }

    private static NpgsqlConnectionStringBuilder FromPairs(IEnumerable<(string Key, string Value)> pairs)
    {
        var settings = new NpgsqlConnectionStringBuilder();
        foreach ((string key, string value) in pairs)
        {
            try
            {
                // Npgsql writes verify-full as VerifyFull.
                string name = Libpq.TryGetValue(key, out string? known) ? known : key;
                settings[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
            }
            catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                throw Unreadable(Libpq.ContainsKey(key)
                    ? $"Controllare il valore di '{key}'."
                    : "Controllare i nomi dei parametri: host, port, dbname, user, password, sslmode.");
            }
        }

        return Checked(settings);
    }

    private static NpgsqlConnectionStringBuilder Checked(NpgsqlConnectionStringBuilder settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Host))
            throw Unreadable("Manca il nome del server (Host).");
        return settings;
    }

    private static string Unquoted(string value)
    {
        if (!value.StartsWith('\''))
            return value;
        var plain = new StringBuilder();
        for (int i = 1; i < value.Length - 1; i++)
        {
            if (value[i] == '\\')
                i++;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static StoreRefusedException Unreadable(string cure) =>
        new("La stringa di connessione a PostgreSQL non è leggibile (non viene riportata perché può contenere la password).", cure);

    [GeneratedRegex(@"(?<key>[a-zA-Z_]+)\s*=\s*(?<value>'(\\.|[^'\\])*'|[^\s']+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex LibpqPairs();
}
