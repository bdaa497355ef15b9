using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Formats.Styles;

/// <summary>
/// A style as QGIS 3 writes it (QML): a renderer by rules and a simple labelling. The elements are also those of a layer in a project.
/// Every option stands both as <c>Option</c> (since 3.22) and as <c>prop</c> (before). The same style gives the same text.
/// </summary>
public static class QgisStyle
{
    /// <summary>Version of QGIS whose form is written; later ones read it.</summary>
    public const string Version = "3.22.16-Białowieża";

    /// <summary>The whole document.</summary>
    public static string Write(LayerStyle style) => "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + new XElement("qgis",
        new XAttribute("version", Version),
        new XAttribute("styleCategories", "Symbology|Labeling"),
        new XAttribute("labelsEnabled", Flag(style.Label is not null)),
        Elements(style),
        new XElement("layerGeometryType", style.Shape switch { StyleShape.Point => 0, StyleShape.Line => 1, _ => 2 }));

    /// <summary>Renderer and labels.</summary>
    public static IEnumerable<XElement> Elements(LayerStyle style)
    {
        yield return new XElement("renderer-v2",
            new XAttribute("type", "RuleRenderer"),
            new XAttribute("symbollevels", "0"),
            new XAttribute("enableorderby", "0"),
            new XAttribute("forceraster", "0"),
            new XElement("rules", new XAttribute("key", Key(style, 0)), style.Rules.Select((rule, i) => RuleOf(style, rule, i))),
            new XElement("symbols", style.Rules.Select((rule, i) => new XElement("symbol",
                new XAttribute("type", style.Shape switch { StyleShape.Point => "marker", StyleShape.Line => "line", _ => "fill" }),
                new XAttribute("name", i),
                new XAttribute("alpha", "1"),
                new XAttribute("clip_to_extent", "1"),
                new XAttribute("force_rhr", "0"),
                QgisSymbols.Layers(style.Shape, rule.Symbol)))));
        if (style.Label is { } label)
            yield return Labels(style, label);
    }

    private static XElement RuleOf(LayerStyle style, StyleRule rule, int index) => new("rule",
        new XAttribute("key", Key(style, index + 1)),
        new XAttribute("symbol", index),
        new XAttribute("label", rule.Label),
        rule.Test is { } test ? new XAttribute("filter", Expression(test)) : null);

    private static string Expression(StyleTest test)
    {
        string column = '"' + test.Column.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        string[] parts =
        [
            .. test.IsMissing ? [$"{column} IS NULL"] : Array.Empty<string>(),
            .. test.Value is { } value ? [$"{column} = '{value.Replace("'", "''", StringComparison.Ordinal)}'"] : Array.Empty<string>(),
            .. test.Above is { } above ? [$"{column} > {Number(above)}"] : Array.Empty<string>(),
            .. test.UpTo is { } upTo ? [$"{column} <= {Number(upTo)}"] : Array.Empty<string>(),
            .. test.Flag is { } flag ? [$"{column} = {(flag ? "true" : "false")}"] : Array.Empty<string>(),
            .. test.And is { } and ? [Expression(and)] : Array.Empty<string>(),
        ];
        return string.Join(" AND ", parts);
    }

    private static XElement Labels(LayerStyle style, string column) => new("labeling",
        new XAttribute("type", "simple"),
        new XElement("settings",
            new XAttribute("calloutType", "simple"),
            new XElement("text-style",
                new XAttribute("fieldName", column),
                new XAttribute("isExpression", "0"),
                new XAttribute("fontFamily", "Open Sans"),
                new XAttribute("fontSize", "8"),
                new XAttribute("fontSizeUnit", "Point"),
                new XAttribute("textColor", QgisSymbols.Colour("#17324d")),
                new XElement("text-buffer",
                    new XAttribute("bufferDraw", "1"),
                    new XAttribute("bufferSize", "0.8"),
                    new XAttribute("bufferSizeUnits", "MM"),
                    new XAttribute("bufferColor", QgisSymbols.Colour("#ffffff")))),
            new XElement("placement",
                // Beside a point, over an area.
                new XAttribute("placement", style.Shape is StyleShape.Point ? "6" : "1"),
                new XAttribute("dist", style.Shape is StyleShape.Point ? "1" : "0"),
                new XAttribute("priority", "5")),
            new XElement("rendering",
                new XAttribute("scaleVisibility", "1"),
                new XAttribute("scaleMax", "1"),
                new XAttribute("scaleMin", style.LabelsFrom))));

    /// <summary>Keys must differ within a style; made of its name, they are the same each time.</summary>
    private static string Key(LayerStyle style, int index)
    {
        byte[] digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{style.Name} {index}"));
        return new Guid(digest.AsSpan(0, 16)).ToString("B");
    }

    private static string Flag(bool value) => value ? "1" : "0";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
