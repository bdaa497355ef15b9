namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>A row of a file that was refused for reasons of its own.</summary>
/// <param name="Number">From 1, in the order of the report: the same in the table and on the map.</param>
/// <param name="Issues">Every reason, at least one.</param>
internal sealed record RefusedRow(int Number, ImmutableArray<ImportIssue> Issues)
{
    public ImportIssue First => Issues[0];

    public Coordinate? Place => First.Place;

    public static ImmutableArray<RefusedRow> Of(ImportReport report) =>
    [
        .. report.Issues
            .Where(i => i.Severity == IssueSeverity.Refused && i.Line is not null)
            .GroupBy(i => (i.File, i.Line))
            .Select((row, i) => new RefusedRow(i + 1, [.. row])),
    ];
}
