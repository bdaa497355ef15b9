using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>What every page has around its content; no script, no style but the one sheet.</summary>
internal static class HtmlFrame
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="root">Address of the landing page.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="trail">The pages above it, the highest first.</param>
    /// <param name="json">Address of the same as JSON.</param>
    /// <param name="content">HTML.</param>
    /// <param name="foot">What the page rests on, one line; null for none.</param>
    public static string Of(string root, string title, IEnumerable<(string Address, string Name)> trail, string json, string content, string? foot) =>
        $"""
        <!doctype html>
        <html lang="it">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} · Centri per la Famiglia</title>
        <link rel="stylesheet" href="{Text(root)}/stile.css">
        </head>
        <body>
        <header><nav aria-label="Dove sono"><ol>{string.Concat(trail.Select(t => $"<li><a href=\"{Text(t.Address)}\">{Text(t.Name)}</a></li>"))}</ol></nav>
        <p><a href="{Text(json)}">Questa pagina in JSON</a></p></header>
        <main>
        <h1>{Text(title)}</h1>
        {content}
        </main>
        {(foot is null ? "" : $"<footer><p>{Text(foot)}</p></footer>")}
        </body>
        </html>

        """;

    /// <summary>A text as it stands in HTML, in an attribute too.</summary>
    public static string Text(string? text) => text is null ? "" : _encoder.Encode(text);
}
