using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>For each proposal of a new Hub, the text to paste into the ATS's call (section 3.1: «a seguito di una nuova manifestazione di interesse»).</summary>
internal static class CallSection
{
    public static XElement Of(RunView view)
    {
        Proposal[] hubs = [.. view.Proposals.Where(p => p.IsHub)];
        return Tags.Section(
            "avviso", "Il testo per l'avviso",
            hubs.Length == 0
                ? Tags.P("Nessuna nuova manifestazione di interesse è proposta: non c'è un testo da riportare in un avviso.")
                : Tags.P("Da copiare nell'avviso, un testo per proposta. L'individuazione di un nuovo Hub è una facoltà dell'ATS, mai automatica."),
            hubs.SelectMany(p => Text(view, p)));
    }

    private static IEnumerable<XElement> Text(RunView view, Proposal proposal)
    {
        JsonObject[] areas = [.. Served(view, proposal)];
        string level = proposal.Row.Text("unita_livello") == "distretto" ? "Distretto" : "Ambito";
        bool several = areas.Length > 1;
        string named = Wording.List([.. areas.Select(a => $"{Areas.Name(a)} ({Figure.Count(a.Number("residenti"))} residenti)")]);
        yield return Tags.Of("h3", $"Proposta {proposal.Number}: {proposal.Comune}, ATS {proposal.Ats}");
        yield return Tags.Of(
            "blockquote",
            Tags.P($"Vista la {proposal.Row.Text("clausola") ?? Figure.Unknown};"),
            Tags.P($"vista l'analisi della copertura territoriale n. {view.Head.Id}, con i dati al {view.Day}, {Publication(view)} (impronta SHA-256 {view.Hash});"),
            Tags.P(areas.Length == 0
                ? $"considerato che da quell'analisi risulta opportuna una nuova sede nell'Ambito {proposal.Ambito};"
                : $"considerato che da quell'analisi {Subject(level, several)} {named} {(several ? "risultano" : "risulta")} senza una sede, né Hub né Spoke"
                    + $"{(several ? $", per {Figure.Count(Areas.Residents(areas))} residenti in tutto" : "")}, e che nessuna rete esistente può accogliervi uno Spoke;"),
            Tags.P($"l'ATS {proposal.Ats} indice una nuova manifestazione di interesse per individuare il soggetto capofila di un nuovo Centro per la Famiglia, con ruolo di Hub, "
                + $"con sede nel comune di {proposal.Comune} o in altro comune {(areas.Length == 0 ? $"dell'Ambito {proposal.Ambito}" : Of(level, several))}, al servizio "
                + $"{(areas.Length == 0 ? $"dell'Ambito {proposal.Ambito}" : $"{Of(level, several)} {Wording.List([.. areas.Select(Areas.Name)])}")}. "
                + $"Una sede in {proposal.Comune} porta {Figure.Count(proposal.Row.Number("residenti_guadagnati"))} {view.People} in più entro il limite di viaggio, "
                + "che è un criterio di pianificazione non previsto dall'atto."));
    }

    /// <summary>The areas without a sede that it gives one, or the one that it is proposed for.</summary>
    private static IEnumerable<JsonObject> Served(RunView view, Proposal proposal)
    {
        JsonObject[] known = [.. view.Rows(proposal.Row.Text("unita_livello") == "distretto" ? "copertura-distretto" : "copertura-ambito").Where(Areas.IsWithout)];
        string[] names = proposal.Row.Names("unita_servite");
        return names.Length > 0
            ? known.Where(a => names.Contains(a.Text("nome"), StringComparer.Ordinal))
            : known.Where(a => a.Text("codice") == proposal.Row.Text("unita_codice"));
    }

    private static string Publication(RunView view) =>
        view.Head.PublishedAt is { } at ? $"pubblicata il {Figure.Day(at)}" : $"congelata il {Figure.Day(view.Head.At)} e non ancora pubblicata (BOZZA)";

    private static string Subject(string level, bool several) => (level, several) switch
    {
        ("Distretto", true) => "i Distretti",
        ("Distretto", false) => "il Distretto",
        (_, true) => "gli Ambiti",
        _ => "l'Ambito",
    };

    private static string Of(string level, bool several) => (level, several) switch
    {
        ("Distretto", true) => "dei Distretti",
        ("Distretto", false) => "del Distretto",
        (_, true) => "degli Ambiti",
        _ => "dell'Ambito",
    };
}
