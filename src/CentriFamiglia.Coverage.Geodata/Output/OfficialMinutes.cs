using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Official;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>The official minutes in <c>geodata/</c>: what any road network is held against.</summary>
public static class OfficialMinutes
{
    internal const string FileName = "minuti-ufficiali.csv";

    /// <returns>By comune.</returns>
    /// <exception cref="SourceFileException">The file is missing or broken; message and cure are Italian.</exception>
    public static ImmutableArray<OfficialTrip> Read(string folder) =>
    [
        .. Table.Open(folder, FileName, "pro_com_t", "comune", "lon", "lat", "pro_com_t_polo", "polo", "polo_lon", "polo_lat", "minuti").Rows
            .Select(row => new OfficialTrip(
                new Place(row.Number("lon"), row.Number("lat"), row.Code(), row.NumberOrNull("altitudine_m")),
                row.Text("comune"),
                new Place(row.Number("polo_lon"), row.Number("polo_lat"), row.Code("pro_com_t_polo"), row.NumberOrNull("polo_altitudine_m")),
                row.Text("polo"),
                row.Number("minuti")))
            .OrderBy(trip => trip.From.Comune),
    ];
}
