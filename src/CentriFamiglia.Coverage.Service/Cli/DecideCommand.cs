using System.CommandLine;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary><c>decide ANALISI N ESITO</c>, <c>decide list</c>: what becomes of each proposal of a published run.</summary>
internal static class DecideCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("ANALISI") { Description = "Identificativo dell'analisi pubblicata, o il suo inizio." };
        var number = new Argument<string>("PROPOSTA") { Description = "Numero della proposta, come nell'elenco e sulla mappa." };
        var outcome = new Argument<string?>("ESITO") { Description = $"{string.Join(", ", Decision.Outcomes.Written)}; senza, solo un commento.", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string?>("--perche", "--why") { HelpName = "TESTO", Description = "Perché: resta nel verbale." };
        var comment = new Option<string?>("--commento", "--comment") { HelpName = "TESTO", Description = "Un commento, accanto alla decisione." };
        Command command = DeskCommand.Verb(
            terminal, "decide", "Decide su una proposta di un'analisi pubblicata; se è accettata nasce una sede prevista.", [run, number, outcome, reason, comment],
            async (desks, parsed, stop) =>
            {
                int proposal = (int)_number.Read(parsed.GetRequiredValue(number))!.Value;
                DecisionText text = DecisionText.Of(parsed.GetValue(outcome), parsed.GetValue(reason), parsed.GetValue(comment));
                Decision decision = await desks.Decisions.DecideAsync(parsed.GetRequiredValue(run), proposal, text, desks.Actor, stop);
                DeskCommand.Show(DecisionLayer.Make([decision]), parsed, terminal);
                if (decision.PlannedSite is { } site)
                    terminal.Message($"Sede prevista: {site}. Non conta fra quelle aperte finché il suo stato non diventa active.");
            });
        command.Subcommands.Add(List(terminal));
        command.Subcommands.Add(DossierCommand.CreateMinutes(terminal));
        command.Subcommands.Add(BookCommand.Resources(terminal));
        command.Subcommands.Add(BookCommand.Exception(terminal));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var run = new Argument<string?>("ANALISI") { Description = "Solo di questa analisi.", Arity = ArgumentArity.ZeroOrOne };
        return DeskCommand.Verb(terminal, "list", "Le decisioni prese.", [run], async (desks, parsed, stop) =>
        {
            KeptRun? kept = parsed.GetValue(run) is { } id ? await desks.Runs.GetAsync(id, stop) : null;
            DeskCommand.Show(DecisionLayer.Make(kept is null ? await desks.Decisions.ListAsync(stop) : await desks.Decisions.OfAsync(kept.Head.Id, stop)), parsed, terminal);
        });
    }

    private static readonly NumberParameter _number = new("PROPOSTA", "", 1, 9_999, 0) { Placeholder = "N" };
}
