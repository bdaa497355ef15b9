using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>Whether each Ambito and each Distretto has a sede (R1, R5), those that have none first.</summary>
internal static class VerdictSection
{
    private static readonly Column[] _columns =
        [new("Area"), new("ATS"), Column.Short("Verdetto"), Column.Number("Residenti"), Column.Number("Hub"), Column.Number("Spoke"), new("Perché")];

    public static XElement Of(RunView view) => Tags.Section(
        "verdetti", "Chi ha un Centro per la Famiglia",
        Quoted(view) is { } clause ? Tags.P(clause) : null,
        Tags.P("I verdetti si danno per Ambito e, separatamente, per Distretto. La sola competenza di un Hub non è una sede."),
        Part(view, "copertura-ambito", "ambiti", "Gli Ambiti", "Verdetto per Ambito; prima quelli senza una sede"),
        Part(view, "copertura-distretto", "distretti", "I Distretti", "Verdetto per Distretto; prima quelli senza una sede"));

    /// <summary>The clause of R1 as the findings of the run quote it; null where it has none.</summary>
    private static string? Quoted(RunView view) => view.Rows("rilievi").FirstOrDefault(r => r.Text("regola") == "R1") is { } rule
        ? $"{rule.Text("atto")}, Allegato A, {rule.Text("sezione")}: «{rule.Text("citazione")}»."
        : null;

    private static object[] Part(RunView view, string result, string id, string title, string caption)
    {
        JsonObject[] rows =
        [
            .. view.Rows(result).OrderBy(r => Wording.VerdictOrder(r.Text("verdetto"))).ThenBy(r => r.Text("ats"), StringComparer.Ordinal)
                .ThenBy(r => r.Text("nome"), StringComparer.Ordinal),
        ];
        string counts = string.Join(", ", Wording.Verdicts.Select(v => (Verdict: v, Count: rows.Count(r => r.Text("verdetto") == v.Word))).Where(c => c.Count > 0)
            .Select(c => $"{c.Verdict.Label.ToLowerInvariant()} {c.Count}"));
        return
        [
            Tags.Of("h3", title),
            rows.Length == 0 ? Tags.P("L'analisi non contiene questo risultato.") : Tags.P($"Su {rows.Length}: {counts}."),
            .. rows.Length == 0 ? Array.Empty<object>() : [DossierTable.Of(id, caption, _columns, rows.Select(Cells))],
            .. rows.Any(r => r.Flag("elenco_incompleto"))
                ? (object[])[Tags.P("* L'elenco delle sedi dell'ATS non è dichiarato completo: le sedi contate sono almeno queste.")]
                : [],
        ];
    }

    private static object[] Cells(JsonObject row)
    {
        VerdictWords verdict = Wording.Verdict(row.Text("verdetto"));
        return
        [
            Areas.Name(row), row.Text("ats") ?? "", $"{verdict.Label}{(row.Flag("elenco_incompleto") ? "*" : "")}", Figure.Count(row.Number("residenti")),
            Figure.Count(row.Number("hub")), Figure.Count(row.Number("spoke")), row.Text("motivo") ?? "",
        ];
    }
}
