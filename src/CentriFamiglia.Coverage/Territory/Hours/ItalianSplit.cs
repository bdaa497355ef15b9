namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>Where, between two semicolons, one statement ends and the next begins.</summary>
internal static class ItalianSplit
{
    /// <param name="clause">Words and marks, without semicolons.</param>
    public static IEnumerable<HoursToken[]> Of(HoursToken[] clause)
    {
        bool timesFirst = TimesFirst(clause);
        var statement = new List<HoursToken>();
        for (int i = 0; i < clause.Length; i++)
        {
            HoursToken? next = clause[i].IsMark ? clause[i..].FirstOrDefault(t => !t.IsMark) : clause[i];
            bool begins = next is not null && !ClosesHours(clause, i)
                && (Begins(statement, clause[i], next, timesFirst) || (timesFirst && IsOnlyCommaBeforeClosed(clause, i)));
            if (statement.Count > 0 && begins)
            {
                yield return WithoutLastMarks(statement);
                statement.Clear();
            }

            if (statement.Count > 0 || !clause[i].IsMark)
                statement.Add(clause[i]);
        }

        yield return WithoutLastMarks(statement);
    }

    private static HoursToken[] WithoutLastMarks(List<HoursToken> statement) => [.. statement[..(statement.FindLastIndex(t => !t.IsMark) + 1)]];

    /// <summary>"12-14 chiuso", as OSM has it: no days or hours follow.</summary>
    private static bool ClosesHours(HoursToken[] clause, int at) =>
        at > 0 && clause[at].Kind == HoursTokenKind.Closed && clause[at - 1].Kind == HoursTokenKind.Times && (at + 1 == clause.Length || clause[at + 1].IsMark);

    /// <summary>"9-13 lun-ven, sabato chiuso": among the days before the word that closes.</summary>
    private static bool IsOnlyCommaBeforeClosed(HoursToken[] clause, int at)
    {
        if (clause[at].Kind != HoursTokenKind.Comma)
            return false;
        HoursToken[] before = [.. clause[..at].Reverse().TakeWhile(t => t.IsDay || t.IsMark)];
        HoursToken[] after = [.. clause[(at + 1)..].TakeWhile(t => t.IsDay || t.IsMark)];
        return clause.ElementAtOrDefault(at + 1 + after.Length) is { Kind: HoursTokenKind.Closed } && after is [.., { IsMark: false }]
            && before.Length > 0 && !before.Concat(after).Any(t => t.Kind == HoursTokenKind.Comma);
    }

    private static bool Begins(List<HoursToken> statement, HoursToken token, HoursToken next, bool timesFirst)
    {
        bool times = statement.Any(t => t.Kind == HoursTokenKind.Times), days = statement.Any(t => t.IsDay), closure = statement.Any(t => t.IsClosure);
        if (next.IsClosure)
            return times || (closure && days);
        if (timesFirst && !closure)
            return days && times && (next.Kind is HoursTokenKind.Times or HoursTokenKind.PartOfDay || (token.IsMark && !next.IsDay));
        if (times)
            return next.IsDay || (token.IsMark && next.Kind is not (HoursTokenKind.Times or HoursTokenKind.PartOfDay));
        // "lunedì chiuso, mar-ven 9-13": the closure is said of the days before it.
        return ClosesBefore(statement) && statement[^1].IsClosure && (next.IsDay || (token.IsMark && next.Kind != HoursTokenKind.Times));
    }

    private static bool ClosesBefore(List<HoursToken> statement)
    {
        int at = statement.FindIndex(t => t.IsClosure);
        return at > 0 && statement[at].Kind == HoursTokenKind.Closed && statement[at - 1].IsDay;
    }

    /// <summary>Whether hours stand before their days: as many groups of the ones as of the others, hours first.</summary>
    private static bool TimesFirst(HoursToken[] clause)
    {
        HoursTokenKind[] kinds = [.. clause.Where(t => t.IsDay || t.IsClosure || t.Kind == HoursTokenKind.Times)
            .Select(t => t.IsDay ? HoursTokenKind.Days : t.IsClosure ? HoursTokenKind.Closed : t.Kind)];
        int Groups(HoursTokenKind kind) => kinds.Where((k, i) => k == kind && (i == 0 || (kinds[i - 1] != kind && kinds[i - 1] != HoursTokenKind.Closed))).Count();
        return kinds is [HoursTokenKind.Times, ..] && Groups(HoursTokenKind.Days) is var days && days > 0 && days == Groups(HoursTokenKind.Times);
    }
}
