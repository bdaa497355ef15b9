using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>A week being read, rule by rule. Hours after midnight stay with the day on which they begin, so that a rule for the next day leaves them.</summary>
internal sealed partial class HoursWeek
{
    private const string Time = @"\d{1,2}(?:[:.]\d{2})?";
    private const string Range = @"(?:dalle\s+)?(?:(?:ore|h\.?)\s*)?" + Time + @"\s*(?:-|alle(?:\s+ore)?)\s*" + Time;
    private const string Days = @"(?:(?:dal?|dalla|il|la)\s+)?(?:" + HoursWords.Day + "|" + HoursWords.Holiday + @")(?:\s*(?:-|\b(?:al?|alla)\b)\s*" + HoursWords.Day + ")?";

    private readonly ImmutableArray<WeekInterval>[] _days = [.. Enumerable.Repeat(ImmutableArray<WeekInterval>.Empty, 7)];
    private readonly List<string> _notes = [];
    private bool _any;
    private bool _partial;

    public OpeningHoursReading Reading => !_any && _notes.Count == 0
        ? new(null, true, ["Orario vuoto: non c'è nulla da leggere."])
        : new(_any ? WeekSchedule.Of(_days.SelectMany(d => d)) : null, _partial, [.. _notes]);

    /// <summary>Tells of something that may concern the ordinary week and does not count in it.</summary>
    public void LeaveOut(string note)
    {
        _partial = true;
        _notes.Add(note);
    }

    /// <param name="rule">One rule; an empty one says nothing.</param>
    /// <param name="adds">Whether it adds to the earlier rules on its days, or replaces them.</param>
    public void Read(string rule, bool adds)
    {
        if (rule.Length == 0)
            return;
        if (OfHolidays().IsMatch(rule))
            _notes.Add($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria, senza festività.");
        else if (rule.Contains(HoursWords.Unclear, StringComparison.Ordinal))
            LeaveOut($"«{rule}» non è letto: Mar può essere marzo o martedì. Scrivere «mar» o «Tu» per il martedì.");
        else if (HoursWords.HasMonth(rule) || NotEvaluated().IsMatch(rule))
            LeaveOut($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria.");
        else if (rule == "24/7")
            Put([0, 1, 2, 3, 4, 5, 6], [(0, WeekSchedule.MinutesPerDay)], adds);
        else if (Rule().Match(rule) is { Success: true } match)
            ReadDays(rule, match, adds);
        else
            LeaveOut($"«{rule}» non è un orario riconosciuto.");
    }

    private void ReadDays(string rule, Match match, bool adds)
    {
        (int From, int To)[] times = [.. TimeRange().Matches(match.Groups["times"].Value).Select(t => (Minute(t, "1"), Minute(t, "2")))];
        string text = match.Groups["days"].Value;
        if (times.Any(t => t.From is < 0 or >= WeekSchedule.MinutesPerDay || t.To < 0))
        {
            LeaveOut($"«{rule}» non è letto: le ore vanno da 0:00 a 24:00, e dopo la mezzanotte si scrive per esempio 22:00-02:00.");
        }
        else if (times.Any(t => t.From == t.To))
        {
            LeaveOut($"«{rule}» non è letto: comincia e finisce alla stessa ora. Tutto il giorno si scrive 00:00-24:00.");
        }
        else if (text.Length == 0 && times.Length > 0 && !rule.Contains(':', StringComparison.Ordinal))
        {
            LeaveOut($"«{rule}» non è letto: mancano i giorni. Per ogni giorno scrivere Mo-Su.");
        }
        else
        {
            if (text.Length == 0 && _any && !adds)
                _notes.Add($"«{rule}» non nomina giorni: vale per tutti, al posto di ciò che precede.");
            Put(DaysOf(text), times, adds && times.Length > 0);
            Tell(rule, times);
        }
    }

    private void Put(int[] days, (int From, int To)[] times, bool adds)
    {
        foreach (int day in days)
            _days[day] = [.. adds ? _days[day] : [], .. times.SelectMany(t => OnDay(day, t.From, t.To))];
        _any = true;
    }

    private void Tell(string rule, (int From, int To)[] times)
    {
        if (times.Any(t => t.To < t.From && t.To > 0))
            _notes.Add($"«{rule}» passa la mezzanotte: le ore dopo sono contate nel giorno seguente.");
        (int From, int To)[] sorted = [.. times.Select(t => t.To > t.From ? t : (t.From, t.To + WeekSchedule.MinutesPerDay)).Order()];
        if (sorted.Zip(sorted.Skip(1)).Any(p => p.Second.Item1 < p.First.Item2))
            _notes.Add($"«{rule}» ha intervalli sovrapposti: contati una volta sola.");
    }

    private static IEnumerable<WeekInterval> OnDay(int day, int from, int to) => to > from
        ? [At(day, from, to)]
        : to == 0 ? [At(day, from, WeekSchedule.MinutesPerDay)] : [At(day, from, WeekSchedule.MinutesPerDay), At((day + 1) % 7, 0, to)];

    private static WeekInterval At(int day, int from, int to) => new((day * WeekSchedule.MinutesPerDay) + from, (day * WeekSchedule.MinutesPerDay) + to);

    private int[] DaysOf(string text)
    {
        if (text.Length == 0)
            return [0, 1, 2, 3, 4, 5, 6];
        var days = new SortedSet<int>();
        foreach (Match part in DayRange().Matches(text))
        {
            if (part.Groups["holiday"].Success)
            {
                _notes.Add($"«{part.Value}» (festività) è riconosciuto ma non valutato.");
                continue;
            }

            int from = HoursWords.IndexOf(part.Groups["from"].Value);
            int to = part.Groups["to"].Success ? HoursWords.IndexOf(part.Groups["to"].Value) : from;
            for (int day = from; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == to)
                    break;
            }
        }

        return [.. days];
    }

    /// <returns>Minute of the day; -1 where the clock has no such time. 24:00 is the end of the day.</returns>
    private static int Minute(Match time, string end)
    {
        int hour = int.Parse(time.Groups["h" + end].ValueSpan, CultureInfo.InvariantCulture);
        int minute = time.Groups["m" + end] is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? (hour * 60) + minute : -1;
    }

    [GeneratedRegex(@"\b(?:week|easter|sunrise|sunset|dawn|dusk)\b|\b(?:19|20)\d{2}\b|\[|\|\||\d\+", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex NotEvaluated();

    // Holidays with a comma before other days are a list; with a blank, "SH Mo-Fr", only those days of the holidays.
    [GeneratedRegex("^" + HoursWords.Holiday + @"(?:\s*,\s*" + HoursWords.Holiday + @")*\s*:?\s*(?:off|closed|chius[oi]|\d|" + HoursWords.Day + "|$)", RegexOptions.IgnoreCase,
        PatternTime.Milliseconds)]
    private static partial Regex OfHolidays();

    [GeneratedRegex(@"^(?:(?<days>" + Days + @"(?:\s*(?:[,/]|\be\b|\s)\s*" + Days + @")*)\s*[:,]?\s*)?(?:(?<off>off|closed|chius[oa])|(?<times>" + Range
        + @"(?:\s*(?:[,/]|\be\b|\s)\s*" + Range + @")*)(?:\s+open)?)$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Rule();

    [GeneratedRegex("(?<holiday>" + HoursWords.Holiday + ")|(?<from>" + HoursWords.Day + @")(?:\s*(?:-|\b(?:al?|alla)\b)\s*(?<to>" + HoursWords.Day + "))?",
        RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s*(?:-|alle(?:\s+ore)?)\s*(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex TimeRange();
}
