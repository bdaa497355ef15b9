using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Remarks of a report that say the same of several rows: one correction, usually, mends them all.</summary>
/// <param name="First">The first of them, which names file, kind, column, severity and cure.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">What they have in common; what differs from one to the next is an ellipsis.</param>
/// <param name="Values">The different values, as written, up to five.</param>
/// <param name="Examples">Lines and ids, up to five: <c>riga 2 (S1)</c>.</param>
public sealed partial record IssueGroup(ImportIssue First, int Count, string Reason, ImmutableArray<string> Values, ImmutableArray<string> Examples)
{
    private const int Shown = 5;

    /// <summary>The groups in the order of their first remarks.</summary>
    public static ImmutableArray<IssueGroup> Of(ImportReport report) =>
    [
        .. report.Issues
            .GroupBy(i => (i.File, i.Severity, i.Column, Pattern: i.Line is null ? i.Reason : Changing().Replace(i.Reason, "…")))
            .Select(g => Of([.. g], g.Key.Pattern)),
    ];

    private static IssueGroup Of(ImportIssue[] issues, string pattern) => new(
        issues[0],
        issues.Length,
        Common(issues, pattern),
        [.. issues.Select(i => i.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(Shown)],
        [.. issues.Where(i => i.Line is not null).Take(Shown).Select(i => i.Id is null ? $"riga {i.Line}" : $"riga {i.Line} ({i.Id})")]);

    /// <summary>The first reason, with an ellipsis for each part that is not the same in all of them.</summary>
    private static string Common(ImportIssue[] issues, string pattern)
    {
        if (issues[0].Reason == pattern)
            return pattern;
        string[][] parts = [.. issues.Select(i => i.Reason).Distinct(StringComparer.Ordinal).Select(reason => Changing().Matches(reason).Select(m => m.Value).ToArray())];
        int part = 0;
        return Changing().Replace(issues[0].Reason, found =>
        {
            int index = part++;
            return Array.TrueForAll(parts, p => p[index] == found.Value) ? found.Value : "…";
        });
    }

    // Between quotation marks, in brackets, and numbers stands what belongs to one row.
    [GeneratedRegex("""«[^»]*»|\([^)(]*\)|\d+(?:[.,]\d+)*""", RegexOptions.None, PatternTime.Milliseconds)]
    private static partial Regex Changing();
}
