using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Service.Deciding.Pages;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>dossier ANALISI -o FILE.html</c>, and <c>decide verbale</c>: pages of a run, to be read, printed and annexed to an act.</summary>
internal static class DossierCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("ANALISI") { Description = "Identificativo dell'analisi, o il suo inizio." };
        var ats = new Option<string?>("--ats") { HelpName = "ATS", Description = "Solo questa ATS." };
        Option<string> output = DeskFile.Output(".html");
        const string help = "Il dossier di un'analisi: una pagina da leggere, stampare in A4 e allegare.";
        return DeskCommand.Verb(terminal, "dossier", help, [run, ats, output], async (desks, parsed, stop) =>
        {
            RunPages.Ground ground = await RunPages.GroundAsync(parsed.GetRequiredValue(run), desks.Runs, desks.Decisions, stop);
            DeskFile.Write(parsed, output, RunPages.Dossier(ground, parsed.GetValue(ats)), ".html");
            string draft = ground.Head.IsPublished ? "" : ", bozza non pubblicata";
            terminal.Message($"Scritto {parsed.GetRequiredValue(output)}: {ground.Head.Title}{draft}, impronta {ground.Run.Hash}.");
        });
    }

    /// <summary>The minutes of what was decided.</summary>
    public static Command CreateMinutes(Terminal terminal)
    {
        var run = new Argument<string>("ANALISI") { Description = "Identificativo dell'analisi, o il suo inizio." };
        Option<string> output = DeskFile.Output(".html");
        const string help = "Il verbale di ciò che si è deciso su un'analisi: una pagina .html, oppure le righe in .csv.";
        return DeskCommand.Verb(terminal, "verbale", help, [run, output], async (desks, parsed, stop) =>
        {
            RunPages.Ground ground = await RunPages.GroundAsync(parsed.GetRequiredValue(run), desks.Runs, desks.Decisions, stop);
            bool rows = parsed.GetRequiredValue(output).EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
            DeskFile.Write(parsed, output, rows ? RowsOf(ground) : RunPages.Minutes(ground), ".html", ".csv");
            terminal.Message($"Scritto {parsed.GetRequiredValue(output)}.");
        });
    }

    private static string RowsOf(RunPages.Ground ground)
    {
        using var bytes = new MemoryStream();
        LayerCsv.WriteColumns(RunPages.MinutesLayer(ground), bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
