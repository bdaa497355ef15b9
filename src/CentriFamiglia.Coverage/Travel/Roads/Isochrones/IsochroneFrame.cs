namespace CentriFamiglia.Coverage.Travel.Roads.Isochrones;

/// <summary>
/// Where the cells of contours lie: at whole multiples of a step from the south-west corner of the world, square at the whole degree of
/// latitude nearest to the middle of the network. A hundred metres, doubled until the whole network fits; what is asked of it has no say.
/// </summary>
internal sealed class IsochroneFrame
{
    private const double LeastMetres = 100;
    private const double MostVertices = 16_000_000;
    private const double FarthestLat = 85;
    private const double HalfTurn = 180e7;
    private const double QuarterTurn = 90e7;

    private readonly double _cellsPerLon;
    private readonly double _cellsPerLat;

    /// <param name="bounds">West, south, east, north of the network, degrees.</param>
    public IsochroneFrame(ImmutableArray<double> bounds)
    {
        EarthMetric metric = EarthMetric.At(Math.Clamp(Math.Round((bounds[1] + bounds[3]) / 2), -FarthestLat, FarthestLat) * 1e7);
        double squareMetres = (bounds[2] - bounds[0]) * metric.MetresPerLon * (bounds[3] - bounds[1]) * metric.MetresPerLat * 1e14;
        double metres = LeastMetres;
        while (squareMetres > MostVertices * metres * metres)
            metres *= 2;
        (_cellsPerLon, _cellsPerLat) = (metric.MetresPerLon / metres, metric.MetresPerLat / metres);
    }

    /// <param name="lon">1e-7 degrees.</param>
    /// <param name="lat">1e-7 degrees.</param>
    /// <returns>Not negative.</returns>
    public (double Column, double Row) Cells(double lon, double lat) => ((lon + HalfTurn) * _cellsPerLon, (lat + QuarterTurn) * _cellsPerLat);

    /// <summary>Degrees of a place in units of cells.</summary>
    public (double Lon, double Lat) Degrees(double column, double row) => (((column / _cellsPerLon) - HalfTurn) / 1e7, ((row / _cellsPerLat) - QuarterTurn) / 1e7);
}
