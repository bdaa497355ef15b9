using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Where a shipped layer comes from and what was done to it; Italian, shown beside the layer.</summary>
internal sealed record SourceList(string File, string Title, string Source, string Licence, string Date, string Evidence, string Treatment)
{
    public JsonObject ToJson() => new()
    {
        ["file"] = File,
        ["titolo"] = Title,
        ["fonte"] = Source,
        ["licenza"] = Licence,
        ["data"] = Date,
        ["stato"] = Evidence,
        ["trattamento"] = Treatment,
    };

    private const string Istat = "Istat, tramite openpolis/geojson-italy 2023.1";
    private const string CcBy = "CC-BY";
    private const string Gshhg = "GSHHG 2.3.7 (Wessel e Smith)";
    private const string Lgpl = "LGPL-3";
    private const string Membership =
        "pagine pubbliche citate riga per riga in unita.csv; confini Istat, tramite openpolis/geojson-italy 2023.1";

    private const string Dissolved =
        "unione dei confini semplificati dei comuni secondo unita.csv; fonte_stato è lo stato di prova peggiore fra i comuni dell'area";

    public static IReadOnlyList<SourceList> All { get; } =
    [
        new(
            "comuni.geojson",
            "Comuni della Lombardia",
            $"confini: {Istat}; residenti, superficie, altitudine, grado di urbanizzazione: Istat; famiglie: Istat 2020, tramite ISPRA IdroGEO; "
            + "sedi: GeoNames; classe: DPCoe/Istat, Mappa Aree Interne 2020",
            "CC-BY (Istat, openpolis); CC-BY 4.0 (GeoNames)",
            "confini e residenti al 1 gennaio 2023; famiglie 2020; classi 2020",
            "listed",
            "confini semplificati come un'unica copertura (archi condivisi semplificati una volta sola, griglia di 0,00001 gradi); 012144 somma le famiglie "
            + "dei tre comuni da cui è nato e ne prende la classe peggiore; due sedi (012113, 016248) sono punti interni al poligono; i poligoni comprendono i laghi"),
        new(
            "eta.csv",
            "Residenti dei comuni per età",
            "Istat, censimento della popolazione 2011",
            "CC-BY (Istat)",
            "2011, sui comuni del 1 gennaio 2023",
            "conteggio del censimento",
            "le età di chi vi risiedeva nel 2011, come sono state contate: non sono portate ai residenti di oggi; i comuni nati dopo sommano quelli da cui sono nati"),
        new("ambiti.geojson", "Ambiti territoriali sociali", Membership, CcBy, "1 gennaio 2023 (confini); date per riga in unita.csv", "per area, in fonte_stato", Dissolved),
        new("distretti.geojson", "Distretti", Membership, CcBy, "1 gennaio 2023 (confini); date per riga in unita.csv", "per area, in fonte_stato", Dissolved),
        new("asst.geojson", "ASST", Membership, CcBy, "1 gennaio 2023 (confini); date per riga in unita.csv", "per area, in fonte_stato (quello del Distretto)", Dissolved),
        new("ats.geojson", "ATS", Membership, CcBy, "1 gennaio 2023 (confini); date per riga in unita.csv", "per area, in fonte_stato (il peggiore fra Ambito e Distretto)",
            Dissolved),
        new(
            "unita.csv",
            "Appartenenza dei comuni ad ATS, ASST, Distretto e Ambito",
            "pagine pubbliche citate nella colonna source",
            "fatti tratti da pagine pubbliche",
            "nella colonna source_date, riga per riga",
            "per riga: listed (elencato da una pagina pubblica), inferred (dedotto), unverified (nessun elenco pubblico trovato)",
            "non è una tabella ufficiale; ordinata per comune"),
        new(
            "punti-milano.csv",
            "Milano per sezioni di censimento: i suoi punti di domanda",
            "Istat, censimento 2011 (sezioni); residenti del comune: Istat",
            CcBy,
            "2011 (luoghi, età), 1 gennaio 2023 (residenti del comune)",
            "residenti stimati in proporzione",
            "un punto interno a ciascuna delle 5718 sezioni abitate nel 2011; i residenti del 2011 sono portati in proporzione a quelli del comune nel 2023, "
            + "in persone intere con i resti maggiori, così la somma è esatta; "
            + "allo stesso modo eta_0_14 e eta_65_oltre del 2011 sono portate a quelle pubblicate "
            + "del loro Municipio (5 e 42 persone in più in tutto, che non stanno in una sezione con un luogo); "
            + "quartieri nati dopo il 2011 non ci sono; 19 punti cadono poco fuori dal confine semplificato"),
        new(
            "zone.json",
            "Municipi di Milano: quali sezioni di censimento li compongono",
            "Istat, censimento 2011 (sezioni e aree subcomunali)",
            CcBy,
            "2011",
            "dimostrato dalle somme: nei Municipi da 3 a 8 residenti, 0-14 anni e 65 anni e oltre delle sezioni sono esattamente quelli pubblicati; negli altri tre "
            + "mancano i 266 residenti senza una sezione che abbia un luogo",
            "intervalli dei numeri di sezione, Municipio per Municipio"),
        new(
            "sedi-dimostrative.csv",
            "Sedi dimostrative",
            "dati inventati per provare il programma",
            "nessuna: dati inventati",
            "",
            "dimostrativo",
            "sedi inventate, con i numeri per ATS dell'atto; mai da mostrare come vere"),
        new(
            "reti-dimostrative.csv",
            "Reti dimostrative",
            "dati inventati per provare il programma",
            "nessuna: dati inventati",
            "",
            "dimostrativo",
            "reti inventate; mai da mostrare come vere"),
        new(
            "sedi-note.csv",
            "Centri per la famiglia noti da pagine pubbliche",
            "pagine pubbliche citate nella colonna source; posizione: GeoNames",
            "fatti tratti da pagine pubbliche; posizioni CC-BY 4.0 (GeoNames)",
            "nella colonna source_date, riga per riga",
            "elenco parziale: non completo",
            "nessuna pagina dà coordinate: ogni centro è posto alla sede del suo comune (precisione: comune); ruolo 'non dichiarato' dove nessuna pagina lo dice; manager_kind è "
                + "il gestore come la pagina lo nomina"),
        new(
            "reti-note.csv",
            "Reti note da pagine pubbliche",
            "pagine pubbliche citate in sedi-note.csv",
            "fatti tratti da pagine pubbliche",
            "nella colonna source_date di sedi-note.csv",
            "elenco parziale: non completo",
            "una rete per ogni nome distinto dentro una ATS; il nome è senza le note che la fonte gli aggiunge"),
        new(
            "stima-viaggio.json",
            "Stima dei tempi di viaggio",
            "minuti ufficiali: DPCoe/Istat, Mappa Aree Interne 2020; sedi: GeoNames; altitudini, località e abitanti: Istat, censimento 2011; laghi: GSHHG",
            "CC-BY (Istat, DPCoe); CC-BY 4.0 (GeoNames); LGPL-3 (GSHHG)",
            "2020 (minuti), 2011 (località), 2017 (laghi)",
            "stima",
            "coefficienti e grafo delle località stimati sui minuti ufficiali; errore e fascia misurati togliendo poli interi; i km sono la linea d'aria per un fattore assunto"),
        new(
            "minuti-ufficiali.csv",
            "Minuti ufficiali dal municipio al polo di servizi più vicino",
            "DPCoe/Istat, Mappa Aree Interne 2020; sedi: GeoNames; poli fuori regione: località principali, Istat, censimento 2011",
            "CC-BY (Istat, DPCoe); CC-BY 4.0 (GeoNames)",
            "2020 (minuti)",
            "ufficiale, per i comuni di 29 poli: non tutti i comuni della Lombardia",
            "uniti alle coordinate delle due sedi; tempi osservati nell'ora di punta, con cui 'coverage roads check' confronta una rete"),
        new(
            "successori.json",
            "Eredi dei comuni soppressi dopo il 2011",
            $"località principali: Istat, censimento 2011; confini: {Istat}",
            CcBy,
            "2011 (località), 1 gennaio 2023 (confini)",
            "dimostrato dalla posizione: la località principale del comune soppresso cade nel nuovo",
            "codice soppresso e codice dell'erede; serve a leggere i file con codici vecchi"),
    ];

    /// <summary>Drawn under the answers, in no store: of the lakes the estimate holds a copy of its own.</summary>
    public static IReadOnlyList<SourceList> Drawn { get; } =
    [
        new("laghi.geojson", "Laghi", Gshhg, Lgpl, "2017 (GSHHG 2.3.7)", "da disegnare, e per la stima",
            "rive entro qualche centinaio di metri (26 sedi comunali vi cadono dentro): non servono a misurare"),
        new("fiumi.geojson", "Fiumi", Gshhg, Lgpl, "2017 (GSHHG 2.3.7)", "solo da disegnare", "senza nomi; posizione entro qualche centinaio di metri: non servono a misurare"),
        new("confini.geojson", "Confini interni di ASST e province", $"province: {Istat}; ASST: {Membership}", CcBy, "1 gennaio 2023 (confini); date per riga in unita.csv",
            "solo da disegnare", "linee fra un'area e l'altra, ciascuna una volta sola, dai confini semplificati dei comuni; senza il contorno della regione"),
    ];

    public static SourceList Of(string file) => All.Concat(Drawn).Single(p => p.File == file);
}
