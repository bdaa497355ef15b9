namespace CentriFamiglia.Coverage.Formats.Styles;

/// <summary>How a layer is drawn in a GIS: rules told from top to bottom, each with its words in the legend, and what stands beside a feature.</summary>
/// <param name="Name">Italian, as a GIS lists it.</param>
/// <param name="Shape">Of every feature of the layer.</param>
/// <param name="Rules">At least one. They exclude each other.</param>
/// <param name="Label">Column written beside a feature; null for none.</param>
public sealed record LayerStyle(string Name, StyleShape Shape, ImmutableArray<StyleRule> Rules, string? Label)
{
    /// <summary>A map's scale (1:n) from which labels are shown.</summary>
    public int LabelsFrom { get; init; } = 400_000;
}

/// <summary>What a symbol fills or marks.</summary>
public enum StyleShape
{
    Area,
    Line,
    Point,
}

/// <summary>One line of the legend.</summary>
/// <param name="Label">Italian.</param>
/// <param name="Test">Which features; null for all.</param>
/// <param name="Symbol">How they are drawn.</param>
public sealed record StyleRule(string Label, StyleTest? Test, StyleSymbol Symbol);

/// <summary>Which features a rule takes: those of a column's value, of a range (above the one, up to the other), or without a value.</summary>
/// <param name="Column">Of the layer.</param>
public sealed record StyleTest(string Column)
{
    /// <summary>The value; null where the test is another.</summary>
    public string? Value { get; init; }

    /// <summary>Excluded; null for no bound.</summary>
    public double? Above { get; init; }

    /// <summary>Included; null for no bound.</summary>
    public double? UpTo { get; init; }

    /// <summary>Whether only true, or only false, is taken; null where the test is another.</summary>
    public bool? Flag { get; init; }

    /// <summary>A test that must hold too; null for none.</summary>
    public StyleTest? And { get; init; }

    /// <summary>Whether only features without a value are taken.</summary>
    public bool IsMissing => Value is null && Above is null && UpTo is null && Flag is null;
}

/// <summary>Colours are <c>#rrggbb</c>; what differs in colour differs in pattern or form too.</summary>
/// <param name="Fill">Of the inside; of a line.</param>
/// <param name="Ink">Of the outline and of the pattern.</param>
public sealed record StyleSymbol(string Fill, string Ink)
{
    /// <summary>Over the fill of an area.</summary>
    public StylePattern Pattern { get; init; }

    /// <summary>Of a point.</summary>
    public StyleMark Mark { get; init; }

    /// <summary>Of a point, millimetres across.</summary>
    public double Size { get; init; } = 2.6;

    /// <summary>Of the outline, millimetres.</summary>
    public double Width { get; init; } = 0.15;

    /// <summary>Whether the outline is broken: for what is made up.</summary>
    public bool Dashed { get; init; }
}

/// <summary>Lines over the fill of an area.</summary>
public enum StylePattern
{
    None,
    Diagonal,
    Cross,
    Level,
    Dots,
}

/// <summary>Form of a point.</summary>
public enum StyleMark
{
    Circle,
    Square,
    Diamond,
    Star,
}
