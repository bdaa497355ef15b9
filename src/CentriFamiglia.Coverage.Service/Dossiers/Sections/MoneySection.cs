using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>What the fund gives each ATS, what is bound and free, and what the proposals ask for by the two lines of the act (R12, R13, R15).</summary>
internal static class MoneySection
{
    private static readonly (string Header, string Name)[] _sums =
    [
        ("Assegnazione", "assegnazione_eur"), ("Residui", "residui_anni_precedenti_eur"), ("Impegnato", "impegnato_eur"), ("Libero", "libero_eur"),
        ("Rimodulazione", "rimodulazione_eur"), ("Nuovo avviso", "nuovo_avviso_eur"), ("Libero dopo", "libero_dopo_eur"),
    ];

    public static XElement Of(RunView view)
    {
        JsonObject[] rows = [.. view.Rows("fondi")];
        if (rows.Length == 0)
            return Tags.Section("fondi", "Il Fondo", Tags.P("L'analisi non contiene il riparto del Fondo."));
        JsonObject? totals = view.Meta("fondi")?.Part("totali");
        return Tags.Section(
            "fondi", "Il Fondo",
            totals?.Text("clausola") is { } clause ? Tags.P(clause) : null,
            Tags.P($"Euro. Rimodulazione: i nuovi Spoke di reti che esistono. Nuovo avviso: le nuove manifestazioni di interesse, al massimo per progetto "
                + $"({Figure.Euro(totals?.Money("tetto_progetto_eur"))} euro). Dove un costo non è stato indicato, anche la sua somma è «{Figure.NotStated}»."),
            DossierTable.Of(
                "fondi-tabella", "Il Fondo per ATS e ciò che le proposte chiedono, in euro",
                [new("ATS"), .. _sums.Select(s => Column.Number(s.Header)), Column.Number("Nuovi Spoke"), Column.Number("Nuovi Hub")],
                rows.Select(r => (object[])
                [
                    r.Text("ats") ?? Figure.Unknown, .. _sums.Select(s => Figure.Euro(r.Money(s.Name))), Figure.Count(r.Number("nuovi_spoke")), Figure.Count(r.Number("nuovi_hub")),
                ]),
                rows.Length < 2 ? null : ["Totale", .. _sums.Select(s => Sum(rows, s.Name)), Whole(rows, "nuovi_spoke"), Whole(rows, "nuovi_hub")]));
    }

    /// <summary>Of all rows; not stated where it is not for one of them, for a sum of the others would pass for the whole.</summary>
    public static string Sum(JsonObject[] rows, string name)
    {
        decimal?[] sums = [.. rows.Select(r => r.Money(name))];
        return sums.Length == 0 || sums.Contains(null) ? Figure.NotStated : Figure.Euro(sums.Sum());
    }

    private static string Whole(JsonObject[] rows, string name)
    {
        double?[] counts = [.. rows.Select(r => r.Number(name))];
        return counts.Contains(null) ? Figure.Unknown : Figure.Count(counts.Sum());
    }
}
