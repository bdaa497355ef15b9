namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>A table whose rows a database can select itself, because an answer shows them as they are stored.</summary>
public enum SelectedTable
{
    Comuni,
    Punti,
    Sedi,
}

/// <summary>Rows to be selected where the store is a database: which, in what order, which part of them.</summary>
public sealed record RowSelection
{
    public required SelectedTable Table { get; init; }

    /// <summary>Of the sedi; null for other tables.</summary>
    public string? Set { get; init; }

    /// <summary>Points that stand in no table, as the seats of comuni without points of their own; they are selected among as well.</summary>
    public ImmutableArray<DemandPoint> Others { get; init; } = [];

    public required RowFilter Filter { get; init; }

    /// <summary>The first above all; empty values last, and what is equal by id.</summary>
    public ImmutableArray<(string Column, bool Falls)> Sort { get; init; } = [];

    public required int Offset { get; init; }

    public required int Limit { get; init; }

    /// <summary>The columns that may be named, with what an answer calls them: those whose values an answer shows as they are stored.</summary>
    public static ImmutableArray<string> Columns(SelectedTable table) => table switch
    {
        SelectedTable.Comuni =>
        [
            "pro_com_t", "nome", "provincia", "residenti", "famiglie", "superficie_km2", "altitudine_m", "grado_urbanizzazione", "sede_lon", "sede_lat", "sede_fonte",
            "eta_0_14", "eta_65_oltre", "eta_anno", "eta_fonte",
        ],
        SelectedTable.Punti => ["pro_com_t", "lon", "lat", "residenti", "famiglie", "eta_0_14", "eta_65_oltre"],
        _ => ["site_id", "name", "network_id", "manager_kind", "pro_com_t", "lon", "lat", "address", "phone", "email", "web", "operators", "source", "source_date"],
    };
}

/// <param name="Ids">Of one part, in order.</param>
/// <param name="Matched">How many there are in all.</param>
public sealed record SelectedRows(ImmutableArray<string> Ids, int Matched);

/// <summary>A vector tile of WebMercatorQuad to be made by the database: of comuni with their borders as they are stored, or of points one by one.</summary>
/// <param name="Table">Comuni or Punti.</param>
/// <param name="Box">A box in which all lies that is in the tile, WGS84.</param>
public sealed record StoredTile(SelectedTable Table, int Zoom, int Row, int Column, Envelope Box)
{
    /// <summary>Points that stand in no table.</summary>
    public ImmutableArray<DemandPoint> Others { get; init; } = [];
}
