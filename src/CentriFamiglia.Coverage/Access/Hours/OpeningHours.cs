using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Access.Hours;

/// <summary>Hours as declared, read into an ordinary week.</summary>
/// <param name="Schedule">Null where the text is not understood: nothing is guessed.</param>
/// <param name="Notes">Italian: what is not understood, or recognised and not evaluated, or mended.</param>
public sealed record OpeningHoursReading(WeekSchedule? Schedule, ImmutableArray<string> Notes);

/// <summary>
/// The part of the OSM <c>opening_hours</c> grammar that offices use (wiki.openstreetmap.org, Key:opening_hours/specification): days,
/// ranges, several intervals, <c>off</c>, <c>24/7</c>; a later rule replaces an earlier one on its days. Months, weeks, years,
/// holidays and comments are recognised and reported, not evaluated. Days may also be written <c>lun</c> to <c>dom</c>.
/// </summary>
public static partial class OpeningHours
{
    private const string Day = "Mo|Tu|We|Th|Fr|Sa|Su|lun|mar|mer|gio|ven|sab|dom";
    private const string Days = "(?:" + Day + @"|PH|SH)(?:\s*-\s*(?:" + Day + "))?";
    private const string Time = @"\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}";
    private const int LongestText = 500;

    private static readonly string[] _days = [.. Day.Split('|')];

    public static OpeningHoursReading Parse(string text)
    {
        var notes = new List<string>();
        if (text.Length > LongestText)
            return new OpeningHoursReading(null, [$"Orario più lungo di {LongestText} caratteri: non letto."]);
        string plain = Comment().Replace(text, match =>
        {
            notes.Add($"Commento non valutato: {match.Value}.");
            return " ";
        });
        var week = new ImmutableArray<WeekInterval>[7];
        Array.Fill(week, []);
        bool any = false;
        foreach (string rule in RuleStart().Split(plain).Select(r => r.Trim()).Where(r => r.Length > 0))
        {
            if (NotEvaluated().IsMatch(rule))
            {
                notes.Add($"«{rule}» è riconosciuto ma non valutato: la settimana è quella ordinaria.");
                continue;
            }

            if (!Read(rule, week, notes))
                return new OpeningHoursReading(null, [.. notes, $"«{rule}» non è un orario riconosciuto."]);
            any = true;
        }

        return new OpeningHoursReading(any ? WeekSchedule.Of(week.SelectMany(d => d)) : null, [.. notes]);
    }

    private static bool Read(string rule, ImmutableArray<WeekInterval>[] week, List<string> notes)
    {
        if (rule == "24/7")
        {
            for (int day = 0; day < 7; day++)
                week[day] = [At(day, 0, WeekSchedule.MinutesPerDay)];
            return true;
        }

        Match match = Rule().Match(rule);
        if (!match.Success)
            return false;
        int[] days = DaysOf(match.Groups["days"].Value, notes);
        if (match.Groups["off"].Success)
        {
            foreach (int day in days)
                week[day] = [];
            return true;
        }

        (int From, int To)[] times = [.. TimeRange().Matches(match.Groups["times"].Value).Select(t => (Minute(t, "h1", "m1"), Minute(t, "h2", "m2")))];
        if (times.Any(t => t.From is < 0 or >= WeekSchedule.MinutesPerDay || t.To < 0 || t.From == t.To))
            return false;
        foreach (int day in days)
            week[day] = [.. times.SelectMany(t => OnDay(day, t.From, t.To))];
        Tell(rule, times, notes);
        return true;
    }

    private static void Tell(string rule, (int From, int To)[] times, List<string> notes)
    {
        if (times.Any(t => t.To < t.From))
            notes.Add($"«{rule}» passa la mezzanotte: le ore dopo sono contate nel giorno seguente.");
        (int From, int To)[] sorted = [.. times.Order()];
        if (sorted.Zip(sorted.Skip(1)).Any(p => p.Second.From < p.First.To))
            notes.Add($"«{rule}» ha intervalli sovrapposti: contati una volta sola.");
    }

    private static IEnumerable<WeekInterval> OnDay(int day, int from, int to) => to > from
        ? [At(day, from, to)]
        : to == 0 ? [At(day, from, WeekSchedule.MinutesPerDay)] : [At(day, from, WeekSchedule.MinutesPerDay), At((day + 1) % 7, 0, to)];

    private static WeekInterval At(int day, int from, int to) => new((day * WeekSchedule.MinutesPerDay) + from, (day * WeekSchedule.MinutesPerDay) + to);

    private static int[] DaysOf(string text, List<string> notes)
    {
        if (text.Length == 0)
            return [0, 1, 2, 3, 4, 5, 6];
        var days = new SortedSet<int>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            int[] ends = [.. part.Split('-', StringSplitOptions.TrimEntries).Select(Index)];
            if (ends[0] < 0)
            {
                notes.Add($"«{part}» (festività) è riconosciuto ma non valutato.");
                continue;
            }

            for (int day = ends[0]; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == ends[^1])
                    break;
            }
        }

        return [.. days];
    }

    private static int Index(string day)
    {
        int at = Array.FindIndex(_days, d => d.Equals(day, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? at : at % 7;
    }

    /// <returns>Minute of the day; -1 where the clock has no such time. 24:00 is the end of the day.</returns>
    private static int Minute(Match time, string hours, string minutes)
    {
        int hour = int.Parse(time.Groups[hours].ValueSpan, CultureInfo.InvariantCulture);
        int minute = int.Parse(time.Groups[minutes].ValueSpan, CultureInfo.InvariantCulture);
        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? (hour * 60) + minute : -1;
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    // A comma before a day that follows a time begins another rule: "Mo 09:00-12:00, Tu 14:00-18:00".
    [GeneratedRegex(@";|(?<=\d\s*),(?=\s*(?:" + Day + "|PH|SH)\\b)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex RuleStart();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|sunrise|sunset|dawn|dusk)\b(?!\s*-?\s*(?:lun|mer|gio|ven|sab|dom)\b)(?!\s*\d{1,2}:)|\b(?:19|20)\d{2}\b|^\s*(?:PH|SH)\b\s*(?:off|closed|chiuso|\d)", RegexOptions.None, 1000)]
    private static partial Regex NotEvaluated();

    [GeneratedRegex(@"^(?:(?<days>" + Days + @"(?:\s*,\s*" + Days + @")*)\s*:?\s*)?(?:(?<off>off|closed|chiuso)|(?<times>" + Time + @"(?:\s*,\s*" + Time + @")*)(?:\s+open)?)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<h1>\d{1,2}):(?<m1>\d{2})\s*-\s*(?<h2>\d{1,2}):(?<m2>\d{2})", RegexOptions.None, 1000)]
    private static partial Regex TimeRange();
}
