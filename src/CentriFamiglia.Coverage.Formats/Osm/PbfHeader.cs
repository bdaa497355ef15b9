using System.Text;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>The header block of a PBF file: what a reader must be able to do, and the date of the data.</summary>
internal static class PbfHeader
{
    /// <returns>The declared state of the data; null when there is none.</returns>
    /// <exception cref="OsmDataException">The file needs something this reader cannot do.</exception>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> block)
    {
        DateTimeOffset? date = null;
        var reader = new ProtoReader(block);
        while (reader.Next())
        {
            if (reader.Field == 4)
                Require(Encoding.UTF8.GetString(reader.Bytes()));
            else if (reader.Field == 5 && Encoding.UTF8.GetString(reader.Bytes()) == "LocationsOnWays")
                throw WithoutNodes();
            else if (reader.Field == 32)
                date = OsmDate.FromSeconds(reader.Int64());
        }

        return date;
    }

    private static OsmDataException WithoutNodes() => new(
        "le coordinate stanno nelle strade e non nei nodi (LocationsOnWays), così che gli incroci non si riconoscono",
        "Usare l'estratto com'era prima di «osmium add-locations-to-ways», oppure scaricarne uno normale (per esempio da download.geofabrik.de).");

    private static void Require(string feature)
    {
        switch (feature)
        {
            case "OsmSchema-V0.6" or "DenseNodes":
                return;
            case "LocationsOnWays":
                throw WithoutNodes();
            case "HistoricalInformation":
                throw new OsmDataException(
                    "il file contiene la storia delle modifiche, non lo stato di una data",
                    "Estrarre lo stato di una data con «osmium time-filter FILE.osh.pbf -o NUOVO.osm.pbf», oppure scaricare l'estratto normale.");
            default:
                string shown = new([.. feature.Where(c => !char.IsControl(c)).Take(60)]);
                throw new OsmDataException(
                    $"il file richiede la funzione «{shown}», che non è supportata",
                    "Scaricare un estratto .osm.pbf normale (per esempio da download.geofabrik.de).");
        }
    }
}

/// <summary>Dates of map data.</summary>
internal static class OsmDate
{
    /// <summary>Null for what cannot be a date of OpenStreetMap data (before 2004, after 2200).</summary>
    public static DateTimeOffset? FromSeconds(long seconds) =>
        seconds is > 1_072_915_200 and < 7_258_118_400 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
