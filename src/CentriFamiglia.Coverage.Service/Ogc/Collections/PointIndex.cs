using CentriFamiglia.Coverage.Formats.VectorTiles;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>
/// The points of a layer in the order of a curve on which the points of any tile, and of any square that halving a tile gives, stand together
/// (Morton, 1966): the bits of x and y on the grid of the deepest zoom take turns in one number. So a tile is two searches, however many
/// points there are.
/// </summary>
internal sealed class PointIndex
{
    private const int Bits = TileAddress.MostZoom + ExtentBits;

    /// <summary>A tile is as many halvings wide.</summary>
    private const int ExtentBits = 12;

    /// <summary>Points of a tile that it is not worth while to halve.</summary>
    private const int Few = 32;

    private readonly ulong[] _places;
    private readonly int[] _rows;
    private readonly double[]? _sums;

    public PointIndex(HeldLayer layer)
    {
        List<ulong> places = new(layer.Count);
        List<int> rows = new(layer.Count);
        int summed = layer.Collection.Summed is { } name ? layer.Schema.IndexOf(name) : -1;
        double[]? sums = summed < 0 ? null : new double[layer.Count];
        for (int i = 0; i < layer.Count; i++)
        {
            LayerRow row = layer[i];
            if (sums is not null)
                sums[i] = row.Values[summed] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : 0;
            foreach (Coordinate place in row.Geometry?.Coordinates ?? [])
            {
                (double x, double y) = TileAddress.ToGrid(place.X, place.Y, TileAddress.MostZoom);
                places.Add(Spread((ulong)x) | Spread((ulong)y) << 1);
                rows.Add(i);
            }
        }

        (_places, _rows, _sums) = ([.. places], [.. rows], sums);
        Array.Sort(_places, _rows);
    }

    /// <summary>From and past the last of the points in a tile.</summary>
    public (int From, int To) Of(TileAddress tile)
    {
        int shift = 2 * (Bits - tile.Zoom);
        ulong name = Spread((ulong)tile.Column) | Spread((ulong)tile.Row) << 1;
        return (First(name << shift), First((name + 1) << shift));
    }

    /// <summary>Rows of the layer that may be in a box, in their order: those of the tiles that it touches, each halved until it has few points.</summary>
    /// <param name="box">WGS84.</param>
    /// <returns>Null where they are so many that all may as well be looked at.</returns>
    public int[]? Near(Envelope box)
    {
        if (box.IsNull)
            return [];
        Envelope asked = OnDeepestGrid(box);
        List<int> rows = [];
        Add(new TileAddress(0, 0, 0));
        return rows.Count > _rows.Length / 4 ? null : [.. rows.Distinct().Order()];

        void Add(TileAddress tile)
        {
            double side = (double)TileAddress.Extent * (1L << (TileAddress.MostZoom - tile.Zoom));
            var here = new Envelope(tile.Column * side, (tile.Column + 1) * side, tile.Row * side, (tile.Row + 1) * side);
            if (!asked.Intersects(here))
                return;
            (int from, int to) = Of(tile);
            if (to - from <= Few || tile.Zoom == TileAddress.MostZoom || asked.Contains(here))
            {
                rows.AddRange(_rows.AsSpan(from..to));
                return;
            }

            for (int quarter = 0; quarter < 4; quarter++)
                Add(new TileAddress(tile.Zoom + 1, (2 * tile.Row) + (quarter / 2), (2 * tile.Column) + (quarter % 2)));
        }
    }

    /// <summary>Row of the layer.</summary>
    public int RowOf(int place) => _rows[place];

    /// <summary>On the grid of a zoom, rounded down.</summary>
    public Coordinate OnGrid(int place, int zoom)
    {
        int shift = TileAddress.MostZoom - zoom;
        return new Coordinate(Gather(_places[place]) >> shift, Gather(_places[place] >> 1) >> shift);
    }

    /// <summary>The points between two places by the squares that they stand in.</summary>
    /// <param name="halvings">Of a tile, until a square is left.</param>
    /// <returns>Where they stand on the average on the grid of the zoom, rounded down; how many; what they sum up to, null where nothing is to be.</returns>
    public IEnumerable<(Coordinate Middle, long Count, double? Sum)> Squares(int from, int to, int zoom, int halvings)
    {
        int shift = 2 * (Bits - zoom - halvings);
        double units = 1L << (TileAddress.MostZoom - zoom);
        while (from < to)
        {
            ulong square = _places[from] >> shift;
            double x = 0, y = 0, sum = 0;
            int first = from;
            for (; from < to && _places[from] >> shift == square; from++)
            {
                x += Gather(_places[from]) + 0.5;
                y += Gather(_places[from] >> 1) + 0.5;
                sum += _sums?[_rows[from]] ?? 0;
            }

            long count = from - first;
            yield return (new Coordinate(Math.Floor(x / count / units), Math.Floor(y / count / units)), count, _sums is null ? null : Math.Round(sum, 3));
        }
    }

    /// <summary>A unit more on each side, as a place on the edge may round to either.</summary>
    private static Envelope OnDeepestGrid(Envelope box)
    {
        const double most = 85;
        (double west, double north) = TileAddress.ToGrid(Math.Max(box.MinX, -180), Math.Clamp(box.MaxY, -most, most), TileAddress.MostZoom);
        (double east, double south) = TileAddress.ToGrid(Math.Min(box.MaxX, 180), Math.Clamp(box.MinY, -most, most), TileAddress.MostZoom);
        return new Envelope(west - 1, east + 1, north - 1, south + 1);
    }

    private int First(ulong place)
    {
        int low = 0, high = _places.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_places[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Puts an empty bit before each of the lowest 32.</summary>
    private static ulong Spread(ulong bits)
    {
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    }

    /// <summary>The way back of <see cref="Spread"/>: every other bit.</summary>
    private static ulong Gather(ulong bits)
    {
        bits &= 0x5555555555555555;
        bits = (bits | bits >> 1) & 0x3333333333333333;
        bits = (bits | bits >> 2) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits >> 4) & 0x00FF00FF00FF00FF;
        bits = (bits | bits >> 8) & 0x0000FFFF0000FFFF;
        return (bits | bits >> 16) & 0x00000000FFFFFFFF;
    }
}
