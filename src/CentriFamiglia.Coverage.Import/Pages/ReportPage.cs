using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>
/// The report as one page that anybody can open, print and send on: no network, no script. The document is well-formed XML too, and the
/// only texts in it that are not this program's own are values of the tree, so that none of them can be read as markup.
/// </summary>
public static class ReportPage
{
    /// <summary>A page with more rows than these nobody reads; the other formats have all of them.</summary>
    private const int MostRows = 1000;

    private static readonly (IssueSeverity Severity, string Title)[] _parts =
    [
        (IssueSeverity.Refused, "Rifiutate: da correggere"),
        (IssueSeverity.Mended, "Corrette dal programma"),
        (IssueSeverity.Finding, "Segnalazioni: accettate, ma da guardare"),
        (IssueSeverity.Note, "Note"),
    ];

    /// <summary>Of a group; a note has no rows, no values and no cure.</summary>
    private static readonly string[] _columns = ["Codice", "File", "Colonna", "Che cosa", "Quante volte", "Dove", "Valori scritti", "Rimedio"];

    /// <param name="report">What was read.</param>
    /// <param name="areas">The loaded areas, for the map.</param>
    /// <param name="made">When.</param>
    /// <param name="trial">Nothing was written, whatever the report says.</param>
    public static string Write(ImportReport report, IEnumerable<Area> areas, DateTimeOffset made, bool trial = false)
    {
        ImmutableArray<RefusedRow> refused = RefusedRow.Of(report);
        var html = new XElement(
            "html",
            new XAttribute("lang", "it"),
            Head(),
            new XElement(
                "body",
                new XElement("main", Summary(report, made, trial), Files(report), Groups(report), Rows(report, refused, areas))));
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Head() => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
        new XElement("title", "Rapporto dell'importazione"),
        new XElement("style", ReportStyle.Css));

    private static IEnumerable<XElement> Summary(ImportReport report, DateTimeOffset made, bool trial)
    {
        yield return new XElement("h1", "Rapporto dell'importazione");
        yield return new XElement("p", new XAttribute("class", "riassunto"), report.Summary());
        if (trial)
            yield return new XElement("p", new XAttribute("class", "riassunto"), ReportLayer.NothingWritten);
        yield return new XElement("p", $"Preparato il {made.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} alle {made.ToString("HH:mm", CultureInfo.InvariantCulture)}.");
    }

    private static IEnumerable<XElement> Files(ImportReport report)
    {
        yield return new XElement("h2", "I file");
        yield return PageTable.Of(
            "file",
            "File letti, con le loro righe",
            ["File", "Che cosa contiene", "Lette", "Accettate", "Rifiutate", "Corrette"],
            report.Files.Select(f => (object[])[f.File, f.Kind?.Name() ?? "non si sa", f.Read, f.Accepted, f.Refused, f.Mended]));
    }

    private static IEnumerable<XElement> Groups(ImportReport report)
    {
        yield return new XElement("h2", "Che cosa dice il rapporto");
        ILookup<IssueSeverity, IssueGroup> groups = IssueGroup.Of(report).ToLookup(g => g.First.Severity);
        if (groups.Count == 0)
            yield return new XElement("p", "Nessun rilievo.");
        foreach ((IssueSeverity severity, string title) in _parts.Where(p => groups.Contains(p.Severity)))
        {
            yield return new XElement("h3", title);
            int columns = severity == IssueSeverity.Note ? _columns.Length - 3 : _columns.Length;
            yield return PageTable.Of(
                "gruppi-" + severity.Word(),
                $"Per codice, file e colonna: gravità «{severity.Word()}»",
                _columns[..columns],
                groups[severity].Select(g => Cells(g)[..columns]));
        }
    }

    private static IEnumerable<XElement> Rows(ImportReport report, ImmutableArray<RefusedRow> refused, IEnumerable<Area> areas)
    {
        if (report.Refused == 0)
            yield break;
        RefusedRow[] shown = [.. refused.Take(MostRows)];
        (XElement Picture, HashSet<int> Drawn)? map = ReportMap.Draw(shown, areas);
        yield return new XElement("h2", "Le righe rifiutate");
        if (refused.Length < report.Refused)
            yield return new XElement("p", $"{ItalianNumber.Of(report.Refused - refused.Length, "#,0")} righe sono rifiutate con tutto il loro file, per ciò che è detto sopra.");
        if (refused.Length > shown.Length)
        {
            yield return new XElement("p", $"Qui sono le prime {ItalianNumber.Of(MostRows, "#,0")}: tutte le {ItalianNumber.Of(refused.Length, "#,0")} sono nel rapporto "
                + "che si scrive con --rapporto FILE.csv o FILE.json.");
        }

        if (map is { } drawn)
        {
            yield return new XElement("figure", drawn.Picture,
                new XElement("figcaption", "Dove cadono le righe rifiutate che hanno coordinate: i numeri sono quelli della tabella."));
        }

        if (shown.Length > 0)
        {
            yield return PageTable.Of(
                "righe",
                "Righe rifiutate, ognuna con tutti i suoi motivi",
                ["N.", "File", "Riga", "Identificativo", "Che cosa non va e come rimediare", "Sulla mappa"],
                shown.Select(r => (object[])
                [
                    $"{r.Number}", r.First.File, $"{r.First.Line}", r.First.Id ?? "", new XElement("ul", r.Issues.Select(Item)),
                    map?.Drawn.Contains(r.Number) == true ? "sì" : r.Place is null ? "senza coordinate" : "no",
                ]),
                row => $"riga-{row + 1}");
        }
    }

    private static XElement Item(ImportIssue issue) => new(
        "li",
        new XElement("code", issue.Code.Code),
        VisibleText.Of($" {(issue.Column is null ? "" : issue.Column + ": ")}{issue.Reason.TrimEnd('.')}.{(issue.Value is null ? "" : $" Nel file: «{issue.Value}».")} "),
        new XElement("strong", VisibleText.Of(issue.Cure)));

    private static object[] Cells(IssueGroup group) =>
    [
        new XElement("code", group.First.Code.Code), group.First.File, group.First.Column ?? "", group.Reason, group.Count,
        group.Where ?? group.First.Id ?? "", string.Join(", ", group.Values), group.First.Cure,
    ];
}
