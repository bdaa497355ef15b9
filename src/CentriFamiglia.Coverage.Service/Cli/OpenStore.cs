using System.CommandLine;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>The store that the command line names, ready for questions.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private OpenStore(ICoverageStore store, RoadsBeside? roads, ServerBeside? server, RuleCatalog rules, TerritoryContent? foreseen, TextWriter messages)
    {
        Store = store;
        Foreseen = foreseen;
        Analyses = new AnalysisSource(store, TimeProvider.System, roads, rules, messages, server);
    }

    public ICoverageStore Store { get; }

    public AnalysisSource Analyses { get; }

    /// <summary>What the store would be filled with, where it was opened for a trial and is not there yet; null otherwise.</summary>
    public TerritoryContent? Foreseen { get; }

    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    public static Task<OpenStore> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken, PostGisAddress? reads = null) =>
        OpenAsync(parsed, GlobalOptions.StoreOf(parsed), terminal, trial: false, cancellationToken, reads);

    /// <param name="parsed">The command line, for the rest of the options.</param>
    /// <param name="named">The store, instead of the one that the command line names.</param>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="trial">Whether a store that is not there stays so: see <see cref="Foreseen"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="reads">A server that follows the store's, from which content is read; null for none.</param>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    public static async Task<OpenStore> OpenAsync(
        ParseResult parsed, string named, Terminal terminal, bool trial, CancellationToken cancellationToken, PostGisAddress? reads = null)
    {
        RuleCatalog rules = RuleCatalog.Of(parsed.GetValue(GlobalOptions.Rules));
        if (!rules.Unchosen.IsEmpty)
            terminal.Message($"La cartella delle regole contiene più insiemi ({string.Join(", ", rules.Unchosen)}): vale quello predefinito. Sceglierne uno con --rules "
                + "CARTELLA/FILE.json, o con ?regole= sul servizio.");
        StoreAddress address = StoreAddress.Parse(named);
        ServerBeside? office = GlobalOptions.ServerBesideOf(parsed, terminal.Error, cancellationToken);
        ICoverageStore store = StoreFactory.Open(address, reads);
        try
        {
            var opening = new StoreOpening(store, address is PostGisAddress, terminal.Error);
            (string? geodata, bool demonstration) = (parsed.GetValue(GlobalOptions.Geodata), parsed.GetValue(GlobalOptions.Demo));
            TerritoryContent? foreseen = trial ? await opening.ForeseeAsync(geodata, demonstration, cancellationToken) : null;
            if (foreseen is null)
                await opening.PrepareAsync(geodata, demonstration, cancellationToken);
            return new OpenStore(store, RoadsOf(parsed, address, terminal), office, rules, foreseen, terminal.Error);
        }
        catch
        {
            office?.Dispose();
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
