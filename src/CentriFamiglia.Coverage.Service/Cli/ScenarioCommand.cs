using System.CommandLine;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>scenario list|show|create|change|compare|conflicts|apply|archive</c>.</summary>
internal sealed class ScenarioCommand(Terminal terminal)
{
    private readonly Argument<string> _id = new("ID") { Description = "Identificativo dello scenario." };

    private readonly Option<string?> _changes = new("--changes")
    {
        HelpName = "FILE",
        Description = "Le modifiche, un file JSON: di una prova ({\"changes\":[…]}), o di uno scenario, che dice anche reti (networks), linea, nota, costo_spoke_eur.",
    };

    private readonly Option<string?> _line = new("--linea") { HelpName = "LINEA", Description = $"Linea di spesa (R13): {string.Join(" o ", Scenario.Lines.Written)}." };

    private readonly Option<string?> _note = new("--nota") { HelpName = "TESTO", Description = "Nota." };

    private readonly Option<string?> _cost = new("--spoke-cost", "--costo-spoke")
    {
        HelpName = "EUR",
        Description = "Costo di un nuovo Spoke: lo indica chi chiede, l'atto non lo dà.",
    };

    private readonly Option<string?> _name = new("--nome") { HelpName = "NOME", Description = "Un altro nome; l'identificativo resta." };

    public static Command Create(Terminal terminal) => new ScenarioCommand(terminal).Build();

    private Command Build() => new("scenario", "Gli scenari: modifiche con un nome, da confrontare, applicare, archiviare.")
    {
        List(), Show(), New(), Change(), Compare(), Conflicts(), ApplyIt(), Archive(),
    };

    private Command List() => Verb("list", "Gli scenari dell'archivio.", [], (desks, parsed, stop) => ShowAllAsync(desks, parsed, stop));

    private Command Show() => Verb("show", "Uno scenario, campo per campo.", [_id], async (desks, parsed, stop) =>
        DeskCommand.Show(ScenarioFieldLayer.Make(await desks.Scenarios.GetAsync(parsed.GetRequiredValue(_id), stop)), parsed, terminal));

    private Command New()
    {
        var name = new Argument<string>("NOME") { Description = "Nome dello scenario." };
        var from = new Option<string?>("--da", "--from") { HelpName = "ID", Description = "Scenario da cui trarlo, con le sue modifiche." };
        return Verb("create", "Crea uno scenario, vuoto o con le modifiche di un file, o tratto da un altro.", [name, from, .. Says()], async (desks, parsed, stop) =>
        {
            ScenarioText text = TextOf(parsed) with { Name = ScenarioText.NameOf(parsed.GetRequiredValue(name)), Set = SetOf(parsed) };
            Told(await desks.Scenarios.CreateAsync(text with { Parent = parsed.GetValue(from) ?? text.Parent }, desks.Actor, stop), "creato", parsed);
        });
    }

    private Command Change() => Verb("change", "Cambia uno scenario aperto.", [_id, _name, .. Says()], async (desks, parsed, stop) =>
    {
        ScenarioText text = TextOf(parsed);
        text = parsed.GetValue(_name) is { } name ? text with { Name = ScenarioText.NameOf(name) } : text;
        Told(await desks.Scenarios.ChangeAsync(parsed.GetRequiredValue(_id), text, null, desks.Actor, stop), "cambiato", parsed);
    });

    private Command Compare()
    {
        var second = new Argument<string?>("ALTRO") { Description = "Il secondo scenario; senza, il primo accanto all'archivio com'è.", Arity = ArgumentArity.ZeroOrOne };
        var changed = new Option<bool>("--changed") { Description = "Solo le misure che cambiano." };
        return Verb("compare", "Due scenari uno accanto all'altro, con ciò che costano.", [_id, second, changed], async (desks, parsed, stop) =>
            DeskCommand.Show(await desks.Scenarios.CompareAsync(
                parsed.GetRequiredValue(_id), parsed.GetValue(second), new AnalysisKey(null, null, null), parsed.GetValue(changed), stop), parsed, terminal));
    }

    private Command Conflicts() => Verb("conflicts", "Dove l'archivio è cambiato da quando lo scenario è stato scritto, campo per campo.", [_id], async (desks, parsed, stop) =>
    {
        (KeptScenario kept, ImmutableArray<ScenarioConflict> conflicts) = await desks.Scenarios.ConflictsAsync(parsed.GetRequiredValue(_id), stop);
        DeskCommand.Show(ConflictLayer.Make(kept, conflicts), parsed, terminal);
    });

    private Command ApplyIt()
    {
        var prevails = new Option<string?>("--prevale")
        {
            HelpName = "CHI",
            Description = "Chi vale dove l'archivio è cambiato nel frattempo: scenario o archivio. Senza: si rifiuta e lo si dice.",
        };
        return Verb("apply", "Scrive nell'archivio le modifiche di uno scenario.", [_id, prevails], async (desks, parsed, stop) =>
        {
            (KeptScenario kept, ImmutableArray<ScenarioConflict> conflicts) =
                await desks.Scenarios.ApplyAsync(parsed.GetRequiredValue(_id), PrevailingWords.Read(parsed.GetValue(prevails)), null, desks.Actor, stop);
            if (!conflicts.IsEmpty)
                DeskCommand.Show(ConflictLayer.Make(kept, conflicts), parsed, terminal);
            Told(kept, "applicato", parsed);
        });
    }

    private Command Archive() => Verb("archive", "Mette via uno scenario: si legge e si confronta, non si applica più.", [_id], async (desks, parsed, stop) =>
        Told(await desks.Scenarios.ArchiveAsync(parsed.GetRequiredValue(_id), null, desks.Actor, stop), "archiviato", parsed));

    private async Task ShowAllAsync(Desks desks, ParseResult parsed, CancellationToken stop) =>
        DeskCommand.Show(ScenarioLayer.Make(await desks.Scenarios.ListAsync(stop)), parsed, terminal);

    private Option[] Says() => [_changes, _line, _note, _cost];

    private ScenarioText TextOf(ParseResult parsed)
    {
        ScenarioText text = parsed.GetValue(_changes) is { } file ? ScenarioText.Read(DeskCommand.TextOf(file, _changes.Name)) : new ScenarioText();
        return text with
        {
            Line = parsed.GetValue(_line) is { } line ? ScenarioText.LineOf(line) : text.Line,
            Note = parsed.GetValue(_note) ?? text.Note,
            SpokeCostEur = _amount.Read(parsed.GetValue(_cost)) ?? text.SpokeCostEur,
        };
    }

    private static readonly NumberParameter _amount = new("--spoke-cost", "", 0, 10_000_000, 2) { Placeholder = "EUR" };

    private static string? SetOf(ParseResult parsed) => (SharedParameters.Sedi with { Name = GlobalOptions.Sedi.Name }).Read(parsed.GetValue(GlobalOptions.Sedi));

    private void Told(KeptScenario kept, string what, ParseResult parsed)
    {
        DeskCommand.Show(ScenarioLayer.Make([kept]), parsed, terminal);
        terminal.Message($"Scenario «{kept.Scenario.Name}» ({kept.Scenario.Id}) {what}, versione {kept.Version}.");
    }

    private Command Verb(string name, string help, IEnumerable<Symbol> symbols, Func<Desks, ParseResult, CancellationToken, Task> act) =>
        DeskCommand.Verb(terminal, name, help, symbols, act);
}
