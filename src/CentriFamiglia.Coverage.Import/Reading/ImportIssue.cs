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
/// <param name="Code">What kind of remark it is.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ImportIssue(string File, IssueCode Code, string Reason)
{
    /// <summary>What the file was read as; null when it could not be told.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>Line (or feature number) in the file; null when the whole file or the resulting state is meant.</summary>
    public int? Line { get; init; }

    /// <summary>The user's own id of the row.</summary>
    public string? Id { get; init; }

    /// <summary>Column as the templates name it.</summary>
    public string? Column { get; init; }

    /// <summary>How to mend it; empty for a note.</summary>
    public string Cure { get; init; } = Code.Cure;

    /// <summary>The value as written in the file.</summary>
    public string? Value { get; init; }

    /// <summary>Where a refused row lies (WGS84 degrees); null when it does not say so, or it cannot be read.</summary>
    public Coordinate? Place { get; init; }

    public IssueSeverity Severity => Code.Severity;
}
