using System.Collections.Immutable;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Columns of each file of <c>geodata/</c> and the row of each record; where an import kind exists, its columns.</summary>
internal static class GeodataColumns
{
    public static ImmutableArray<LayerColumn> Comuni { get; } =
    [
        Text("pro_com_t"), Text("nome"), Text("provincia"), Integer("residenti"), Integer("famiglie"), Number("superficie_km2"), Number("altitudine_m"),
        Integer("grado_urbanizzazione"), Text("classe_snai"), Number("sede_lon"), Number("sede_lat"), Text("sede_fonte"),
    ];

    public static ImmutableArray<LayerColumn> Areas { get; } =
        [Text("livello"), Text("codice"), Text("nome"), Text("ats"), Text("fonte_stato"), Text("comuni")];

    public static ImmutableArray<LayerColumn> Memberships { get; } =
    [
        Text("pro_com_t"), Text("ats"), Text("asst"), Text("distretto"), Text("ambito"), Text("ambito_status"), Text("distretto_status"),
        Text("source"), Text("source_date"),
    ];

    public static ImmutableArray<LayerColumn> Sites { get; } =
    [
        Text("site_id"), Text("name"), Text("role"), Text("network_id"), Text("manager_kind"), Text("comune"), Text("pro_com_t"), Number("lon"),
        Number("lat"), Text("opening_hours"), Text("wheelchair"), Text("spaces"), Text("services"), Text("declared_ambiti"), Text("status"),
        Text("precisione"), Text("source"), Text("source_date"),
    ];

    public static ImmutableArray<LayerColumn> Networks { get; } =
    [
        Text("network_id"), Text("name"), Text("ats"), Text("manager_kind"), new("contribution_eur", ColumnType.Money, ""), Integer("months"),
        Text("caregiver_action"),
    ];

    public static ImmutableArray<LayerColumn> OfficialMinutes { get; } =
    [
        Text("pro_com_t"), Text("comune"), Number("lon"), Number("lat"), Number("altitudine_m"), Text("pro_com_t_polo"), Text("polo"), Number("polo_lon"),
        Number("polo_lat"), Number("polo_altitudine_m"), Number("minuti"),
    ];

    public static ImmutableArray<object?> Row(OfficialTrip t) =>
    [
        t.From.Comune.Value, t.Name, t.From.Lon, t.From.Lat, t.From.AltitudeMetres, t.Pole.Comune.Value, t.PoleName, t.Pole.Lon, t.Pole.Lat,
        t.Pole.AltitudeMetres, t.Minutes,
    ];

    public static ImmutableArray<object?> Row(Comune c) =>
    [
        c.Code.Value, c.Name, c.Province, (long?)c.Residents, (long?)c.Families, c.AreaKm2, c.AltitudeMetres, (long?)c.UrbanDegree, c.Class?.ToString(),
        c.Seat?.Lon, c.Seat?.Lat, c.Seat?.Source,
    ];

    public static ImmutableArray<object?> Row(Area a) =>
        [SourceWords.Level.Of(a.Level), a.Code, a.Name, a.Ats, SourceWords.Evidence.Of(a.Status), string.Join('|', a.Comuni)];

    public static ImmutableArray<object?> Row(Membership m) =>
    [
        m.Comune.Value, m.Ats, m.Asst, m.Distretto, m.Ambito, SourceWords.Evidence.Of(m.AmbitoStatus), SourceWords.Evidence.Of(m.DistrettoStatus), m.Source,
        m.SourceDate,
    ];

    public static ImmutableArray<object?> Row(Site s, string comune) =>
    [
        s.Id.Value, s.Name, SourceWords.Role.Of(s.Role), s.Network?.Value, s.ManagerKind, comune, s.Comune.Value, s.Lon, s.Lat, s.OpeningHours, s.Wheelchair,
        List(s.Spaces), List(s.Services), List(s.DeclaredAmbiti), SourceWords.Status.Of(s.Status), SourceWords.Precision.Of(s.Precision), s.Source, s.SourceDate,
    ];

    public static ImmutableArray<object?> Row(Network n) =>
    [
        n.Id.Value, n.Name, n.Ats, n.ManagerKind, n.ContributionEur, (long?)n.Months, n.CaregiverAction is { } action ? SourceWords.YesNo.Of(action) : null,
    ];

    private static string? List(ImmutableArray<string> items) => items.IsEmpty ? null : string.Join('|', items);

    private static LayerColumn Text(string name) => new(name, ColumnType.Text, "");

    private static LayerColumn Integer(string name) => new(name, ColumnType.Integer, "");

    private static LayerColumn Number(string name) => new(name, ColumnType.Number, "");
}
