using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>How the figures were made: travel with its error, limits, whom they count, rules.</summary>
internal static class MethodSection
{
    public static XElement Of(RunView view)
    {
        JsonObject? travel = view.Said("viaggio"), limits = view.Said("limiti"), rules = view.Said("regole"), sites = view.Said("sedi");
        JsonObject? demand = view.Meta("lacune-ambito")?.Part("domanda") ?? view.Said("domanda");
        return Tags.Section(
            "metodo", "Come sono fatte le cifre",
            Tags.Terms(
                ("Tempi di viaggio", Wording.Travel(view.Inputs.Part("viaggio")?.Text("fonte") ?? travel?.Text("fonte"))),
                ("In particolare", travel?.Text("descrizione")),
                ("Errore medio", travel?.Number("errore_medio_minuti") is { } error
                    ? $"{Figure.Minutes(error)} minuti; una volta su dieci più di {Figure.Minutes(travel.Number("errore_p90_minuti"))}"
                    : null),
                ("Limiti di viaggio", limits is null ? null : Limits(limits)),
                ("Chi si conta", demand is null ? null : People(demand)),
                ("Da dove si parte", demand?.Text("descrizione")),
                ("Sedi", sites is null ? null : Sites(sites)),
                ("Regole", rules is null ? null : $"{rules.Text("titolo")}{(rules["testo_caricato"] is not null && !rules.Flag("testo_caricato") ? " (testo non caricato)" : "")}"),
                ("Parametri chiesti", Asked(view))));
    }

    private static string Limits(JsonObject limits)
    {
        string[] classes = [.. (limits.Part("minuti_per_classe_snai") ?? []).Select(c => $"{c.Key} {Figure.Count(limits.Part("minuti_per_classe_snai")!.Number(c.Key))}")];
        return $"minuti d'auto per classe SNAI del comune: {string.Join(", ", classes)}; {limits.Text("nota")}";
    }

    private static string People(JsonObject demand) =>
        $"{demand.Text("nome")}{(demand.Number("anno") is { } year ? $", {ItalianNumber.Of(year, "0")}" : "")}; fonte: {demand.Text("fonte")}"
        + (demand.Text("tipo") is null or "residenti" ? "" : ". Verdetti, Fondo e rilievi restano dei residenti");

    private static string Sites(JsonObject sites)
    {
        string[] complete = [.. sites.Texts("completo_per")];
        return $"insieme «{sites.Text("insieme")}», {Figure.Count(sites.Number("sedi_attive"))} sedi attive, {Figure.Count(sites.Number("reti"))} reti; elenco dichiarato completo "
            + (complete.Length == 0 ? "per nessuna ATS" : $"per: {string.Join(", ", complete)}");
    }

    private static string Asked(RunView view)
    {
        string[] said = [.. view.Parameters.Where(p => p.Value is not null).Select(p => $"{p.Key}: {view.Parameters.Text(p.Key) ?? p.Value!.ToJsonString()}")];
        return said.Length == 0 ? "quelli predefiniti" : string.Join("; ", said);
    }
}
