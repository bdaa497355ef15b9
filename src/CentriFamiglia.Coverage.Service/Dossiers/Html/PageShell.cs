using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Service.Dossiers.Html;

/// <summary>A whole page: one file without a script, a font or an address of anybody's, that opens and prints where there is no network.</summary>
internal static class PageShell
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <param name="title">Of the page.</param>
    /// <param name="footer">At the foot of every sheet, beside its number.</param>
    /// <param name="top">The title page.</param>
    /// <param name="sections">Each with an id and a heading: the list of contents leads to them.</param>
    public static string Write(string title, string footer, object[] top, XElement[] sections) => "<!DOCTYPE html>\n" + Tags.Of(
        "html",
        Tags.A("lang", "it"),
        Tags.Of(
            "head",
            Tags.Of("meta", Tags.A("charset", "utf-8")),
            Tags.Of("meta", Tags.A("name", "viewport"), Tags.A("content", "width=device-width, initial-scale=1")),
            Tags.Of("meta", Tags.A("http-equiv", "Content-Security-Policy"), Tags.A("content", Policy)),
            Tags.Of("title", title),
            Tags.Of("style", PageStyle.Css(footer))),
        Tags.Of(
            "body",
            Tags.Of("a", Tags.Class("salto"), Tags.A("href", "#contenuto"), "Vai al contenuto"),
            Tags.Of("header", top),
            Tags.Of(
                "nav",
                Tags.A("aria-labelledby", "indice"),
                Tags.Of("h2", Tags.A("id", "indice"), "Indice"),
                Tags.Of("ol", sections.Select(s => Tags.Of("li", Tags.Of("a", Tags.A("href", $"#{s.Attribute("id")!.Value}"), s.Element("h2")!.Value))))),
            Tags.Of("main", Tags.A("id", "contenuto"), sections),
            Tags.Of("footer", Tags.P(footer + ".")))).ToString(SaveOptions.DisableFormatting) + "\n";
}
