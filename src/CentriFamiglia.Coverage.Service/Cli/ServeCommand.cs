using System.CommandLine;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Http.Observed;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Storage.PostGis;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>serve</c>, also when no verb is given: the API and the map.</summary>
internal static class ServeCommand
{
    private const string Name = "serve";

    public static Command Create(Terminal terminal)
    {
        var command = new Command(Name, "Avvia la mappa e l'API.");
        foreach (Option option in ServeOptions.All)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    public static void MakeDefault(RootCommand root, Terminal terminal)
    {
        foreach (Option option in ServeOptions.All)
            root.Options.Add(option);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
    }

    /// <summary>How long the verb may take to end once it is told to: requests that run have their time, other verbs stop at once.</summary>
    public static TimeSpan TimeToStop(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand or { Name: Name } ? LastRequests.Longest + TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(2);

    /// <summary>Whether the store can be used on behalf of a person; found out now, not when the first one comes.</summary>
    private static async Task CheckPersonsAsync(ICoverageStore store, CancellationToken cancellationToken) =>
        await store.For(new Caller("avvio", "avvio", [Role.Reader], [])).ReadRecordsAsync(RecordKind.Run, cancellationToken);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        ServiceOptions options = ServeOptions.Read(parsed);
        using ILoggerFactory? log = options.JsonLog ? LoggerFactory.Create(logging => ServiceLog.Add(logging, json: true)) : null;
        using Terminal told = log is null ? new Terminal(terminal.Output, terminal.Error) : new Terminal(terminal.Output, new LoggedLines(log.CreateLogger(ServiceLog.Ours)));
        PostGisAddress? reads = ServeOptions.Reads(parsed);
        await using OpenStore store = await OpenStore.OpenAsync(parsed, told, cancellationToken, reads);
        Exposure.Check(options, await store.Store.CanWriteAsync(cancellationToken), ServeOptions.WithoutSignIn(parsed));
        if (options.SignIn is not null)
            await CheckPersonsAsync(store.Store, cancellationToken);
        if (store.Store is PostGisStore)
            store.Analyses.Watch.Patience = ServeOptions.Patience(parsed);
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

        told.Message($"Archivio: {store.Store.DisplayName}");
        if (reads is not null)
            told.Message($"Il contenuto si legge da: {reads.DisplayName}");
        foreach (string sentence in Exposure.Describe(options))
            told.Message(sentence);
        told.Message($"Mappa: {string.Join(", ", app.Urls)}  ·  API: /docs  ·  Ctrl+C per fermare.");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
