using System.Text.Json.Nodes;

namespace CentriFamiglia.Coverage.Import;

/// <summary>The report as a table, for every output.</summary>
public static class ReportLayer
{
    /// <summary>The words of the column <c>gravita</c>.</summary>
    public static ImmutableArray<string> Words { get; } = [.. Enum.GetValues<IssueSeverity>().Select(s => s.Word()).Distinct(StringComparer.Ordinal)];

    /// <summary>Of the rows, in order.</summary>
    public static ImmutableArray<LayerColumn> Columns { get; } =
    [
        Always("file", "File o strato"),
        new("tipo", ColumnType.Text, "Che cosa contiene"),
        new("riga", ColumnType.Integer, "Riga del file (la prima è l'intestazione) o numero dell'elemento"),
        new("id", ColumnType.Text, "Identificativo scritto nel file"),
        new("colonna", ColumnType.Text, "Colonna"),
        Always("gravita", "rifiutata, corretta, segnalazione, nota") with { Words = Words },
        Always("codice", "Il genere del rilievo (i codici sono in docs/modelli/codici.md)"),
        Always("motivo", "Perché la riga è rifiutata o segnalata"),
        new("rimedio", ColumnType.Text, "Come rimediare"),
        new("valore", ColumnType.Text, "Valore scritto nel file"),
    ];

    /// <param name="report">What was read.</param>
    /// <param name="trial">Nothing was written, whatever the report says.</param>
    public static Layer ToLayer(this ImportReport report, bool trial = false) => new(
        "rapporto-importazione",
        "Rapporto dell'importazione",
        Columns,
        [.. report.Issues.Select(Row)],
        Meta(report, IssueGroup.Of(report), trial));

    /// <summary>How many columns of the grouped report stand side by side; the others, which are long, stand below the last of them.</summary>
    public const int Abreast = 5;

    /// <summary>The same for people: what several rows have in common is said once, with how many they are and the first of them.</summary>
    public static Layer ToGroupedLayer(this ImportReport report, bool trial = false)
    {
        ImmutableArray<IssueGroup> groups = IssueGroup.Of(report);
        return new Layer(
            "rapporto-importazione",
            "Rapporto dell'importazione",
            [
                new LayerColumn("file", ColumnType.Text, "File o strato"),
                new LayerColumn("tipo", ColumnType.Text, "Che cosa contiene"),
                new LayerColumn("gravita", ColumnType.Text, "rifiutata, corretta, segnalazione, nota"),
                new LayerColumn("colonna", ColumnType.Text, "Colonna"),
                new LayerColumn("motivo", ColumnType.Text, "Che cosa non va, e in quante righe"),
                new LayerColumn("righe", ColumnType.Text, "Le prime righe, con il loro identificativo"),
                new LayerColumn("valori", ColumnType.Text, "I primi valori scritti nel file"),
                new LayerColumn("rimedio", ColumnType.Text, "Come rimediare"),
            ],
            [.. groups.Select(Row)],
            Meta(report, groups, trial));
    }

    private static LayerColumn Always(string name, string description) => new(name, ColumnType.Text, description) { MayBeNull = false };

    private static LayerRow Row(IssueGroup group) => new(
        [
            group.First.File,
            group.First.Kind?.Name(),
            group.First.Severity.Word(),
            group.First.Column,
            group.Count == 1 ? group.Reason : $"{group.Count} righe: {group.Reason}",
            group.Where,
            group.Values.IsEmpty ? null : string.Join(", ", group.Values),
            group.First.Cure,
        ],
        null);

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
            issue.Code.Code,
            issue.Reason,
            issue.Cure,
            issue.Value,
        ],
        null);

    /// <summary>What a trial run says of itself.</summary>
    public const string NothingWritten = "Simulazione: nessun dato è stato scritto.";

    private static JsonObject Meta(ImportReport report, ImmutableArray<IssueGroup> groups, bool trial) => new()
    {
        ["importato"] = report.Applied && !trial,
        ["simulazione"] = trial,
        ["righe_lette"] = report.Read,
        ["righe_accettate"] = report.Accepted,
        ["righe_rifiutate"] = report.Refused,
        ["righe_corrette"] = report.Mended,
        ["segnalazioni"] = report.Findings,
        ["qualcosa_non_letto"] = report.LeftOut,
        ["riassunto"] = trial ? $"{report.Summary()} {NothingWritten}" : report.Summary(),
        ["file"] = new JsonArray([.. report.Files.Select(FileMeta)]),
        ["gruppi"] = new JsonArray([.. groups.Select(GroupMeta)]),
    };

    private static JsonObject GroupMeta(IssueGroup group) => new()
    {
        ["file"] = group.First.File,
        ["codice"] = group.First.Code.Code,
        ["gravita"] = group.First.Severity.Word(),
        ["colonna"] = group.First.Column,
        ["righe"] = group.Count,
        ["motivo"] = group.Reason,
        ["rimedio"] = group.First.Cure,
        ["esempi"] = new JsonArray([.. group.Examples.Select(e => (JsonNode)e)]),
        ["valori"] = new JsonArray([.. group.Values.Select(v => (JsonNode)v)]),
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
