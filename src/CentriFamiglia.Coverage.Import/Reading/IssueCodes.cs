using System.Reflection;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Every kind of remark that a report may hold, once. A code, once published, keeps its meaning: offices count by it.</summary>
public static class IssueCodes
{
    // Files, sheets, layers.
    public static RefusalCode ContentsUnknown { get; } = new(
        "contenuto_non_riconosciuto", "Non si capisce che cosa contiene il file.",
        "Indicarlo con --as, usare i nomi di colonna dei modelli (docs/modelli), oppure togliere il file dalla cartella.");
    public static RefusalCode OwnResult { get; } = new(
        "risultato_del_programma", "Il file è un risultato di questo programma, non un elenco da importare.", "Importare i dati da cui il risultato viene.");
    public static RefusalCode SediAsNetworks { get; } = new(
        "sedi_al_posto_di_reti", "Un elenco di sedi è stato chiesto come elenco di reti.",
        "Importarlo con --as sedi; le reti vanno in un file proprio (i modelli sono in docs/modelli).");
    public static FindingCode NotRead { get; } = new(
        "parte_non_letta", "Un file, una cartella, un foglio o uno strato non è stato letto, e può contenere righe dell'elenco.",
        "Importarlo a parte, in un formato che si legge, o toglierlo.");
    public static NoteCode LeftAside { get; } = new("parte_lasciata", "Un foglio o uno strato che non è quello chiesto è stato lasciato.");
    public static NoteCode HowRead { get; } = new("lettura_del_file", "Come è stato letto il file: codifica, separatore, righe di titolo.");
    public static RefusalCode NothingToReplaceWith { get; } = new(
        "sostituzione_senza_righe", "Il file non ha righe, e con --replace toglierebbe tutto.", "Controllare il file; i modelli sono in docs/modelli.");
    public static NoteCode NoRows { get; } = new("file_senza_righe", "Il file non ha righe.");

    // Columns.
    public static RefusalCode ColumnMissing { get; } = new("colonna_mancante", "Manca una colonna obbligatoria.", "Intestare la colonna come nei modelli (docs/modelli).");
    public static NoteCode ColumnComputed { get; } = new("colonna_calcolata", "Una colonna calcolata dal programma non si importa.");
    public static NoteCode ColumnIgnored { get; } = new("colonna_ignorata", "Una colonna non è riconosciuta, ed è ignorata.");
    public static NoteCode ColumnRepeated { get; } = new("colonna_ripetuta", "Due colonne dicono la stessa cosa, e una non è letta.");
    public static FindingCode ColumnsDiffer { get; } = new("colonne_discordi", "Due colonne con lo stesso significato dicono cose diverse.", "Tenere una sola delle due colonne.");
    public static NoteCode ColumnCutShort { get; } = new("colonna_dal_nome_troncato", "Una colonna è riconosciuta dal nome troncato a dieci lettere.");
    public static NoteCode GeometryColumn { get; } = new("geometria_da_una_colonna", "La geometria è letta da una colonna.");
    public static NoteCode GeometryNotUsed { get; } = new("geometria_non_usata", "Una colonna di geometria non è usata.");
    public static FindingCode UnreadableLetters { get; } = new(
        "caratteri_illeggibili", "In una colonna ci sono lettere già perdute prima dell'importazione.",
        "Esportare di nuovo il file come UTF-8 dal programma di origine: qui qualche lettera è già persa.");
    public static FindingCode InvisibleLetters { get; } = new(
        "caratteri_invisibili", "Da una colonna sono stati tolti caratteri che non si vedono.", "Accettato; vengono di solito da testi copiati da una pagina web.");

    // Rows.
    public static RefusalCode RowUnreadable { get; } = new("riga_non_leggibile", "La riga non si legge.", "Controllare separatori e virgolette della riga.");
    public static RefusalCode TotalRow { get; } = new("riga_di_totale", "La riga sembra un totale o una nota, non un dato.", "Toglierla dal file.");
    public static RefusalCode NoteBelow { get; } = new("nota_sotto_la_tabella", "La riga è sotto la tabella, dopo una riga vuota: sembra una nota.", "Toglierla dal file.");
    public static RefusalCode HeaderRepeated { get; } = new("intestazione_ripetuta", "La riga ripete l'intestazione.", "Toglierla dal file.");
    public static RefusalCode RowSwallowed { get; } = new(
        "virgolette_non_chiuse", "Una cella contiene il resto della riga e l'inizio di un'altra.",
        "Le virgolette si aprono in questa riga e si chiudono in una delle successive: chiuderle qui, o toglierle.");
    public static RefusalCode IdRepeated { get; } = new("identificativo_ripetuto", "L'identificativo è già in un'altra riga.", "Tenere una sola riga per identificativo.");
    public static FindingCode RowRepeated { get; } = new("riga_ripetuta", "La riga ripete una riga già letta.", "Togliere una delle due.");
    public static RefusalCode PairRepeated { get; } = new("coppia_ripetuta", "La coppia di comuni è già in un'altra riga.", "Tenere una sola riga per coppia.");

    // Values.
    public static RefusalCode ValueMissing { get; } = new("valore_mancante", "Manca un valore obbligatorio.", "Scrivere il valore.");
    public static RefusalCode ValueNotAllowed { get; } = new(
        "valore_non_ammesso", "Il valore non è fra quelli della colonna.", "Scrivere uno dei valori elencati nei modelli (docs/modelli).");
    public static RefusalCode NotANumber { get; } = new("numero_non_leggibile", "Il valore non è un numero.", "Scrivere solo le cifre, con la virgola o il punto per i decimali.");
    public static RefusalCode NumberRounded { get; } = new(
        "numero_scientifico", "Il numero è in notazione scientifica e ha perso delle cifre.",
        "Nel foglio di calcolo dare alla colonna il formato Numero (o Testo per i codici) ed esportare di nuovo.");
    public static RefusalCode NumberAmbiguous { get; } = new(
        "numero_ambiguo", "Il separatore può essere delle migliaia o dei decimali.",
        "Scrivere il numero senza separatore delle migliaia (1234), o con un numero di decimali diverso da tre.");
    public static RefusalCode NumberTooLarge { get; } = new("numero_troppo_grande", "Il numero è troppo grande.", "Controllare il valore.");
    public static RefusalCode NumberNegative { get; } = new("numero_negativo", "Il numero è negativo.", "Scrivere zero o un numero positivo.");
    public static RefusalCode NumberNotWhole { get; } = new("numero_non_intero", "Il numero non è intero.", "Scrivere un numero intero.");
    public static RefusalCode TooManyDecimals { get; } = new("troppi_decimali", "L'importo ha più di due decimali.", "Scrivere euro e centesimi.");
    public static FindingCode ThousandsPresumed { get; } = new(
        "migliaia_presunte", "Il separatore è letto come separatore delle migliaia, per il significato della colonna.",
        "Se era un decimale, scrivere i numeri senza separatore delle migliaia.");
    public static RefusalCode DateUnreadable { get; } = new("data_non_leggibile", "Il valore non è una data.", "Scrivere le date così: 2023-12-31 oppure 31/12/2023.");
    public static MendingCode DayNumber { get; } = new(
        "data_come_numero", "La data è il numero di un giorno del foglio di calcolo, ed è letta.", "Dare alla colonna il formato Data e controllare il giorno.");
    public static RefusalCode ValidityReversed { get; } = new("validita_rovesciata", "La validità finisce prima di cominciare.", "Scambiare o correggere valid_from e valid_to.");

    // Comuni.
    public static RefusalCode NoComuni { get; } = new("comuni_non_caricati", "Non ci sono comuni con cui confrontare il codice.", "Importare prima i comuni.");
    public static RefusalCode CodeNotValid { get; } = new(
        "codice_comune_non_valido", "Il valore non è un codice ISTAT di comune.", "Scrivere il codice ISTAT di sei cifre (per esempio 015146), come testo.");
    public static RefusalCode ComuneUnknown { get; } = new(
        "comune_sconosciuto", "Il codice non è di un comune della Lombardia.",
        "Controllare il codice; se il comune è stato soppresso, indicare quello nuovo, anche con una tabella successori.csv (old,new) nella cartella.");
    public static RefusalCode HeirUnknown { get; } = new("erede_sconosciuto", "Il comune soppresso avrebbe un erede che non esiste.", "Correggere la tabella dei successori.");
    public static RefusalCode OtherRegion { get; } = new("comune_di_altra_regione", "Il codice non è di una provincia della Lombardia.", "Togliere i comuni di altre regioni.");
    public static MendingCode CodeFromNumber { get; } = new(
        "codice_scritto_come_numero", "Il codice è scritto come numero decimale, ed è letto.", "Nel foglio di calcolo dare alla colonna il formato Testo.");
    public static MendingCode ZerosLost { get; } = new(
        "zeri_iniziali_persi", "Il codice ha perso gli zeri iniziali, ed è letto con loro.", "Nel foglio di calcolo dare alla colonna il formato Testo.");
    public static MendingCode ComuneDissolved { get; } = new("comune_soppresso", "Il comune è soppresso, ed è letto come il suo erede.", "Usare il codice nuovo.");
    public static FindingCode NameOfOther { get; } = new(
        "nome_di_altro_comune", "Il nome accanto al codice è di un altro comune.", "Vale il codice: controllare che le righe non siano scivolate.");
    public static RefusalCode UrbanDegree { get; } = new("grado_urbanizzazione_non_valido", "Il grado di urbanizzazione non è 1, 2 o 3.", "Correggerlo o lasciarlo vuoto.");
    public static RefusalCode SeatHalfGiven { get; } = new(
        "centro_con_una_coordinata", "Del centro del comune c'è una sola coordinata.", "Scrivere sede_lon e sede_lat, o nessuna delle due.");
    public static RefusalCode SeatOutside { get; } = new(
        "centro_fuori_dal_comune", "Il centro del comune è fuori dal suo confine.", "Scrivere sede_lon e sede_lat in gradi WGS84.");
    public static RefusalCode DissolvedBesideHeir { get; } = new(
        "soppresso_accanto_all_erede", "Il file ha sia il comune soppresso sia il suo erede.", "Tenere solo il comune nuovo, con tutti i residenti.");
    public static RefusalCode DissolvedIncomplete { get; } = new(
        "soppressi_incompleti", "Dei comuni soppressi di un erede ne mancano alcuni.", "Aggiungerli, oppure scrivere una sola riga per il comune nuovo.");
    public static FindingCode ResidentsJump { get; } = new("residenti_molto_diversi", "I residenti sono più del doppio, o meno della metà, di prima.", "Controllare il valore.");
    public static FindingCode ResidentsForgotten { get; } = new(
        "comuni_senza_residenti", "Il file sostituisce l'elenco e lascia comuni senza residenti.", "Completare il file, o importarlo senza --replace.");

    // Boundaries and places.
    public static RefusalCode GeometryUnreadable { get; } = new(
        "geometria_non_leggibile", "La geometria non si legge.", "Correggere la geometria (in QGIS: «Ripara geometrie») ed esportare di nuovo.");
    public static RefusalCode BoundaryMissing { get; } = new(
        "confine_mancante", "Manca il confine del comune.", "Dare a ogni comune un poligono (GeoJSON, GeoPackage, o colonna wkt).");
    public static RefusalCode BoundaryNoPolygon { get; } = new("confine_non_poligono", "Il confine non è un poligono.", "Esportare lo strato dei poligoni.");
    public static RefusalCode NotFinite { get; } = new(
        "coordinate_non_finite", "Le coordinate non sono numeri finiti.", "Scrivere le coordinate in gradi WGS84, o correggere la geometria.");
    public static RefusalCode CrsMissing { get; } = new(
        "sistema_di_riferimento_mancante", "Le coordinate non sono gradi, e non si sa in quale sistema sono.", "Indicarlo con --epsg (per esempio --epsg 32632).");
    public static RefusalCode LonLatSwapped { get; } = new("coordinate_scambiate", "Longitudine e latitudine sono scambiate.", "Scambiare longitudine e latitudine.");
    public static RefusalCode BoundaryOutside { get; } = new("confine_fuori_lombardia", "Il confine è fuori dalla Lombardia.", "Controllare il sistema di riferimento del file.");
    public static RefusalCode BoundaryNotValid { get; } = new(
        "confine_non_valido", "Il poligono del confine non è valido.", "In QGIS: «Ripara geometrie», poi esportare di nuovo.");
    public static FindingCode BoundariesOverlap { get; } = new(
        "confini_sovrapposti", "I confini di due comuni si sovrappongono.", "Accettato; correggere i confini perché i punti della fascia cadono in due comuni.");
    public static FindingCode BoundariesGap { get; } = new(
        "vuoto_fra_i_confini", "Fra i confini dei comuni resta un vuoto.", "Se non è l'enclave di un'altra regione, manca un comune o i confini non combaciano.");
    public static RefusalCode PlaceMissing { get; } = new(
        "coordinate_mancanti", "Mancano le coordinate, o una di loro.", "Scrivere lon e lat in gradi WGS84 (per esempio 9,1900 e 45,4642).");
    public static RefusalCode GeometryNoPoint { get; } = new("geometria_non_punto", "La geometria non è un punto.", "Disegnare un punto per riga.");
    public static FindingCode PointDiffers { get; } = new(
        "punto_diverso_dalle_colonne", "lon e lat non sono quelli del punto disegnato: vale il punto.", "Se valgono le colonne, togliere la geometria.");
    public static FindingCode ColumnsInMetres { get; } = new(
        "colonne_in_metri", "Le colonne lon e lat non sono gradi: valgono i punti disegnati.", "Se valgono le colonne, indicarne il sistema con --epsg.");
    public static FindingCode AlreadyDegrees { get; } = new(
        "coordinate_gia_in_gradi", "Le coordinate sono già gradi: il sistema chiesto, in metri, non è usato.", "Se il file ha due tipi di coordinate, controllare i punti.");
    public static FindingCode CrsDiffers { get; } = new(
        "sistema_diverso_da_quello_chiesto", "Il file dichiara un sistema di riferimento, e --epsg ne chiede un altro: vale il file.",
        "Se il file sbaglia, correggerne il sistema di riferimento (in QGIS: «Assegna proiezione») ed esportarlo di nuovo.");
    public static FindingCode CrsCoarse { get; } = new(
        "sistema_poco_esatto", "Dal sistema di riferimento del file le coordinate arrivano in WGS84 con qualche metro di errore.",
        "Accettato; se serve di più, convertirle prima con i grigliati dell'IGM (per esempio con ConveRgo) e importarle in EPSG:7791.");
    public static FindingCode PlaceNear { get; } = new("coordinate_al_confine", "Il punto è poco fuori dal confine semplificato del comune.", "Accettato; controllare il punto.");
    public static RefusalCode PlaceElsewhere { get; } = new(
        "coordinate_fuori_comune", "Il punto cade in un altro comune.", "Correggere le coordinate, oppure il codice del comune.");
    public static RefusalCode PlaceOutside { get; } = new(
        "coordinate_fuori_lombardia", "Il punto è fuori dalla Lombardia.", "Scrivere lon e lat in gradi WGS84; in Lombardia lon va da 8,4 a 11,5 e lat da 44,6 a 46,7.");

    // Sedi.
    public static FindingCode PlacedInComune { get; } = new(
        "sede_nel_centro_del_comune", "La sede è senza coordinate, ed è posta nel centro del comune.", "Scrivere lon e lat della sede quando si conoscono.");
    public static RefusalCode CentreUnknown { get; } = new(
        "centro_del_comune_non_noto", "La sede è senza coordinate, e del comune non è noto il centro.", "Scrivere lon e lat della sede.");
    public static RefusalCode NetworkNotLoaded { get; } = new(
        "rete_non_caricata", "La sede nomina una rete, e l'insieme non ha reti.", "Importare prima (o nella stessa cartella) reti.csv.");
    public static RefusalCode NetworkUnknown { get; } = new(
        "rete_sconosciuta", "La rete della sede non è fra quelle dell'insieme.", "Correggere network_id, oppure importare prima (o nella stessa cartella) le reti.");
    public static FindingCode WheelchairUnknown { get; } = new(
        "accessibilita_non_riconosciuta", "Il valore di «wheelchair» non è riconosciuto: letto come non dichiarato.",
        "Scrivere uno dei valori elencati nei modelli (docs/modelli).");
    public static FindingCode SitesTakenAway { get; } = new(
        "sedi_tolte", "Sedi che il file non ha sono state tolte, perché si è chiesto di sostituire l'elenco.", "Se dovevano restare, importare lo stesso file senza --replace.");
    public static FindingCode AddedToActive { get; } = new(
        "sedi_aggiunte_all_insieme_attivo", "Sedi nuove sono state aggiunte all'insieme attivo.", "Per tenere le proprie sedi in un insieme a parte importare con --sedi mie.");
    public static FindingCode OfferUnknown { get; } = new(
        "spazio_o_servizio_sconosciuto", "Uno spazio o un servizio non è fra quelli dell'atto, ed è tenuto come scritto.", "Usare i codici elencati nei modelli (docs/modelli).");
    public static FindingCode SediNearby { get; } = new(
        "sedi_vicine", "Due o più sedi sono a meno di 50 m: forse sono la stessa.", "Tenere una riga per ogni sede vera, ciascuna con la sua posizione.");
    public static FindingCode RoleNotDeclared { get; } = new(
        "ruolo_non_dichiarato", "Il ruolo non è dichiarato: la sede non conta né come Hub né come Spoke.", "Scrivere hub o spoke.");
    public static FindingCode SpokeAlone { get; } = new("spoke_senza_rete", "Lo Spoke non ha una rete.", "Scrivere in network_id la rete di cui fa parte.");
    public static FindingCode HubAlone { get; } = new("hub_senza_rete", "L'Hub non ha una rete.", "Scrivere in network_id la rete di cui è capofila.");
    public static FindingCode AmbitoUnknown { get; } = new(
        "ambito_dichiarato_sconosciuto", "Un Ambito dichiarato dalla sede non è fra quelli caricati.",
        "Scrivere il nome come nelle unità territoriali: finché non coincide non vale come competenza.");

    // Opening hours.
    public static FindingCode HoursMissing { get; } = new("orari_mancanti", "La sede è attiva, ma senza orari.", "Scrivere gli orari, per esempio «Mo-Fr 09:00-12:00».");
    public static FindingCode HoursPartlyRead { get; } = new(
        "orari_letti_in_parte", "Gli orari non si leggono, o solo in parte.",
        "Finché non si leggono per intero, R8 non dice che le ore bastano: scrivere per esempio «lun-ven 9-13; mer 15-18».");
    public static FindingCode HoursDoubtful { get; } = new("orario_da_controllare", "L'orario si legge, ma in un modo che va controllato.", "Controllare che sia voluto.");
    public static FindingCode BlankDaysClosed { get; } = new(
        "giorni_vuoti_chiusi", "Le celle vuote accanto a giorni con orari sono lette come chiuso.",
        "Se una sede è aperta in quei giorni, scriverne gli orari; altrimenti scrivere «chiuso».");
    public static RefusalCode HoursUnreadable { get; } = new(
        "orario_non_leggibile", "Il valore non è un orario.", "Scrivere per esempio «9-13 15-18», «09:00-13:00; 15:00-18:00» oppure «chiuso».");
    public static RefusalCode HoursHalfGiven { get; } = new("orario_incompleto", "Dell'orario c'è solo l'inizio o solo la fine.", "Scrivere tutte e due le ore, o nessuna.");
    public static RefusalCode HoursDiffer { get; } = new("orari_diversi", "Gli orari, dati in due posti, non sono gli stessi.", "Lasciare gli orari in un posto solo.");

    // Networks, declarations, exceptions, matrices.
    public static FindingCode AtsOfNetworkUnknown { get; } = new(
        "ats_della_rete_sconosciuta", "L'ATS della rete non è fra quelle caricate.",
        "Scrivere il nome come nelle unità territoriali: finché non coincide la rete non conta in nessuna ATS.");
    public static RefusalCode MonthsZero { get; } = new(
        "durata_di_zero_mesi", "La durata della rete è di zero mesi.", "Scrivere i mesi coperti dal contributo, o lasciare vuoto.");
    public static RefusalCode DatesReversed { get; } = new(
        "date_rovesciate", "Le date della rete non sono in ordine.", "Scambiare o correggere le due date; ciò che non si sa si lascia vuoto.");
    public static RefusalCode PartnersDiffer { get; } = new(
        "partner_discordi", "Il numero dei partner non è quello degli enti elencati.", "Correggere l'elenco, o lasciare vuoto partner_count: contano gli enti elencati.");
    public static FindingCode NetworkWithoutHub { get; } = new("rete_senza_hub", "La rete non ha un Hub.", "Indicare quale sede è l'Hub.");
    public static FindingCode NetworkWithHubs { get; } = new("rete_con_piu_hub", "La rete ha più di un Hub.", "Lasciare un solo Hub; gli altri sono Spoke.");
    public static RefusalCode AtsUnknown { get; } = new("ats_sconosciuta", "L'ATS non è fra quelle caricate.", "Scrivere il nome come nelle unità territoriali.");
    public static RefusalCode ResidualMissing { get; } = new(
        "residui_mancanti", "C'è lo speso, ma non i residui.", "Scrivere i residui verificati con la Regione; 0 se non ce ne sono.");
    public static RefusalCode AreaUnknown { get; } = new("area_sconosciuta", "Non c'è alcuna area con questo codice o nome.", "Copiare il codice da coverage check --level all.");
    public static RefusalCode MinutesMissing { get; } = new(
        "minuti_mancanti", "Della coppia di comuni mancano i minuti.", "Togliere la riga: una coppia assente è irraggiungibile o non nota.");
    public static FindingCode PairsMissing { get; } = new(
        "coppie_mancanti", "Alcune coppie fra le origini e le destinazioni del file mancano.", "Aggiungerle se il viaggio è possibile.");

    // The state that results.
    public static RefusalCode AreaNameAlike { get; } = new(
        "nome_di_area_quasi_uguale", "Il nome di un'area differisce da un altro solo per accenti, maiuscole o punteggiatura.",
        "Scrivere lo stesso nome in tutte le righe, o cambiare nome a tutta l'area.");
    public static RefusalCode AreaInTwoAts { get; } = new("area_in_due_ats", "L'area starebbe in due ATS.", "Correggere l'ATS, oppure dare alle due aree nomi diversi.");
    public static NoteCode MembershipsRemoved { get; } = new("appartenenze_tolte", "È tolta l'appartenenza di comuni che non ci sono più.");
    public static RefusalCode SediLeftHomeless { get; } = new(
        "sedi_senza_comune", "Il file toglie comuni in cui stanno sedi.", "Importare nella stessa cartella anche le sedi con i codici nuovi, oppure lasciare quei comuni.");
    public static RefusalCode PointsLeftHomeless { get; } = new(
        "punti_senza_comune", "Il file toglie comuni in cui stanno punti.", "Importare nella stessa cartella anche i punti con i codici nuovi.");
    public static RefusalCode NetworksOfSediRemoved { get; } = new(
        "reti_tolte_alle_sedi", "Il file toglie reti di cui fanno parte sedi.", "Lasciare quelle reti, oppure importare nella stessa cartella anche le sedi senza di loro.");
    public static FindingCode SedeOutsideNow { get; } = new(
        "sede_fuori_dai_nuovi_confini", "Con i nuovi confini una sede è fuori dal suo comune.",
            "Controllare il confine e le coordinate della sede: finché non combaciano la sede non conta.");
    public static FindingCode ComuniWithoutUnits { get; } = new(
        "comuni_senza_unita", "Comuni restano senza ATS, Distretto e Ambito.", "Aggiungerli alle unità territoriali: fino ad allora sono NON CARICATO.");
    public static FindingCode LevelMissing { get; } = new(
        "comuni_senza_ambito_o_distretto", "Comuni sono senza Ambito o senza Distretto.", "Scrivere l'Ambito o il Distretto, se è noto.");
    public static NoteCode SeatsKept { get; } = new("capoluoghi_tenuti", "I comuni senza punti propri sono un punto solo, il capoluogo.");
    public static NoteCode DeliveredPointsGone { get; } = new("punti_forniti_sostituiti", "I punti di un comune forniti con il programma lasciano il posto a quelli del file.");
    public static NoteCode PointsFollow { get; } = new(
        "punti_riproporzionati", "I punti che contavano tutti i residenti, le famiglie o le età di un comune contano quelli nuovi, in proporzione.");
    public static NoteCode NoPoints { get; } = new("nessun_punto", "Non ci sono punti: i residenti stanno nel centro di ogni comune.");
    public static FindingCode ComuniWithoutPoints { get; } = new(
        "comuni_senza_punti", "Comuni con residenti non hanno punti né un luogo.", "Importare i loro punti, oppure la sede comunale o il confine.");
    public static FindingCode PointsSumDiffers { get; } = new(
        "residenti_dei_punti_diversi", "I punti di un comune non sommano i suoi residenti.", "Se la differenza non è voluta, controllare i residenti dei punti.");
    public static NoteCode AtsRenamed { get; } = new("ats_rinominata", "Un'ATS ha cambiato nome: reti e completezza la seguono.");
    public static FindingCode AtsGone { get; } = new(
        "ats_scomparsa", "Un'ATS nominata da un insieme di sedi non c'è più.", "Correggere la colonna ats delle reti e dichiarare di nuovo completo l'elenco (--completo).");

    // Complete lists.
    public static NoteCode Complete { get; } = new("completezza_dichiarata", "Per quali ATS l'elenco delle sedi è dichiarato completo.");
    public static RefusalCode CompleteWithoutSedi { get; } = new(
        "completo_senza_file_di_sedi", "--completo vale per le sedi, e qui non c'è un file di sedi.", "Dirlo quando si importano le sedi, anche di nuovo le stesse.");
    public static RefusalCode CompleteForWhom { get; } = new(
        "completo_senza_ats", "--completo non dice per quale ATS l'elenco è completo.", "Indicare le ATS, per esempio --completo Brianza, oppure --completo tutte.");
    public static RefusalCode CompleteForUnknown { get; } = new("completo_per_ats_sconosciuta", "--completo nomina un'ATS che non c'è.", "Scrivere una delle ATS caricate.");
    public static FindingCode IncompleteRefused { get; } = new(
        "completezza_con_righe_rifiutate", "L'elenco non è dichiarato completo: alcune righe sono state rifiutate.", "Correggere le righe e importare di nuovo con --completo.");
    public static FindingCode IncompleteUnread { get; } = new(
        "completezza_con_parti_non_lette", "L'elenco non è dichiarato completo: una parte non è stata letta.",
        "Vedere le segnalazioni: correggere, togliere o importare a parte ciò che non è stato letto, poi importare di nuovo con --completo.");
    public static FindingCode CompleteAndEmpty { get; } = new(
        "completo_senza_sedi", "L'elenco è dichiarato completo per un'ATS di cui non contiene sedi.",
        "Se le sedi ci sono, importarle; se l'elenco non le comprende, importare senza --completo per questa ATS.");
    public static FindingCode CompletenessWithdrawn { get; } = new(
        "completezza_tolta", "L'elenco non è più dichiarato completo per un'ATS che ha preso comuni di un'altra.",
        "Se l'elenco comprende anche le loro sedi, importarlo di nuovo con --completo.");

    // Rows of the store that another program changed.
    public static RefusalCode StoredValueUnreadable { get; } = new(
        "valore_dell_archivio_non_leggibile", "Un valore dell'archivio, scritto da un altro programma, non si legge.", "Correggere il valore.");
    public static RefusalCode SetUnknown { get; } = new(
        "insieme_sconosciuto", "L'insieme di sedi scritto nell'archivio non c'è.", "Scrivere in set_sedi uno degli insiemi che ci sono.");
    public static FindingCode ActiveSets { get; } = new(
        "insieme_attivo_non_uno", "Nell'archivio l'insieme di sedi attivo non è uno solo.",
            "Nella tabella set_sedi mettere attivo a 1 nella riga di un solo insieme, a 0 nelle altre.");
    public static FindingCode AreaNameNew { get; } = new(
        "area_non_fra_quelle_dell_archivio", "Un nome di area, scritto da un altro programma, non è fra le aree dell'archivio.",
        "Se è un errore, scrivere il nome giusto; se l'area è nuova, importare le unità perché l'archivio la conosca.");

    /// <summary>All of them, in the order above.</summary>
    public static ImmutableArray<IssueCode> All { get; } =
    [
        .. typeof(IssueCodes).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType.IsAssignableTo(typeof(IssueCode)))
            .Select(p => (IssueCode)p.GetValue(null)!),
    ];
}
