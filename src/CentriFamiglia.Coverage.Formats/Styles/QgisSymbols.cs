using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Formats.Styles;

/// <summary>The layers of one symbol of QGIS: a fill with a pattern over it, a line, a mark.</summary>
internal static class QgisSymbols
{
    /// <summary><c>r,g,b,alpha</c>.</summary>
    public static string Colour(string rgb) => string.Create(CultureInfo.InvariantCulture,
        $"{Convert.ToInt32(rgb[1..3], 16)},{Convert.ToInt32(rgb[3..5], 16)},{Convert.ToInt32(rgb[5..7], 16)},255");

    public static IEnumerable<XElement> Layers(StyleShape shape, StyleSymbol symbol) => shape switch
    {
        StyleShape.Point => [Mark(symbol)],
        StyleShape.Line => [Layer("SimpleLine", ("line_color", Colour(symbol.Fill)), ("line_width", Number(symbol.Width)), ("line_width_unit", "MM"))],
        _ => symbol.Pattern is StylePattern.None ? [Fill(symbol)] : [Fill(symbol), Pattern(symbol)],
    };

    private static XElement Mark(StyleSymbol symbol) => Layer("SimpleMarker",
        ("name", symbol.Mark switch { StyleMark.Square => "square", StyleMark.Diamond => "diamond", StyleMark.Star => "star", _ => "circle" }),
        ("color", Colour(symbol.Fill)),
        ("outline_color", Colour(symbol.Ink)),
        ("outline_style", symbol.Dashed ? "dot" : "solid"),
        ("outline_width", Number(symbol.Width)),
        ("outline_width_unit", "MM"),
        ("size", Number(symbol.Size)),
        ("size_unit", "MM"));

    private static XElement Fill(StyleSymbol symbol) => Layer("SimpleFill",
        ("color", Colour(symbol.Fill)),
        ("style", "solid"),
        ("outline_color", Colour(symbol.Pattern is StylePattern.None ? symbol.Ink : "#5a6672")),
        ("outline_style", "solid"),
        ("outline_width", Number(symbol.Width)),
        ("outline_width_unit", "MM"));

    private static XElement Pattern(StyleSymbol symbol) => Layer("SimpleFill",
        ("color", Colour(symbol.Ink)),
        ("style", symbol.Pattern switch { StylePattern.Diagonal => "b_diagonal", StylePattern.Cross => "diagonal_x", StylePattern.Level => "horizontal", _ => "dense6" }),
        ("outline_style", "no"));

    private static XElement Layer(string kind, params (string Name, string Value)[] options) => new("layer",
        new XAttribute("class", kind),
        new XAttribute("enabled", "1"),
        new XAttribute("locked", "0"),
        new XAttribute("pass", "0"),
        new XElement("Option",
            new XAttribute("type", "Map"),
            options.Select(o => new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", o.Name), new XAttribute("value", o.Value)))),
        options.Select(o => new XElement("prop", new XAttribute("k", o.Name), new XAttribute("v", o.Value))));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
