namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Weight of a line of the report.</summary>
public enum IssueSeverity
{
    /// <summary>The row, or the whole file when no row is named, is not taken.</summary>
    Refused,

    /// <summary>A value was mended and the row taken.</summary>
    Mended,

    /// <summary>The row is taken; somebody should look at it.</summary>
    Finding,

    /// <summary>What the import did or left alone.</summary>
    Note,
}

/// <summary>One line of the report. Texts are Italian.</summary>
/// <param name="File">File or layer.</param>
/// <param name="Kind">What the file was read as; null when it could not be told.</param>
/// <param name="Line">Line (or feature number) in the file; null when the whole file or the resulting state is meant.</param>
/// <param name="Id">The user's own id of the row.</param>
/// <param name="Column">Column as the templates name it.</param>
/// <param name="Severity">Weight.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Cure">How to mend it; empty for a note.</param>
/// <param name="Value">The value as written in the file.</param>
public sealed record ImportIssue(
    string File,
    ImportKind? Kind,
    int? Line,
    string? Id,
    string? Column,
    IssueSeverity Severity,
    string Reason,
    string Cure,
    string? Value);
