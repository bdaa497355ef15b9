using System.CommandLine;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>migrate</c>: brings the store's schema up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("migrate", "Porta lo schema dell'archivio alla versione di questo programma.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(GlobalOptions.StoreOf(parsed)));
            IReadOnlyList<string> applied = await store.MigrateAsync(cancellationToken);
            terminal.Message(applied.Count == 0
                ? $"L'archivio {store.DisplayName} è già aggiornato."
                : $"L'archivio {store.DisplayName} è stato aggiornato: {string.Join(", ", applied)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
