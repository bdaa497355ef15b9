namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>A part of an Italian text that says one thing: some days with their hours, or a closure.</summary>
/// <param name="Tokens">In order, marks between them included.</param>
/// <param name="AfterSemicolon">Whether a semicolon stands before it.</param>
internal sealed record ItalianStatement(ImmutableArray<HoursToken> Tokens, bool AfterSemicolon)
{
    private const string Weekly = "la settimana è quella ordinaria";

    /// <summary>As written, without the marks around it.</summary>
    public string Text
    {
        get
        {
            string[] words = [.. Tokens.Select((t, i) => i == 0 || t.Text is "," or "/" || Tokens[i - 1].Text is "/" or "(" ? t.Text : " " + t.Text)];
            return HoursWords.AsWritten(string.Concat(words));
        }
    }

    public HoursToken? Closure => Tokens.FirstOrDefault(t => t.IsClosure);

    public bool EndsWithMark => Tokens is [.., { IsMark: true }];

    public bool HasPartOfDay => Tokens.Any(t => t.Kind == HoursTokenKind.PartOfDay);

    public ImmutableArray<HoursToken> Times => [.. Tokens.Where(t => t.Kind == HoursTokenKind.Times)];

    /// <summary>Days of the week, each once; null where a bar or a dash between two of them may be a range or a list.</summary>
    public ImmutableArray<int>? Days
    {
        get
        {
            HoursToken[] run = [.. Tokens.SkipWhile(t => !t.IsDay).Where(t => t.IsDay || t.IsMark)];
            run = run[..(Array.FindLastIndex(run, t => t.IsDay) + 1)];
            HoursToken[] named = [.. run.Where(t => t.IsDay)];
            if (run.Any(t => t.Kind == HoursTokenKind.Dash))
                return null;
            if (run is [{ Days: [var from] }, { Kind: HoursTokenKind.Slash }, { Days: [var to] }] && to != from + 1)
                return from == 0 && to > 3 ? [.. Enumerable.Range(from, to - from + 1)] : null;
            // "tutti i giorni dal lunedì al venerdì": those.
            if (named.Any(t => t.Days.Length == 7) && named.Any(t => t.Days.Length is > 0 and < 7))
                return run.Any(t => t.Kind == HoursTokenKind.And) ? null : DaysOf(named.Where(t => t.Days.Length < 7));
            return DaysOf(named);
        }
    }

    /// <summary>Why it is not of every week; null where it is.</summary>
    public string? WhyNotWeekly
    {
        get
        {
            if (Tokens.Any(t => t.Kind == HoursTokenKind.SomeWeeks))
                return $"«{Text}» vale solo in alcune settimane: è riconosciuto ma non valutato, {Weekly}.";
            if (Tokens.Any(t => t.Kind == HoursTokenKind.Month))
                return $"«{Text}» è riconosciuto ma non valutato: {Weekly}.";
            return Tokens.Any(t => t.Kind == HoursTokenKind.Unclear)
                ? $"«{Text}» non è letto: Mar può essere marzo o martedì. Scrivere «mar» o «Tu» per il martedì." : null;
        }
    }

    public IEnumerable<string> NotUnderstood
    {
        get
        {
            string unknown = string.Join(' ', Tokens.Where(t => t.Kind == HoursTokenKind.Unknown).Select(t => t.Text));
            if (unknown.Length > 0)
                yield return $"«{Text}» non è un orario riconosciuto: non si capisce «{unknown}».";
            if (Tokens.FirstOrDefault(t => t.Kind == HoursTokenKind.Appointment) is { } appointment)
                yield return $"«{Text}»: «{appointment.Text}» è riconosciuto ma non valutato, non si sa in quali ore la porta è aperta a tutti.";
        }
    }

    /// <summary>Its hours; null where the parts of the day said do not go with the ranges.</summary>
    public ClockReading? Clock
    {
        get
        {
            HoursToken[] words = [.. Tokens.Where(t => t.Kind is HoursTokenKind.Times or HoursTokenKind.PartOfDay)];
            // "9-12 mattina, 14-17 pomeriggio": the part after its hours.
            if (words is [{ Kind: HoursTokenKind.Times }, ..])
                Array.Reverse(words);
            var groups = new List<(string From, string To, string Part)[]>();
            var parts = new List<string>();
            foreach (HoursToken word in words)
            {
                if (word.Kind == HoursTokenKind.PartOfDay)
                {
                    parts.Add(word.Text.ToLowerInvariant());
                    continue;
                }

                if (parts.Count > 1 && parts.Count != word.Times.Length)
                    return null;
                groups.Add([.. word.Times.Select((t, i) => (t.From, t.To, parts.Count == 0 ? "" : parts[parts.Count == 1 ? 0 : i]))]);
                parts.Clear();
            }

            if (Tokens.First(t => t.Kind is HoursTokenKind.Times or HoursTokenKind.PartOfDay).Kind == HoursTokenKind.Times)
                groups.Reverse();
            return parts.Count > 0 ? null : ClockText.Read([.. groups.SelectMany(g => g)], italian: true);
        }
    }

    /// <summary>What stands before and after the word that closes.</summary>
    public (ItalianStatement Before, ItalianStatement After) AroundClosure()
    {
        int at = Tokens.IndexOf(Closure!);
        return (this with { Tokens = Tokens[..at] }, this with { Tokens = Tokens[(at + 1)..] });
    }

    /// <summary>Its two parts, where there is one comma among its days and none before its hours; "lun, mar e mer" are one list.</summary>
    public (ItalianStatement First, ItalianStatement Second)? AtOnlyComma()
    {
        int times = Tokens.IndexOf(Times[0]);
        int[] commas = [.. Enumerable.Range(0, times).Where(i => Tokens[i].Kind == HoursTokenKind.Comma)];
        if (commas is not [var at] || at == times - 1)
            return null;
        bool list = Tokens[at..times].Any(t => t.Kind == HoursTokenKind.And) && !Tokens[..at].Any(t => t.Kind == HoursTokenKind.And);
        return list ? null : (this with { Tokens = Tokens[..at] }, this with { Tokens = Tokens[(at + 1)..] });
    }

    private static ImmutableArray<int> DaysOf(IEnumerable<HoursToken> named) => [.. named.SelectMany(t => t.Days).Distinct().Order()];

    /// <summary>All that a text says.</summary>
    public static ImmutableArray<ItalianStatement> AllOf(ImmutableArray<HoursToken> tokens)
    {
        var all = ImmutableArray.CreateBuilder<ItalianStatement>();
        foreach (HoursToken[] clause in Clauses(tokens))
            all.AddRange(ItalianSplit.Of(clause).Select((s, i) => new ItalianStatement([.. s], i == 0 && all.Count > 0)));
        return all.ToImmutable();
    }

    private static IEnumerable<HoursToken[]> Clauses(ImmutableArray<HoursToken> tokens)
    {
        int from = 0;
        for (int i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Kind != HoursTokenKind.Semicolon)
                continue;
            if (tokens[from..i].Any(t => !t.IsMark))
                yield return [.. tokens[from..i]];
            from = i + 1;
        }
    }
}
