using System.CommandLine;
using System.Net;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Http.SignIn;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The options of <c>serve</c>; all but where it listens and that nobody signs in have a variable too, for who starts it without a command line.</summary>
internal static class ServeOptions
{
    private const string AuthorityVariable = "COVERAGE_OIDC_AUTHORITY";
    private const string AudienceVariable = "COVERAGE_OIDC_AUDIENCE";
    private const string ClientVariable = "COVERAGE_OIDC_CLIENT_ID";
    private const string SecretVariable = "COVERAGE_OIDC_CLIENT_SECRET";
    private const string RoleClaimVariable = "COVERAGE_OIDC_RUOLI";
    private const string AtsClaimVariable = "COVERAGE_OIDC_ATS";
    private const string KeysVariable = "COVERAGE_CHIAVI";

    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const string HostsVariable = "COVERAGE_ALLOWED_HOSTS";
    private const string ProxiesVariable = "COVERAGE_PROXY";

    private const string LogVariable = "COVERAGE_REGISTRO";
    private const string RequestsVariable = "COVERAGE_REGISTRO_RICHIESTE";
    private const string MetricsVariable = "COVERAGE_METRICHE_PER";
    private const string TracesVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string SearchVariable = "COVERAGE_LIMITE_RICERCHE";
    private const string FileVariable = "COVERAGE_LIMITE_FILE";
    private const string PatienceVariable = "COVERAGE_ARCHIVIO_ASSENTE";
    private const string ReadsVariable = "COVERAGE_STORE_LETTURA";
    private const string BodyVariable = "COVERAGE_ENTE";
    private const string AccessibilityVariable = "COVERAGE_ACCESSIBILITA";

    private static readonly char[] _separators = [';', ',', ' '];

    private static readonly Option<string?> _urls = new("--urls")
    {
        HelpName = "INDIRIZZI",
        Description = $"Dove ascoltare, separati da ; (predefinito {DefaultAddress}; http://0.0.0.0:5080 apre agli altri computer).",
    };

    private static readonly Option<string?> _allowedHosts = new("--allowed-hosts")
    {
        HelpName = "NOMI",
        Description = $"Altri nomi con cui il servizio può essere chiamato, separati da virgole (anche variabile {HostsVariable}).",
    };

    private static readonly Option<bool> _withoutSignIn = new("--senza-accesso")
    {
        Description = "Apre ad altri computer anche un archivio che si può scrivere, senza chiedere chi è a nessuno.",
    };

    private static readonly Option<string?> _proxies = new("--proxy")
    {
        HelpName = "RETI",
        Description = $"Indirizzi o reti dei proxy davanti al servizio, le cui intestazioni X-Forwarded-* contano (anche variabile {ProxiesVariable}).",
    };

    private static readonly Option<string?> _patience = new("--archivio-assente")
    {
        HelpName = "MINUTI",
        Description = $"Con PostgreSQL che non risponde: per quanto si continua con gli ultimi dati letti (predefinito 60, 0 per niente; anche variabile {PatienceVariable}).",
    };

    private static readonly Option<string?> _reads = new("--store-lettura")
    {
        HelpName = "ARCHIVIO",
        Description = $"Con PostgreSQL: una replica da cui leggere il contenuto; si scrive, e si chiede che cosa c'è, a quello di --store (anche variabile {ReadsVariable}).",
    };

    private static readonly Option<string?> _searchLimit = new("--search-limit")
    {
        HelpName = "SECONDI",
        Description = $"Quanto può durare una ricerca chiesta via HTTP (predefinito {SearchLimits.Usual.MostSeconds}; anche variabile {SearchVariable}).",
    };

    private static readonly Option<string?> _fileLimit = new("--file-limit")
    {
        HelpName = "MB",
        Description = $"Quanto può essere grande un file provato dalla mappa (predefinito {ServiceOptions.UsualFileMegabytes}; anche variabile {FileVariable}).",
    };

    private static readonly Option<string?> _log = new("--registro")
    {
        HelpName = "FORMA",
        Description = $"testo (predefinito) o json, un oggetto per riga (anche variabile {LogVariable}).",
    };

    private static readonly Option<bool> _requests = new("--registro-richieste")
    {
        Description = $"Scrive nel registro una riga per richiesta, senza chi l'ha fatta (anche {RequestsVariable}=1).",
    };

    private static readonly Option<string?> _metrics = new("--metriche-per")
    {
        HelpName = "RETI",
        Description = $"Chi, oltre a questo computer, può leggere /metrics: indirizzi o reti (anche variabile {MetricsVariable}).",
    };

    private static readonly Option<string?> _traces = new("--tracce")
    {
        HelpName = "INDIRIZZO",
        Description = $"Raccoglitore OTLP a cui mandare le tracce delle richieste (anche variabile {TracesVariable}; altrimenti nessuno).",
    };

    private static readonly Option<string?> _body = new("--ente")
    {
        HelpName = "NOME",
        Description = $"L'ente che pubblica il servizio, detto nella pagina /accessibilita e nelle schede per i cataloghi (anche variabile {BodyVariable}).",
    };

    private static readonly Option<string?> _accessibility = new("--accessibilita")
    {
        HelpName = "RECAPITO",
        Description = $"Dove segnalare un problema di accessibilità: posta elettronica o indirizzo http(s) (anche variabile {AccessibilityVariable}).",
    };

    private static readonly ChoiceParameter _form = new("--registro", "", ["testo", "json"], "testo") { Placeholder = "FORMA" };

    private static readonly NumberParameter _seconds = new("--search-limit", "", 1, 86_400, 0) { Placeholder = "SECONDI" };

    private static readonly NumberParameter _megabytes = new("--file-limit", "", 1, 512, 0) { Placeholder = "MB" };

    private static readonly NumberParameter _minutes = new("--archivio-assente", "", 0, 10_080, 0) { Placeholder = "MINUTI" };

    public static IReadOnlyList<Option> All { get; } =
        [_urls, _allowedHosts, _withoutSignIn, _proxies, _searchLimit, _fileLimit, _patience, _reads, _log, _requests, _metrics, _traces, _body, _accessibility];

    /// <summary>How long a shared store that is away is waited for.</summary>
    /// <exception cref="InputException">Not a number of minutes.</exception>
    public static TimeSpan Patience(ParseResult parsed) =>
        TimeSpan.FromMinutes((double)(_minutes.Read(parsed.GetValue(_patience) ?? Variable(PatienceVariable)) ?? 60));

    /// <summary>A server from which content is read, beside the one of the store; null for none.</summary>
    /// <exception cref="InputException">It is none, or the store is a file.</exception>
    public static PostGisAddress? Reads(ParseResult parsed)
    {
        if ((parsed.GetValue(_reads) ?? Variable(ReadsVariable)) is not { } text)
            return null;
        if (StoreAddress.Parse(GlobalOptions.StoreOf(parsed)) is not PostGisAddress)
            throw new InputException("--store-lettura", "l'archivio di --store è un file, che non ha repliche.", "Togliere --store-lettura, o indicare con --store un database.");
        return StoreAddress.Parse(text) as PostGisAddress ?? throw new InputException(
            "--store-lettura", "non è un database PostgreSQL.", "Scriverla come 'Host=replica;Database=coverage;Username=coverage'.");
    }

    public static bool WithoutSignIn(ParseResult parsed) => parsed.GetValue(_withoutSignIn);

    /// <exception cref="InputException">A value is not one.</exception>
    public static ServiceOptions Read(ParseResult parsed) => new(
        [.. Split(parsed.GetValue(_urls) ?? DefaultAddress).Select(Address)],
        [.. Given(parsed, _allowedHosts, HostsVariable).SelectMany(g => Split(g.Text).Select(name => HostName(g.Field, name)))])
    {
        Proxies = Networks(parsed, _proxies, ProxiesVariable),
        MetricsFor = Networks(parsed, _metrics, MetricsVariable),
        TracesTo = (parsed.GetValue(_traces) ?? Variable(TracesVariable)) is { } traces ? Collector(traces) : null,
        Searches = SearchLimits.Usual with
        {
            MostSeconds = (int)(_seconds.Read(parsed.GetValue(_searchLimit) ?? Variable(SearchVariable)) ?? SearchLimits.Usual.MostSeconds),
        },
        MostFileBytes = (long)(_megabytes.Read(parsed.GetValue(_fileLimit) ?? Variable(FileVariable)) ?? ServiceOptions.UsualFileMegabytes) << 20,
        JsonLog = _form.Read(parsed.GetValue(_log) ?? Variable(LogVariable)) == "json",
        LogsRequests = parsed.GetValue(_requests) || Variable(RequestsVariable) == "1",
        Body = (parsed.GetValue(_body) ?? Variable(BodyVariable))?.Trim(),
        AccessibilityContact = (parsed.GetValue(_accessibility) ?? Variable(AccessibilityVariable)) is { } contact ? Contact(contact.Trim()) : null,
        SignIn = SignIn(),
        LastRequests = TimeSpan.FromSeconds(0.5),
    };

    /// <summary>Who signs users in: by variables alone, for a secret on a command line is everybody's. Null where none says so.</summary>
    private static SignInOptions? SignIn()
    {
        if (Variable(AuthorityVariable) is not { } text)
        {
            return new[] { AudienceVariable, ClientVariable, SecretVariable }.FirstOrDefault(v => Variable(v) is not null) is { } alone
                ? throw new InputException(alone, $"c'è, ma manca {AuthorityVariable}.", $"Indicare in {AuthorityVariable} chi riconosce gli utenti, oppure togliere {alone}.")
                : null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
            throw new InputException(AuthorityVariable, $"'{Shown.Of(text)}' non è un indirizzo https.", "Scriverlo come https://accesso.regione-esempio.it/realms/famiglia.");
        if (Variable(SecretVariable) is not null && Variable(ClientVariable) is null)
            throw new InputException(SecretVariable, $"c'è, ma manca {ClientVariable}.",
                $"Indicare in {ClientVariable} il nome di questo servizio presso chi riconosce gli utenti.");
        string audience = Variable(AudienceVariable) ?? Variable(ClientVariable)
            ?? throw new InputException(AudienceVariable, "manca.", "Indicare per chi sono fatti i token (il valore di aud), per esempio centri-famiglia.");
        var options = new SignInOptions(authority, audience)
        {
            ClientId = Variable(ClientVariable),
            ClientSecret = Variable(SecretVariable),
            KeyFolder = Variable(KeysVariable),
        };
        return options with { RoleClaim = Variable(RoleClaimVariable) ?? options.RoleClaim, AtsClaim = Variable(AtsClaimVariable) ?? options.AtsClaim };
    }

    /// <summary>What the option and the variable say: both count.</summary>
    private static IEnumerable<(string Field, string Text)> Given(ParseResult parsed, Option<string?> option, string variable)
    {
        if (parsed.GetValue(option) is { } text)
            yield return (option.Name, text);
        if (Variable(variable) is { } value)
            yield return (variable, value);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string[] Split(string text) => text.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Uri Address(string text)
    {
        // A host of + or * means every interface, which Uri does not read.
        string plain = text.Replace("://+", "://0.0.0.0", StringComparison.Ordinal).Replace("://*", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out Uri? address) && address is { Scheme: "http", PathAndQuery: "/" }
            // Any free port can be had of one address, and localhost is two.
            ? address is { Host: "localhost", Port: 0 } ? new Uri("http://127.0.0.1:0") : address
            : throw new InputException("--urls", $"'{Shown.Of(text)}' non è un indirizzo.", "Scriverlo come http://127.0.0.1:5080 (TLS spetta al proxy davanti al servizio).");
    }

    private static string HostName(string field, string text) => Uri.CheckHostName(text) switch
    {
        UriHostNameType.Unknown or UriHostNameType.Basic =>
            throw new InputException(field, $"'{Shown.Of(text)}' non è un nome.", "Scrivere il solo nome, senza http:// e senza porta: coverage.ats-esempio.it."),
        UriHostNameType.IPv6 when text[0] != '[' => $"[{text}]",
        _ => text,
    };

    private static Uri Collector(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https" }
        ? address
        : throw new InputException("--tracce", $"'{Shown.Of(text)}' non è un indirizzo.", "Scriverlo come http://raccoglitore:4317.");

    private static string Contact(string text)
    {
        bool isPage = Uri.TryCreate(text, UriKind.Absolute, out Uri? page) && page is { Scheme: "http" or "https" };
        bool isMail = System.Net.Mail.MailAddress.TryCreate(text, out System.Net.Mail.MailAddress? mail) && mail.Address == text;
        return isPage || isMail
            ? text
            : throw new InputException("--accessibilita", $"'{Shown.Of(text)}' non è un recapito.", "Scrivere una casella (accesso@ats-esempio.it) o una pagina (https://…).");
    }

    private static ImmutableArray<IPNetwork> Networks(ParseResult parsed, Option<string?> option, string variable) =>
        [.. Given(parsed, option, variable).SelectMany(g => Split(g.Text).Select(text => Network(g.Field, text)))];

    private static IPNetwork Network(string field, string text)
    {
        if (IPNetwork.TryParse(text, out IPNetwork network))
            return network;
        return IPAddress.TryParse(text, out IPAddress? address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new InputException(field, $"'{Shown.Of(text)}' non è un indirizzo né una rete.", "Scriverlo come 192.168.1.10 o 172.16.0.0/12, separati da virgole.");
    }
}
