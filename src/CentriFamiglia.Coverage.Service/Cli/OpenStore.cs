using System.CommandLine;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The store that the command line names, ready for questions.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private OpenStore(ICoverageStore store, RoadsBeside? roads, RuleCatalog rules, TextWriter messages)
    {
        Store = store;
        Analyses = new AnalysisSource(store, TimeProvider.System, roads, rules, messages);
    }

    public ICoverageStore Store { get; }

    public AnalysisSource Analyses { get; }

    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    public static Task<OpenStore> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken) =>
        OpenAsync(parsed, GlobalOptions.StoreOf(parsed), terminal, cancellationToken);

    /// <param name="parsed">The command line, for the rest of the options.</param>
    /// <param name="named">The store, instead of the one that the command line names.</param>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    public static async Task<OpenStore> OpenAsync(ParseResult parsed, string named, Terminal terminal, CancellationToken cancellationToken)
    {
        RuleCatalog rules = RuleCatalog.Of(parsed.GetValue(GlobalOptions.Rules));
        if (!rules.Unchosen.IsEmpty)
            terminal.Message($"La cartella delle regole contiene più insiemi ({string.Join(", ", rules.Unchosen)}): vale quello predefinito. Sceglierne uno con --rules "
                + "CARTELLA/FILE.json, o con ?regole= sul servizio.");
        StoreAddress address = StoreAddress.Parse(named);
        ICoverageStore store = StoreFactory.Open(address);
        try
        {
            await new StoreOpening(store, address is PostGisAddress, terminal.Error)
                .PrepareAsync(parsed.GetValue(GlobalOptions.Geodata), parsed.GetValue(GlobalOptions.Demo), cancellationToken);
            return new OpenStore(store, RoadsOf(parsed, address, terminal), rules, terminal.Error);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static RoadsBeside? RoadsOf(ParseResult parsed, StoreAddress address, Terminal terminal)
    {
        SnapOptions options = GlobalOptions.SnapOf(parsed);
        if (GlobalOptions.RoadsOf(parsed) is { } named)
            return new RoadsBeside(named, named: true, options, terminal.Error);
        return address is GeoPackageAddress file
            ? new RoadsBeside(RoadsBeside.PathBeside(file.Path), named: false, options, terminal.Error)
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        Analyses.Dispose();
        await Store.DisposeAsync();
    }
}
