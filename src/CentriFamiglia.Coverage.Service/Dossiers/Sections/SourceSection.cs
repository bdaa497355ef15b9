using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>Whom to cite, what to keep in mind, and how to check that the document is of the frozen bytes.</summary>
internal static class SourceSection
{
    public static XElement Sources(RunView view)
    {
        (string? Name, string? Address)[] licences =
        [
            .. view.Metas.Select(m => m.Part("licenza")).OfType<JsonObject>().Select(l => (l.Text("nome"), l.Text("indirizzo"))).Distinct(),
        ];
        return Tags.Section(
            "fonti", "Fonti e licenze",
            Tags.List(Distinct(view, "attribuzioni")),
            licences.Select(l => Tags.P($"Licenza: {l.Name}{(l.Address is null ? "" : $" ({l.Address})")}.")));
    }

    public static XElement Warnings(RunView view) => Tags.Section(
        "avvertenze", "Limiti e avvertenze",
        Distinct(view, "avvertenze") is { Length: > 0 } warnings ? Tags.List(warnings) : Tags.P("Nessuna avvertenza."));

    public static XElement Verification(RunView view) => Tags.Section(
        "verifica", "Come si verifica",
        Tags.P("Questo documento è ricavato soltanto dall'analisi congelata. La sua impronta è l'SHA-256 dei byte con cui l'archivio la conserva: "
            + "se uno solo cambiasse, l'impronta sarebbe un'altra. Chi ha l'archivio controlla analisi, decisioni e registro delle modifiche con"),
        Tags.P(Tags.Code("coverage audit verify")),
        Tags.Terms(
            ("Analisi", Tags.Code(view.Head.Id)),
            ("Impronta", Tags.Code(view.Hash)),
            ("Fotografia dei dati", view.Inputs.Text("fotografia") is { } data ? Tags.Code(data) : null),
            ("Regole", view.Inputs.Part("regole")?.Text("sha256") is { } rules ? Tags.Code(rules) : null),
            ("Tempi di viaggio", view.Inputs.Part("viaggio")?.Text("impronta") is { } travel ? Tags.Code(travel) : null)),
        Tags.P(view.IsReproducible
            ? "Rifatta con lo stesso programma sugli stessi dati, l'analisi dà la stessa impronta."
            : "Rifatta sugli stessi dati, l'analisi può dare un'altra impronta: una ricerca è finita perché è finito il suo tempo."));

    private static string[] Distinct(RunView view, string name) => [.. view.Metas.SelectMany(m => m.Texts(name)).Distinct(StringComparer.Ordinal)];
}
