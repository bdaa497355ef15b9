namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>How the page looks: dark on white, no smaller than the reader wants it, and the same on paper.</summary>
internal static class ReportStyle
{
    /// <summary>Without the characters that XML would write otherwise than a style sheet reads them.</summary>
    public const string Css = """

        body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, "Segoe UI", "Titillium Web", sans-serif; }
        main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.75rem; } h2 { font-size: 1.375rem; margin-top: 2rem; } h3 { font-size: 1.125rem; }
        .riassunto { font-size: 1.125rem; font-weight: 600; }
        .tabella { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: #455a64; padding: .25rem 0; }
        th, td { border: 1px solid #8a8a8a; padding: .375rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: #e6ecf2; }
        .cifra { text-align: right; }
        tr:target { background: #fff4ce; }
        td ul { margin: 0; padding-left: 1.125rem; }
        code { font-size: .875rem; }
        figure { margin: 1rem 0; } figcaption { color: #455a64; }
        svg { width: 100%; max-width: 45rem; height: auto; border: 1px solid #8a8a8a; }
        .area { fill: #f1f4f7; stroke: #5b6f82; stroke-width: 1; }
        .nome { fill: #455a64; font-size: 12px; text-anchor: middle; }
        svg line { stroke: #9b1c1c; stroke-width: 1; }
        svg circle, svg rect { fill: #9b1c1c; }
        .numero { fill: #fff; font-size: 10px; font-weight: 700; text-anchor: middle; }
        a:focus rect { stroke: #1a1a1a; stroke-width: 2; }
        @media print { main { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }

        """;
}
