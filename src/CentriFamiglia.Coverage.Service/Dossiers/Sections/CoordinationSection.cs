using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>For the regional coordination: one line an ATS.</summary>
internal static class CoordinationSection
{
    public static XElement Of(RunView view)
    {
        string[] all =
        [
            .. view.Rows("copertura-ats").Concat(view.Rows("copertura-ambito")).Concat(view.Rows("fondi")).Select(r => r.Text("ats")).OfType<string>().Where(a => a.Length > 0)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return Tags.Section(
            "coordinamento", "Per il Coordinamento regionale",
            all.Length == 0
                ? Tags.P("L'analisi non contiene ATS.")
                : DossierTable.Of(
                    "coordinamento-tabella", "Per ATS: aree senza sede, proposte, decisioni e somme chieste, in euro",
                    [
                        new("ATS"), new("Ambiti senza sede"), new("Distretti senza sede"), Column.Number("Nuovi Spoke"), Column.Number("Nuovi Hub"), new("Decisioni"),
                        Column.Number("Rimodulazione"), Column.Number("Nuovo avviso"),
                    ],
                    all.Select(ats => Cells(view, ats))));
    }

    private static object[] Cells(RunView view, string ats)
    {
        Proposal[] proposals = [.. view.Proposals.Where(p => p.Ats == ats)];
        JsonObject[] funds = [.. view.Rows("fondi").Where(f => f.Text("ats") == ats)];
        return
        [
            ats, Named(view, "copertura-ambito", ats), Named(view, "copertura-distretto", ats), $"{proposals.Count(p => !p.IsHub)}", $"{proposals.Count(p => p.IsHub)}",
            proposals.Length == 0 ? "nessuna proposta" : DecisionCounts.Short(proposals), MoneySection.Sum(funds, "rimodulazione_eur"), MoneySection.Sum(funds, "nuovo_avviso_eur"),
        ];
    }

    private static string Named(RunView view, string result, string ats)
    {
        JsonObject[] areas = [.. view.Rows(result).Where(a => a.Text("ats") == ats)];
        string[] without = [.. areas.Where(Areas.IsWithout).Select(Areas.Name)];
        int unknown = areas.Count(a => a.Text("verdetto") == "NON_CARICATO");
        string known = without.Length == 0 ? unknown > 0 ? "" : "nessuno" : $"{without.Length}: {string.Join("; ", without)}";
        return known + (unknown == 0 ? "" : $"{(known.Length > 0 ? ". " : "")}Non noti: {unknown}");
    }
}
