using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Where streets of towns are dense: see <see cref="UrbanRule"/>.</summary>
internal sealed class UrbanCells
{
    // More than cells around the Earth; not a power of two, which would make the hashes of neighbours collide.
    private const long RowOfCells = 1_000_003;

    private readonly double _cellLon;
    private readonly double _cellLat;
    private readonly double _leastMetres;
    private readonly Dictionary<long, double> _streetMetres = [];
    private readonly HashSet<long> _urban = [];

    /// <param name="rule">Size of a cell and density.</param>
    /// <param name="middleLat">Latitude that the cells are square at, 1e-7 degrees.</param>
    public UrbanCells(UrbanRule rule, double middleLat)
    {
        EarthMetric metric = EarthMetric.At(middleLat);
        _cellLon = rule.CellMetres / metric.MetresPerLon;
        _cellLat = rule.CellMetres / metric.MetresPerLat;
        _leastMetres = rule.StreetMetresPerKm2 * 9 * rule.CellMetres * rule.CellMetres / 1e6;
    }

    /// <summary>Counts a straight piece of a town street at its middle.</summary>
    public void AddStreet(double lon, double lat, double metres) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_streetMetres, CellOf(lon, lat), out _) += metres;

    /// <summary>After the last street.</summary>
    public void Close()
    {
        // Each cell counts for its eight neighbours too, so that one without streets of its own may still be urban.
        var around = new Dictionary<long, double>();
        foreach ((long cell, double metres) in _streetMetres)
        {
            for (int x = -1; x <= 1; x++)
            {
                for (int y = -1; y <= 1; y++)
                    CollectionsMarshal.GetValueRefOrAddDefault(around, cell + (x * RowOfCells) + y, out _) += metres;
            }
        }

        foreach ((long cell, double metres) in around)
        {
            if (metres >= _leastMetres)
                _urban.Add(cell);
        }
    }

    public bool IsUrban(double lon, double lat) => _urban.Contains(CellOf(lon, lat));

    private long CellOf(double lon, double lat) => ((long)Math.Floor(lon / _cellLon) * RowOfCells) + (long)Math.Floor(lat / _cellLat);
}
