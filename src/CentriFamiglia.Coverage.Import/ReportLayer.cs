using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Import;

/// <summary>The report as a table, for every output.</summary>
public static class ReportLayer
{
    public static Layer ToLayer(this ImportReport report) => new(
        "rapporto-importazione",
        "Rapporto dell'importazione",
        [
            new LayerColumn("file", ColumnType.Text, "File o strato"),
            new LayerColumn("tipo", ColumnType.Text, "Che cosa contiene"),
            new LayerColumn("riga", ColumnType.Integer, "Riga del file (la prima è l'intestazione) o numero dell'elemento"),
            new LayerColumn("id", ColumnType.Text, "Identificativo scritto nel file"),
            new LayerColumn("colonna", ColumnType.Text, "Colonna"),
            new LayerColumn("gravita", ColumnType.Text, "rifiutata, corretta, segnalazione, nota"),
            new LayerColumn("motivo", ColumnType.Text, "Perché la riga è rifiutata o segnalata"),
            new LayerColumn("rimedio", ColumnType.Text, "Come rimediare"),
            new LayerColumn("valore", ColumnType.Text, "Valore scritto nel file"),
        ],
        [.. report.Issues.Select(Row)],
        Meta(report));

    /// <summary>Word of the column <c>gravita</c>.</summary>
    public static string Word(this IssueSeverity severity) => severity switch
    {
        IssueSeverity.Refused => "rifiutata",
        IssueSeverity.Mended => "corretta",
        IssueSeverity.Finding => "segnalazione",
        _ => "nota",
    };

    private static LayerRow Row(ImportIssue issue) => new(
        [
            issue.File,
            issue.Kind?.Name(),
            (long?)issue.Line,
            issue.Id,
            issue.Column,
            issue.Severity.Word(),
            issue.Reason,
            issue.Cure,
            issue.Value,
        ],
        null);

    private static JsonObject Meta(ImportReport report) => new()
    {
        ["importato"] = report.Applied,
        ["righe_lette"] = report.Read,
        ["righe_accettate"] = report.Accepted,
        ["righe_rifiutate"] = report.Refused,
        ["righe_corrette"] = report.Mended,
        ["segnalazioni"] = report.Findings,
        ["riassunto"] = report.Summary(),
        ["file"] = new JsonArray([.. report.Files.Select(FileMeta)]),
    };

    private static JsonObject FileMeta(FileReport file) => new()
    {
        ["file"] = file.File,
        ["tipo"] = file.Kind?.Name(),
        ["sedi"] = file.Set,
        ["righe_lette"] = file.Read,
        ["righe_accettate"] = file.Accepted,
        ["righe_rifiutate"] = file.Refused,
        ["righe_corrette"] = file.Mended,
    };
}
