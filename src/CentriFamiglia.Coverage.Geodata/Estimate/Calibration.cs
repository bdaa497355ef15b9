using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>One official time: from a comune's town hall to its nearest service pole.</summary>
internal sealed record CalibrationPair(Place From, Place To, string Name, string Pole, double Minutes);

/// <summary>The main locality of a comune of 2011 and its residents, persons.</summary>
internal sealed record LocalitySource(Place Place, double Residents);

/// <summary>Places the official minutes: seats for comuni of Lombardia, the main locality of 2011 for the others.</summary>
internal static class Calibration
{
    public static ImmutableArray<CalibrationPair> Read(string folder, IEnumerable<Comune> comuni)
    {
        Dictionary<ComuneCode, Place> places = ReadLocalities(folder).ToDictionary(l => l.Place.Comune, l => l.Place);
        foreach (Comune comune in comuni)
        {
            if (comune.Seat is { } seat)
                places[comune.Code] = new Place(seat.Lon, seat.Lat, comune.Code, comune.AltitudeMetres);
        }

        Table table = Table.Open(folder, "aree_interne_2020_minuti_calibrazione.csv", "pro_com_t", "comune", "pro_com_t_polo", "polo", "minuti");
        return [.. table.Rows
            .Select(row => new CalibrationPair(
                Place(table, row, "pro_com_t"), Place(table, row, "pro_com_t_polo"), row.Text("comune"), row.Text("polo"), row.Number("minuti")))
            .OrderBy(p => p.From.Comune)];

        Place Place(Table table, TableRow row, string column) =>
            places.TryGetValue(row.Code(column), out Place place)
                ? place
                : throw table.Bad(row.Row, column, $"nessuna sorgente dice dove si trova il comune {row.Code(column)}.");
    }

    /// <exception cref="SourceFileException">The file is missing or does not fit.</exception>
    public static ImmutableArray<LocalitySource> ReadLocalities(string folder) =>
        [.. Table.Open(folder, "localita_principali_2011.csv", "pro_com_t", "lon", "lat", "altitudine_m", "popolazione_localita_2011").Rows
            .Select(row => new LocalitySource(
                new Place(row.Number("lon"), row.Number("lat"), row.Code(), row.NumberOrNull("altitudine_m")), row.NumberOrNull("popolazione_localita_2011") ?? 0))
            .OrderBy(l => l.Place.Comune)];

    /// <summary>Istat's altimetric zone of each comune of Lombardia, in words.</summary>
    public static IReadOnlyDictionary<ComuneCode, string> ReadZones(string folder) =>
        Table.Open(folder, "popolazione_2023-01-01.csv", "pro_com_t", "zona_altimetrica").Rows
            .ToDictionary(row => row.Code(), row => row.Integer("zona_altimetrica") switch { 1 or 2 => "montagna", 3 or 4 => "collina", _ => "pianura" });
}
