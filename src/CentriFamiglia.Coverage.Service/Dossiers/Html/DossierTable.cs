using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Service.Dossiers.Html;

/// <summary>A column of a table.</summary>
/// <param name="Header">Never empty.</param>
/// <param name="Style">Class of its cells; null for none.</param>
internal sealed record Column(string Header, string? Style = null)
{
    /// <summary>Figures, set to the right.</summary>
    public static Column Number(string header) => new(header, "cifra");

    /// <summary>A few words that stay on one line.</summary>
    public static Column Short(string header) => new(header, "breve");
}

/// <summary>A table that can be heard as well as seen, and that paper holds: its header comes again on each page, and no row is broken.</summary>
internal static class DossierTable
{
    /// <summary>As many as a sheet holds beside other things: paper does not break such a table.</summary>
    private const int FewRows = 14;

    /// <param name="id">Once in the page.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="rows">Texts or elements, as many as the columns; the first cell is the header of its row.</param>
    /// <param name="total">The same, set apart below; null for none.</param>
    public static XElement Of(string id, string caption, Column[] columns, IEnumerable<object[]> rows, object[]? total = null)
    {
        XElement[] body = [.. rows.Select(cells => Row(columns, cells))];
        return Tags.Of(
            "div",
            Tags.Class(body.Length > FewRows ? "tabella" : "tabella intera"),
            // Where it is wider than the screen it is scrolled with the keyboard too.
            Tags.A("role", "region"),
            Tags.A("tabindex", "0"),
            Tags.A("aria-labelledby", $"{id}-didascalia"),
            Tags.Of(
                "table",
                Tags.A("id", id),
                Tags.Of("caption", Tags.A("id", $"{id}-didascalia"), caption),
                Tags.Of("thead", Tags.Of("tr", columns.Select(c => Tags.Of("th", Tags.A("scope", "col"), Aligned(c), c.Header)))),
                Tags.Of("tbody", body),
                total is null ? null : Tags.Of("tfoot", Row(columns, total))));
    }

    private static XElement Row(Column[] columns, object[] cells) => Tags.Of("tr", cells.Select((cell, i) => i == 0
        ? Tags.Of("th", Tags.A("scope", "row"), Aligned(columns[i]), cell)
        : Tags.Of("td", Aligned(columns[i]), cell)));

    private static XAttribute? Aligned(Column column) => column.Style is { } style ? Tags.Class(style) : null;
}
