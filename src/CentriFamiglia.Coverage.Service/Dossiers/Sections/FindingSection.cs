using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>What the rules of the act say: how many findings of each outcome, and every one that breaks a rule.</summary>
internal static class FindingSection
{
    private static readonly string[] _outcomes = ["non_conforme", "non_dichiarato", "informativo", "conforme"];

    public static XElement Of(RunView view)
    {
        JsonObject[] rows = [.. view.Rows("rilievi")];
        if (rows.Length == 0)
            return Tags.Section("rilievi", "I rilievi sulle regole dell'atto", Tags.P("Nessun rilievo."));
        JsonObject[] broken = [.. rows.Where(r => r.Text("esito") == "non_conforme").OrderBy(r => RuleOrder(r.Text("regola"))).ThenBy(r => r.Text("ats"), StringComparer.Ordinal)];
        return Tags.Section(
            "rilievi", "I rilievi sulle regole dell'atto",
            Tags.P("Ciò che i dati non dicono è «non dichiarato», mai una violazione. «Informativo» non viola nulla: è una possibilità, o un criterio di pianificazione."),
            DossierTable.Of(
                "rilievi-tabella", "Rilievi per regola ed esito",
                [Column.Short("Regola"), new("Clausola"), .. _outcomes.Select(o => Column.Number(Wording.Of(o)))],
                rows.GroupBy(r => r.Text("regola") ?? "", StringComparer.Ordinal).OrderBy(g => RuleOrder(g.Key)).Select(g => (object[])
                [
                    $"{g.Key} ({g.First().Text("sezione")})", $"«{g.First().Text("citazione")}»", .. _outcomes.Select(o => Figure.Count(g.Count(r => r.Text("esito") == o))),
                ]),
                ["Tutte", "le regole insieme", .. _outcomes.Select(o => Figure.Count(rows.Count(r => r.Text("esito") == o)))]),
            Tags.Of("h3", "I rilievi non conformi"),
            broken.Length == 0
                ? Tags.P("Nessuno.")
                : DossierTable.Of(
                    "non-conformi", "I rilievi non conformi, uno per uno", [new("Regola"), new("Di che cosa"), new("ATS"), new("Perché"), new("Rimedio")],
                    broken.Select(r => (object[])
                    [
                        r.Text("regola") ?? "", $"{Wording.Of(r.Text("livello"))} {Areas.Name(r)}", r.Text("ats") ?? Figure.Unknown, r.Text("motivo") ?? "",
                        r.Text("rimedio") ?? "nessuno",
                    ])));
    }

    /// <summary>R2 before R10.</summary>
    public static int RuleOrder(string? rule) => int.TryParse(rule.AsSpan(rule?.Length > 0 ? 1 : 0), CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
}
