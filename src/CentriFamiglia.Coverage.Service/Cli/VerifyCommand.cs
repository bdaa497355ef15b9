using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Service.Layers.Archive;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>verify</c>: the store's content against the fingerprints written with it, what is not ours in it, the road network's checksums.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "verify", "Controlla che l'archivio e la rete stradale siano come sono stati scritti, e che nell'archivio non ci siano trigger o viste estranei.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string format = GlobalOptions.FormatOf(parsed, "table", "json", "csv");
            StoreAddress address = StoreAddress.Parse(GlobalOptions.StoreOf(parsed));
            await using ICoverageStore store = StoreFactory.Open(address);
            ImmutableArray<VerificationLayer.Row> rows = [.. await OfStoreAsync(store, cancellationToken), .. OfRoads(parsed, address)];
            Layer layer = VerificationLayer.Make(store.DisplayName, rows);
            LayerOutput.Write(layer, format, new TableLook(layer.Columns.Length, LongestText: null), terminal);
            return rows.Any(r => r.Differs) ? ExitCode.Violations : ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="StoreException">There is no store of ours, it is of another schema, or it cannot be reached.</exception>
    private static async Task<IEnumerable<VerificationLayer.Row>> OfStoreAsync(ICoverageStore store, CancellationToken cancellationToken)
    {
        try
        {
            return VerificationLayer.RowsOf(store.DisplayName, await store.VerifyAsync(cancellationToken));
        }
        catch (StoreRefusedException damaged) when (damaged.IsDamage)
        {
            return [VerificationLayer.OfStore(store.DisplayName, $"{damaged.Message} {damaged.Cure}")];
        }
    }

    /// <exception cref="SourceFileException">The network that was named is not there.</exception>
    private static IEnumerable<VerificationLayer.Row> OfRoads(ParseResult parsed, StoreAddress address)
    {
        string? named = GlobalOptions.RoadsOf(parsed), beside = address is GeoPackageAddress file ? RoadsBeside.PathBeside(file.Path) : null;
        if ((named ?? beside) is not { } path || (named is null && !File.Exists(path)))
            return [];
        try
        {
            using var network = RoadNetworkFile.Open(path);
            return [VerificationLayer.OfRoads(path, null)];
        }
        catch (SourceFileException damaged) when (File.Exists(path))
        {
            return [VerificationLayer.OfRoads(path, $"{damaged.Message} {damaged.Cure}")];
        }
    }
}
