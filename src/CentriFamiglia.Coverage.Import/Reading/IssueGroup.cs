namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Remarks of one kind on one column of a file: one correction, usually, mends them all. What concerns a file as a whole stands alone.</summary>
/// <param name="First">The first of them, which names file, kind, column, code and cure.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">What they have in common; what differs from one to the next is an ellipsis.</param>
/// <param name="Values">The different values, as written, up to five.</param>
/// <param name="Examples">Lines and ids, up to five, each with what only it says: <c>riga 2 (S1): Lissone (108028)</c>.</param>
public sealed record IssueGroup(ImportIssue First, int Count, string Reason, ImmutableArray<string> Values, ImmutableArray<string> Examples)
{
    private const int Shown = 5;

    /// <summary>Fewer words in common say nothing.</summary>
    private const int LeastWords = 4;

    /// <summary>The examples in a sentence, an ellipsis where there are more; null where none has a line.</summary>
    public string? Where => Examples.IsEmpty ? null : string.Join(", ", Examples) + (Count > Examples.Length ? ", …" : "");

    /// <summary>The groups in the order of their first remarks.</summary>
    public static ImmutableArray<IssueGroup> Of(ImportReport report) =>
    [
        .. report.Issues
            .GroupBy(i => (i.File, i.Code, i.Column, Whole: i.Line is null ? i.Reason : null))
            .Select(g => Of([.. g])),
    ];

    private static IssueGroup Of(ImportIssue[] issues)
    {
        string[] reasons = [.. issues.Select(i => i.Reason).Distinct(StringComparer.Ordinal)];
        string[] cures = [.. issues.Select(i => i.Cure).Distinct(StringComparer.Ordinal)];
        // A cure that names the value of its own row is no cure for the others.
        ImportIssue first = cures.Length == 1 ? issues[0] : issues[0] with { Cure = issues[0].Code.Cure };
        (int Start, int End)? common = reasons.Length == 1 ? null : Common(reasons);
        return new IssueGroup(
            first,
            issues.Length,
            reasons.Length == 1 ? reasons[0] : common is { } ends ? Shared(reasons[0], ends) : first.Code.Means,
            [.. issues.Select(i => i.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(Shown)],
            [.. issues.Where(i => i.Line is not null).Take(Shown).Select(i => Example(i, reasons.Length == 1 ? "" : Own(i, common)))]);
    }

    private static string Example(ImportIssue issue, string own) =>
        (issue.Id is null ? $"riga {issue.Line}" : $"riga {issue.Line} ({issue.Id})") + (own.Length == 0 ? "" : $": {own}");

    /// <summary>What a reason says beside what all say; nothing where that is the value in the file, which stands beside it.</summary>
    private static string Own(ImportIssue issue, (int Start, int End)? common)
    {
        string[] words = issue.Reason.Split(' ');
        string own = common is { } ends ? string.Join(' ', words[ends.Start..^ends.End]) : issue.Reason;
        return own.Trim('«', '»', ',', ';', ':') == issue.Value ? "" : own;
    }

    /// <summary>With how many words all of them begin and end; null when they have too little in common to be read.</summary>
    private static (int Start, int End)? Common(string[] reasons)
    {
        string[][] words = [.. reasons.Select(r => r.Split(' '))];
        int shortest = words.Min(w => w.Length);
        int start = 0, end = 0;
        while (start < shortest && Array.TrueForAll(words, w => Bare(w[start]) == Bare(words[0][start])))
            start++;
        while (end < shortest - start && Array.TrueForAll(words, w => w[^(end + 1)] == words[0][^(end + 1)]))
            end++;
        // A unit stays with its figure.
        if (end > 0 && words[0][^end] is "km" or "m")
            end--;
        return start + end < LeastWords ? null : (start, end);
    }

    /// <summary>What all say, an ellipsis where they differ.</summary>
    private static string Shared(string reason, (int Start, int End) common)
    {
        string[] words = reason.Split(' ');
        return string.Join(' ', words[..common.Start].Select((word, i) => i == common.Start - 1 ? Bare(word) : word).Append("…").Concat(words[^common.End..]));
    }

    private static string Bare(string word) => word.TrimEnd(',', ';', ':');
}
