using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>
/// A frozen analysis of two ATS, Nord and Sud, small enough to be read: Nord has a sede in Alfa and none in Beta and Gamma, Sud is not known
/// in Delta. What a test changes it changes in the JSON before it is frozen.
/// </summary>
internal static class SmallRun
{
    public static readonly DateTimeOffset Frozen = new(2026, 11, 30, 8, 30, 0, TimeSpan.Zero);

    /// <param name="change">What a test has otherwise; null for nothing.</param>
    public static FrozenRun Of(Action<JsonObject>? change = null)
    {
        JsonObject json = Whole();
        change?.Invoke(json);
        return new FrozenRun(json.ToJsonString());
    }

    public static RunHead Head(FrozenRun run) => new(run.Id, run.Hash, "Copertura d'autunno", "m.rossi", Frozen)
    {
        PublishedBy = "g.verdi",
        PublishedAt = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The first proposal accepted with its planned sede, the second only talked about.</summary>
    public static ImmutableArray<Decision> Decisions(FrozenRun run) =>
    [
        new(run.Id, 1)
        {
            Outcome = DecisionOutcome.Accepted,
            By = "cabina.nord",
            At = new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.Zero),
            Reason = "Concordata con l'Ambito.",
            PlannedSite = "N1-P1",
            Comments = [new("a.neri", new DateTimeOffset(2026, 12, 2, 11, 0, 0, TimeSpan.Zero), "Locali disponibili da marzo.")],
        },
        new(run.Id, 2) { Comments = [new("l.bianchi", new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero), "Sentire i Comuni.")] },
    ];

    public static JsonArray Rows(JsonObject run, string result) => run["risultati"]![result]!["rows"]!.AsArray();

    public static JsonObject Meta(JsonObject run, string result) => run["risultati"]![result]!["meta"]!.AsObject();

    private static JsonObject Whole() => new()
    {
        ["formato"] = 1,
        ["programma"] = "CentriFamiglia.Coverage 9.8.7",
        ["ingressi"] = Parse("""
            {"fotografia":"aa11","alla_data":"2026-11-30","insieme":"mie","regole":{"id":"dgr-xii-1507-2023","sha256":"bb22"},
             "viaggio":{"fonte":"stima","impronta":"cc33"},"domanda":"residenti","scenario":null}
            """),
        ["parametri"] = Parse("""{"ats":null}"""),
        ["riproducibile"] = true,
        ["risultati"] = new JsonObject
        {
            ["copertura-ambito"] = Result(
                Verdict("ambito", "alfa", "Alfa", "Nord", "SEDE", 1_000, 1, 0), Verdict("ambito", "beta", "Beta", "Nord", "SCOPERTO", 2_500, 0, 0),
                Verdict("ambito", "gamma", "Gamma", "Nord", "COMPETENZA", 1_500, 0, 0), Verdict("ambito", "delta", "Delta", "Sud", "NON_CARICATO", 700, null, null)),
            ["copertura-distretto"] = Result(
                Verdict("distretto", "uno", "Uno", "Nord", "SEDE", 5_000, 1, 0), Verdict("distretto", "due", "Due", "Sud", "NON_CARICATO", 700, null, null)),
            ["lacune-regione"] = Result(Gap("regione", "03", "Lombardia", "", 5_000, 12.5)),
            ["lacune-ats"] = Result(Gap("ats", "nord", "Nord", "Nord", 5_000, 12.5), Gap("ats", "sud", "Sud", "Sud", 700, null)),
            ["lacune-ambito"] = Result(
                Gap("ambito", "alfa", "Alfa", "Nord", 1_000, 4.25), Gap("ambito", "beta", "Beta", "Nord", 2_500, 31), Gap("ambito", "gamma", "Gamma", "Nord", 1_500, 9),
                Gap("ambito", "delta", "Delta", "Sud", 700, null)),
            ["lacune-comune"] = Result(
                Comune("001001", "Lontano", "Beta", "Nord", 41.5), Comune("001002", "Vicino", "Alfa", "Nord", 3), Comune("002001", "Ignoto", "Delta", "Sud", null)),
            ["sedi"] = Result(Parse("""{"site_id":"N1-H","name":"Hub di Alfa","role":"hub","ats":"Nord","lon":9.05,"lat":45.05,"conta":true}""")),
            ["rilievi"] = Result(
                Finding("R1", "non_conforme", "beta", "Beta", "Nord"), Finding("R1", "conforme", "alfa", "Alfa", "Nord"), Finding("R10", "informativo", "sud", "Sud", "Sud")),
            ["proposte"] = Result(Proposal(2, "hub", "Gammate", "Gamma", null), Proposal(1, "spoke", "Betate", "Beta", "N1")),
            ["eccezioni"] = Result(Standard("Alfa", "rispettato", null), Standard("Beta", "eccezione_scaduta", "Strada chiusa.")),
            ["dichiarazioni"] = Result(Parse("""{"ats":"Nord","condivisa":"2026-11-20"}""")),
            ["fondi"] = Result(Fund("Nord", 1_000.50m, 70_000m), Fund("Sud", 2_000.25m, null)),
        },
        ["confini"] = new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray(
                Square("alfa", "Alfa", "Nord", 9.0, 45.0), Square("beta", "Beta", "Nord", 9.1, 45.0), Square("gamma", "Gamma", "Nord", 9.0, 45.1),
                Square("delta", "Delta", "Sud", 9.1, 45.1)),
        },
    };

    private static JsonObject Result(params JsonObject[] rows) => new()
    {
        ["meta"] = Parse("""
            {"regole":{"titolo":"D.G.R. di prova","testo_caricato":true},"sedi":{"insieme":"mie","dimostrativo":false,"sedi_attive":1,"reti":1,"completo_per":["Nord"]},
             "domanda":{"tipo":"residenti","nome":"residenti","anno":2023,"fonte":"Istat","descrizione":"un punto per comune"},
             "viaggio":{"fonte":"stima","descrizione":"I tempi sono una stima.","errore_medio_minuti":2.77,"errore_p90_minuti":6.85},
             "certificate":{"problem":"units","status":"optimal","objective":2,"bound":2,"gap":0,"sites":["001003","001004"],"candidates_considered":8,"alternates":[],
              "alternates_complete":true,"secondary_proved":true,"solver":"piano/1","candidates_dropped":{"non serve":3}},
             "totali":{"residenti_guadagnati_insieme":3210,"tetto_progetto_eur":70000,"clausola":"D.G.R. di prova, Allegato A, 4: «verrà ripartito»"},
             "attribuzioni":["Istat, CC-BY"],"licenza":{"nome":"CC BY 4.0","indirizzo":"https://creativecommons.org/licenses/by/4.0/"},"avvertenze":["Avvertenza di prova."]}
            """),
        ["rows"] = new JsonArray([.. rows]),
    };

    private static JsonObject Verdict(string level, string code, string name, string ats, string verdict, int residents, int? hubs, int? spokes) => new()
    {
        ["livello"] = level,
        ["codice"] = code,
        ["nome"] = name,
        ["ats"] = ats,
        ["verdetto"] = verdict,
        ["residenti"] = residents,
        ["hub"] = hubs,
        ["spoke"] = spokes,
        ["motivo"] = $"Perché {name}.",
        ["elenco_incompleto"] = false,
    };

    private static JsonObject Gap(string level, string code, string name, string ats, int residents, double? minutes) => new()
    {
        ["livello"] = level,
        ["codice"] = code,
        ["nome"] = name,
        ["ats"] = ats,
        ["residenti"] = residents,
        ["minuti_medi"] = minutes,
        ["minuti_p90"] = minutes + 5,
        ["minuti_max"] = minutes + 9,
        ["residenti_oltre_limite"] = minutes is null ? null : 1_234,
        ["residenti_oltre_minimo"] = minutes is null ? null : 321,
        ["residenti_oltre_massimo"] = minutes is null ? null : 4_567,
        ["quota_oltre_limite_pct"] = minutes is null ? null : 24.68,
        ["elenco_incompleto"] = false,
    };

    private static JsonObject Comune(string code, string name, string ambito, string ats, double? minutes) => new()
    {
        ["pro_com_t"] = code,
        ["comune"] = name,
        ["ambito"] = ambito,
        ["ats"] = ats,
        ["residenti"] = 100,
        ["limite_minuti"] = 20,
        ["sede_vicina_nome"] = "Hub di Alfa",
        ["minuti"] = minutes,
        ["minuti_p10"] = minutes - 2,
        ["minuti_p90"] = minutes + 2,
        ["esito_limite"] = minutes is null ? null : "oltre",
        ["residenti_non_raggiunti"] = minutes is null ? null : 0,
    };

    private static JsonObject Finding(string rule, string outcome, string code, string name, string ats) => new()
    {
        ["regola"] = rule,
        ["sezione"] = "3",
        ["esito"] = outcome,
        ["livello"] = "ambito",
        ["codice"] = code,
        ["nome"] = name,
        ["ats"] = ats,
        ["motivo"] = $"Motivo di {name}.",
        ["rimedio"] = null,
        ["citazione"] = "garantire la copertura territoriale",
        ["atto"] = "D.G.R. di prova",
    };

    private static JsonObject Proposal(int number, string kind, string comune, string ambito, string? network) => new()
    {
        ["ordine"] = number,
        ["tipo"] = kind,
        ["pro_com_t"] = $"00100{number + 2}",
        ["comune"] = comune,
        ["ambito"] = ambito,
        ["ats"] = "Nord",
        ["rete"] = network,
        ["hub"] = network is null ? null : "N1-H",
        ["minuti_hub"] = network is null ? null : 14.5,
        ["rete_spoke"] = 1,
        ["rete_spoke_massimo"] = 8,
        ["residenti_guadagnati"] = 1_111 * number,
        ["minuti_risparmiati"] = 2_222.5,
        ["minuti_medi_prima"] = 31,
        ["minuti_medi_dopo"] = 8.75,
        ["motivo"] = $"Qui perché {ambito}.",
        ["clausola"] = "D.G.R. di prova, Allegato A, 3.1: «a seguito di una nuova manifestazione di interesse»",
        ["unita_livello"] = "ambito",
        ["unita_codice"] = ambito.ToLowerInvariant(),
        ["unita_nome"] = ambito,
        ["unita_servite"] = kind == "hub" ? "Gamma|Beta" : ambito,
        ["costo_eur"] = null,
        ["lon"] = 9.12,
        ["lat"] = 45.04,
        ["elenco_incompleto"] = false,
    };

    private static JsonObject Fund(string ats, decimal assigned, decimal? asked) => new()
    {
        ["ats"] = ats,
        ["assegnazione_eur"] = assigned,
        ["residui_anni_precedenti_eur"] = 0,
        ["impegnato_eur"] = 10.10m,
        ["libero_eur"] = assigned - 10.10m,
        ["rimodulazione_eur"] = null,
        ["nuovo_avviso_eur"] = asked,
        ["libero_dopo_eur"] = null,
        ["nuovi_spoke"] = 1,
        ["nuovi_hub"] = 1,
    };

    private static JsonObject Standard(string name, string state, string? reason) => Parse($$"""
        {"livello":"ambito","nome":"{{name}}","ats":"Nord","stato":"{{state}}","responsabile":null,"fino_al":"2026-06-30"}
        """).With("motivo_eccezione", reason);

    private static JsonObject With(this JsonObject row, string name, string? value)
    {
        row[name] = value;
        return row;
    }

    private static JsonObject Square(string code, string name, string ats, double lon, double lat) => new()
    {
        ["type"] = "Feature",
        ["properties"] = new JsonObject { ["livello"] = "ambito", ["codice"] = code, ["nome"] = name, ["ats"] = ats },
        ["geometry"] = new JsonObject
        {
            ["type"] = "Polygon",
            ["coordinates"] = new JsonArray(new JsonArray(Place(lon, lat), Place(lon + 0.1, lat), Place(lon + 0.1, lat + 0.1), Place(lon, lat + 0.1), Place(lon, lat))),
        },
    };

    private static JsonArray Place(double lon, double lat) => new(Math.Round(lon, 4), Math.Round(lat, 4));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
