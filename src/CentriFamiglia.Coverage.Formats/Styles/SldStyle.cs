using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Formats.Styles;

/// <summary>
/// A style as OGC Styled Layer Descriptor 1.1 with Symbology Encoding, for GeoServer and the other programs that are not QGIS. Patterns of
/// areas, which the standard leaves to pictures, are left out: there the outline tells what the fill does not. The same style gives the same text.
/// </summary>
public static class SldStyle
{
    private static readonly XNamespace _sld = "http://www.opengis.net/sld";
    private static readonly XNamespace _se = "http://www.opengis.net/se";
    private static readonly XNamespace _ogc = "http://www.opengis.net/ogc";

    /// <param name="layer">Name of the layer that is drawn.</param>
    public static string Write(LayerStyle style, string layer) => """<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + new XElement(_sld + "StyledLayerDescriptor",
        new XAttribute(XNamespace.Xmlns + "se", _se),
        new XAttribute(XNamespace.Xmlns + "ogc", _ogc),
        new XAttribute("version", "1.1.0"),
        new XElement(_sld + "NamedLayer",
            new XElement(_se + "Name", layer),
            new XElement(_sld + "UserStyle",
                new XElement(_se + "Name", style.Name),
                new XElement(_se + "FeatureTypeStyle", style.Rules.Select(rule => RuleOf(style, rule)), LabelRule(style)))));

    private static XElement RuleOf(LayerStyle style, StyleRule rule) => new(_se + "Rule",
        new XElement(_se + "Name", rule.Label),
        rule.Test is { } test ? new XElement(_ogc + "Filter", FilterOf(test)) : null,
        SymbolOf(style.Shape, rule.Symbol));

    private static XElement? LabelRule(LayerStyle style) => style.Label is not { } label ? null : new XElement(_se + "Rule",
        new XElement(_se + "MaxScaleDenominator", style.LabelsFrom),
        new XElement(_se + "TextSymbolizer",
            new XElement(_se + "Label", new XElement(_ogc + "PropertyName", label)),
            new XElement(_se + "Font", Parameter("font-size", "11")),
            new XElement(_se + "Halo", new XElement(_se + "Radius", 1), new XElement(_se + "Fill", Parameter("fill", "#ffffff"))),
            new XElement(_se + "Fill", Parameter("fill", "#17324d"))));

    private static XElement FilterOf(StyleTest test)
    {
        XElement[] parts =
        [
            .. test.IsMissing ? [new XElement(_ogc + "PropertyIsNull", Property(test))] : Array.Empty<XElement>(),
            .. test.Value is { } value ? [Compare("PropertyIsEqualTo", test, value)] : Array.Empty<XElement>(),
            .. test.Above is { } above ? [Compare("PropertyIsGreaterThan", test, Number(above))] : Array.Empty<XElement>(),
            .. test.UpTo is { } upTo ? [Compare("PropertyIsLessThanOrEqualTo", test, Number(upTo))] : Array.Empty<XElement>(),
            .. test.Flag is { } flag ? [Compare("PropertyIsEqualTo", test, flag ? "1" : "0")] : Array.Empty<XElement>(),
            .. test.And is { } and ? [FilterOf(and)] : Array.Empty<XElement>(),
        ];
        return parts.Length == 1 ? parts[0] : new XElement(_ogc + "And", parts.Cast<object>().ToArray());
    }

    private static XElement Compare(string comparison, StyleTest test, string value) =>
        new(_ogc + comparison, Property(test), new XElement(_ogc + "Literal", value));

    private static XElement Property(StyleTest test) => new(_ogc + "PropertyName", test.Column);

    private static XElement SymbolOf(StyleShape shape, StyleSymbol symbol) => shape switch
    {
        StyleShape.Line => new XElement(_se + "LineSymbolizer", new XElement(_se + "Stroke", Parameter("stroke", symbol.Fill), Parameter("stroke-width", Pixels(symbol.Width)))),
        StyleShape.Area => new XElement(_se + "PolygonSymbolizer", FillOf(symbol), StrokeOf(symbol)),
        _ => new XElement(_se + "PointSymbolizer", new XElement(_se + "Graphic",
            new XElement(_se + "Mark",
                new XElement(_se + "WellKnownName", symbol.Mark switch { StyleMark.Square or StyleMark.Diamond => "square", StyleMark.Star => "star", _ => "circle" }),
                FillOf(symbol),
                StrokeOf(symbol)),
            new XElement(_se + "Size", Pixels(symbol.Size)),
            symbol.Mark is StyleMark.Diamond ? new XElement(_se + "Rotation", 45) : null)),
    };

    private static XElement FillOf(StyleSymbol symbol) => new(_se + "Fill", Parameter("fill", symbol.Fill));

    private static XElement StrokeOf(StyleSymbol symbol) => new(_se + "Stroke",
        Parameter("stroke", symbol.Ink),
        Parameter("stroke-width", Pixels(symbol.Width)),
        symbol.Dashed ? Parameter("stroke-dasharray", "2 2") : null);

    private static XElement Parameter(string name, string value) => new(_se + "SvgParameter", new XAttribute("name", name), value);

    /// <summary>The standard's pixel is 0.28 mm.</summary>
    private static string Pixels(double millimetres) => Number(Math.Round(millimetres / 0.28, 1));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
