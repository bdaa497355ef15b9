using System.Text;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>Where a place of the territory stands on a drawing as wide as the text of a page.</summary>
internal sealed class MapFrame
{
    public const double Width = 720;

    /// <summary>Higher than this a map and its legend leave the sheet.</summary>
    private const double MostHeight = 760;

    private const double Margin = 24;

    private readonly Envelope _frame = new();
    private readonly double _narrowing;
    private readonly double _scale;
    private readonly double _left;

    /// <param name="areas">At least one.</param>
    public MapFrame(IEnumerable<AreaShape> areas)
    {
        foreach (AreaShape area in areas)
            _frame.ExpandToInclude(area.Boundary.EnvelopeInternal);
        _narrowing = Math.Cos(_frame.Centre.Y * Math.PI / 180);
        _scale = Math.Min((Width - (2 * Margin)) / (_frame.Width * _narrowing), (MostHeight - (2 * Margin)) / _frame.Height);
        _left = (Width - (_frame.Width * _narrowing * _scale)) / 2;
        Height = Math.Ceiling((_frame.Height * _scale) + (2 * Margin));
    }

    public double Height { get; }

    public string ViewBox => FormattableString.Invariant($"0 0 {Width} {Height}");

    public double X(double lon) => _left + ((lon - _frame.MinX) * _narrowing * _scale);

    public double Y(double lat) => Margin + ((_frame.MaxY - lat) * _scale);

    /// <summary>The outline of an area, as the attribute <c>d</c> of a path.</summary>
    public string Path(Geometry area)
    {
        var path = new StringBuilder();
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            foreach (LineString ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                path.Append('M').AppendJoin('L', ring.Coordinates.SkipLast(1).Select(c => FormattableString.Invariant($"{X(c.X):0.#} {Y(c.Y):0.#}"))).Append('Z');
        }

        return path.ToString();
    }
}
