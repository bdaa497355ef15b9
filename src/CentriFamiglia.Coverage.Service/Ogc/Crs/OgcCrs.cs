using CentriFamiglia.Coverage.Formats.Crs;
using NetTopologySuite.Geometries;
using CoordinateSystem = CentriFamiglia.Coverage.Formats.Crs.CoordinateSystem;

namespace CentriFamiglia.Coverage.Service.Ogc.Crs;

/// <summary>
/// A coordinate reference system as OGC names it, with the order that its authority gives the axes: features are given in it, boxes and
/// shapes of filters are taken in it. Everything inside is WGS84, longitude first.
/// </summary>
internal sealed class OgcCrs
{
    private const double MostMetres = 2.1e7;

    private readonly CoordinateSystem _system;

    private OgcCrs(string uri, int epsg, bool northFirst)
    {
        (Uri, NorthFirst, _system) = (uri, northFirst, CoordinateSystems.Get(epsg));
        Name = uri == Default ? "WGS 84, longitudine e latitudine" : $"EPSG:{epsg}, {_system.Name}";
        // A centimetre of the store is seen in each.
        Decimals = _system.InDegrees ? 7 : 3;
    }

    private const string Default = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /// <summary>Longitude, latitude: where nobody asks for another.</summary>
    public static OgcCrs Crs84 { get; } = new(Default, 4326, northFirst: false);

    public static ImmutableArray<OgcCrs> All { get; } =
    [
        Crs84,
        Of(4326, northFirst: true),
        Of(32632, northFirst: false),
        Of(3857, northFirst: false),
        Of(3003, northFirst: false),
        Of(6707, northFirst: true),
    ];

    public string Uri { get; }

    /// <summary>For people.</summary>
    public string Name { get; }

    /// <summary>Whether latitude or northing stands first.</summary>
    public bool NorthFirst { get; }

    /// <summary>Decimals of its coordinates in an answer.</summary>
    public int Decimals { get; }

    public bool InDegrees => _system.InDegrees;

    /// <param name="uri">As it was asked for; null for the default.</param>
    /// <param name="field">Parameter that names it.</param>
    /// <exception cref="InputException">It is none of these.</exception>
    public static OgcCrs Find(string? uri, string field) => uri is null ? Crs84 : All.FirstOrDefault(crs => crs.Uri == uri)
        ?? throw new InputException(field, $"'{Shown.Of(uri)}' non è un sistema di riferimento di questi dati.", $"Usare uno di: {string.Join(", ", All.Select(c => c.Uri))}.");

    /// <param name="first">In the order of the axes.</param>
    /// <param name="second">The same.</param>
    /// <param name="field">Parameter that holds them.</param>
    /// <returns>Longitude, latitude.</returns>
    /// <exception cref="InputException">They are no place in this system.</exception>
    public Coordinate ToWgs84(double first, double second, string field)
    {
        (double east, double north) = NorthFirst ? (second, first) : (first, second);
        bool known = InDegrees ? Math.Abs(east) <= 180 && Math.Abs(north) <= 90 : Math.Abs(east) <= MostMetres && Math.Abs(north) <= MostMetres;
        (double lon, double lat) = known ? _system.ToWgs84(east, north) : (double.NaN, double.NaN);
        if (double.IsFinite(lon) && double.IsFinite(lat))
            return new Coordinate(lon, lat);
        string axes = (NorthFirst, InDegrees) switch
        {
            (true, true) => "latitudine, longitudine, in gradi",
            (false, true) => "longitudine, latitudine, in gradi",
            (true, false) => "nord, est, in metri",
            _ => "est, nord, in metri",
        };
        throw new InputException(field, $"({Text(first)}, {Text(second)}) non è un luogo in {Name}.", $"Scrivere le coordinate in quest'ordine: {axes}.");
    }

    /// <returns>A copy in this system, axes in its order, rounded to <see cref="Decimals"/>.</returns>
    public Geometry FromWgs84(Geometry geometry)
    {
        Geometry moved = geometry.Copy();
        moved.Apply(new Move(this));
        return moved;
    }

    private static OgcCrs Of(int epsg, bool northFirst) => new($"http://www.opengis.net/def/crs/EPSG/0/{epsg}", epsg, northFirst);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Move(OgcCrs crs) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                (double east, double north) = crs._system.FromWgs84(seq.GetX(i), seq.GetY(i));
                (double first, double second) = crs.NorthFirst ? (north, east) : (east, north);
                seq.SetX(i, Math.Round(first, crs.Decimals));
                seq.SetY(i, Math.Round(second, crs.Decimals));
            }
        }
    }
}
