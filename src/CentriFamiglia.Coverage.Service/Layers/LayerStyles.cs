using CentriFamiglia.Coverage.Formats.Styles;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>How a GIS draws each layer: the classes and colours of the map, with its words. The first column that the table below knows decides.</summary>
internal static class LayerStyles
{
    private const string Dark = "#17324d", Pale = "#ffffff", Border = "#5a6672", Proposed = "#8a1c5c";

    private static readonly StyleSymbol _served = new("#6ba3c7", Border);
    private static readonly StyleSymbol _inPart = new("#dcebf5", "#4b88ae") { Pattern = StylePattern.Diagonal };
    private static readonly StyleSymbol _missing = new("#f4b06a", "#a8480a") { Pattern = StylePattern.Cross };
    private static readonly StyleSymbol _unsaid = new("#eceae6", "#8b8780") { Pattern = StylePattern.Dots };
    private static readonly StyleSymbol _notKnown = new("#f7f6f3", "#aaa69e") { Pattern = StylePattern.Level };

    private static readonly ImmutableArray<string> _ramp = ["#f3f1df", "#cfe3c8", "#93cbbd", "#4fa6ad", "#2a7797", "#274b7a", "#221f4f"];

    /// <summary>Bounds of the classes of minutes: they break at the usual planning limits.</summary>
    private static readonly ImmutableArray<double> _minutes = [5, 10, 20, 30, 45];

    private static readonly ImmutableArray<double> _percent = [0, 5, 15, 30, 60];

    private static readonly (string Column, string Name, Func<ImmutableArray<StyleRule>> Rules)[] _byColumn =
    [
        ("verdetto", "Verdetto", () =>
        [
            Is("verdetto", "SEDE", "Sede presente", _served),
            Is("verdetto", "COMPETENZA", "Solo competenza", _inPart),
            Is("verdetto", "SCOPERTO", "Scoperto", _missing),
            Is("verdetto", "NON_CARICATO", "Non noto", _notKnown),
        ]),
        ("tipo", "Proposte", () =>
        [
            Is("tipo", "spoke", "Nuovo Spoke", new StyleSymbol(Proposed, Pale) { Mark = StyleMark.Circle, Size = 4 }),
            Is("tipo", "hub", "Nuova manifestazione di interesse", new StyleSymbol(Pale, Proposed) { Mark = StyleMark.Star, Size = 5, Width = 0.5 }),
        ]),
        ("role", "Ruolo, vere e dimostrative", () => [.. Roles(madeUp: false), .. Roles(madeUp: true)]),
        ("esito", "Esito", () =>
        [
            Is("esito", "non_conforme", "Non conforme", _missing with { Size = 4 }),
            Is("esito", "non_dichiarato", "Non dichiarato", _unsaid with { Size = 3.2, Mark = StyleMark.Diamond }),
            Is("esito", "informativo", "Da sapere", _inPart with { Size = 2.8, Mark = StyleMark.Square }),
            Is("esito", "conforme", "Conforme", _served with { Size = 2.2 }),
            new StyleRule("Senza esito", new StyleTest("esito"), _notKnown with { Size = 2.2 }),
        ]),
        ("minuti", "Minuti alla sede più vicina", () => Classes("minuti", _minutes, "min")),
        ("minuti_medi", "Minuti medi alla sede più vicina", () => Classes("minuti_medi", _minutes, "min")),
        ("quota_oltre_limite_pct", "Residenti oltre il limite", () => Classes("quota_oltre_limite_pct", _percent, "%")),
    ];

    private static readonly string[] _names = ["nome", "name", "comune", "unita_nome"];

    /// <summary>The layer with its style; as it is where it has no shapes.</summary>
    public static Layer Styled(Layer layer) => layer.Rows.Select(r => r.Geometry).FirstOrDefault(g => g is not null) is { } shape
        ? layer with { Style = Of(layer.Title, ShapeOf(shape), layer.Columns) }
        : layer;

    /// <param name="title">Of the layer, Italian.</param>
    /// <param name="column">The column that it is drawn by; empty, or one that no style knows, for one look of all.</param>
    /// <param name="label">The column written beside a feature; empty for none.</param>
    public static LayerStyle Of(string title, StyleShape shape, string column, string label)
    {
        (string _, string name, Func<ImmutableArray<StyleRule>> rules) = _byColumn.FirstOrDefault(s => s.Column == column);
        string? written = label.Length == 0 ? null : label;
        return rules is null
            ? new LayerStyle(title, shape, [new StyleRule(title, null, Plain(shape))], written)
            : new LayerStyle(name, shape, shape is StyleShape.Point ? [.. rules().Select(AsPoint)] : rules(), written);
    }

    private static LayerStyle Of(string title, StyleShape shape, ImmutableArray<LayerColumn> columns)
    {
        bool Has(string name) => columns.Any(c => c.Name == name);
        return Of(title, shape, _byColumn.FirstOrDefault(s => Has(s.Column)).Column ?? "", _names.FirstOrDefault(Has) ?? "");
    }

    private static StyleShape ShapeOf(Geometry geometry) => geometry.Dimension switch
    {
        Dimension.Point => StyleShape.Point,
        Dimension.Curve => StyleShape.Line,
        _ => StyleShape.Area,
    };

    private static StyleSymbol Plain(StyleShape shape) => shape switch
    {
        StyleShape.Area => new StyleSymbol("#f0f1ee", Border) { Width = 0.26 },
        StyleShape.Line => new StyleSymbol("#5b2a86", "#5b2a86") { Width = 0.5 },
        _ => new StyleSymbol(Dark, Pale) { Size = 1.6 },
    };

    /// <summary>A white outline would be lost on a pale ground.</summary>
    private static StyleRule AsPoint(StyleRule rule) => rule with { Symbol = rule.Symbol with { Width = Math.Max(rule.Symbol.Width, 0.3) } };

    private static IEnumerable<StyleRule> Roles(bool madeUp)
    {
        string words = madeUp ? " (dimostrativo)" : "";
        var apart = new StyleTest("dimostrativo") { Flag = madeUp };
        yield return Role("hub", "Hub" + words, new StyleSymbol(madeUp ? "#7d8fa1" : Dark, madeUp ? Dark : Pale) { Mark = StyleMark.Square, Size = 3.6 });
        yield return Role("spoke", "Spoke" + words, new StyleSymbol(madeUp ? "#f0f1ee" : Pale, Dark) { Width = madeUp ? 0.3 : 0.5 });
        yield return Role("non_dichiarato", "Ruolo non dichiarato" + words, new StyleSymbol("#fff3c4", "#4d3b00") { Mark = StyleMark.Diamond, Size = 3, Width = 0.4 });

        StyleRule Role(string value, string label, StyleSymbol symbol) =>
            new(label, new StyleTest("role") { Value = value, And = apart }, symbol with { Dashed = madeUp });
    }

    private static StyleRule Is(string column, string value, string label, StyleSymbol symbol) => new(label, new StyleTest(column) { Value = value }, symbol);

    private static ImmutableArray<StyleRule> Classes(string column, ImmutableArray<double> bounds, string unit) =>
    [
        .. Enumerable.Range(0, bounds.Length + 1).Select(i =>
        {
            double? above = i == 0 ? null : bounds[i - 1], upTo = i == bounds.Length ? null : bounds[i];
            string label = (above, upTo) switch
            {
                (null, { } to) => to == 0 ? $"0 {unit}" : $"fino a {ItalianNumber.Of(to)} {unit}",
                ({ } from, { } to) => $"oltre {ItalianNumber.Of(from)}, fino a {ItalianNumber.Of(to)} {unit}",
                ({ } from, null) => $"oltre {ItalianNumber.Of(from)} {unit}",
                _ => "",
            };
            return new StyleRule(label, new StyleTest(column) { Above = above, UpTo = upTo }, new StyleSymbol(_ramp[i], Border));
        }),
        new StyleRule("Nessun valore", new StyleTest(column), _notKnown),
    ];
}
