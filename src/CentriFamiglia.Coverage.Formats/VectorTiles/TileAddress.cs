namespace CentriFamiglia.Coverage.Formats.VectorTiles;

/// <summary>
/// One tile of the scheme WebMercatorQuad, in which a tile has <see cref="Extent"/> units a side. The grid of a zoom is the whole earth in these
/// units: x east from the antimeridian, y south from 85.05 N; what is put on it once lies the same in all of its tiles.
/// </summary>
/// <param name="Zoom">From 0 to <see cref="MostZoom"/>.</param>
/// <param name="Row">From the north, 0 first.</param>
/// <param name="Column">From the west, 0 first.</param>
public readonly record struct TileAddress(int Zoom, int Row, int Column)
{
    /// <summary>The deepest zoom: a unit is 15 cm on the equator.</summary>
    public const int MostZoom = 16;

    /// <summary>Units of a side.</summary>
    public const int Extent = 4096;

    /// <summary>Units of what lies around a tile that its areas and lines go on for, so that no edge of a tile is drawn.</summary>
    public const int Buffer = 64;

    /// <summary>Tiles of a side at a zoom.</summary>
    public static int Tiles(int zoom) => 1 << zoom;

    /// <summary>The tile on the grid of its zoom.</summary>
    /// <param name="buffer">Units around it.</param>
    public Envelope OnGrid(int buffer = 0)
    {
        double west = (double)Column * Extent, north = (double)Row * Extent;
        return new Envelope(west - buffer, west + Extent + buffer, north - buffer, north + Extent + buffer);
    }

    /// <summary>What it covers, WGS84.</summary>
    /// <param name="buffer">Units around it.</param>
    public Envelope InDegrees(int buffer = 0)
    {
        Envelope grid = OnGrid(buffer);
        (double west, double north) = ToWgs84(grid.MinX, grid.MinY, Zoom);
        (double east, double south) = ToWgs84(grid.MaxX, grid.MaxY, Zoom);
        return new Envelope(west, east, south, north);
    }

    /// <summary>The tile of a zoom in which a place is.</summary>
    /// <param name="place">WGS84.</param>
    public static TileAddress Of(Coordinate place, int zoom)
    {
        (double x, double y) = ToGrid(place.X, place.Y, zoom);
        return new TileAddress(zoom, (int)Math.Floor(y / Extent), (int)Math.Floor(x / Extent));
    }

    /// <param name="lon">Degrees.</param>
    /// <param name="lat">The same, between 85.05 S and N.</param>
    public static (double X, double Y) ToGrid(double lon, double lat, int zoom)
    {
        double units = Units(zoom), sine = Math.Sin(lat * Math.PI / 180);
        return ((lon + 180) / 360 * units, (0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))) * units);
    }

    /// <summary>The way back of <see cref="ToGrid(double, double, int)"/>.</summary>
    public static (double Lon, double Lat) ToWgs84(double x, double y, int zoom)
    {
        double units = Units(zoom);
        return ((x / units * 360) - 180, Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y / units)))) * 180 / Math.PI);
    }

    /// <returns>A copy on the grid of a zoom; not rounded.</returns>
    /// <param name="geometry">WGS84.</param>
    public static Geometry ToGrid(Geometry geometry, int zoom)
    {
        Geometry moved = geometry.Copy();
        moved.Apply(new Move(zoom));
        return moved;
    }

    private static double Units(int zoom) => (double)Extent * Tiles(zoom);

    private sealed class Move(int zoom) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                (double x, double y) = ToGrid(seq.GetX(i), seq.GetY(i), zoom);
                seq.SetX(i, x);
                seq.SetY(i, y);
            }
        }
    }
}
