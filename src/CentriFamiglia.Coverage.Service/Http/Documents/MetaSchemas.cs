using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Servers;
using Microsoft.OpenApi;
using static CentriFamiglia.Coverage.Service.Http.Documents.Schemas;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>The member <c>meta</c> that every question has, as <see cref="ProvenanceJson"/> writes it.</summary>
internal static class MetaSchemas
{
    public static OpenApiSchema Common() => Object(
        ("titolo", Text("Titolo delle righe.")),
        ("data", Moment("Quando le cifre sono state calcolate, UTC.")),
        ("programma", Text("Nome e versione del programma.")),
        ("fotografia", Object(
            ("hash", Text("SHA-256 dei dati: due risposte con la stessa impronta poggiano sugli stessi dati.")),
            ("alla_data", Day("Giorno a cui valgono.")),
            ("revisione", Integer("Revisione dell'archivio che è stata letta.")))),
        ("regole", Rules()),
        ("sedi", Object(
            ("insieme", Word(SiteSet.Names, "Insieme di sedi.")),
            ("completo", Flag("Se l'elenco è dichiarato completo per tutte le ATS.")),
            ("completo_per", Texts("Le ATS per cui lo è.")),
            ("dimostrativo", Flag("Vero se contiene sedi inventate.")),
            ("sedi_attive", Integer()),
            ("reti", Integer()),
            ("reti_non_in_corso", Integer("Reti non ancora cominciate o già finite: non contano.")))),
        ("domanda", Demand()),
        ("non_aggiornato_dal?", Moment("Da quando l'archivio non risponde: le cifre sono dei dati letti prima.")),
        ("viaggio?", Named("Travel")),
        ("limiti?", Object(
            ("nota", Text()),
            ("minuti?", Number("Un limite per tutti.")),
            ("minuti_per_classe_snai?", By(Number(), "Quelli delle classi, da A a F."))).With("Limiti di viaggio, minuti.")),
        ("archivio?", Stored()),
        ("residenti_esclusi", Integer("Residenti dei comuni NON_CARICATO, che nessuna cifra conta.")),
        ("comuni_esclusi", Integer("Comuni NON_CARICATO.")),
        ("totali", Object().With("Totali delle righe, che non hanno una riga di totale.")),
        ("fonte_stato", Word(Vocabulary.Evidence.Written, "Prova più debole dell'appartenenza dei comuni.")),
        ("licenza", Object(("nome", Text()), ("indirizzo", Text()))),
        ("attribuzioni", Texts("Chi citare.")),
        ("avvertenze", Texts("Frasi senza le quali le cifre non si devono leggere.")),
        ("durate_ms", By(Number(), "Millisecondi, passo per passo.")));

    public static OpenApiSchema Travel() => Object(
        ("fonte", Word(CommonColumns.TravelWords, "Da dove vengono i tempi.")),
        ("descrizione", Text()),
        ("errore_medio_minuti", Number("Errore medio assoluto; null: non misurato.").OrNull()),
        ("errore_p90_minuti", Number("Errore che nove casi su dieci non superano; null: non misurato.").OrNull()),
        ("impronta", Text("SHA-256 della fonte.")),
        ("rete?", Object(
            ("estratto", Text("File di OpenStreetMap.")),
            ("estratto_sha256", Text()),
            ("data_osm", Moment("A quando risale; null: il file non lo dice.").OrNull()),
            ("profilo", Text()),
            ("profilo_sha256", Text()),
            ("aggancio_massimo_m", Number("Metri da un luogo alla strada, al più."))).With("La rete stradale, dove i tempi sono suoi.")),
        ("server?", Object(
            ("tipo", Word(RoadServerKinds.Words.Written)),
            ("indirizzo", Text("Senza credenziali.")),
            ("profilo", Text()),
            ("versione_dati", Text("Dei dati del server; null: non la dice.").OrNull()),
            ("chiesto_dal", Moment("Da quando gli si chiedono i minuti.")),
            ("aggancio_massimo_m", Number("Metri da un luogo alla strada, al più.")),
            ("coppie_oltre_il_massimo", Integer("Coppie di luoghi più lontani di quanto il server calcola.")))
            .With("Il server delle strade dell'ufficio, dove i tempi sono suoi.")));

    /// <summary>Which sedi are open at the moment that was asked.</summary>
    public static OpenApiSchema Open() => Object(
        ("giorno", Text()),
        ("ora", Text()),
        ("sedi_aperte", Integer()),
        ("sedi_chiuse", Integer()),
        ("sedi_incerte", Integer("Né aperte né chiuse: gli orari non sono noti per intero.")),
        ("senza_orario", Texts()),
        ("orario_non_letto", Texts()),
        ("orario_letto_in_parte", Texts())).With("Solo con at: le sedi in quel momento.");

    private static OpenApiSchema Rules() => Object(
        ("id", Text("Insieme di regole.")),
        ("titolo", Text()),
        ("data", Day()),
        ("testo_caricato", Flag("Falso: clausole e parametri non indicati sono quelli dell'atto citato.")),
        ("base", Text("Insieme da cui deriva; null: nessuno.").OrNull()),
        ("valido_dal", Day().OrNull()),
        ("valido_al", Day("null: senza termine.").OrNull()),
        ("sha256", Text()),
        ("fonti", Each(Object(("cifra", Text()), ("fonte", Text())))),
        ("varianti", Each(Object(
            ("id", Text()),
            ("ats", Text()),
            ("valido_dal", Day().OrNull()),
            ("valido_al", Day().OrNull()),
            ("fonte", Text())), "Regole diverse di singole ATS.")));

    private static OpenApiSchema Demand() => Object(
        ("punti", Integer("Punti da cui si parte.")),
        ("descrizione", Text()),
        ("tipo", Word([.. DemandChoice.Figures.Written, "indice"], "Di chi si pesano i viaggi.")),
        ("nome", Text()),
        ("anno", Integer("null: di anni diversi, o non noto.").OrNull()),
        ("fonte", Text()),
        ("pesi?", By(Number(), "Solo di un indice.")),
        ("anni?", By(Integer().OrNull(), "Solo di un indice.")),
        ("comuni_senza_dato?", Integer("Comuni che pesano zero, perché non si sa."))).With("Di chi si pesano i viaggi, di che anno e da dove.");

    private static OpenApiSchema Stored() => Object(
        ("righe_escluse", Integer()),
        ("rilievi", Each(Object(
            ("tabella", Text()),
            ("fid", Integer().OrNull()),
            ("id", Text().OrNull()),
            ("insieme", Text().OrNull()),
            ("colonna", Text().OrNull()),
            ("valore", Text().OrNull()),
            ("codice", Text()),
            ("motivo", Text()),
            ("rimedio", Text()),
            ("esclusa", Flag()))))).With("Righe dell'archivio che un altro programma ha cambiato e che non vanno.");
}
