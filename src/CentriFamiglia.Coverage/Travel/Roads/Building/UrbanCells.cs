using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Where streets of towns are dense: see <see cref="UrbanRule"/>.</summary>
internal sealed class UrbanCells
{
    private readonly double _cellLon;
    private readonly double _cellLat;
    private readonly double _leastMetres;
    private readonly Dictionary<(int X, int Y), double> _streetMetres = [];
    private readonly HashSet<(int X, int Y)> _urban = [];

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
        foreach ((int x, int y) in _streetMetres.Keys)
        {
            // A cell without streets of its own may still be urban through its neighbours.
            for (int cell = 0; cell < 9; cell++)
                Judge(x + (cell % 3) - 1, y + (cell / 3) - 1);
        }
    }

    public bool IsUrban(double lon, double lat) => _urban.Contains(CellOf(lon, lat));

    private void Judge(int x, int y)
    {
        if (_urban.Contains((x, y)))
            return;
        double metres = 0;
        for (int cell = 0; cell < 9; cell++)
            metres += _streetMetres.GetValueOrDefault((x + (cell % 3) - 1, y + (cell / 3) - 1));
        if (metres >= _leastMetres)
            _urban.Add((x, y));
    }

    private (int X, int Y) CellOf(double lon, double lat) => ((int)Math.Floor(lon / _cellLon), (int)Math.Floor(lat / _cellLat));
}
