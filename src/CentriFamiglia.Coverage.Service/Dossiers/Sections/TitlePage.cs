using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>What the document is, of which data, who froze and who published them, and what it does not vouch for.</summary>
internal static class TitlePage
{
    /// <param name="kind">What the document is, Italian.</param>
    public static object[] Of(RunView view, string kind) =>
    [
        Tags.Of("h1", $"{kind}: {view.Territory}"),
        Tags.P(Tags.Class("territorio"), view.Head.Title),
        .. Notices(view).Select(n => Tags.P(Tags.Class("avviso"), n)),
        Tags.Terms(
            ("Territorio", view.Ats is null ? "Lombardia, tutte le ATS" : view.Territory),
            ("Dati al", view.Day),
            ("Analisi congelata", Tags.Code(view.Head.Id)),
            ("Impronta SHA-256", Tags.Code(view.Hash)),
            ("Congelata", $"da {view.Head.By} il {Figure.Moment(view.Head.At)}"),
            ("Pubblicata", Published(view)),
            ("Lettura comune", Shared(view)),
            ("Sedi e reti", view.Inputs.Text("insieme") is { } set ? $"insieme: {Wording.Of(set)}" : null),
            ("Scenario", view.Inputs.Part("scenario")?.Text("nome")),
            ("Regole", view.Said("regole")?.Text("titolo") ?? view.Inputs.Part("regole")?.Text("id")),
            ("Programma", view.Program),
            ("Riproducibile", view.IsReproducible
                ? "sì: gli stessi dati e lo stesso programma danno la stessa impronta"
                : "no: una ricerca è finita perché è finito il suo tempo")),
    ];

    /// <summary>By whom and when, or that it is a draft.</summary>
    public static string Published(RunView view) => view.Head.PublishedAt is { } at
        ? $"{(view.Head.PublishedBy is { } who ? $"da {who} " : "")}il {Figure.Moment(at)}"
        : "BOZZA, non pubblicata";

    /// <summary>When the ATS shared it with its Cabina di Regia (R14); null for all Lombardia, where each has its own day.</summary>
    private static string? Shared(RunView view) => view.Ats is null || !view.Has("dichiarazioni") ? null
        : view.Rows("dichiarazioni").FirstOrDefault()?.Text("condivisa") is { } day ? $"con la Cabina di Regia il {Figure.Day(day)}"
        : "con la Cabina di Regia: giorno non dichiarato";

    private static IEnumerable<string> Notices(RunView view)
    {
        if (!view.Head.IsPublished)
            yield return "BOZZA, non pubblicata: sulle proposte di una bozza non si decide.";
        if (view.IsDemonstration)
            yield return "DATI DIMOSTRATIVI: le sedi e le reti sono inventate, per provare il programma. Queste cifre non descrivono i Centri per la Famiglia reali.";
        if (!view.IsReproducible)
        {
            yield return "NON RIPRODUCIBILE: una ricerca è finita perché è finito il suo tempo. Un altro calcolatore, o lo stesso un'altra volta, "
                + "può trovare altre proposte; le cifre di queste restano vere.";
        }
    }
}
