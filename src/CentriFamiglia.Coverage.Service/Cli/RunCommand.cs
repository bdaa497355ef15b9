using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>run list|freeze|show|publish|compare|export</c>.</summary>
internal sealed class RunCommand(Terminal terminal)
{
    private readonly Argument<string> _id = new("ANALISI") { Description = "Identificativo dell'analisi, o il suo inizio." };

    public static Command Create(Terminal terminal) => new RunCommand(terminal).Build();

    private Command Build() => new("run", "Le analisi congelate: come erano i dati, le regole, i tempi, i risultati.")
    {
        Verb("list", "Le analisi congelate dell'archivio.", [], async (desks, parsed, stop) => Show(await desks.Runs.ListAsync(stop), parsed)),
        Freeze(), One(), Publish(), Compare(), Export(),
    };

    private Command Freeze()
    {
        var title = new Option<string?>("--titolo", "--title") { HelpName = "TITOLO", Description = "Titolo dell'analisi." };
        var scenario = new Option<string?>("--scenario") { HelpName = "ID", Description = "Scenario da congelare; senza, l'archivio com'è." };
        Dictionary<Parameter, Option<string?>> options = QuestionCommand.OptionsOf(RunFreezing.Parameters);
        IEnumerable<Symbol> symbols = [title, scenario, .. options.Values.Where(o => o != GlobalOptions.Sedi)];
        return Verb("freeze", "Congela un'analisi, con le proposte: gli stessi dati danno gli stessi byte.", symbols, async (desks, parsed, stop) =>
        {
            Values values = QuestionCommand.ValuesOf(parsed, options);
            KeptRun kept = await QuestionCommand.NamingOptionsAsync(options, () => desks.Runs.FreezeAsync(
                parsed.GetValue(title), values, parsed.GetValue(scenario), desks.Actor, SearchWatch.None with { Stop = stop }, stop));
            Show([kept], parsed);
            terminal.Message($"Analisi {kept.Head.Id} congelata da {kept.Head.By} il {kept.Head.At:dd/MM/yyyy}. Pubblicarla: coverage run publish {kept.Head.Id}");
        });
    }

    private Command One()
    {
        var result = new Option<string?>("--risultato", "--result") { HelpName = "NOME", Description = "Uno dei risultati, in JSON: proposte, lacune-ats, copertura-ambito, …" };
        return Verb("show", "Un'analisi, o uno dei suoi risultati, com'è stato congelato.", [_id, result], async (desks, parsed, stop) =>
        {
            KeptRun kept = await desks.Runs.GetAsync(parsed.GetRequiredValue(_id), stop);
            FrozenRun run = await desks.Runs.ContentAsync(kept.Head, stop);
            if (parsed.GetValue(result) is not { } name)
                Show([kept], parsed);
            else
                terminal.Output.WriteLine(LayerJson.Meta(RunResults.Of(run, name)).TrimEnd());
        });
    }

    private Command Publish() => Verb("publish", "Pubblica un'analisi: da qui in poi è in sola lettura, e si decide sulle sue proposte.", [_id], async (desks, parsed, stop) =>
    {
        KeptRun kept = await desks.Runs.PublishAsync(parsed.GetRequiredValue(_id), desks.Actor, stop);
        Show([kept], parsed);
        terminal.Message($"Analisi {kept.Head.Id} pubblicata da {kept.Head.PublishedBy}: è in sola lettura, per sempre.");
    });

    private Command Compare()
    {
        var second = new Argument<string>("ALTRA") { Description = "La seconda analisi." };
        return Verb("compare", "Che cosa è diverso in due analisi congelate; nulla è ricalcolato.", [_id, second], async (desks, parsed, stop) =>
        {
            KeptRun one = await desks.Runs.GetAsync(parsed.GetRequiredValue(_id), stop), two = await desks.Runs.GetAsync(parsed.GetRequiredValue(second), stop);
            DeskCommand.Show(RunComparison.Make(one, await desks.Runs.ContentAsync(one.Head, stop), two, await desks.Runs.ContentAsync(two.Head, stop)), parsed, terminal);
        });
    }

    private Command Export()
    {
        Option<string> output = DeskFile.Output(".json");
        return Verb("export", "Scrive i byte di un'analisi: il loro SHA-256 è la sua impronta.", [_id, output], async (desks, parsed, stop) =>
        {
            FrozenRun run = await desks.Runs.ContentAsync((await desks.Runs.GetAsync(parsed.GetRequiredValue(_id), stop)).Head, stop);
            DeskFile.Write(parsed, output, run.Text, ".json");
            terminal.Message($"Scritto {parsed.GetRequiredValue(output)}; sha256 {run.Hash}.");
        });
    }

    private void Show(ImmutableArray<KeptRun> runs, ParseResult parsed) => DeskCommand.Show(RunLayer.Make(runs), parsed, terminal, columns: 7);

    private Command Verb(string name, string help, IEnumerable<Symbol> symbols, Func<Desks, ParseResult, CancellationToken, Task> act) =>
        DeskCommand.Verb(terminal, name, help, symbols, act);
}
