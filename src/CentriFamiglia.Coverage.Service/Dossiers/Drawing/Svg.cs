using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;

namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>Parts of a drawing.</summary>
internal static class Svg
{
    /// <summary>A whole map, named to who cannot see it.</summary>
    /// <param name="id">Once in the page.</param>
    public static XElement Map(string id, MapFrame frame, string title, string description, params object?[] content) => Tags.Of(
        "svg",
        Tags.A("viewBox", frame.ViewBox),
        Tags.A("role", "img"),
        Tags.A("aria-labelledby", $"{id}-nome {id}-testo"),
        Tags.Of("title", Tags.A("id", $"{id}-nome"), title),
        Tags.Of("desc", Tags.A("id", $"{id}-testo"), description),
        content);

    public static XAttribute Number(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));

    public static XElement Text(string style, double x, double y, string text) => Tags.Of("text", Tags.Class(style), Number("x", x), Number("y", y), text);

    public static XElement Circle(string style, double x, double y, double radius, params object?[] content) =>
        Tags.Of("circle", Tags.Class(style), Number("cx", x), Number("cy", y), Number("r", radius), content);

    public static XElement Square(string style, double x, double y, double side, params object?[] content) =>
        Tags.Of("rect", Tags.Class(style), Number("x", x - (side / 2)), Number("y", y - (side / 2)), Number("width", side), Number("height", side), content);

    /// <summary>An area whose outline is drawn elsewhere in the page.</summary>
    public static XElement Area(int index, string style, string name) =>
        Tags.Of("use", Tags.A("href", $"#area-{index}"), Tags.Class($"area {style}"), Tags.Of("title", name));

    /// <summary>A line of a legend: what is drawn, and what it means.</summary>
    public static XElement Legend(XElement mark, string meaning) =>
        Tags.Of("li", Tags.Of("svg", Tags.A("viewBox", "0 0 24 16"), Tags.A("aria-hidden", "true"), mark), meaning);

    public static XElement Swatch(string style) =>
        Tags.Of("rect", Tags.Class($"area {style}"), Number("x", 1), Number("y", 1), Number("width", 22), Number("height", 14));
}
