using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the metas of <c>measures</c> and <c>catchments</c> say of their own.</summary>
internal static class MeasureMeta
{
    public static ImmutableArray<IOpenApiSchema> Totals() =>
    [
        Object(
            ("comuni", Integer()),
            ("residenti", Number()),
            ("residenti_esclusi", Number()),
            ("comuni_esclusi", Integer()),
            ("comuni_senza_valore?", Integer()),
            ("residenti_senza_valore?", Number())),
        AnswerMeta.Counts("aree", "righe"),
    ];

    public static ImmutableArray<(string Name, IOpenApiSchema Schema)> Others() =>
    [
        ("misure", Object(
            ("offerta", Word(["ore", "sedi"], "Che cosa offre una sede.")),
            ("limite_minuti", Number("null: nessuno.").OrNull()),
            ("decadimento", Text()),
            ("fasce", Texts("Di un decadimento a gradini o a zone, da quanto a quanto c'è quale peso. null: nessun decadimento è così.").OrNull()),
            ("rete", Text("null: tutte.").OrNull()),
            ("linea", Number("null: nessuna.").OrNull()),
            ("sedi_contate", Integer()))),
        ("indici?", Object(
            ("gini", Figure()),
            ("theil", Figure()),
            ("theil_tra_ambiti", Figure()),
            ("theil_entro_ambiti", Figure()),
            ("concentrazione", Figure()),
            ("palma", Figure()),
            ("fgt0", Figure()),
            ("fgt1", Figure()),
            ("fgt2", Figure()),
            ("nota", Text())).With("Disuguaglianze fra i comuni, dove si chiede una misura.")),
    ];

    public static OpenApiSchema Catchments() => Object(
        ("righe", Integer()),
        ("residenti_regione", Number()),
        ("residenti_con_sede", Number()),
        ("residenti_senza_sede_raggiunta", Number()),
        ("residenti_a_pari_minuti", Number()),
        ("residenti_di_sedi_senza_rete", Number()),
        ("residenti_senza_sede_nella_propria_ats", Number()),
        ("residenti_senza_rete_del_territorio", Number()),
        ("residenti_esclusi", Number()));

    private static IOpenApiSchema Figure() => AnyOf(Number(), Word(["non_disponibile"]));
}
