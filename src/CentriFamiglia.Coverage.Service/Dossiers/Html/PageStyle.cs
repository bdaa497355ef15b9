using System.Text;

namespace CentriFamiglia.Coverage.Service.Dossiers.Html;

/// <summary>How a dossier looks: dark on white, and on paper an A4 with its number at the foot of every sheet.</summary>
internal static class PageStyle
{
    /// <summary>Longer than this it would meet the number of the sheet.</summary>
    private const int LongestFooter = 100;

    /// <summary>Without the characters that XML would write otherwise than a style sheet reads them.</summary>
    private const string Rules = """

        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: #fff; color: #1a1a1a; overflow-wrap: anywhere;
          font: 1rem/1.5 "Titillium Web", "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.3125rem; line-height: 1.25; margin: 2.25rem 0 .5rem; color: #17324d; }
        h3 { font-size: 1.0625rem; margin: 1.25rem 0 .25rem; }
        p { margin: .5rem 0; max-width: 48rem; } a { color: #0050a0; }
        .salto { position: absolute; left: -100rem; } .salto:focus { left: 1rem; background: #fff; padding: .5rem; }
        header { border-bottom: 2px solid #17324d; padding-bottom: 1rem; }
        .territorio { font-size: 1.125rem; color: #17324d; font-weight: 600; }
        .avviso { border: 2px solid #9b1c1c; padding: .5rem .75rem; color: #7d1616; font-weight: 600; max-width: none; }
        dl { margin: .75rem 0; } dl div { display: grid; grid-template-columns: 12rem 1fr; gap: .75rem; padding: .1875rem 0; border-bottom: 1px solid #d5dce3; }
        dt { color: #455a64; } dd { margin: 0; }
        nav ol { columns: 2; margin: .5rem 0; padding-left: 1.5rem; } nav h2 { margin-top: 1rem; }
        .tabella { overflow-x: auto; margin: .75rem 0 1rem; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
        caption { text-align: left; color: #37474f; padding: .25rem 0; font-weight: 600; }
        th, td { border-bottom: 1px solid #b4bec7; padding: .25rem .375rem; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
        thead th { background: #e6ecf2; border-bottom: 1px solid #5b6f82; font-weight: 600; vertical-align: bottom; }
        tfoot th, tfoot td { border-top: 2px solid #5b6f82; font-weight: 600; }
        .cifra { text-align: right; font-variant-numeric: tabular-nums; }
        th.cifra, th.breve { width: 1%; } thead .cifra { white-space: normal; } td.cifra, .breve { white-space: nowrap; }
        code { font-size: .875em; } ul, ol { padding-left: 1.25rem; } td ul { margin: 0; padding-left: .875rem; }
        blockquote { margin: .75rem 0; padding: .5rem 1rem; border-left: 4px solid #17324d; background: #f4f7fa; }
        figure { margin: 1rem 0; } figcaption { color: #37474f; font-size: .875rem; }
        svg { width: 100%; height: auto; border: 1px solid #b4bec7; background: #fff; display: block; }
        .legenda { list-style: none; padding: 0; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
        .legenda svg { display: inline-block; width: 1.5rem; height: 1rem; border: 0; vertical-align: -.1875rem; margin-right: .375rem; }
        .proposta { border-top: 1px solid #b4bec7; padding: .25rem 0; } .proposta h3 { margin-top: .5rem; }
        .firme td { height: 3rem; }
        .area { stroke: #44576a; stroke-width: .8; stroke-linejoin: round; }
        .v-sede { fill: #d6eadf; } .v-competenza { fill: url(#righe); } .v-scoperto { fill: url(#quadri); } .v-ignoto { fill: url(#punti); }
        .m0 { fill: #f5f9fd; } .m1 { fill: #dbe9f6; } .m2 { fill: #bdd7ec; } .m3 { fill: #8fbfe0; } .m4 { fill: #5a9fd0; } .m5 { fill: #17528c; }
        .lettera { font: 700 13px sans-serif; text-anchor: middle; fill: #1a1a1a; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
        .nome { font: 9px sans-serif; text-anchor: middle; fill: #10202f; }
        .valore { font: 600 11px sans-serif; text-anchor: middle; fill: #10202f; } .chiaro { fill: #fff; }
        .hub { fill: #17324d; stroke: #fff; stroke-width: 1; } .spoke { fill: #fff; stroke: #17324d; stroke-width: 1.5; } .altra { fill: #b4bec7; stroke: #17324d; }
        .filo { stroke: #7a1f5c; stroke-width: 1.2; } .spillo { fill: #7a1f5c; stroke: #fff; stroke-width: 1.5; }
        .numero { font: 700 11px sans-serif; text-anchor: middle; fill: #fff; }
        footer { margin-top: 2rem; border-top: 1px solid #b4bec7; font-size: .875rem; color: #37474f; }
        @media (max-width: 40rem) { dl div { grid-template-columns: 1fr; gap: 0; } nav ol { columns: 1; } }
        @media print {
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .salto, footer { display: none; } a { color: inherit; text-decoration: none; }
          h1 { font-size: 20pt; } h2 { font-size: 13.5pt; margin-top: 16pt; } h3 { font-size: 10.5pt; } h2, h3, caption, p:has(+ .intera), p:has(+ .firme) { break-after: avoid; }
          p { max-width: none; orphans: 3; widows: 3; } dl div { grid-template-columns: 34mm 1fr; gap: 3mm; } .tabella { overflow: visible; }
          table { font-size: 8pt; } thead { display: table-header-group; } tfoot { display: table-row-group; }
          tr, figure, blockquote, dl div, .intera { break-inside: avoid; } tbody tr:first-child { break-before: avoid; } dl div:first-child { break-after: avoid; }
          figcaption, .legenda { font-size: 8pt; }
        }

        """;

    /// <param name="footer">Plain text.</param>
    public static string Css(string footer) => Rules + $$"""
        @page { size: A4; margin: 16mm 15mm 18mm;
          @bottom-left { content: "{{Escaped(footer)}}"; font: 8pt sans-serif; color: #37474f; width: 150mm; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #37474f; } }

        """;

    /// <summary>As a string of a style sheet: whatever is no letter or digit is written by its number, so that no text can end the string.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes().Take(LongestFooter))
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
                escaped.Append((char)rune.Value);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }

        return escaped.ToString();
    }
}
