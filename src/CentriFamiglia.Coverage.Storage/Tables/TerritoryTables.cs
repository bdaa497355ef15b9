namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Comuni, membership, areas and demand points as tables.</summary>
internal static class TerritoryTables
{
    private const string Evidence = "stato della fonte";

    public static StoreTable<Comune> Comuni { get; } = new(
        "comuni",
        [new("pro_com_t", c => c.Code.Value)],
        [
            new("geom", (row, c) => row.Shape(Storable.MultiPolygon(c.Boundary))),
            new("sede_lon", (row, c) => row.Real(c.Seat?.Lon)),
            new("sede_lat", (row, c) => row.Real(c.Seat?.Lat)),
            new("sede_fonte", (row, c) => row.Text(c.Seat?.Source)),
            new("pro_com_t", (row, c) => row.Text(c.Code.Value)),
            new("nome", (row, c) => row.Text(c.Name)),
            new("provincia", (row, c) => row.Text(c.Province)),
            new("residenti", (row, c) => row.Integer(c.Residents)),
            new("famiglie", (row, c) => row.Integer(c.Families)),
            new("superficie_km2", (row, c) => row.Real(c.AreaKm2)),
            new("altitudine_m", (row, c) => row.Real(c.AltitudeMetres)),
            new("grado_urbanizzazione", (row, c) => row.Integer(c.UrbanDegree)),
            new("classe_snai", (row, c) => row.Text(c.Class?.ToText())),
            new("eta_0_14", (row, c) => row.Integer(c.Ages?.Children)),
            new("eta_65_oltre", (row, c) => row.Integer(c.Ages?.Elderly)),
            new("eta_anno", (row, c) => row.Integer(c.Ages?.Year)),
            new("eta_fonte", (row, c) => row.Text(c.Ages?.Source)),
        ],
        row => new Comune
        {
            Boundary = Storable.Boundary(row.Shape()),
            Seat = (row.RealOrNull(), row.RealOrNull(), row.TextOrNull()) is ({ } lon, { } lat, { } from) ? new Seat(lon, lat, from) : null,
            Code = row.Comune(),
            Name = row.Text(),
            Province = row.TextOrNull(),
            Residents = row.IntegerOrNull(),
            Families = row.IntegerOrNull(),
            AreaKm2 = row.RealOrNull(),
            AltitudeMetres = row.RealOrNull(),
            UrbanDegree = row.IntegerOrNull(),
            Class = row.WordOrNull(Vocabulary.Snai, "classe SNAI"),
            Ages = (row.IntegerOrNull(), row.IntegerOrNull(), row.IntegerOrNull(), row.TextOrNull()) is ({ } children, { } elderly, var year, var source)
                ? new AgeCounts(children, elderly, year, source) : null,
        });

    public static StoreTable<Membership> Memberships { get; } = new(
        "unita",
        [new("pro_com_t", m => m.Comune.Value)],
        [
            new("pro_com_t", (row, m) => row.Text(m.Comune.Value)),
            new("ats", (row, m) => row.Text(m.Ats)),
            new("asst", (row, m) => row.Text(m.Asst)),
            new("distretto", (row, m) => row.Text(m.Distretto)),
            new("ambito", (row, m) => row.Text(m.Ambito)),
            new("ambito_status", (row, m) => row.Text(m.AmbitoStatus.ToText())),
            new("distretto_status", (row, m) => row.Text(m.DistrettoStatus.ToText())),
            new("source", (row, m) => row.Text(m.Source)),
            new("source_date", (row, m) => row.Text(m.SourceDate)),
            new("valid_from", (row, m) => row.Date(m.ValidFrom)),
            new("valid_to", (row, m) => row.Date(m.ValidTo)),
        ],
        row => new Membership
        {
            Comune = row.Comune(),
            Ats = row.Text(),
            Asst = row.TextOrNull(),
            Distretto = row.TextOrNull(),
            Ambito = row.TextOrNull(),
            AmbitoStatus = row.Word(Vocabulary.Evidence, Evidence),
            DistrettoStatus = row.Word(Vocabulary.Evidence, Evidence),
            Source = row.TextOrNull(),
            SourceDate = row.TextOrNull(),
            ValidFrom = row.DateOrNull(),
            ValidTo = row.DateOrNull(),
        });

    public static StoreTable<DemandPoint> DemandPoints { get; } = new(
        "punti",
        [new("id", p => p.Id.Value)],
        [
            new("geom", (row, p) => row.Shape(Storable.Point(p.Lon, p.Lat))),
            new("id", (row, p) => row.Text(p.Id.Value)),
            new("pro_com_t", (row, p) => row.Text(p.Comune.Value)),
            new("residenti", (row, p) => row.Real(p.Residents)),
            new("famiglie", (row, p) => row.Real(p.Families)),
            new("eta_0_14", (row, p) => row.Real(p.Children)),
            new("eta_65_oltre", (row, p) => row.Real(p.Elderly)),
        ],
        row =>
        {
            Coordinate position = row.Position();
            return new DemandPoint(new DemandPointId(row.Text()), row.Comune(), position.X, position.Y, row.Real())
            {
                Families = row.RealOrNull(),
                Children = row.RealOrNull(),
                Elderly = row.RealOrNull(),
            };
        })
    {
        MayRepeat = true,
    };

    /// <summary>One table per stored level, so that each is a layer of its own.</summary>
    public static ImmutableArray<(AreaLevel Level, StoreTable<Area> Table)> Areas { get; } =
    [
        .. new[] { AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Asst, AreaLevel.Ats }.Select(level => (level, AreaTable(level))),
    ];

    private static StoreTable<Area> AreaTable(AreaLevel level) => new(
        Storable.TableOf(level),
        [new("codice", a => a.Code)],
        [
            new("geom", (row, a) => row.Shape(Storable.MultiPolygon(a.Boundary))),
            new("codice", (row, a) => row.Text(a.Code)),
            new("nome", (row, a) => row.Text(a.Name)),
            new("ats", (row, a) => row.Text(a.Ats)),
            new("fonte_stato", (row, a) => row.Text(a.Status.ToText())),
            new("comuni", (row, a) => row.Texts([.. a.Comuni.Select(c => c.Value)])),
        ],
        row =>
        {
            Geometry boundary = Storable.Boundary(row.Shape());
            return new Area(
                level, row.Text(), row.Text(), row.Text(), row.Word(Vocabulary.Evidence, Evidence), [.. row.Texts().Select(row.ToComune)], boundary);
        })
    {
        Same = (a, b) => a with { Comuni = b.Comuni } == b && a.Comuni.SequenceEqual(b.Comuni),
    };
}
