namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>The sheet of the pages.</summary>
internal static class OgcStyle
{
    public const string Sheet =
        """
        body { max-width: 74rem; margin: 0 auto; padding: 1rem 1rem 3rem; color: #17324d; background: #fff; font: 1rem/1.55 "Titillium Web", Geneva, Tahoma, sans-serif; }
        header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; font-size: .9375rem; }
        header p { margin: 0; }
        nav ol { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
        nav li + li::before { content: "› "; color: #5c6f82; }
        h1 { margin: 1rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
        h2 { margin-top: 2rem; font-size: 1.2rem; line-height: 1.25; }
        p, dd { max-width: 46rem; }
        a { color: #0b5fb0; }
        dl.list dt { margin-top: .9rem; font-weight: 700; }
        dd { margin: 0; }
        code { overflow-wrap: anywhere; }
        .map { display: block; width: 100%; max-width: 46rem; height: auto; margin: 1rem 0; border: 1px solid #d9dadb; background: #fafbfc; }
        .map .area { fill: #cfe0f2; stroke: #0b5fb0; stroke-width: .6; }
        .map .ground { fill: #eef0f2; stroke: #b1b9c3; stroke-width: .6; }
        .map .line { fill: none; stroke: #5a6672; stroke-width: 1; }
        .map circle { fill: #0b5fb0; stroke: #fff; stroke-width: .8; }
        .wide { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: .9375rem; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid #d9dadb; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #5c6f82; white-space: nowrap; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .pages a { margin-right: 1rem; }
        footer { margin-top: 2.5rem; border-top: 1px solid #d9dadb; color: #455a6f; font-size: .875rem; }
        :focus-visible { outline: 3px solid #ff9900; outline-offset: 2px; }
        @media print { header p, .pages { display: none; } }

        """;
}
