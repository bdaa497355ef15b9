using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>Where a sede is proposed, why, by which clause, and what was decided.</summary>
internal static class ProposalSection
{
    private static readonly Column[] _columns =
    [
        Column.Number("N."), new("Comune"), new("Tipo"), new("ATS"), new("Ambito"), new("Rete"), Column.Number("Entrano nel limite"), Column.Number("Minuti medi prima"),
        Column.Number("Minuti medi dopo"), new("Decisione"),
    ];

    public static XElement Of(RunView view)
    {
        if (view.Proposals.IsEmpty)
        {
            return Tags.Section("proposte", "Le proposte e le decisioni",
                Tags.P(view.Has("proposte") ? "Nessuna proposta: in questa analisi nessuna nuova sede è proposta per questo territorio." : "L'analisi non contiene proposte."));
        }

        return Tags.Section(
            "proposte", "Le proposte e le decisioni",
            Tags.P($"Il numero è quello della mappa, e dice in che ordine conviene aprire. «Entrano nel limite»: {view.People} che vi rientrano con questa sola proposta. "
                + "Ogni proposta è una valutazione per chi decide, mai automatica."),
            DossierTable.Of("proposte-tabella", "Le proposte, per numero", _columns, view.Proposals.Select(Cells)),
            view.Proposals.Select(p => One(view, p)));
    }

    /// <summary>Remarks, one a line; null where there is none.</summary>
    public static XElement? Comments(Proposal proposal) => proposal.Decision is { Comments.IsEmpty: false } decision
        ? Tags.List(decision.Comments.Select(c => $"{c.By}, {Figure.Day(c.At)}: {c.Text}"))
        : null;

    private static object[] Cells(Proposal proposal) =>
    [
        $"{proposal.Number}", proposal.Comune, proposal.Kind, proposal.Ats, proposal.Ambito, proposal.Network, Figure.Count(proposal.Row.Number("residenti_guadagnati")),
        Figure.Minutes(proposal.Row.Number("minuti_medi_prima")), Figure.Minutes(proposal.Row.Number("minuti_medi_dopo")), proposal.Outcome,
    ];

    private static XElement One(RunView view, Proposal proposal) => Tags.Of(
        "article",
        Tags.Class("proposta"),
        Tags.A("id", $"proposta-{proposal.Number}"),
        Tags.Of("h3", $"{proposal.Number}. {proposal.Comune}: {proposal.Kind}"),
        Tags.Terms(
            ("Dove", $"{proposal.Comune} ({proposal.Row.Text("pro_com_t") ?? Figure.Unknown}), Ambito {proposal.Ambito}, ATS {proposal.Ats}"),
            ("Luogo", proposal.Row.Text("candidato_nome") ?? proposal.Row.Text("candidato")),
            ("Rete", Carried(proposal)),
            ("Effetto", $"{Figure.Count(proposal.Row.Number("residenti_guadagnati"))} {view.People} in più entro il limite, con questa sola proposta; "
                + $"{Figure.Count(proposal.Row.Number("minuti_risparmiati"))} minuti di viaggio risparmiati in tutto{(proposal.Row.Flag("elenco_incompleto") ? " (al più)" : "")}"),
            ("Costo indicato", proposal.Row.Money("costo_eur") is { } cost ? $"{Figure.Euro(cost)} euro" : null),
            ("Perché", proposal.Row.Text("motivo")),
            ("Clausola", proposal.Row.Text("clausola")),
            ("Decisione", proposal.Signed),
            ("Motivo della decisione", proposal.Decision?.Reason),
            ("Sede prevista", proposal.Decision?.PlannedSite is { } site ? Tags.Code(site) : null),
            ("Commenti", Comments(proposal))));

    private static string Carried(Proposal proposal) => proposal.Row.Text("hub") is { } hub
        ? $"{proposal.Network}, Hub {hub} a {Figure.Minutes(proposal.Row.Number("minuti_hub"))} minuti; con le proposte "
            + $"{Figure.Count(proposal.Row.Number("rete_spoke"))} Spoke su {Figure.Count(proposal.Row.Number("rete_spoke_massimo"))}"
        : proposal.Network;
}
