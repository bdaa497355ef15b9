using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the metas of the questions on the act and its money say of their own.</summary>
internal static class ActMeta
{
    public static OpenApiSchema Budget() => Object(
        ("fondo_eur", Number()),
        ("assegnazione_eur", Number()),
        ("residuo_eur", Number()),
        ("residenti", Integer()),
        ("parte_uguale_pct", Number()),
        ("parte_residenti_pct", Number()),
        ("tetto_progetto_eur", Number()),
        ("tetto_progetto_mesi", Integer()),
        ("disponibile_eur", Number()),
        ("impegnato_eur", Number("null: di nessuna ATS sono note le reti.").OrNull()),
        ("libero_eur", Number("null: come sopra.").OrNull()),
        ("rimodulazione_eur", Number("null: di qualche ATS non è noto.").OrNull()),
        ("nuovo_avviso_eur", Number("null: di qualche ATS non è noto.").OrNull()),
        ("ats_escluse", Texts("Le ATS le cui reti non sono note.")),
        ("clausola", Text()));

    public static OpenApiSchema Findings() => Object(
    [
        ("rilievi", Integer()),
        .. OutcomeText.Words.Written.Select(w => (w, (IOpenApiSchema)Integer())),
        ("non_conforme_per_regola", By(Integer())),
    ]);

    public static OpenApiSchema Declared() => Object(
        ("condivisa", By(Day().OrNull(), "Per nome di ATS.")),
        ("residui_anni_precedenti_eur", By(Number(), "Per nome di ATS."))).With("Quello che chi chiede dichiara oltre ai dati.");

    public static OpenApiSchema Layout() => Object(
    [
        .. MaybeCounts("reti", "reti_atto", "hub", "spoke", "punti_di_accesso_atto", "partner", "partner_atto", "reti_senza_partner_dichiarati", "reti_senza_ats"),
        .. new[] { "ambito", "asst", "comune", "terzo_settore" }.SelectMany(k => MaybeCounts("gestori_" + k, $"gestori_{k}_atto")),
        .. MaybeCounts("gestori_altri", "gestori_non_dichiarati"),
        ("clausola?", Text("Dove l'atto dice le sue cifre.")),
        ("ats_escluse", Texts("Le ATS di cui non è noto nulla.")),
    ]);

    public static OpenApiSchema Equipment() => Object(
    [
        .. MaybeCounts("sedi", "accessibili", "accessibili_in_parte", "non_accessibili", "accesso_non_dichiarato", "hub", "hub_quattro_spazi", "hub_alcuni_spazi",
            "hub_spazi_non_dichiarati"),
        ("clausola", Text()),
        ("ats_escluse", Texts("Le ATS di cui non è noto nulla.")),
    ]);

    public static OpenApiSchema Standard() => AnswerMeta.Counts(["eccezioni_registrate", .. StandardStateText.Words.Written]);

    private static IEnumerable<(string Name, IOpenApiSchema Schema)> MaybeCounts(params IEnumerable<string> names) =>
        names.Select(n => (n, (IOpenApiSchema)Integer().OrNull()));
}
