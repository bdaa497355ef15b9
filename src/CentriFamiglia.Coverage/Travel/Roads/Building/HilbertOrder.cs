using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Positions along a Hilbert curve over the box of all known nodes.</summary>
internal sealed class HilbertOrder(int[] lon, int[] lat)
{
    private readonly int[] _lon = lon;
    private readonly int[] _lat = lat;
    private readonly (int Least, int Most) _lons = KnownExtent(lon);
    private readonly (int Least, int Most) _lats = KnownExtent(lat);

    public uint PositionOf(int lon, int lat) => HilbertCurve.Position(Cell(lon, _lons), Cell(lat, _lats));

    /// <summary>Position of the middle of the box around some nodes.</summary>
    public uint PositionOfBox(ReadOnlySpan<int> nodes)
    {
        (int west, int east) = (int.MaxValue, int.MinValue);
        (int south, int north) = (int.MaxValue, int.MinValue);
        foreach (int node in nodes)
        {
            (west, east) = (Math.Min(west, _lon[node]), Math.Max(east, _lon[node]));
            (south, north) = (Math.Min(south, _lat[node]), Math.Max(north, _lat[node]));
        }

        return PositionOf((int)(((long)west + east) / 2), (int)(((long)south + north) / 2));
    }

    private static (int Least, int Most) KnownExtent(int[] values)
    {
        (int least, int most) = (int.MaxValue, int.MinValue);
        foreach (int value in values)
        {
            if (value != OsmBlock.NoLocation)
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least, most);
    }

    private static int Cell(int value, (int Least, int Most) extent) =>
        (int)(((long)value - extent.Least) * (HilbertCurve.Side - 1) / Math.Max((long)extent.Most - extent.Least, 1));
}
