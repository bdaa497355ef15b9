using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the meta of one question has besides that of all: its totals, and what only it says.</summary>
/// <param name="Totals">One schema for each form that the rows may have, or one for all.</param>
/// <param name="Others">Members beside <c>totali</c>.</param>
/// <param name="HasTravel">Whether it always tells the source of travel times.</param>
internal sealed record AnswerMeta(ImmutableArray<IOpenApiSchema> Totals, ImmutableArray<(string Name, IOpenApiSchema Schema)> Others, bool HasTravel)
{
    /// <summary>Of each question, by its name in the address.</summary>
    public static IReadOnlyDictionary<string, Func<AnswerMeta>> All { get; } = new Dictionary<string, Func<AnswerMeta>>(StringComparer.Ordinal)
    {
        ["coverage"] = () => new([Coverage()], [("aperte?", MetaSchemas.Open())], HasTravel: false),
        ["gaps"] = () => new([AreaGaps(), ComuneGaps(), ZoneGaps()], [("aperte?", MetaSchemas.Open())], HasTravel: true),
        ["week"] = () => new([Moments(), NeverOpen()], [], HasTravel: true),
        ["measures"] = () => new(MeasureMeta.Totals(), MeasureMeta.Others(), HasTravel: true),
        ["catchments"] = () => new([MeasureMeta.Catchments()], [], HasTravel: true),
        ["suggestions"] = () => new([ProposalMeta.Totals()], [("certificate", Named("Certificate"))], HasTravel: true),
        ["curve"] = () => new([ProposalMeta.Curve()], [], HasTravel: true),
        ["fragility"] = () => new([ProposalMeta.Fragility()], [], HasTravel: true),
        ["budget"] = () => new([ActMeta.Budget()], [], HasTravel: false),
        ["rimodulazione"] = () => new([ActMeta.Budget()], [], HasTravel: true),
        ["findings"] = () => new([ActMeta.Findings()], [("dichiarato?", ActMeta.Declared())], HasTravel: true),
        ["assetto"] = () => new([ActMeta.Layout()], [], HasTravel: false),
        ["dotazioni"] = () => new([ActMeta.Equipment()], [], HasTravel: false),
        ["exceptions"] = () => new([ActMeta.Standard()], [], HasTravel: true),
        ["compare"] = () => new(TrialMeta.ComparedTotals(), TrialMeta.Compared(), HasTravel: true),
        ["what-if"] = () => new([TrialMeta.Totals()], TrialMeta.Others(), HasTravel: true),
        ["places"] = () => new([Object(("aree", Integer()), ("confini", Text("Cambia quando cambiano i confini.")))], [], HasTravel: false),
        ["sites"] = () => new([Counts("sedi", "hub", "spoke", "ruolo_non_dichiarato", "attive", "che_contano")], [], HasTravel: false),
        ["networks"] = () => new([Counts("reti", "in_corso", "con_violazioni", "con_avvisi", "spoke_massimo")], [], HasTravel: false),
        ["declarations"] = () => new([Object(("ats", Integer()), ("residui_eur", Number()), ("speso_eur", Number()))], [], HasTravel: false),
        ["matrix"] = () => new([Counts("coppie", "ok?", "unreachable?", "not_snapped?")], [], HasTravel: true),
        ["isochrones"] = () => new([Counts("righe")], [], HasTravel: true),
        ["main-roads"] = () => new([Roads()], [], HasTravel: true),
        ["info"] = () => new([Object()], Info(), HasTravel: true),
    };

    /// <summary>The whole meta of the question.</summary>
    public OpenApiSchema Schema()
    {
        OpenApiSchema own = Object([("totali", AnyOf([.. Totals])), .. Others]);
        if (HasTravel)
            own.Required!.Add("viaggio");
        return AllOf(Named("Meta"), own);
    }

    public static OpenApiSchema Counts(params IEnumerable<string> names) => Object(names.Select(n => (n, (IOpenApiSchema)Integer())));

    private static OpenApiSchema Coverage()
    {
        string[] counted = ["aree", "residenti", "residenti_esclusi", "comuni_esclusi", .. VerdictText.Words.Written];
        return Object(
            ("ambito?", Counts(counted)),
            ("distretto?", Counts(counted)),
            ("ats?", Counts(counted)),
            ("residenti_per_lettura_di_r1?", Counts("ambito_e_distretto", "solo_ambito", "solo_distretto", "nessuno", "non_noto")),
            ("rilievi", Each(Object(
                ("regola", Text()),
                ("esito", Word(OutcomeText.Words.Written)),
                ("soggetto", Text()),
                ("id", Text()),
                ("motivo", Text()),
                ("rimedio", Text())))));
    }

    private static OpenApiSchema AreaGaps() => Object(
        ("aree", Integer()),
        ("comuni", Integer()),
        ("comuni_oltre_limite", Integer().OrNull()),
        ("residenti", Number()),
        ("residenti_oltre_limite", Number().OrNull()),
        ("residenti_oltre_minimo", Number().OrNull()),
        ("residenti_oltre_massimo", Number().OrNull()),
        ("residenti_esclusi", Integer()),
        ("comuni_esclusi", Integer()));

    private static OpenApiSchema ComuneGaps() => Object(
        ("comuni", Integer()),
        ("comuni_oltre_limite", Integer().OrNull()),
        ("residenti", Number()),
        ("residenti_oltre_limite", Number().OrNull()),
        ("residenti_oltre_minimo", Number().OrNull()),
        ("residenti_oltre_massimo", Number().OrNull()),
        ("comuni_incerti", Integer().OrNull()),
        ("residenti_esclusi", Number()),
        ("comuni_esclusi", Integer()));

    private static OpenApiSchema ZoneGaps() => Object(("zone", Integer()), ("punti", Integer()), ("residenti", Number()), ("residenti_oltre_limite", Number().OrNull()));

    private static OpenApiSchema Moments() => Object(
        ("momenti", Integer()),
        ("sedi_incerte", Integer()),
        ("residenti", Number().OrNull()),
        ("residenti_esclusi", Integer()),
        ("comuni_esclusi", Integer()),
        ("elenco_incompleto", Flag().OrNull()));

    private static OpenApiSchema NeverOpen() => Object(
        ("aree", Integer()),
        ("residenti_senza_sera", Number().OrNull()),
        ("residenti_senza_sabato", Number().OrNull()),
        ("residenti_esclusi", Integer()),
        ("comuni_esclusi", Integer()));

    private static ImmutableArray<(string Name, IOpenApiSchema Schema)> Info() =>
    [
        ("livelli", Texts("Di coverage.")),
        ("livelli_distanze", Texts("Di gaps.")),
        ("ats", Texts("I nomi.")),
        ("strati", Texts("Di export.")),
        ("viaggi", Each(Word(CommonColumns.TravelWords), "Le fonti dei tempi che ci sono.")),
        ("insiemi_di_regole", Each(Object(("id", Text()), ("titolo", Text())))),
        ("curva_minuti", Each(Integer(), "I minuti delle colonne residenti_entro.")),
        ("criteri", Each(Object(("id", Text()), ("descrizione", Text())))),
        ("anomalie_dell_atto", Each(Object(("punto", Text()), ("parole", Text()), ("nota", Text())))),
        ("fonti?", new OpenApiSchema { Description = "Le fonti dei dati, come stanno nell'archivio." }),
    ];

    private static OpenApiSchema Roads() => Object(
        ("km", Number()),
        ("punti", Integer("Punti delle linee.")),
        ("punti_massimo", Integer()),
        ("tolleranza_m", Number("Di quanto le linee possono scostarsi dalle strade.")),
        ("classi_escluse", Texts("Classi che supererebbero i punti.")));
}
