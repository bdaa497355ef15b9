namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>
/// Hours as Italian offices write them: <c>lun-ven 9-13 e 15-18</c>, <c>dalle 9 alle 12 dal lunedì al venerdì</c>, <c>chiuso lunedì, mar-ven
/// 9-13</c>. What is said of a day adds to what was said of it; a closed day is closed wherever its closure stands. Where two readings are
/// possible none is chosen: the text is read in part, and a note asks.
/// </summary>
/// <param name="mixed">Whether days are written as OSM does too: then a rule after <c>;</c> may replace the earlier ones.</param>
internal sealed class ItalianHours(HoursWeek week, bool mixed)
{
    private readonly SortedSet<int> _closed = [];
    private readonly List<(ImmutableArray<int> Days, ImmutableArray<ClockRange> Ranges, string Text)> _shut = [];
    private readonly List<(ImmutableArray<int> Days, string Text)> _opened = [];
    private ImmutableArray<int> _current = [];
    private bool _onlyStatement;

    public void Read(string text)
    {
        ImmutableArray<ItalianStatement> statements = ItalianStatement.AllOf(ItalianTokens.Of(text));
        _onlyStatement = statements.Length == 1;
        foreach (ItalianStatement statement in statements)
            Read(statement);
        foreach ((ImmutableArray<int> days, string opened) in _opened.Where(o => o.Days.All(_closed.Contains)))
            week.LeaveOut($"«{opened}» è anche detto chiuso: non è chiaro quale valga.");
        if (_closed.Count > 0)
            week.Close(_closed);
        foreach ((ImmutableArray<int> days, ImmutableArray<ClockRange> ranges, string shut) in _shut)
        {
            if (!week.Close(days, ranges))
                week.LeaveOut($"«{shut}» chiude ore che nessun'altra parte apre: non è chiaro che cosa resti.");
        }
    }

    private void Read(ItalianStatement said)
    {
        if (said.WhyNotWeekly is { } why)
        {
            // "1° e 3° giovedì": said of those days. After them, "a settimane alterne" may be said of the earlier ones too.
            bool named = said.Tokens[0].Kind == HoursTokenKind.SomeWeeks && said.Tokens.All(t => t.IsDay || t.IsMark || t.Kind is HoursTokenKind.SomeWeeks or HoursTokenKind.Times);
            week.LeaveOut(why, named && said.Days is { Length: > 0 } some ? some : HoursWeek.AllDays);
            return;
        }

        foreach (string note in said.NotUnderstood)
            week.LeaveOut(note);
        // With words that are not understood only what opens days by name is counted, and the week is read in part.
        if (said.NotUnderstood.Any() && (said.Closure is not null || said.Days is not { Length: > 0 } || said.Times.Length == 0))
            return;
        if (said.Tokens.Any(t => t.Kind == HoursTokenKind.Holiday))
            week.Tell($"«{said.Text}»: le festività sono riconosciute ma non valutate, la settimana è quella ordinaria.");
        if (said.Closure is not null)
            Close(said);
        else if (said.Days is not { } days)
            Ask(said, "il segno fra i giorni può dire «da… a…» oppure «e». Scrivere per esempio lun-mer o lun, mer");
        else if (said.Times.Length > 0)
            Open(said, days, said);
        else if (days.Length > 0 || said.HasPartOfDay)
            Ask(said, "mancano le ore");
    }

    private void Ask(ItalianStatement said, string why) => week.LeaveOut($"«{said.Text}» non è letto: {why}.");

    private void Open(ItalianStatement said, ImmutableArray<int> days, ItalianStatement timed)
    {
        if (timed.Clock is not { } clock)
        {
            Ask(said, "non è chiaro quali ore siano della mattina e quali del pomeriggio");
            return;
        }

        foreach (string fault in clock.Faults)
            Ask(said, fault);
        if (clock.Ranges.Length == 0)
            return;
        if (days.Length == 0 && said.Tokens.Any(t => t.IsDay))
            return;
        if (days.Length == 0)
            days = _current.Length > 0 ? _current : clock.Ranges is [{ From: 0, To: WeekSchedule.MinutesPerDay }] ? HoursWeek.AllDays : [];
        if (days.Length == 0)
        {
            Ask(said, "mancano i giorni. Per ogni giorno scrivere «tutti i giorni»");
            return;
        }

        if (days.Any(d => IsUnclear(week.On(d), clock.Ranges, said.AfterSemicolon)))
            week.LeaveOut($"«{said.Text}» e ciò che precede dicono ore diverse degli stessi giorni: non è chiaro se si aggiungono o se le une sostituiscono le altre.", days);
        week.Open(days, clock.Ranges, adds: true);
        week.TellMended(said.Text, clock.Ranges);
        _opened.Add((days, said.Text));
        _current = days;
    }

    /// <summary>Hours apart from the earlier ones are added; hours that hold them all say the same either way.</summary>
    private bool IsUnclear(ImmutableArray<ClockRange> known, ImmutableArray<ClockRange> added, bool afterSemicolon)
    {
        bool apart = known.All(k => added.All(a => a.From >= k.To || a.To <= k.From));
        return (!apart || (mixed && afterSemicolon)) && known.Length > 0 && !ClockRange.Joined([.. known, .. added]).SequenceEqual(ClockRange.Joined(added));
    }

    private void Close(ItalianStatement said)
    {
        (ItalianStatement before, ItalianStatement after) = said.AroundClosure();
        bool except = said.Closure!.Kind == HoursTokenKind.Except;
        if (before.Days is not { } left || after.Days is not { } right || after.Tokens.Any(t => t.IsClosure))
            Ask(said, "non è chiaro quali giorni siano chiusi");
        else if (before.Times.Length > 0 && after.Tokens.Length == 0)
            Shut(said, left, before);
        else if (before.Tokens.Any(t => t.IsDay) && except && (right.Length > 0 || after.Times.Length > 0))
            OpenExcept(said, before, after);
        else if (before.Tokens.Any(t => t.IsDay) && !before.EndsWithMark && !after.Tokens.Any(t => t.IsDay))
            CloseDays(said, left, before, after);
        else if (before.Tokens.Length > 0)
            Ask(said, "non è chiaro quali giorni siano chiusi");
        else if (after.Times.Length == 0 || right.Length == 0)
            CloseDays(said, right, after, after);
        else if (after.AtOnlyComma() is { } parts && parts.First.Days is { } closed && parts.Second.Days is { Length: > 0 } open && !parts.First.HasPartOfDay)
        {
            _closed.UnionWith(closed);
            Open(said, open, parts.Second);
        }
        else
            Ask(said, "non è chiaro quali giorni siano chiusi e quali aperti. Mettere prima i giorni aperti con le ore, poi quelli chiusi");
    }

    /// <param name="days">Closed, the whole day or in the hours of <paramref name="timed"/>.</param>
    private void CloseDays(ItalianStatement said, ImmutableArray<int> days, ItalianStatement named, ItalianStatement timed)
    {
        bool holidaysOnly = days.Length == 0 && named.Tokens.Any(t => t.IsDay);
        if (named.HasPartOfDay || timed.HasPartOfDay)
            Ask(said, "non è chiaro in quali ore sia chiuso. Scrivere le ore di apertura");
        else if (timed.Times.Length > 0 && !holidaysOnly)
            Shut(said, days, timed);
        else if (days.Length > 0)
            _closed.UnionWith(days);
        else if (!holidaysOnly && _onlyStatement)
            _closed.UnionWith(HoursWeek.AllDays);
        else if (!holidaysOnly)
            Ask(said, "non è chiaro quando sia chiuso");
    }

    private void Shut(ItalianStatement said, ImmutableArray<int> days, ItalianStatement timed)
    {
        if (timed.Clock is not { Faults.Length: 0 } clock)
            Ask(said, "non è chiaro in quali ore sia chiuso");
        else
            _shut.Add((days.Length > 0 ? days : _current.Length > 0 ? _current : HoursWeek.AllDays, clock.Ranges, said.Text));
    }

    /// <summary><c>tutti i giorni tranne la domenica 9-12</c>; where the word stands last, <c>lun-ven, mercoledì escluso, 9-12</c>, it is said of the last day.</summary>
    private void OpenExcept(ItalianStatement said, ItalianStatement before, ItalianStatement after)
    {
        ImmutableArray<int> all = before.Days ?? [], excluded = after.Days ?? [];
        if (!after.Tokens.Any(t => t.IsDay))
        {
            HoursToken[] days = [.. before.Tokens.Where(t => t.IsDay)];
            (all, excluded) = ([.. days[..^1].SelectMany(d => d.Days)], days[^1].Days);
        }

        if (after.Times.Length == 0)
            Ask(said, "mancano le ore");
        else if (!excluded.All(all.Contains) || all.All(excluded.Contains))
            Ask(said, "non è chiaro quali giorni siano esclusi");
        else
            Open(said, [.. all.Where(d => !excluded.Contains(d))], after);
    }
}
