using System.CommandLine;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>serve</c>, also when no verb is given: the API and the map.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    private static readonly char[] _separators = [';', ',', ' '];

    private static readonly Option<string?> _urls = new("--urls")
    {
        HelpName = "INDIRIZZI",
        Description = $"Dove ascoltare, separati da ; (predefinito {DefaultAddress}).",
    };

    private static readonly Option<string?> _allowedHosts = new("--allowed-hosts")
    {
        HelpName = "NOMI",
        Description = "Altri nomi con cui il servizio può essere chiamato, separati da ; (per esempio dietro un proxy).",
    };

    private static readonly Option<int?> _searchLimit = new("--search-limit")
    {
        HelpName = "SECONDI",
        Description = $"Quanto può durare una ricerca chiesta via HTTP (predefinito {SearchLimits.Usual.MostSeconds}).",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("serve", "Avvia la mappa e l'API, di sola lettura.") { _urls, _allowedHosts, _searchLimit };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    public static void MakeDefault(RootCommand root, Terminal terminal)
    {
        root.Options.Add(_urls);
        root.Options.Add(_allowedHosts);
        root.Options.Add(_searchLimit);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = new ServiceOptions(
            [.. Split(parsed.GetValue(_urls) ?? DefaultAddress).Select(Address)],
            [.. Split(parsed.GetValue(_allowedHosts))])
        {
            Searches = SearchLimits.Usual with { MostSeconds = Seconds(parsed.GetValue(_searchLimit) ?? SearchLimits.Usual.MostSeconds) },
        };
        await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
        await using WebApplication app = ServiceHost.Build(options, store.Analyses);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new InputException("--urls", $"un altro programma usa già {string.Join(", ", options.Addresses)}.",
                "Chiuderlo, oppure scegliere un'altra porta con --urls http://127.0.0.1:5081.");
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            throw new InputException("--urls", $"non si può ascoltare su {string.Join(", ", options.Addresses)} ({refused.SocketErrorCode}).",
                "Indicare un indirizzo di questo computer e una porta libera, oltre la 1023.");
        }

        terminal.Message($"Archivio: {store.Store.DisplayName}");
        terminal.Message($"Mappa: {string.Join(", ", app.Urls)}  ·  API: /docs  ·  Ctrl+C per fermare.");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static int Seconds(int given) => given is >= 1 and <= 86_400
        ? given
        : throw new InputException("--search-limit", $"{given} non è ammesso.", "Scrivere un numero intero di secondi tra 1 e 86400.");

    private static string[] Split(string? text) =>
        text?.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Uri Address(string text)
    {
        // A host of + or * means every interface, which Uri does not read.
        string plain = text.Replace("://+", "://0.0.0.0", StringComparison.Ordinal).Replace("://*", "://0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out Uri? address) && address is { Scheme: "http", PathAndQuery: "/" }
            ? address
            : throw new InputException("--urls", $"'{Shown.Of(text)}' non è un indirizzo.", "Scriverlo come http://127.0.0.1:5080 (TLS spetta al proxy davanti al servizio).");
    }
}
