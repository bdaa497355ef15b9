using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Import;

/// <summary>
/// What a store holds, in the columns that an import reads: writing one of these layers in any format and importing it again changes
/// nothing. The meta is empty; the caller adds its own.
/// </summary>
public static class ImportLayers
{
    private static readonly GeometryFactory _wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>Columns of the comuni, geometry apart.</summary>
    public static ImmutableArray<LayerColumn> ComuniColumns { get; } =
    [
        Text("pro_com_t", "Codice ISTAT del comune, sei cifre"),
        Text("nome", "Nome del comune"),
        Text("provincia", "Sigla della provincia"),
        Integer("residenti", "Residenti"),
        Integer("famiglie", "Famiglie"),
        Number("superficie_km2", "Superficie in km²"),
        Number("altitudine_m", "Altitudine del centro in metri"),
        Integer("grado_urbanizzazione", "Grado di urbanizzazione: 1 città, 2 centro minore, 3 rurale"),
        Text("classe_snai", "Classe della mappa delle aree interne 2020, da A a F"),
        Number("sede_lon", "Longitudine del centro del comune, gradi WGS84"),
        Number("sede_lat", "Latitudine del centro del comune, gradi WGS84"),
        Text("sede_fonte", "Fonte del centro del comune"),
    ];

    public static ImmutableArray<LayerColumn> UnitaColumns { get; } =
    [
        Text("pro_com_t", "Codice ISTAT del comune, sei cifre"),
        Text("ats", "ATS"),
        Text("asst", "ASST"),
        Text("distretto", "Distretto"),
        Text("ambito", "Ambito territoriale sociale"),
        Text("ambito_status", "Quanto è documentato l'Ambito: listed, inferred, unverified"),
        Text("distretto_status", "Quanto è documentato il Distretto: listed, inferred, unverified"),
        Text("source", "Fonte"),
        Text("source_date", "Data della fonte"),
        Text("valid_from", "Primo giorno di validità"),
        Text("valid_to", "Ultimo giorno di validità"),
    ];

    public static ImmutableArray<LayerColumn> PopolazioneColumns { get; } =
    [
        Text("pro_com_t", "Codice ISTAT del comune, sei cifre"),
        Integer("residenti", "Residenti"),
    ];

    public static ImmutableArray<LayerColumn> PuntiColumns { get; } =
    [
        Text("id", "Identificativo del punto"),
        Text("pro_com_t", "Codice ISTAT del comune, sei cifre"),
        Number("lon", "Longitudine, gradi WGS84"),
        Number("lat", "Latitudine, gradi WGS84"),
        Number("residenti", "Residenti che il punto rappresenta"),
    ];

    public static ImmutableArray<LayerColumn> RetiColumns { get; } =
    [
        Text("network_id", "Identificativo della rete"),
        Text("name", "Nome della rete"),
        Text("ats", "ATS"),
        Text("manager_kind", "Natura del capofila"),
        new LayerColumn("contribution_eur", ColumnType.Money, "Contributo regionale in euro"),
        Integer("months", "Mesi coperti dal contributo"),
        Text("caregiver_action", "Azione dedicata ai caregiver: si, no, vuoto se non dichiarata"),
    ];

    public static ImmutableArray<LayerColumn> SediColumns { get; } =
    [
        Text("site_id", "Identificativo della sede"),
        Text("name", "Nome della sede"),
        Text("role", "Ruolo: hub, spoke, non dichiarato"),
        Text("network_id", "Rete di cui la sede fa parte"),
        Text("manager_kind", "Natura del gestore"),
        Text("comune", "Nome del comune"),
        Text("pro_com_t", "Codice ISTAT del comune, sei cifre"),
        Number("lon", "Longitudine, gradi WGS84"),
        Number("lat", "Latitudine, gradi WGS84"),
        Text("opening_hours", "Orari di apertura come dichiarati"),
        Text("wheelchair", "Accesso alle persone con disabilità: yes, limited, no, vuoto se non dichiarato"),
        Text("spaces", "Spazi, separati da |"),
        Text("services", "Servizi, separati da |"),
        Text("declared_ambiti", "Ambiti che l'Hub dichiara di servire, separati da |"),
        Text("status", "Stato: active, planned, closed"),
        Text("source", "Fonte"),
        Text("source_date", "Data della fonte"),
        Text("precisione", "punto: coordinate della sede; comune: posta nel centro del comune"),
        Text("dimostrativo", "si: sede inventata per prova, da non mostrare come vera"),
        Text("valid_from", "Primo giorno di validità"),
        Text("valid_to", "Ultimo giorno di validità"),
    ];

    public static Layer Comuni(TerritoryContent content) => Make(
        "comuni",
        "Comuni",
        ComuniColumns,
        content.Comuni.Select(c => new LayerRow(
            [
                c.Code.Value, c.Name, c.Province, (long?)c.Residents, (long?)c.Families, c.AreaKm2, c.AltitudeMetres, (long?)c.UrbanDegree,
                c.Class is { } snai ? Words.Snai.Write(snai) : null, c.Seat?.Lon, c.Seat?.Lat, c.Seat?.Source,
            ],
            c.Boundary)));

    public static Layer Unita(TerritoryContent content) => Make(
        "unita",
        "Unità territoriali dei comuni",
        UnitaColumns,
        content.Memberships.Select(m => new LayerRow(
            [
                m.Comune.Value, m.Ats, m.Asst, m.Distretto, m.Ambito, Words.Evidence.Write(m.AmbitoStatus), Words.Evidence.Write(m.DistrettoStatus),
                m.Source, m.SourceDate, DateText.Write(m.ValidFrom), DateText.Write(m.ValidTo),
            ],
            null)));

    /// <summary>Comuni whose residents are not known are left out.</summary>
    public static Layer Popolazione(TerritoryContent content) => Make(
        "popolazione",
        "Residenti dei comuni",
        PopolazioneColumns,
        content.Comuni.Where(c => c.Residents is not null).Select(c => new LayerRow([c.Code.Value, (long?)c.Residents], null)));

    public static Layer Punti(TerritoryContent content) => Make(
        "punti",
        "Punti di domanda",
        PuntiColumns,
        content.DemandPoints.Select(p => new LayerRow([p.Id.Value, p.Comune.Value, p.Lon, p.Lat, p.Residents], Point(p.Lon, p.Lat))));

    /// <param name="set">Which list.</param>
    public static Layer Reti(SiteSet set) => Make(
        "reti",
        "Reti dei Centri per la famiglia",
        RetiColumns,
        set.Networks.Select(n => new LayerRow(
            [
                n.Id.Value, n.Name, n.Ats, n.ManagerKind, n.ContributionEur, (long?)n.Months,
                n.CaregiverAction is { } caregiver ? Words.YesNo.Write(caregiver) : null,
            ],
            null)));

    /// <param name="content">For the names of the comuni.</param>
    /// <param name="set">Which list.</param>
    public static Layer Sedi(TerritoryContent content, SiteSet set)
    {
        Dictionary<ComuneCode, string> names = content.Comuni.ToDictionary(c => c.Code, c => c.Name);
        return Make(
            "sedi",
            "Sedi dei Centri per la famiglia",
            SediColumns,
            set.Sites.Select(s => new LayerRow(
                [
                    s.Id.Value, s.Name, Words.Role.Write(s.Role), s.Network?.Value, s.ManagerKind, names.GetValueOrDefault(s.Comune), s.Comune.Value, s.Lon, s.Lat,
                    s.OpeningHours, s.Wheelchair, ListText.Write(s.Spaces), ListText.Write(s.Services), ListText.Write(s.DeclaredAmbiti),
                    Words.Status.Write(s.Status), s.Source, s.SourceDate, Words.Precision.Write(s.Precision), Words.YesNo.Write(s.Demonstration),
                    DateText.Write(s.ValidFrom), DateText.Write(s.ValidTo),
                ],
                Point(s.Lon, s.Lat))));
    }

    public static ImmutableArray<LayerColumn> EccezioniColumns { get; } =
    [
        Text("livello", "ambito o distretto"),
        Text("codice", "Codice dell'area"),
        Text("motivo", "Perché l'area può restare sotto lo standard locale"),
        Text("responsabile", "Chi ne risponde"),
        Text("fino_al", "Ultimo giorno in cui l'eccezione vale"),
    ];

    public static Layer Eccezioni(TerritoryContent content) => Make(
        "eccezioni",
        "Eccezioni allo standard locale",
        EccezioniColumns,
        ExceptionRegister.In(content).Exceptions.Select(e => new LayerRow([e.Level.ToText(), e.Code, e.Reason, e.Who, DateText.Write(e.Until)], null)));

    private static Layer Make(string name, string title, ImmutableArray<LayerColumn> columns, IEnumerable<LayerRow> rows) =>
        new(name, title, columns, [.. rows], new JsonObject());

    private static Point Point(double lon, double lat) => _wgs84.CreatePoint(new Coordinate(lon, lat));

    private static LayerColumn Text(string name, string description) => new(name, ColumnType.Text, description);

    private static LayerColumn Integer(string name, string description) => new(name, ColumnType.Integer, description);

    private static LayerColumn Number(string name, string description) => new(name, ColumnType.Number, description);
}
