using System.CommandLine;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>decide risorse</c>, <c>decide eccezione</c>: what is decided beside the proposals, one row at a time.</summary>
internal static class BookCommand
{
    public static Command Resources(Terminal terminal)
    {
        var ats = new Argument<string>("ATS") { Description = "Nome dell'ATS." };
        var residuals = new Option<string?>("--residui") { HelpName = "EUR", Description = "Residui degli anni precedenti (R17)." };
        var spent = new Option<string?>("--speso") { HelpName = "EUR", Description = "Somme già spese (R15)." };
        var shared = new Option<string?>("--condivisa") { HelpName = "GIORNO", Description = "Quando l'analisi è stata condivisa con la Cabina di Regia (R14), AAAA-MM-GG." };
        return DeskCommand.Verb(terminal, "risorse", "Scrive ciò che un'ATS dichiara: residui, speso, condivisione.", [ats, residuals, spent, shared], (desks, parsed, stop) =>
            WriteAsync(desks, terminal, ImportKind.Dichiarazioni, stop,
                ("ats", parsed.GetRequiredValue(ats)), ("residui_eur", parsed.GetValue(residuals)), ("speso_eur", parsed.GetValue(spent)), ("condivisa", parsed.GetValue(shared))));
    }

    public static Command Exception(Terminal terminal)
    {
        var level = new Argument<string>("LIVELLO") { Description = "ambito o distretto." };
        var code = new Argument<string>("CODICE") { Description = "Codice dell'area, come in 'coverage check'." };
        var reason = new Option<string>("--motivo") { HelpName = "TESTO", Description = "Perché.", Required = true };
        var owner = new Option<string>("--responsabile") { HelpName = "CHI", Description = "Chi ne risponde.", Required = true };
        var until = new Option<string>("--fino-al") { HelpName = "GIORNO", Description = "Fino a quando vale, AAAA-MM-GG.", Required = true };
        return DeskCommand.Verb(terminal, "eccezione", "Scrive un'eccezione allo standard locale.", [level, code, reason, owner, until], (desks, parsed, stop) =>
            WriteAsync(desks, terminal, ImportKind.Eccezioni, stop,
                ("livello", parsed.GetRequiredValue(level)), ("codice", parsed.GetRequiredValue(code)), ("motivo", parsed.GetRequiredValue(reason)),
                ("responsabile", parsed.GetRequiredValue(owner)), ("fino_al", parsed.GetRequiredValue(until))));
    }

    private static async Task WriteAsync(Desks desks, Terminal terminal, ImportKind kind, CancellationToken stop, params (string Column, string? Cell)[] cells)
    {
        // What is not said stays as it is.
        await new BookDesk(desks.Store).WriteAsync(kind, cells.Where(c => c.Cell is not null).ToDictionary(c => c.Column, c => c.Cell, StringComparer.Ordinal), desks.Actor, stop);
        terminal.Message($"Scritto: {string.Join(", ", cells.Where(c => c.Cell is not null).Select(c => $"{c.Column} {c.Cell}"))}. È nel registro.");
    }
}
