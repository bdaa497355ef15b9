using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>A table of a page, with its caption and its headers, so that it can be heard as well as seen.</summary>
internal static class PageTable
{
    /// <param name="id">Of the table, once in the page.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="headers">Of the columns; the first cell of each row is the header of the row.</param>
    /// <param name="rows">Texts, which are made fit for a page, counts or elements.</param>
    /// <param name="rowId">The id of a row by its index; null for none.</param>
    public static XElement Of(string id, string caption, string[] headers, IEnumerable<object[]> rows, Func<int, string>? rowId = null) => new(
        "div",
        new XAttribute("class", "tabella"),
        new XElement(
            "table",
            new XAttribute("id", id),
            new XElement("caption", caption),
            new XElement("thead", new XElement("tr", headers.Select(h => new XElement("th", new XAttribute("scope", "col"), h)))),
            new XElement("tbody", rows.Select((cells, i) => new XElement(
                "tr",
                rowId is null ? null : new XAttribute("id", rowId(i)),
                cells.Select((cell, column) => column > 0
                    ? new XElement("td", Class(cell), Content(cell))
                    : new XElement("th", new XAttribute("scope", "row"), Content(cell))))))));

    private static object Content(object cell) => cell switch
    {
        string text => VisibleText.Of(text),
        int count => ItalianNumber.Of(count, "#,0"),
        _ => cell,
    };

    private static XAttribute? Class(object cell) => cell is int ? new XAttribute("class", "cifra") : null;
}
