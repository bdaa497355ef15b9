using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>A made-up road network of Lombardia: straight roads from every comune's seat to the six nearest others.</summary>
internal static class SeatRoads
{
    private const int Neighbours = 6;

    /// <param name="store">Where the comuni are.</param>
    /// <param name="path">The <c>.roads</c> file to write.</param>
    /// <param name="kmPerHour">Signed on every road.</param>
    /// <param name="without">A comune that no road leads to; null for none.</param>
    public static async Task BuildAsync(string store, string path, int kmPerHour, string? without = null)
    {
        string extract = await ExtractAsync(store, path, kmPerHour, without);
        using var error = new StringWriter();
        (await CommandLine.RunAsync(["roads", "build", extract, "-o", path], TextWriter.Null, error)).ShouldBe(0, error.ToString());
    }

    /// <summary>The same roads as an OpenStreetMap file in XML, beside <paramref name="path"/>.</summary>
    public static async Task<string> ExtractAsync(string store, string path, int kmPerHour, string? without = null)
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(store));
        (TerritoryContent content, _) = await open.ReadAsync(CancellationToken.None);
        string extract = Path.ChangeExtension(path, $".{kmPerHour}.osm");
        await File.WriteAllTextAsync(extract, Xml([.. content.Comuni.Where(c => c.Seat is not null && c.Code.Value != without)], kmPerHour));
        return extract;
    }

    private static string Xml(Comune[] comuni, int kmPerHour)
    {
        var xml = new StringBuilder("<osm version=\"0.6\">\n");
        for (int i = 0; i < comuni.Length; i++)
            xml.AppendLine(CultureInfo.InvariantCulture, $"<node id=\"{i + 1}\" lat=\"{comuni[i].Seat!.Lat}\" lon=\"{comuni[i].Seat!.Lon}\"/>");
        int way = 1;
        for (int i = 0; i < comuni.Length; i++)
        {
            foreach (int j in Enumerable.Range(0, comuni.Length).Where(j => j != i).OrderBy(j => Away(comuni[i].Seat!, comuni[j].Seat!)).Take(Neighbours))
            {
                xml.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"<way id=\"{way++}\"><nd ref=\"{i + 1}\"/><nd ref=\"{j + 1}\"/><tag k=\"highway\" v=\"secondary\"/><tag k=\"maxspeed\" v=\"{kmPerHour}\"/><tag k=\"name\" "
                        + $"v=\"Via per {i}\"/></way>");
            }
        }

        return xml.Append("</osm>\n").ToString();
    }

    private static double Away(Seat a, Seat b) => Math.Pow((a.Lon - b.Lon) * 0.7, 2) + Math.Pow(a.Lat - b.Lat, 2);
}
