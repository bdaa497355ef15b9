using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>How far the nearest sede is, with the band that an estimate has.</summary>
internal static class GapSection
{
    private const int Farthest = 10;

    public static XElement Of(RunView view) => Tags.Section(
        "distanze", "Quanto si viaggia",
        Tags.P("La sede più vicina è la più vicina tra Hub e Spoke. Il limite di viaggio è un criterio di pianificazione, non previsto dall'atto; il limite è compreso. "
            + "Minimo e massimo dicono quanti sono oltre il limite se tutti i tempi fossero all'estremo basso o all'estremo alto dell'errore della stima; "
            + "senza stima coincidono con la cifra."),
        view.Rows("lacune-ats").Any()
            ? DossierTable.Of("distanze-ats", "Distanza dalla sede più vicina, per ATS", Columns(view, "ATS"), view.Rows("lacune-ats").Select(r => Cells(r)))
            : null,
        view.Rows("lacune-ambito").Any()
            ? DossierTable.Of("distanze-ambiti", "Distanza dalla sede più vicina, per Ambito", Columns(view, "Ambito", "ATS"), view.Rows("lacune-ambito")
                .OrderBy(r => r.Text("ats"), StringComparer.Ordinal).ThenBy(r => r.Text("nome"), StringComparer.Ordinal).Select(r => Cells(r, r.Text("ats") ?? "")))
            : Tags.P("L'analisi non contiene le distanze per Ambito."),
        FarComuni(view),
        StandardPart.Of(view));

    /// <summary>The least and the most residents beyond the limit; null where the travel is no estimate, or nothing is known.</summary>
    public static string? Band(JsonObject gap) =>
        (gap.Number("residenti_oltre_minimo"), gap.Number("residenti_oltre_massimo")) is ({ } least, { } most) && least != most
            ? $"da {Figure.Count(least)} a {Figure.Count(most)}" : null;

    private static Column[] Columns(RunView view, params string[] first) =>
    [
        .. first.Select(f => new Column(f)), Column.Number(Capital(view.People)), Column.Number("Minuti medi"), Column.Number("90 su 100 entro minuti"),
        Column.Number("Il più lontano, minuti"), Column.Number("Oltre il limite"), Column.Number("Minimo"), Column.Number("Massimo"), Column.Number("Quota oltre"),
    ];

    private static object[] Cells(JsonObject row, params object[] more) =>
    [
        Areas.Name(row) + (row.Flag("elenco_incompleto") ? " (al più)" : ""), .. more, Figure.Count(row.Number("residenti")), Figure.Minutes(row.Number("minuti_medi")),
        Figure.Minutes(row.Number("minuti_p90")), Figure.Minutes(row.Number("minuti_max")), Figure.Count(row.Number("residenti_oltre_limite")),
        Figure.Count(row.Number("residenti_oltre_minimo")), Figure.Count(row.Number("residenti_oltre_massimo")), Figure.Percent(row.Number("quota_oltre_limite_pct")),
    ];

    private static IEnumerable<XElement> FarComuni(RunView view)
    {
        JsonObject[] far =
        [
            .. view.Rows("lacune-comune").Where(r => r.Number("minuti") is not null).OrderByDescending(r => r.Number("minuti"))
                .ThenBy(r => r.Text("pro_com_t"), StringComparer.Ordinal).Take(Farthest),
        ];
        yield return Tags.Of("h3", "I comuni più lontani");
        int stranded = view.Rows("lacune-comune").Count(r => r.Number("minuti") is null && r.Number("residenti_non_raggiunti") > 0);
        if (stranded > 0)
            yield return Tags.P($"Da {Figure.Count(stranded)} comuni nessuna sede è raggiungibile: non sono nella tabella, e i loro residenti contano oltre il limite.");
        if (far.Length == 0)
        {
            yield return Tags.P("Di nessun comune si conosce la distanza.");
            yield break;
        }

        yield return DossierTable.Of(
            "comuni-lontani", $"I {far.Length} comuni più lontani da una sede, con l'intervallo in cui sta il tempo 8 volte su 10",
            [
                new("Comune"), new("Codice"), new("ATS e Ambito"), Column.Number(Capital(view.People)), new("Sede più vicina"),
                Column.Number("Minuti"), Column.Number("Da"), Column.Number("A"), Column.Number("Limite"), new("Esito"),
            ],
            far.Select(r => (object[])
            [
                r.Text("comune") ?? "", r.Text("pro_com_t") ?? "", $"{r.Text("ats") ?? Figure.Unknown}, {r.Text("ambito") ?? Figure.Unknown}", Figure.Count(r.Number("residenti")),
                r.Text("sede_vicina_nome") ?? r.Text("sede_vicina") ?? Figure.Unknown, Figure.Minutes(r.Number("minuti")), Figure.Minutes(r.Number("minuti_p10")),
                Figure.Minutes(r.Number("minuti_p90")), Figure.Count(r.Number("limite_minuti")), Wording.Of(r.Text("esito_limite")),
            ]));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
