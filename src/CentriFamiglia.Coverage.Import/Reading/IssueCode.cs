namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>One kind of remark: what it is called, how much it weighs, what it means and how it is mended. Texts are Italian.</summary>
/// <param name="Code">Lower-case words with underscores; stable, so that reports can be counted and compared.</param>
/// <param name="Severity">Weight.</param>
/// <param name="Means">One sentence.</param>
/// <param name="Cure">How to mend it where a remark says nothing more exact; empty for a note.</param>
public abstract record IssueCode(string Code, IssueSeverity Severity, string Means, string Cure);

/// <summary>The row, or the whole file, is not taken.</summary>
public sealed record RefusalCode(string Code, string Means, string Cure) : IssueCode(Code, IssueSeverity.Refused, Means, Cure);

/// <summary>A value was mended and the row taken.</summary>
public sealed record MendingCode(string Code, string Means, string Cure) : IssueCode(Code, IssueSeverity.Mended, Means, Cure);

/// <summary>The row is taken; somebody should look at it.</summary>
public sealed record FindingCode(string Code, string Means, string Cure) : IssueCode(Code, IssueSeverity.Finding, Means, Cure);

/// <summary>What the import did or left alone.</summary>
public sealed record NoteCode(string Code, string Means) : IssueCode(Code, IssueSeverity.Note, Means, "");
