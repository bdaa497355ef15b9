using CentriFamiglia.Coverage.Travel;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the metas of <c>suggestions</c>, <c>curve</c> and <c>fragility</c> say of their own.</summary>
internal static class ProposalMeta
{
    public static OpenApiSchema Totals() => Object(
        ("proposte", Integer()),
        ("spoke", Integer()),
        ("hub", Integer()),
        ("residenti_guadagnati_insieme", Number()),
        ("residenti_guadagnati_altrove_insieme", Number("null: contano come gli altri.").OrNull()),
        ("minuti_risparmiati_insieme", Number()),
        ("unita_servite", Integer()),
        ("costo_eur", Cost()),
        ("eur_per_residente_insieme", Number("null: il costo non è indicato, o nessuno rientra.").OrNull()),
        ("costo_per_ats_eur", By(Object(
            ("nuove_sedi", Integer()),
            ("costo_eur", Cost()),
            ("assegnazione_eur", Number("null: il riparto non si può calcolare.").OrNull())), "Per nome di ATS.")));

    public static OpenApiSchema Certificate() => Object(
        ("problem", Text("Che cosa si è cercato.")),
        ("status", Word(["optimal", "feasible", "infeasible"], "optimal: dimostrato.")),
        ("objective", Number("Il valore trovato; null: nessuna scelta è possibile.").OrNull()),
        ("bound", Number("Nessuna scelta fa meglio di così; null: non noto.").OrNull()),
        ("gap", Number("Distanza relativa dei due; null: non nota.").OrNull()),
        ("sites", Texts()),
        ("candidates_considered", Integer()),
        ("alternates", Each(Texts(), "Altre scelte di pari valore.")),
        ("alternates_complete", Flag()),
        ("unreachable_demands", Texts()),
        ("secondary_proved", Flag("Se, a pari valore, anche i minuti sono dimostrati i meno.")),
        ("nodes", Integer()),
        ("seconds", Number()),
        ("solver", Text()),
        ("inputs", Object(
            ("fotografia_sha256", Text()),
            ("regole_sha256", Text()),
            ("viaggio", Text()),
            ("limite_come", Word(BandEdges.Words.Written)))),
        ("fixed", Texts("Le sedi indicate da chi chiede.")),
        ("candidates_dropped", By(Integer(), "Quanti candidati, per motivo."))).With("La prova che la scelta è la migliore, o di quanto al più si potrebbe fare meglio.");

    public static OpenApiSchema Curve() => Object(
        ("punti", Integer()),
        ("dimostrati", Integer()),
        ("minuti_dimostrati", Integer()),
        ("scarto_massimo", Number("null: nessun punto ne ha uno.").OrNull()),
        ("secondi", Number()));

    public static OpenApiSchema Fragility() => Object(
        ("sedi", Integer()),
        ("sedi_sole_in_una_unita", Integer()),
        ("con_proposte", Flag()),
        ("dieci_piu_critiche", Texts()));

    private static IOpenApiSchema Cost() => AnyOf(Number(), Word(["non indicato"]));
}
