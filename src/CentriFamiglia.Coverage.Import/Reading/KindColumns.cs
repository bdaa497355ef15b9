using CentriFamiglia.Coverage.Findings;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The columns of every kind of file, in the order of the templates and of the exports.</summary>
internal static class KindColumns
{
    private const string Code = "Codice ISTAT del comune, sei cifre", Lon = "Longitudine, gradi WGS84", Lat = "Latitudine, gradi WGS84";

    private static readonly string[] _code =
    [
        "procom", "istat", "codiceistat", "codistat", "codicecomune", "codcomune", "comuneistat", "istatcomune", "codiceistatcomune",
        "codicecomuneistat", "codicecomuneformatoalfanumerico", "codicecomunealfanumerico", "idcomune", "comistatcode", "comistatcodenum", "codprocom", "codicecomunenumerico",
    ];

    private static readonly string[] _comuneName = ["nomecomune", "denominazionecomune", "comunesede", "citta"];

    private static readonly string[] _lon = ["longitudine", "longitude", "long", "lng", "x", "coordx", "coordinatax", "est", "easting"];

    private static readonly string[] _lat = ["latitudine", "latitude", "y", "coordy", "coordinatay", "nord", "northing"];

    private static readonly string[] _manager = ["gestore", "tipogestore", "entegestore", "tipoente", "naturaente", "naturagestore"];

    private static readonly string[] _validFrom = ["validodal", "validadal", "datainizio"];

    private static readonly string[] _validTo = ["validoal", "validaal", "validofinoal", "datafine"];

    private static readonly string[] _children =
    [
        "eta0a14", "da0a14anni", "da0a14", "minoridi15anni", "bambini0a14", "bambini014", "popolazione014", "popolazione0a14", "residenti014",
    ];

    private static readonly string[] _elderly =
    [
        "eta65", "eta65piu", "eta65epiu", "eta65eoltre", "oltre65", "oltre65anni", "da65anni", "65oltre", "65eoltre", "65anniepiu", "65annieoltre", "anziani", "anziani65",
        "popolazione65eoltre", "residenti65oltre",
    ];

    public static KindTable<Comune> Comuni { get; } = new KindTable<Comune>("comuni", "Comuni")
        .Text("pro_com_t", Code, c => c.Code.Value, _code, required: true)
        .Text(
            "nome", "Nome del comune", c => c.Name,
            ["comune", "name", "denominazione", "nomecomune", "denominazionecomune", "denominazioneinitaliano"], required: true)
        .Text("provincia", "Sigla della provincia", c => c.Province, [])
        .Only(Spec("sigla", "siglaprovincia", "siglaautomobilistica", "provacr", "siglaprov"))
        .Number("residenti", NumberUse.Whole, "Residenti", c => (long?)c.Residents, ["popolazione", "abitanti"])
        .Number("famiglie", NumberUse.Whole, "Famiglie", c => (long?)c.Families, ["nuclei"])
        .Number("superficie_km2", NumberUse.Decimal, "Superficie in km²", c => c.AreaKm2, ["superficie", "superficiekmq", "areakm2", "kmq"])
        .Number("altitudine_m", NumberUse.Decimal, "Altitudine del centro in metri", c => c.AltitudeMetres, ["altitudine", "altitudinecentrom", "quota"])
        .Number(
            "grado_urbanizzazione", NumberUse.Whole, "Grado di urbanizzazione: 1 città, 2 centro minore, 3 rurale", c => (long?)c.UrbanDegree,
            ["degurba", "urbanizzazione"])
        .Text(
            "classe_snai", "Classe della mappa delle aree interne 2020, da A a F", c => c.Class is { } snai ? Vocabulary.Snai.Of(snai) : null,
            ["classe", "classeareeinterne", "snai"])
        .Number("sede_lon", NumberUse.Coordinate, "Longitudine del centro del comune, gradi WGS84", c => c.Seat?.Lon, ["sedelongitudine"])
        .Number("sede_lat", NumberUse.Coordinate, "Latitudine del centro del comune, gradi WGS84", c => c.Seat?.Lat, ["sedelatitudine"])
        .Text("sede_fonte", "Fonte del centro del comune", c => c.Seat?.Source, [])
        .Number("eta_0_14", NumberUse.Whole, "Residenti fino a 14 anni, persone", c => (long?)c.Ages?.Children, _children)
        .Number("eta_65_oltre", NumberUse.Whole, "Residenti di 65 anni e oltre, persone", c => (long?)c.Ages?.Elderly, _elderly)
        .Number("eta_anno", NumberUse.Whole, "Anno in cui le età sono state contate", c => (long?)c.Ages?.Year, ["annoeta"])
        .Text("eta_fonte", "Fonte delle età", c => c.Ages?.Source, ["fonteeta"])
        // The geometry of a CSV, which the reader of the file has already made of it.
        .Only(Spec("wkt"));

    public static KindTable<Membership> Unita { get; } = new KindTable<Membership>("unita", "Unità territoriali dei comuni")
        .Text("pro_com_t", Code, m => m.Comune.Value, _code, required: true)
        .Text("ats", "ATS", m => m.Ats, ["nomeats", "agenziatuteladellasalute"], required: true)
        .Text("asst", "ASST", m => m.Asst, ["nomeasst"])
        .Text("distretto", "Distretto", m => m.Distretto, ["nomedistretto", "distrettosanitario", "distrettosociosanitario"])
        .Text(
            "ambito", "Ambito territoriale sociale", m => m.Ambito,
            ["nomeambito", "ambitoterritoriale", "ambitoterritorialesociale", "ambitosociale", "pianodizona"])
        .Text("ambito_status", "Quanto è documentato l'Ambito: listed, inferred, unverified", m => Vocabulary.Evidence.Of(m.AmbitoStatus), ["statoambito"])
        .Text(
            "distretto_status", "Quanto è documentato il Distretto: listed, inferred, unverified", m => Vocabulary.Evidence.Of(m.DistrettoStatus),
            ["statodistretto"])
        .Text("source", "Fonte", m => m.Source, ["fonte"])
        .Text("source_date", "Data della fonte", m => m.SourceDate, ["datafonte"])
        .Text("valid_from", "Primo giorno di validità", m => DateText.Write(m.ValidFrom), _validFrom)
        .Text("valid_to", "Ultimo giorno di validità", m => DateText.Write(m.ValidTo), _validTo)
        .Only(Spec("comune", _comuneName));

    public static KindTable<Comune> Popolazione { get; } = new KindTable<Comune>("popolazione", "Residenti dei comuni")
        .Text("pro_com_t", Code, c => c.Code.Value, _code, required: true)
        .Number(
            "residenti", NumberUse.Whole, "Residenti", c => (long?)c.Residents,
            ["popolazione", "abitanti", "popolazioneresidente", "residentitotali", "totaleresidenti", "popresidente", "pop", "popolazionetotale",
                "popolazioneresidentetotale", "totalepopolazione", "totale"],
            required: true)
        .Only(Spec("comune", _comuneName));

    /// <summary>Of the comuni whose ages are known.</summary>
    public static KindTable<Comune> Eta { get; } = new KindTable<Comune>("eta", "Residenti dei comuni per età")
        .Text("pro_com_t", Code, c => c.Code.Value, _code, required: true)
        .Number("eta_0_14", NumberUse.Whole, "Residenti fino a 14 anni, persone", c => (long?)c.Ages?.Children, _children, required: true)
        .Number("eta_65_oltre", NumberUse.Whole, "Residenti di 65 anni e oltre, persone", c => (long?)c.Ages?.Elderly, _elderly, required: true)
        .Number("anno", NumberUse.Whole, "Anno del conteggio", c => (long?)c.Ages?.Year, ["annoriferimento", "annoeta", "annocensimento"])
        .Text("fonte", "Fonte del conteggio", c => c.Ages?.Source, ["source", "fonteeta"])
        .Only(Spec("comune", _comuneName));

    public static KindTable<DemandPoint> Punti { get; } = new KindTable<DemandPoint>("punti", "Punti di domanda")
        .Text(
            "id", "Identificativo del punto", p => p.Id.Value,
            ["idpunto", "punto", "codicepunto", "codice", "identificativo", "sezione", "sezionecensimento", "sez2011", "sez2021", "sez21id"], required: true)
        .Text("pro_com_t", Code, p => p.Comune.Value, _code, required: true)
        .Number("lon", NumberUse.Coordinate, Lon, p => p.Lon, _lon)
        .Number("lat", NumberUse.Coordinate, Lat, p => p.Lat, _lat)
        .Number(
            "residenti", NumberUse.Decimal, "Residenti che il punto rappresenta", p => p.Residents,
            ["popolazione", "abitanti", "popolazioneresidente", "popresidente", "pop", "pop21", "p1", "peso"], required: true)
        .Number("famiglie", NumberUse.Decimal, "Famiglie contate nel punto; vuoto: la sua parte di quelle del comune", p => p.Families, ["nuclei", "pf1"])
        .Number("eta_0_14", NumberUse.Decimal, "Persone fino a 14 anni contate nel punto; vuoto: la sua parte di quelle del comune", p => p.Children, _children)
        .Number("eta_65_oltre", NumberUse.Decimal, "Persone di 65 anni e oltre contate nel punto; vuoto: la sua parte di quelle del comune", p => p.Elderly, _elderly)
        .Only(Spec("comune", _comuneName));

    public static KindTable<Network> Reti { get; } = new KindTable<Network>("reti", "Reti dei Centri per la famiglia")
        .Text(
            "network_id", "Identificativo della rete", n => n.Id.Value,
            ["idrete", "rete", "codicerete", "id", "codice", "idprogetto", "codiceprogetto", "identificativo"], required: true)
        .Text(
            "name", "Nome della rete", n => n.Name,
            ["nome", "nomerete", "denominazione", "titolo", "denominazionerete", "progetto"], required: true)
        .Text("ats", "ATS", n => n.Ats, ["nomeats"])
        .Text("manager_kind", "Natura del capofila", n => n.ManagerKind, _manager)
        .Number(
            "contribution_eur", NumberUse.Money, "Contributo regionale in euro", n => n.ContributionEur,
            ["contributo", "contributoeur", "contributoeuro", "importo", "finanziamento"])
        .Number("months", NumberUse.Whole, "Mesi coperti dal contributo", n => (long?)n.Months, ["mesi", "durata", "duratamesi", "duratainmesi"])
        .Text(
            "caregiver_action", "Azione dedicata ai caregiver: si, no, vuoto se non dichiarata",
            n => n.CaregiverAction is { } action ? Vocabulary.YesNo.Of(action) : null,
            ["caregiver", "azionecaregiver", "azionepercaregiver", "azionededicataaicaregiver"])
        .Text("acceptance_date", "Giorno in cui il contributo è stato accettato", n => DateText.Write(n.AcceptedOn), ["dataaccettazione", "accettazione"])
        .Text("start_date", "Primo giorno del progetto", n => DateText.Write(n.StartsOn), ["datainizio", "inizio", "avvio", "dataavvio"])
        .Text("end_date", "Ultimo giorno del progetto, senza proroga", n => DateText.Write(n.EndsOn), ["datafine", "fine", "scadenza", "datascadenza"])
        .Text("extension_date", "Ultimo giorno della proroga", n => DateText.Write(n.ExtendedTo), ["dataproroga", "proroga", "prorogafinoal", "prorogaal"])
        .Text(
            "partners", "Enti partner, separati da |, ciascuno con la sua natura dopo i due punti", n => ListText.Write([.. n.Partners.Select(p => p.ToString())]),
            ["partner", "entipartner", "soggettipartner", "elencopartner"])
        .Number(
            "partner_count", NumberUse.Whole, "Quanti enti partner, se non sono elencati", n => (long?)n.StatedPartners,
            ["numeropartner", "npartner", "numeroentipartner", "numerosoggettipartner"]);

    /// <summary>A sede beside the name of its comune.</summary>
    public static KindTable<(Site Site, string? Comune)> Sedi { get; } = new KindTable<(Site Site, string? Comune)>("sedi", "Sedi dei Centri per la famiglia")
        .Text(
            "site_id", "Identificativo della sede", s => s.Site.Id.Value,
            ["idsede", "codicesede", "sedeid", "sede", "id", "codice", "identificativo"], required: true)
        .Text(
            "name", "Nome della sede", s => s.Site.Name,
            ["nome", "nomesede", "denominazione", "denominazionesede", "nomecentro", "centro"], required: true)
        .Text(
            "role", $"Ruolo: {string.Join(", ", Vocabulary.Role.Written)}", s => Vocabulary.Role.Of(s.Site.Role),
            ["ruolo", "tipo", "tiposede", "tipologia", "hubspoke", "hubospoke"], required: true)
        .Text(
            "network_id", "Rete di cui la sede fa parte", s => s.Site.Network?.Value,
            ["rete", "idrete", "codicerete", "network", "progetto", "idprogetto", "codiceprogetto", "progettualita"])
        .Text("manager_kind", "Natura del gestore", s => s.Site.ManagerKind, _manager)
        .Text("comune", "Nome del comune", s => s.Comune, _comuneName)
        .Text("pro_com_t", Code, s => s.Site.Comune.Value, _code, required: true)
        .Number("lon", NumberUse.Coordinate, Lon, s => s.Site.Lon, _lon)
        .Number("lat", NumberUse.Coordinate, Lat, s => s.Site.Lat, _lat)
        .Text(
            "opening_hours", "Orari di apertura come dichiarati", s => s.Site.OpeningHours,
            ["orari", "orario", "orariapertura", "orarioapertura", "apertura", "aperture"])
        .Text(
            "wheelchair", "Accesso alle persone con disabilità: yes, limited, no, vuoto se non dichiarato", s => s.Site.Wheelchair,
            ["accessibilita", "accessibile", "accessodisabili", "accessibilitadisabili", "accessibilealledisabilita", "disabili"])
        .Text("spaces", "Spazi, separati da |", s => ListText.Write(s.Site.Spaces), ["spazi"])
        .Text("services", "Servizi, separati da |", s => ListText.Write(s.Site.Services), ["servizi"])
        .Text(
            "declared_ambiti", "Ambiti che l'Hub dichiara di servire, separati da |", s => ListText.Write(s.Site.DeclaredAmbiti),
            ["ambitidichiarati", "ambiti", "ambito", "ambitiserviti", "ambiticompetenza", "territoriocompetenza"])
        .Text("status", "Stato: active, planned, closed", s => Vocabulary.Status.Of(s.Site.Status), ["stato", "statosede", "attiva"])
        .Text("address", "Indirizzo per il pubblico", s => s.Site.Address, ["indirizzo", "via", "indirizzosede"])
        .Text("phone", "Telefono per il pubblico", s => s.Site.Phone, ["telefono", "tel", "recapitotelefonico", "cellulare"])
        .Text("email", "Posta elettronica per il pubblico", s => s.Site.Email, ["mail", "postaelettronica", "indirizzomail", "indirizzoemail"])
        .Text("web", "Pagina web", s => s.Site.Web, ["sito", "sitoweb", "paginaweb", "url", "sitointernet"])
        .Number(
            "operators", NumberUse.Whole, "Operatori della sede, persone", s => (long?)s.Site.Operators,
            ["operatori", "numerooperatori", "noperatori"])
        .Text("staff", "Figure professionali, separate da |", s => ListText.Write(s.Site.Staff), ["figureprofessionali", "figure", "personale", "equipe"])
        .Text("protocols", "Protocolli operativi con altri servizi, separati da |", s => ListText.Write(s.Site.Protocols), ["protocolli", "protocollioperativi"])
        .Text(
            "service_charter", "Carta dei servizi: si, no, vuoto se non dichiarata",
            s => s.Site.ServiceCharter is { } charter ? Vocabulary.YesNo.Of(charter) : null, ["cartaservizi", "cartadeiservizi", "carta"])
        .Text("source", "Fonte", s => s.Site.Source, ["fonte"])
        .Text("source_date", "Data della fonte", s => s.Site.SourceDate, ["datafonte"])
        .Text(
            "precisione", "punto: coordinate della sede; comune: posta nel centro del comune", s => Vocabulary.Precision.Of(s.Site.Precision),
            ["precision", "precisioneposizione"])
        .Text(
            "dimostrativo", "si: sede inventata per prova, da non mostrare come vera", s => Vocabulary.YesNo.Of(s.Site.Demonstration),
            ["dimostrativa", "demonstration"])
        .Text("valid_from", "Primo giorno di validità", s => DateText.Write(s.Site.ValidFrom), _validFrom)
        .Text("valid_to", "Ultimo giorno di validità", s => DateText.Write(s.Site.ValidTo), _validTo)
        .Only([.. WeekColumns.Specs]);

    public static KindTable<StandardWaiver> Eccezioni { get; } = new KindTable<StandardWaiver>("eccezioni", "Eccezioni allo standard locale")
        .Text("livello", "ambito o distretto", e => Vocabulary.Level.Of(e.Level), ["level"], required: true)
        .Text("codice", "Codice dell'area", e => e.Code, ["area", "codicearea", "nomearea"], required: true)
        .Text("motivo", "Perché l'area può restare sotto lo standard locale", e => e.Reason, ["ragione"], required: true)
        .Text("responsabile", "Chi ne risponde", e => e.Who, ["chi", "decisoda"], required: true)
        .Text("fino_al", "Ultimo giorno in cui l'eccezione vale", e => DateText.Write(e.Until), ["finoal", "scadenza", "datascadenza"], required: true);

    public static KindTable<AtsDeclaration> Dichiarazioni { get; } = new KindTable<AtsDeclaration>("dichiarazioni", "Dichiarazioni delle ATS")
        .Text("ats", "ATS", d => d.Ats, ["nomeats"], required: true)
        .Number(
            "residui_eur", NumberUse.Money, "Residui di anni precedenti, verificati con la Regione, euro", d => d.ResidualEur,
            ["residui", "residuo", "residuoeur", "residuianniprecedenti", "eur"], required: true)
        .Number("speso_eur", NumberUse.Money, "Speso finora, euro", d => d.SpentEur, ["speso", "spesa", "spesaeur"])
        .Text(
            "condivisa", "Giorno della lettura comune con la Cabina di Regia", d => DateText.Write(d.SharedOn),
            ["datacondivisione", "condivisione", "condivisacabina", "letturacomune"]);

    /// <summary>Headers of <c>km</c> under which metres stand, those of ISTAT's matrix among them.</summary>
    public static ImmutableArray<string> MetreHeaders { get; } = ["totalmete", "totalmeters", "metri", "distanzametri", "distanzam", "lunghezzametri", "metres"];

    /// <summary>Headers under which times are seconds: as <c>coverage matrix</c> writes them.</summary>
    public static ImmutableArray<string> SecondHeaders { get; } = ["seconds", "secondi", "duratasecondi", "temposecondi"];

    private static readonly ImmutableArray<ColumnSpec> _matrice =
    [
        new("from", true, ["da", "origine", "codiceorigine", "comuneorigine", "procomtorigine", "istatorigine", "partenza"]),
        new("to", true, ["a", "destinazione", "codicedestinazione", "comunedestinazione", "procomtdestinazione", "istatdestinazione", "arrivo"]),
        new("minutes", true, ["minuti", "tempo", "tempominuti", "tempoinminuti", "min", "durataminuti", "totalminu", "totalminutes", .. SecondHeaders]) { Use = NumberUse.Decimal },
        new("km", false, ["chilometri", "distanzakm", "distanza", "lunghezzakm", .. MetreHeaders]) { Use = NumberUse.Decimal },
        new("status", false, ["stato"]),
    ];

    /// <summary>Columns of a kind, with the names under which each is accepted.</summary>
    public static ImmutableArray<ColumnSpec> Of(ImportKind kind) => kind switch
    {
        ImportKind.Comuni => Comuni.Specs,
        ImportKind.Unita => Unita.Specs,
        ImportKind.Popolazione => Popolazione.Specs,
        ImportKind.Eta => Eta.Specs,
        ImportKind.Punti => Punti.Specs,
        ImportKind.Reti => Reti.Specs,
        ImportKind.Sedi => Sedi.Specs,
        ImportKind.Matrice => _matrice,
        ImportKind.Eccezioni => Eccezioni.Specs,
        _ => Dichiarazioni.Specs,
    };

    private static readonly Lazy<HashSet<string>> _headers = new(() => ImportKinds.All
        .SelectMany(kind => Of(kind))
        .SelectMany(spec => spec.Aliases.Prepend(HeaderText.Normalise(spec.Name)))
        .Append("eta")
        .ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a text is the header of a column of any kind.</summary>
    public static bool KnowsHeader(string text) => text.Length < 100
        && (_headers.Value.Contains(HeaderText.OfHeader(text)) || _headers.Value.Contains(HeaderText.OfBareHeader(text)));

    private static ColumnSpec Spec(string name, params string[] aliases) => new(name, false, [.. aliases]);
}
