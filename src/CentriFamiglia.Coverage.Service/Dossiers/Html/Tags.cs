using System.Xml.Linq;
using CentriFamiglia.Coverage.Import.Pages;

namespace CentriFamiglia.Coverage.Service.Dossiers.Html;

/// <summary>Elements of a page. Every text comes in as a value of the tree, so that none can be read as markup.</summary>
internal static class Tags
{
    /// <param name="name">Of the element.</param>
    /// <param name="content">Texts, which are made fit for a page, attributes, elements or lists of them; null for nothing.</param>
    public static XElement Of(string name, params object?[] content) => new(name, content.Select(Fit));

    public static XElement P(params object?[] content) => Of("p", content);

    public static XElement Strong(string text) => Of("strong", text);

    public static XElement Code(string text) => Of("code", text);

    public static XElement List(IEnumerable<object> items) => Of("ul", items.Select(i => Of("li", i)));

    /// <summary>A part of a page with its heading, by which it is named to who hears it.</summary>
    public static XElement Section(string id, string title, params object?[] content) => Of(
        "section", A("id", id), A("aria-labelledby", $"{id}-titolo"), Of("h2", A("id", $"{id}-titolo"), title), content);

    /// <summary>Terms with what they are; those without anything are left out.</summary>
    public static XElement Terms(params (string Term, object? Value)[] items) => Of(
        "dl", items.Where(i => i.Value is not null).Select(i => Of("div", Of("dt", i.Term), Of("dd", i.Value))));

    public static XAttribute A(string name, string value) => new(name, VisibleText.Of(value));

    public static XAttribute Class(string name) => new("class", name);

    // An element without content would be written as one that HTML does not close.
    private static object? Fit(object? item) => item switch
    {
        string text => VisibleText.Of(text),
        IEnumerable<XElement> elements => elements,
        IEnumerable<object?> items => items.Select(Fit),
        _ => item,
    };
}
