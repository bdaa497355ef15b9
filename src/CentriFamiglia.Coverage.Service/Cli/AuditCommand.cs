using System.CommandLine;
using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>audit list</c>, <c>audit verify</c>: the register of changes.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal) =>
        new("audit", "Il registro delle modifiche: chi ha cambiato che cosa, quando, com'era prima e com'è dopo.") { List(terminal), Verify(terminal) };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Le voci del registro.");
        command.SetAction(async (parsed, stop) =>
        {
            await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, stop);
            DeskCommand.Show(AuditLayer.Make((await store.Store.ReadRegisterAsync(stop)).Entries), parsed, terminal, columns: 6);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify(Terminal terminal)
    {
        var command = new Command("verify", "Controlla il registro, voce per voce, e le carte che dice: termina con codice 1 se qualcosa è stato cambiato.");
        command.SetAction(async (parsed, stop) =>
        {
            await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, stop);
            StoreRegister register = await store.Store.ReadRegisterAsync(stop);
            DeskCommand.Show(AuditVerification.Make(register), parsed, terminal, columns: 3);
            bool broken = AuditVerification.Of(register).Any(r => r.IsFault);
            terminal.Message(broken
                ? "Il registro non è come il programma l'ha scritto."
                : $"Il registro è intero: {register.Entries.Length} voci; l'ultima ha impronta {(register.Head.Length > 0 ? register.Head : "(nessuna)")}.");
            return broken ? ExitCode.Violations : ExitCode.Done;
        });
        return command;
    }
}
