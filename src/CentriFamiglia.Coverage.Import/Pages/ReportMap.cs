using System.Text;
using System.Xml.Linq;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Simplify;

namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>
/// The refused rows that say where they lie, over the outlines of the ATS: of those in which some lie, or of all. A picture within the page,
/// without a script, a font or a tile of anybody's.
/// </summary>
internal sealed class ReportMap
{
    private const double Width = 720;
    private const double LeastHeight = 400;
    private const double MostHeight = 900;
    private const double Margin = 16;

    /// <summary>More numbers than these no eye can tell apart.</summary>
    private const int MostDrawn = 300;

    private readonly Envelope _frame;
    private readonly double _scale;
    private readonly double _narrowing;
    private readonly double _height;

    private ReportMap(Envelope frame)
    {
        _frame = frame;
        _narrowing = Math.Cos(frame.Centre.Y * Math.PI / 180);
        _scale = Math.Min((Width - (2 * Margin)) / (frame.Width * _narrowing), (MostHeight - (2 * Margin)) / frame.Height);
        _height = Math.Max(LeastHeight, Math.Round((frame.Height * _scale) + (2 * Margin)));
    }

    /// <param name="rows">The rows of the table.</param>
    /// <param name="areas">The loaded areas.</param>
    /// <returns>The picture and the numbers on it; null where no area is loaded or no row lies among them.</returns>
    public static (XElement Picture, HashSet<int> Drawn)? Draw(IReadOnlyCollection<RefusedRow> rows, IEnumerable<Area> areas)
    {
        Area[] all = [.. areas.Where(a => a.Level == AreaLevel.Ats)];
        RefusedRow[] placed = [.. rows.Where(r => r.Place is not null)];
        if (all.Length == 0)
            return null;
        Area[] concerned = [.. all.Where(a => Holds(PreparedGeometryFactory.Prepare(a.Boundary), placed))];
        var frame = new Envelope();
        foreach (Area area in concerned.Length > 0 ? concerned : all)
            frame.ExpandToInclude(area.Boundary.EnvelopeInternal);
        RefusedRow[] within = [.. placed.Where(r => frame.Contains(r.Place!)).Take(MostDrawn)];
        return within.Length == 0 ? null : (new ReportMap(frame).Picture(all, within), [.. within.Select(r => r.Number)]);
    }

    private XElement Picture(Area[] areas, RefusedRow[] rows) => new(
        "svg",
        new XAttribute("viewBox", FormattableString.Invariant($"0 0 {Width} {_height}")),
        new XAttribute("role", "group"),
        new XAttribute("aria-label", "Mappa delle righe rifiutate che hanno coordinate"),
        areas.Select(Outline),
        areas.Where(a => _frame.Contains(a.Boundary.InteriorPoint.Coordinate)).Select(Name),
        Marks(rows));

    private XElement Outline(Area area)
    {
        var path = new StringBuilder();
        // What is finer than a point of the picture is not seen.
        Geometry outline = DouglasPeuckerSimplifier.Simplify(area.Boundary, 1 / _scale);
        for (int i = 0; i < outline.NumGeometries; i++)
        {
            if (outline.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            foreach (LineString ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                path.Append('M').AppendJoin('L', ring.Coordinates.Take(ring.NumPoints - 1).Select(c => FormattableString.Invariant($"{X(c):0.#} {Y(c):0.#}"))).Append('Z');
            }
        }

        return new XElement("path", new XAttribute("class", "area"), new XAttribute("fill-rule", "evenodd"), new XAttribute("d", path.ToString()));
    }

    private XElement Name(Area area)
    {
        Coordinate place = area.Boundary.InteriorPoint.Coordinate;
        return new XElement("text", new XAttribute("class", "nome"), Number("x", X(place)), Number("y", Y(place)), VisibleText.Of(area.Name));
    }

    /// <summary>Each row a dot where it lies and its number beside it, or as near as there is room.</summary>
    private IEnumerable<XElement> Marks(RefusedRow[] rows)
    {
        const double Across = 24, Down = 16;
        (int Column, int Row)[] around = [.. from column in Enumerable.Range(-30, 61) from row in Enumerable.Range(-40, 81)
            orderby (column * column * Across * Across) + (row * row * Down * Down), column, row select (column, row)];
        HashSet<(int, int)> taken = [];
        foreach (RefusedRow row in rows)
        {
            (double x, double y) = (X(row.Place!), Y(row.Place!));
            (int Column, int Row) cell = ((int)(x / Across), (int)(y / Down));
            (int Column, int Row) free = around.Select(a => (Column: cell.Column + a.Column, Row: cell.Row + a.Row))
                .First(c => c.Column >= 0 && c.Row >= 0 && (c.Column + 1) * Across <= Width && (c.Row + 1) * Down <= _height && taken.Add(c));
            (double labelX, double labelY) = ((free.Column + 0.5) * Across, (free.Row + 0.5) * Down);
            yield return new XElement(
                "a",
                new XAttribute("href", $"#riga-{row.Number}"),
                new XElement("title", VisibleText.Of($"{row.Number}: {row.First.File}, riga {row.First.Line}{(row.First.Id is { } id ? $" ({id})" : "")}")),
                new XElement("line", Number("x1", x), Number("y1", y), Number("x2", labelX), Number("y2", labelY)),
                new XElement("circle", Number("cx", x), Number("cy", y), new XAttribute("r", "2.5")),
                new XElement("rect", Number("x", labelX - 11), Number("y", labelY - 7), new XAttribute("width", "22"), new XAttribute("height", "14"), new XAttribute("rx", "4")),
                new XElement("text", new XAttribute("class", "numero"), Number("x", labelX), Number("y", labelY + 3.5), row.Number));
        }
    }

    private double X(Coordinate c) => Margin + ((c.X - _frame.MinX) * _narrowing * _scale);

    private double Y(Coordinate c) => Margin + ((_frame.MaxY - c.Y) * _scale);

    private static bool Holds(IPreparedGeometry area, RefusedRow[] rows) => Array.Exists(rows, r => area.Contains(Wgs84.Factory.CreatePoint(r.Place)));

    private static XAttribute Number(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));
}
