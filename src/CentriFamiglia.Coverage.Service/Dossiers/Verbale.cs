using System.Xml.Linq;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using CentriFamiglia.Coverage.Service.Dossiers.Sections;

namespace CentriFamiglia.Coverage.Service.Dossiers;

/// <summary>The minutes of what the Cabina di Regia decided on the proposals of a run (section 4 of the act), as a page of the same look as the dossier.</summary>
internal static class Verbale
{
    private const int Signatures = 4;

    /// <param name="run">The frozen bytes.</param>
    /// <param name="head">Title, who froze and who published it.</param>
    /// <param name="decisions">On its proposals; those of other runs do not count.</param>
    public static string Write(FrozenRun run, RunHead head, ImmutableArray<Decision> decisions)
    {
        var view = new RunView(run, head, decisions, null);
        return PageShell.Write(
            $"Verbale delle decisioni: {view.Territory}, {head.Title}", $"Verbale, analisi {head.Id}, {view.Territory}, {head.Title}",
            TitlePage.Of(view, "Verbale delle decisioni"), [Counted(view), Decided(view), Planned(view), Signed(), SourceSection.Verification(view)]);
    }

    private static XElement Counted(RunView view) => Tags.Section(
        "esiti", "Gli esiti",
        Tags.P(view.Proposals.IsEmpty
            ? "L'analisi non ha proposte: non c'è nulla da decidere."
            : $"Proposte esaminate: {view.Proposals.Length}; {DecisionCounts.Sentence(view.Proposals)}."));

    private static XElement Decided(RunView view) => Tags.Section(
        "decisioni", "Le decisioni",
        view.Proposals.IsEmpty
            ? Tags.P("Nessuna.")
            : DossierTable.Of(
                "decisioni-tabella", "Che cosa si è deciso di ogni proposta, per numero",
                [Column.Number("N."), new("Proposta"), new("ATS e Ambito"), Column.Short("Esito"), new("Chi e quando"), new("Perché"), new("Commenti")],
                view.Proposals.Select(Cells)));

    private static object[] Cells(Proposal proposal) =>
    [
        $"{proposal.Number}", $"{proposal.Comune}: {proposal.Kind}", $"{proposal.Ats}, {proposal.Ambito}", proposal.Outcome,
        proposal.Decision is { Outcome: not null } decision ? $"{decision.By ?? Figure.Unknown}{(decision.At is { } at ? $", {Figure.Day(at)}" : "")}" : "nessuno",
        proposal.Decision?.Reason ?? "non indicato", ProposalSection.Comments(proposal) as object ?? "nessuno",
    ];

    private static XElement Planned(RunView view)
    {
        Proposal[] accepted = [.. view.Proposals.Where(p => p.Decision?.Outcome == DecisionOutcome.Accepted)];
        return Tags.Section(
            "accettate", "Le proposte accettate e le loro sedi previste",
            accepted.Length == 0
                ? Tags.P("Nessuna proposta è accettata.")
                : DossierTable.Of(
                    "accettate-tabella", "Le proposte accettate", [Column.Number("N."), new("Comune"), new("Codice"), new("Tipo"), new("Rete"), new("Sede prevista")],
                    accepted.Select(p => (object[])
                    [
                        $"{p.Number}", p.Comune, p.Row.Text("pro_com_t") ?? Figure.Unknown, p.Kind, p.Network, p.Decision!.PlannedSite ?? "non indicata",
                    ])));
    }

    private static XElement Signed() => Tags.Section(
        "firme", "Le firme",
        Tags.P("Luogo e data: ______________________________"),
        Tags.Of("div", Tags.Class("firme"), DossierTable.Of(
            "firme-tabella", "Spazi per le firme", [Column.Number("N."), new("Nome e cognome"), new("Ente e ruolo"), new("Firma")],
            Enumerable.Range(1, Signatures).Select(n => (object[])[$"{n}", "", "", ""]))));
}
