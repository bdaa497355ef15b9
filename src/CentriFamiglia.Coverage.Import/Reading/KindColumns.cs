using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The columns of every kind of file, in the order of the templates and of the exports.</summary>
public static class KindColumns
{
    private static readonly ColumnSpec _code = Required(
        "pro_com_t",
        "procom", "istat", "codiceistat", "codistat", "codicecomune", "codcomune", "comuneistat", "istatcomune", "codiceistatcomune",
        "codicecomuneistat", "codicecomuneformatoalfanumerico", "codicecomunealfanumerico", "idcomune");

    private static readonly ColumnSpec _comuneName = Optional("comune", "nomecomune", "denominazionecomune", "comunesede", "citta");

    private static readonly ColumnSpec _lon = Optional("lon", "longitudine", "longitude", "long", "lng", "x", "coordx", "coordinatax", "est", "easting");

    private static readonly ColumnSpec _lat = Optional("lat", "latitudine", "latitude", "y", "coordy", "coordinatay", "nord", "northing");

    private static readonly ColumnSpec _manager = Optional(
        "manager_kind", "gestore", "tipogestore", "entegestore", "tipoente", "naturaente", "naturagestore");

    private static readonly ColumnSpec _source = Optional("source", "fonte");

    private static readonly ColumnSpec _sourceDate = Optional("source_date", "datafonte");

    private static readonly ColumnSpec _validFrom = Optional("valid_from", "validodal", "validadal", "datainizio");

    private static readonly ColumnSpec _validTo = Optional("valid_to", "validoal", "validaal", "validofinoal", "datafine");

    /// <summary>The geometry of a CSV, which the reader of the file has already made of it.</summary>
    private static readonly ColumnSpec _wkt = Optional("wkt");

    private static readonly ImmutableDictionary<ImportKind, ImmutableArray<ColumnSpec>> _all =
        new Dictionary<ImportKind, ImmutableArray<ColumnSpec>>
        {
            [ImportKind.Comuni] =
            [
                _code,
                Required("nome", "comune", "name", "denominazione", "nomecomune", "denominazionecomune", "denominazioneinitaliano"),
                Optional("provincia"),
                Optional("sigla", "siglaprovincia", "siglaautomobilistica"),
                Optional("residenti", "popolazione", "abitanti"),
                Optional("famiglie", "nuclei"),
                Optional("superficie_km2", "superficie", "superficiekmq", "areakm2", "kmq"),
                Optional("altitudine_m", "altitudine", "altitudinecentrom", "quota"),
                Optional("grado_urbanizzazione", "degurba", "urbanizzazione"),
                Optional("classe_snai", "classe", "classeareeinterne", "snai"),
                Optional("sede_lon", "sedelongitudine"),
                Optional("sede_lat", "sedelatitudine"),
                Optional("sede_fonte"),
                _wkt,
            ],
            [ImportKind.Unita] =
            [
                _code,
                Required("ats", "nomeats", "agenziatuteladellasalute"),
                Optional("asst", "nomeasst"),
                Optional("distretto", "nomedistretto", "distrettosanitario", "distrettosociosanitario"),
                Optional("ambito", "nomeambito", "ambitoterritoriale", "ambitoterritorialesociale", "ambitosociale", "pianodizona"),
                Optional("ambito_status", "statoambito"),
                Optional("distretto_status", "statodistretto"),
                _source,
                _sourceDate,
                _validFrom,
                _validTo,
                _comuneName,
            ],
            [ImportKind.Popolazione] =
            [
                _code,
                Required(
                    "residenti",
                    "popolazione", "abitanti", "popolazioneresidente", "residentitotali", "totaleresidenti", "popresidente", "pop", "popolazionetotale"),
                _comuneName,
            ],
            [ImportKind.Punti] =
            [
                Required("id", "idpunto", "punto", "codicepunto", "codice", "identificativo", "sezione", "sezionecensimento"),
                _code,
                _lon,
                _lat,
                Required("residenti", "popolazione", "abitanti", "popolazioneresidente", "popresidente", "pop", "peso"),
                _comuneName,
            ],
            [ImportKind.Reti] =
            [
                Required("network_id", "idrete", "rete", "codicerete", "id", "codice", "idprogetto", "codiceprogetto", "identificativo"),
                Required("name", "nome", "nomerete", "denominazione", "titolo", "denominazionerete", "progetto"),
                Optional("ats", "nomeats"),
                _manager,
                Optional("contribution_eur", "contributo", "contributoeur", "contributoeuro", "importo", "finanziamento"),
                Optional("months", "mesi", "durata", "duratamesi", "duratainmesi"),
                Optional("caregiver_action", "caregiver", "azionecaregiver", "azionepercaregiver", "azionededicataaicaregiver"),
            ],
            [ImportKind.Sedi] =
            [
                Required("site_id", "idsede", "codicesede", "sedeid", "sede", "id", "codice", "identificativo"),
                Required("name", "nome", "nomesede", "denominazione", "denominazionesede", "nomecentro", "centro"),
                Required("role", "ruolo", "tipo", "tiposede", "tipologia", "hubspoke", "hubospoke"),
                Optional("network_id", "rete", "idrete", "codicerete", "network", "progetto", "idprogetto", "codiceprogetto", "progettualita"),
                _manager,
                _comuneName,
                _code,
                _lon,
                _lat,
                Optional("opening_hours", "orari", "orario", "orariapertura", "orarioapertura", "apertura", "aperture"),
                Optional("wheelchair", "accessibilita", "accessibile", "accessodisabili", "accessibilitadisabili", "accessibilealledisabilita", "disabili"),
                Optional("spaces", "spazi"),
                Optional("services", "servizi"),
                Optional("declared_ambiti", "ambitidichiarati", "ambiti", "ambito", "ambitiserviti", "ambiticompetenza", "territoriocompetenza"),
                Optional("status", "stato", "statosede", "attiva"),
                _source,
                _sourceDate,
                Optional("precisione", "precision", "precisioneposizione"),
                Optional("dimostrativo", "dimostrativa", "demonstration"),
                _validFrom,
                _validTo,
                .. WeekColumns.Specs,
            ],
            [ImportKind.Matrice] =
            [
                Required("from", "da", "origine", "codiceorigine", "comuneorigine", "procomtorigine", "istatorigine", "partenza"),
                Required("to", "a", "destinazione", "codicedestinazione", "comunedestinazione", "procomtdestinazione", "istatdestinazione", "arrivo"),
                Required("minutes", "minuti", "tempo", "tempominuti", "tempoinminuti", "min", "durataminuti"),
                Optional("km", "chilometri", "distanzakm", "distanza", "lunghezzakm"),
            ],
            [ImportKind.Eccezioni] =
            [
                Required("livello", "level"),
                Required("codice", "area", "codicearea", "nomearea"),
                Required("motivo", "ragione"),
                Required("responsabile", "chi", "decisoda"),
                Required("fino_al", "finoal", "scadenza", "datascadenza"),
            ],
        }.ToImmutableDictionary();

    /// <summary>Columns of a kind, with the names under which each is accepted.</summary>
    public static ImmutableArray<ColumnSpec> Of(ImportKind kind) => _all[kind];

    private static ColumnSpec Required(string name, params string[] aliases) => new(name, true, [.. aliases]);

    private static ColumnSpec Optional(string name, params string[] aliases) => new(name, false, [.. aliases]);
}
