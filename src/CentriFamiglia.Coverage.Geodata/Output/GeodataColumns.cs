using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>Columns of the files of <c>geodata/</c> that are no kind of import, and the row of each record.</summary>
internal static class GeodataColumns
{
    public static ImmutableArray<LayerColumn> Areas { get; } = Columns(ColumnType.Text, "livello", "codice", "nome", "ats", "fonte_stato", "comuni");

    public static ImmutableArray<LayerColumn> OfficialMinutes { get; } =
    [
        .. Columns(ColumnType.Text, "pro_com_t", "comune"),
        .. Columns(ColumnType.Number, "lon", "lat", "altitudine_m"),
        .. Columns(ColumnType.Text, "pro_com_t_polo", "polo"),
        .. Columns(ColumnType.Number, "polo_lon", "polo_lat", "polo_altitudine_m", "minuti"),
    ];

    public static ImmutableArray<LayerColumn> Lakes { get; } = [.. Columns(ColumnType.Text, "nome"), .. Columns(ColumnType.Number, "km2")];

    public static ImmutableArray<LayerColumn> Borders { get; } = Columns(ColumnType.Text, "confine");

    public static LayerRow Row(OfficialTrip t) => new(
        [
            t.From.Comune.Value, t.Name, t.From.Lon, t.From.Lat, t.From.AltitudeMetres, t.Pole.Comune.Value, t.PoleName, t.Pole.Lon, t.Pole.Lat,
            t.Pole.AltitudeMetres, t.Minutes,
        ],
        null);

    public static LayerRow Row(Area a) => new(
        [Vocabulary.Level.Of(a.Level), a.Code, a.Name, a.Ats, Vocabulary.Evidence.Of(a.Status), string.Join('|', a.Comuni)], a.Boundary);

    private static ImmutableArray<LayerColumn> Columns(ColumnType type, params ReadOnlySpan<string> names)
    {
        var columns = ImmutableArray.CreateBuilder<LayerColumn>(names.Length);
        foreach (string name in names)
            columns.Add(new LayerColumn(name, type, ""));
        return columns.ToImmutable();
    }
}
