using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the metas of <c>what-if</c> and <c>compare</c> say of their own: two sides, and what changes between them.</summary>
internal static class TrialMeta
{
    public static OpenApiSchema Totals() => Object(
        ("prima", Named("TrialSide")),
        ("dopo", Named("TrialSide")),
        ("confrontabile", Flag("Falso: le due parti non contano gli stessi comuni; null: non c'è una tale ATS.").OrNull()),
        ("verdetti_che_cambiano", Each(Object(
            ("livello", Level()), ("nome", Text()), ("prima", Word(VerdictText.Words.Written)), ("dopo", Word(VerdictText.Words.Written))))));

    public static ImmutableArray<(string Name, IOpenApiSchema Schema)> Others() =>
    [
        ("aperte?", MetaSchemas.Open()),
        ("modifiche", Each(Named("TrialSede"), "Le sedi come sono nella prova, una per modifica.")),
        ("aree", Each(Named("TrialArea"), "Le aree che cambiano.")),
        ("reti", Each(Named("TrialNetwork"), "Le reti le cui sedi cambiano.")),
        ("fondo", Each(Named("TrialFund"), "Che cosa ne è del fondo delle ATS toccate.")),
        ("rilievi?", Each(Named("TrialFinding"), "Con rilievi=si: le regole il cui esito cambia.")),
    ];

    public static ImmutableArray<IOpenApiSchema> ComparedTotals() =>
    [
        AnswerMeta.Counts("misure", "cambiate"),
        Object(("prima", Named("TrialSide")), ("dopo", Named("TrialSide")), ("confrontabile", Flag("null: non c'è una tale ATS.").OrNull())),
    ];

    public static ImmutableArray<(string Name, IOpenApiSchema Schema)> Compared() =>
        [("prima", Situation()), ("dopo", Situation()), ("aree?", Each(Named("TrialArea"), "Con level=comune: le aree che cambiano."))];

    public static OpenApiSchema Sede() => Object(
        ("op", Word(SiteChange.Operations.Written)),
        ("id", Text()),
        ("name", Text()),
        ("network_id", Text().OrNull()),
        ("pro_com_t", Text()),
        ("comune", Text("null: il comune non è in archivio.").OrNull()),
        ("ats", Text().OrNull()),
        ("lon", Number()),
        ("lat", Number()),
        ("status", Word(Vocabulary.Status.Written)));

    /// <summary>Figures in pairs; a null is one that is not known.</summary>
    public static OpenApiSchema Area() => Object(
    [
        ("livello", Level()),
        ("codice", Text()),
        ("nome", Text()),
        ("ats", Text().OrNull()),
        ("residenti", Number()),
        ("verdetto_prima", Word(VerdictText.Words.Written)),
        ("verdetto_dopo", Word(VerdictText.Words.Written)),
        ("motivo_dopo", Text("null: il verdetto non cambia.").OrNull()),
        .. Pair("hub", Integer),
        .. Pair("spoke", Integer),
        .. Pair("minuti_medi", Number),
        .. Pair("minuti_p90", Number),
        .. Pair("minuti_max", Number),
        .. Pair("residenti_oltre_limite", Number),
        .. Pair("residenti_oltre_minimo", Number),
        .. Pair("residenti_oltre_massimo", Number),
        .. Pair("quota_oltre_limite_pct", Number),
        .. Pair("comuni_oltre_limite", Integer),
        ("elenco_incompleto", Flag("null: nulla è noto.").OrNull()),
        ("confrontabile", Flag("Falso: prima e dopo non contano gli stessi comuni.")),
    ]);

    public static OpenApiSchema Network() => Object(
        ("network_id", Text()),
        ("name", Text()),
        ("ats", Text().OrNull()),
        ("hub_prima", Integer()),
        ("hub_dopo", Integer()),
        ("spoke_prima", Integer()),
        ("spoke_dopo", Integer()),
        ("spoke_massimo", Integer()),
        ("ore_somma_prima", Number()),
        ("ore_somma_dopo", Number()),
        ("ore_unione_prima", Number()),
        ("ore_unione_dopo", Number()),
        ("contributo_eur", Number("null: non indicato.").OrNull()),
        ("tetto_eur", Number()),
        ("contributo_da_formula_eur_prima", Number("null: nessuna formula.").OrNull()),
        ("contributo_da_formula_eur_dopo", Number("null: nessuna formula.").OrNull()));

    public static OpenApiSchema Fund() => Object(
        ("ats", Text()),
        ("assegnazione_eur", Number()),
        ("disponibile_eur", Number()),
        ("contributi_eur_prima", Number().OrNull()),
        ("contributi_eur_dopo", Number().OrNull()),
        ("libero_eur_prima", Number().OrNull()),
        ("spoke_in_piu", Integer("Negativo: in meno.")),
        ("costo_spoke_eur", Number("null: non indicato.").OrNull()),
        ("libero_eur_dopo", Number("null: non noto.").OrNull()),
        ("elenco_incompleto", Flag()));

    public static OpenApiSchema Finding() => Object(
        ("regola", Text()),
        ("livello", Word([.. CommonColumns.LevelWords(AreaLevel.Ats), "rete", "sede"])),
        ("codice", Text()),
        ("nome", Text()),
        ("esito_prima", Word(OutcomeText.Words.Written).OrNull()),
        ("esito_dopo", Word(OutcomeText.Words.Written).OrNull()),
        ("motivo", Text()),
        ("rimedio", Text().OrNull()));

    /// <summary>The region, or the ATS that is asked for.</summary>
    public static OpenApiSchema Side() => Object(
    [
        ("sedi_attive", Integer()),
        ("hub", Integer()),
        ("spoke", Integer()),
        ("residenti", Number().OrNull()),
        ("residenti_oltre_limite", Number().OrNull()),
        ("residenti_oltre_minimo", Number().OrNull()),
        ("residenti_oltre_massimo", Number().OrNull()),
        ("quota_oltre_limite_pct", Number().OrNull()),
        ("quota_entro_limite_pct", Number().OrNull()),
        ("comuni_oltre_limite", Integer().OrNull()),
        ("minuti_medi", Number().OrNull()),
        ("minuti_p90", Number().OrNull()),
        ("residenti_esclusi", Integer().OrNull()),
        ("elenco_incompleto", Flag().OrNull()),
        .. new[] { "ambiti", "distretti" }.SelectMany(w =>
            new[] { $"{w}_con_sede", $"{w}_senza_sede", $"{w}_non_caricati", $"residenti_in_{w}_senza_sede" }.Select(n => (n, (IOpenApiSchema)Integer()))),
        ("assegnazione_eur", Number().OrNull()),
        ("contributi_eur", Number().OrNull()),
        ("libero_eur", Number().OrNull()),
    ]);

    private static OpenApiSchema Situation() => Object(
        ("hash", Text()),
        ("alla_data", Day()),
        ("revisione", Integer()),
        ("regole", Text()),
        ("sedi", Word(SiteSet.Names)),
        ("sedi_attive", Integer()),
        ("viaggio", Word(CommonColumns.TravelWords)),
        ("con_proposte", Flag()));

    private static OpenApiSchema Level() => Word(CommonColumns.LevelWords(AreaLevel.Regione));

    private static IEnumerable<(string Name, IOpenApiSchema Schema)> Pair(string name, Func<string?, OpenApiSchema> schema) =>
        [(name + "_prima", schema(null).OrNull()), (name + "_dopo", schema(null).OrNull())];
}
