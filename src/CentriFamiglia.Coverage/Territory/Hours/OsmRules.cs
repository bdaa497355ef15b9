using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>
/// The OSM grammar (wiki.openstreetmap.org, Key:opening_hours/specification), as far as offices use it. A rule after <c>;</c> replaces the
/// earlier ones on its days, a rule after a comma adds to them; <c>off</c> closes its days, or its hours where it has some.
/// </summary>
internal sealed partial class OsmRules(HoursWeek week)
{
    private const string Days = "(?:" + HoursWords.Day + "|" + HoursWords.Holiday + @")(?:\s*-\s*" + HoursWords.Day + ")?";
    private const string Range = ClockText.Time + @"\s*-\s*" + ClockText.Time;

    private const string NthDay = HoursWords.Day + @"\[-?\d(?:\s*[-,]\s*-?\d)*\]";

    public void Read(string text)
    {
        foreach ((string rule, bool adds) in RulesOf(text))
        {
            if (rule.Length > 0)
                Read(rule, adds);
        }
    }

    private static IEnumerable<(string Rule, bool Adds)> RulesOf(string text)
    {
        foreach (string replacing in text.Split(';'))
        {
            int from = 0;
            bool adds = false;
            // A day after "25" may be a day of the month: "Dec 24-25, Mo 09:00-12:00".
            Regex start = HoursWords.HasMonth(replacing) ? AfterClock() : AfterTime();
            foreach (Match next in start.Matches(replacing))
            {
                yield return (replacing[from..next.Index].Trim(), adds);
                (from, adds) = (next.Index + next.Length, true);
            }

            yield return (replacing[from..].Trim(), adds);
        }
    }

    private void Read(string rule, bool adds)
    {
        if (OfHolidays().IsMatch(rule))
            week.Tell($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria, senza festività.");
        else if (rule.Contains(HoursWords.Unclear, StringComparison.Ordinal))
            week.LeaveOut($"«{HoursWords.AsWritten(rule)}» non è letto: Mar può essere marzo o martedì. Scrivere «mar» o «Tu» per il martedì.");
        else if (SomeWeeks().IsMatch(rule))
            week.LeaveOut($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria.", DaysOf(rule));
        else if (HoursWords.HasMonth(rule) || NotEvaluated().IsMatch(rule))
            week.LeaveOut($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria.");
        else if (rule == "24/7")
            week.Open(HoursWeek.AllDays, [new ClockRange(0, WeekSchedule.MinutesPerDay)], adds);
        else if (Rule().Match(rule) is { Success: true } match)
            ReadDays(rule, match, adds);
        else
            week.LeaveOut($"«{rule}» non è un orario riconosciuto.");
    }

    private void ReadDays(string rule, Match match, bool adds)
    {
        ClockReading times = ClockText.Osm(match.Groups["times"].Value);
        string text = match.Groups["days"].Value;
        ImmutableArray<int> days = text.Length == 0 ? HoursWeek.AllDays : DaysOf(text);
        if (times.Faults.Length > 0)
            week.LeaveOut($"«{rule}» non è letto: {times.Faults[0]}.");
        else if (times.Ranges.Length == 0)
            week.Close(days);
        else if (text.Length == 0 && !rule.Contains(':', StringComparison.Ordinal))
            week.LeaveOut($"«{rule}» non è letto: mancano i giorni. Per ogni giorno scrivere Mo-Su.");
        else if (!match.Groups["off"].Success)
            Open(rule, days, times.Ranges, adds, named: text.Length > 0);
        else if (!week.Close(days, times.Ranges))
            week.LeaveOut($"«{rule}» chiude ore che nessuna regola precedente apre: non è chiaro che cosa resti.");
    }

    private void Open(string rule, ImmutableArray<int> days, ImmutableArray<ClockRange> ranges, bool adds, bool named)
    {
        // The specification has it replace the earlier rules, programs have it added to them, and who writes it means the days said before.
        if (!named && week.Any && !adds)
            week.LeaveOut($"«{rule}» non nomina giorni: non è chiaro per quali vale. Scriverli, per esempio «Mo-Su {rule}».");
        week.Open(days, ranges, adds || !named);
        week.TellMended(rule, ranges);
    }

    private ImmutableArray<int> DaysOf(string text)
    {
        var days = new SortedSet<int>();
        foreach (Match part in DayRange().Matches(text))
        {
            if (part.Groups["holiday"].Success)
                week.Tell($"«{part.Value}» (festività) è riconosciuto ma non valutato.");
            else
                days.UnionWith(HoursWords.DaysFrom(part.Groups["from"].Value, part.Groups["to"].Value));
        }

        return [.. days];
    }

    [GeneratedRegex(@"\b(?:week|easter|sunrise|sunset|dawn|dusk)\b|\b(?:19|20)\d{2}\b|\[|\|\||\d\+", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex NotEvaluated();

    // "Th[1,3] 15:00-18:00", "Sa[-1] off": some weeks of the month, and no other day.
    [GeneratedRegex("^" + NthDay + @"(?:\s*,\s*" + NthDay + @")*\s+(?:off|closed|" + Range + @"(?:\s*,\s*" + Range + ")*)$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex SomeWeeks();

    // Holidays with a comma before other days are a list; with a blank, "SH Mo-Fr", only those days of the holidays.
    [GeneratedRegex("^" + HoursWords.Holiday + @"(?:\s*,\s*" + HoursWords.Holiday + @")*\s*:?\s*(?:off|closed|chius[oi]|\d|" + HoursWords.Day + "|$)", RegexOptions.IgnoreCase,
        PatternTime.Milliseconds)]
    private static partial Regex OfHolidays();

    [GeneratedRegex(@"^(?:(?<days>" + Days + @"(?:(?:\s*,\s*|\s+)" + Days + @")*)\s*:?\s*)?(?:(?<off>off|closed|chius[oa])|(?<times>" + Range + @"(?:(?:\s*,\s*|\s+)" + Range
        + @")*)(?:\s+(?:open|(?<off>off|closed|chius[oa])))?)$", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex Rule();

    [GeneratedRegex("(?<holiday>" + HoursWords.Holiday + ")|(?<from>" + HoursWords.Day + @")(?:\s*-\s*(?<to>" + HoursWords.Day + "))?", RegexOptions.IgnoreCase,
        PatternTime.Milliseconds)]
    private static partial Regex DayRange();

    // A day after a time begins another rule: "Mo 09:00-12:00, Tu 14:00-18:00".
    [GeneratedRegex(@"(?<=(?:\d|\b(?:open|off|closed|chius[oa]))\s*),\s*(?=" + HoursWords.DayOrMonth + ")", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AfterTime();

    [GeneratedRegex(@"(?<=:\d{2}\s*),\s*(?=" + HoursWords.DayOrMonth + ")", RegexOptions.IgnoreCase, PatternTime.Milliseconds)]
    private static partial Regex AfterClock();
}
