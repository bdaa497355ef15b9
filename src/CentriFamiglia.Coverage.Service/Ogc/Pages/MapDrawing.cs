using System.Text;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>A small map as SVG: the ground in grey, the features on it. It is a picture; the table beside it says the same in words.</summary>
internal static class MapDrawing
{
    private const double Width = 640;
    private const double Margin = 8;

    /// <param name="ground">Areas behind the features. WGS84.</param>
    /// <param name="features">Geometries with their names. WGS84.</param>
    /// <param name="box">What the map shows. WGS84.</param>
    /// <param name="label">What it is, for who does not see it.</param>
    public static string Of(IEnumerable<Geometry> ground, IEnumerable<(Geometry Shape, string Name)> features, Envelope box, string label)
    {
        var frame = Frame.Of(box);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map\" role=\"img\" aria-label=\"{HtmlFrame.Text(label)}\" viewBox=\"0 0 {Width:0} {frame.Height:0}\">\n");
        foreach (Geometry area in ground)
            Append(svg, area, "ground", null, frame);
        foreach ((Geometry shape, string name) in features)
            Append(svg, shape, "area", name, frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, Geometry shape, string kind, string? name, Frame frame)
    {
        string title = name is null ? "" : $"<title>{HtmlFrame.Text(name)}</title>";
        for (int i = 0; i < shape.NumGeometries; i++)
        {
            switch (shape.GetGeometryN(i))
            {
                case Point { IsEmpty: false } point:
                    (double x, double y) = frame.Place(point.Coordinate);
                    svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3.5\">{title}</circle>\n");
                    break;
                case LineString { IsEmpty: false } line:
                    svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"");
                    AppendLine(svg, line, frame);
                    svg.Append(CultureInfo.InvariantCulture, $"\">{title}</path>\n");
                    break;
                case Polygon { IsEmpty: false } polygon:
                    svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"");
                    AppendRing(svg, polygon.Shell, frame);
                    foreach (LinearRing hole in polygon.Holes)
                        AppendRing(svg, hole, frame);
                    svg.Append(CultureInfo.InvariantCulture, $"\">{title}</path>\n");
                    break;
            }
        }
    }

    private static void AppendRing(StringBuilder svg, LinearRing ring, Frame frame)
    {
        AppendLine(svg, ring, frame);
        svg.Append('Z');
    }

    /// <summary>To the half unit: what a screen does not show is left out.</summary>
    private static void AppendLine(StringBuilder svg, LineString line, Frame frame)
    {
        (double X, double Y)? last = null;
        foreach (Coordinate place in line.Coordinates)
        {
            (double x, double y) = frame.Place(place);
            (double X, double Y) rounded = (Math.Round(x * 2) / 2, Math.Round(y * 2) / 2);
            if (rounded == last)
                continue;
            svg.Append(CultureInfo.InvariantCulture, $"{(last is null ? 'M' : 'L')}{rounded.X:0.#} {rounded.Y:0.#}");
            last = rounded;
        }
    }

    /// <summary>From degrees to the drawing: north up, east and north in the same measure at the middle of the box.</summary>
    private sealed record Frame(double West, double North, double ScaleX, double ScaleY, double Height)
    {
        public static Frame Of(Envelope box)
        {
            double shrink = Math.Cos((box.MinY + box.MaxY) / 2 * Math.PI / 180);
            // A point alone is shown with some ground around it.
            double width = Math.Max(box.Width, 0.02), height = Math.Max(box.Height, 0.02 * shrink);
            double scale = (Width - (2 * Margin)) / Math.Max(width * shrink, height);
            double west = box.Centre.X - ((Width - (2 * Margin)) / scale / shrink / 2), north = box.Centre.Y + (height / 2);
            return new Frame(west, north, scale * shrink, scale, (height * scale) + (2 * Margin));
        }

        public (double X, double Y) Place(Coordinate place) => (Margin + ((place.X - West) * ScaleX), Margin + ((North - place.Y) * ScaleY));
    }
}
