using CentriFamiglia.Coverage.Territory;
using ProjNet.CoordinateSystems.Transformations;

namespace CentriFamiglia.Coverage.Formats.Crs;

/// <summary>A coordinate reference system from which coordinates are brought to WGS84 longitude and latitude.</summary>
public sealed class CoordinateSystem
{
    private readonly MathTransform? _toWgs84;
    private readonly Lazy<MathTransform?> _fromWgs84;

    /// <param name="epsg">EPSG code.</param>
    /// <param name="name">Name in the EPSG register.</param>
    /// <param name="accuracyMetres">See <see cref="AccuracyMetres"/>.</param>
    /// <param name="toWgs84">From easting and northing; null when the coordinates already are degrees of WGS84 or ETRS89.</param>
    internal CoordinateSystem(int epsg, string name, double accuracyMetres, MathTransform? toWgs84)
    {
        Epsg = epsg;
        Name = name;
        AccuracyMetres = accuracyMetres;
        _toWgs84 = toWgs84;
        _fromWgs84 = new(() => toWgs84?.Inverse());
    }

    public int Epsg { get; }

    public string Name { get; }

    /// <summary>
    /// Accuracy of the shift to WGS84 in metres as EPSG states it: 0 where the datum is WGS84 itself, 1 for the realisations of ETRS89
    /// (EPSG:1149, taken as equal), 4 for Monte Mario in mainland Italy (EPSG:1660).
    /// </summary>
    public double AccuracyMetres { get; }

    /// <summary>Its coordinates are degrees, not metres.</summary>
    public bool InDegrees => Epsg is 4258 or 4265 or 4326 or 6706;

    /// <summary>East first: GeoJSON, GeoPackage and WKT are always so, whatever the authority of the system says.</summary>
    /// <param name="east">Metres or degrees.</param>
    /// <param name="north">The same.</param>
    /// <returns>Degrees of WGS84.</returns>
    public (double Lon, double Lat) ToWgs84(double east, double north) => _toWgs84 is null ? (east, north) : _toWgs84.Transform(east, north);

    /// <summary>The way back of <see cref="ToWgs84(double, double)"/>.</summary>
    /// <param name="lon">Degrees of WGS84.</param>
    /// <param name="lat">The same.</param>
    /// <returns>Metres or degrees, east first.</returns>
    public (double East, double North) FromWgs84(double lon, double lat) => _fromWgs84.Value is { } transform ? transform.Transform(lon, lat) : (lon, lat);

    /// <returns>A copy in WGS84 with SRID 4326, without the empty parts of a collection; <paramref name="geometry"/> is left as it is.</returns>
    public Geometry ToWgs84(Geometry geometry)
    {
        Geometry moved = Wgs84.Factory.CreateGeometry(geometry);
        moved.Apply(new Move(this));
        return moved;
    }

    private sealed class Move(CoordinateSystem system) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                (double lon, double lat) = system.ToWgs84(seq.GetX(i), seq.GetY(i));
                seq.SetX(i, lon);
                seq.SetY(i, lat);
            }
        }
    }
}
