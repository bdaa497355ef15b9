using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>Comuni, membership, areas and demand points as tables.</summary>
internal static class TerritoryTables
{
    public static StoreTable<Comune> Comuni { get; } = new(
        "comuni",
        [
            "pro_com_t", "nome", "provincia", "residenti", "famiglie", "superficie_km2", "altitudine_m", "grado_urbanizzazione",
            "classe_snai", "sede_lon", "sede_lat", "sede_fonte", "geom",
        ],
        WriteComune,
        ReadComune);

    public static StoreTable<Membership> Memberships { get; } = new(
        "unita",
        [
            "pro_com_t", "ats", "asst", "distretto", "ambito", "ambito_status", "distretto_status", "source", "source_date",
            "valid_from", "valid_to",
        ],
        WriteMembership,
        ReadMembership);

    public static StoreTable<DemandPoint> DemandPoints { get; } = new(
        "punti",
        ["id", "pro_com_t", "residenti", "geom"],
        WriteDemandPoint,
        ReadDemandPoint);

    /// <summary>One table per stored level, so that each is a layer of its own.</summary>
    public static ImmutableArray<(AreaLevel Level, StoreTable<Area> Table)> Areas { get; } =
    [
        .. new[] { AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Asst, AreaLevel.Ats }.Select(level => (level, AreaTable(level))),
    ];

    private static StoreTable<Area> AreaTable(AreaLevel level) => new(
        Storable.TableOf(level),
        ["codice", "nome", "ats", "fonte_stato", "comuni", "geom"],
        WriteArea,
        row => ReadArea(level, row));

    private static void WriteComune(IRowWriter row, Comune comune)
    {
        row.Text(comune.Code.Value);
        row.Text(comune.Name);
        row.Text(comune.Province);
        row.Integer(comune.Residents);
        row.Integer(comune.Families);
        row.Real(comune.AreaKm2);
        row.Real(comune.AltitudeMetres);
        row.Integer(comune.UrbanDegree);
        row.Text(comune.Class?.Text());
        row.Real(comune.Seat?.Lon);
        row.Real(comune.Seat?.Lat);
        row.Text(comune.Seat?.Source);
        row.Shape(Storable.MultiPolygon(comune.Boundary));
    }

    private static Comune ReadComune(IRowReader row)
    {
        var comune = new Comune
        {
            Code = Codes.ToComune(row.Text()),
            Name = row.Text(),
            Province = row.TextOrNull(),
            Residents = row.IntegerOrNull(),
            Families = row.IntegerOrNull(),
            AreaKm2 = row.RealOrNull(),
            AltitudeMetres = row.RealOrNull(),
            UrbanDegree = row.IntegerOrNull(),
            Class = row.TextOrNull() is { } text ? Codes.ToSnaiClass(text) : null,
            Boundary = Point.Empty,
        };
        Seat? seat = (row.RealOrNull(), row.RealOrNull(), row.TextOrNull()) is ({ } lon, { } lat, { } source)
            ? new Seat(lon, lat, source)
            : null;
        return comune with { Seat = seat, Boundary = Storable.Boundary(row.Shape()) };
    }

    private static void WriteMembership(IRowWriter row, Membership membership)
    {
        row.Text(membership.Comune.Value);
        row.Text(membership.Ats);
        row.Text(membership.Asst);
        row.Text(membership.Distretto);
        row.Text(membership.Ambito);
        row.Text(membership.AmbitoStatus.Text());
        row.Text(membership.DistrettoStatus.Text());
        row.Text(membership.Source);
        row.Text(membership.SourceDate);
        row.Date(membership.ValidFrom);
        row.Date(membership.ValidTo);
    }

    private static Membership ReadMembership(IRowReader row) => new()
    {
        Comune = Codes.ToComune(row.Text()),
        Ats = row.Text(),
        Asst = row.TextOrNull(),
        Distretto = row.TextOrNull(),
        Ambito = row.TextOrNull(),
        AmbitoStatus = Codes.ToEvidenceStatus(row.Text()),
        DistrettoStatus = Codes.ToEvidenceStatus(row.Text()),
        Source = row.TextOrNull(),
        SourceDate = row.TextOrNull(),
        ValidFrom = row.DateOrNull(),
        ValidTo = row.DateOrNull(),
    };

    private static void WriteDemandPoint(IRowWriter row, DemandPoint point)
    {
        row.Text(point.Id.Value);
        row.Text(point.Comune.Value);
        row.Real(point.Residents);
        row.Shape(Storable.Point(point.Lon, point.Lat));
    }

    private static DemandPoint ReadDemandPoint(IRowReader row)
    {
        var id = new DemandPointId(row.Text());
        ComuneCode comune = Codes.ToComune(row.Text());
        double residents = row.Real();
        Coordinate position = Storable.Position(row.Shape(), "punti");
        return new DemandPoint(id, comune, position.X, position.Y, residents);
    }

    private static void WriteArea(IRowWriter row, Area area)
    {
        row.Text(area.Code);
        row.Text(area.Name);
        row.Text(area.Ats);
        row.Text(area.Status.Text());
        row.Texts([.. area.Comuni.Select(c => c.Value)]);
        row.Shape(Storable.MultiPolygon(area.Boundary));
    }

    private static Area ReadArea(AreaLevel level, IRowReader row) => new(
        level,
        row.Text(),
        row.Text(),
        row.Text(),
        Codes.ToEvidenceStatus(row.Text()),
        [.. row.Texts().Select(Codes.ToComune)],
        Storable.Boundary(row.Shape()));
}
