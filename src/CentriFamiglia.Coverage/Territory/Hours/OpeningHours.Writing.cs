namespace CentriFamiglia.Coverage.Territory.Hours;

public static partial class OpeningHours
{
    private const int SixInTheMorning = 6 * 60;
    private const int SixInTheEvening = 18 * 60;

    private static readonly string[] _days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] _italianDays = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"];

    /// <summary>The week in the OSM grammar, days alike together: <c>Mo-Fr 09:00-13:00,15:00-18:00; Sa 09:00-12:00</c>; reading it gives the week again.</summary>
    public static string Write(WeekSchedule week)
    {
        string[] times = TimesByDay(week, (_, _) => true, Clock, ",");
        var rules = new List<string>();
        for (int day = 0, next; day < _days.Length; day = next)
        {
            next = day + 1;
            while (next < _days.Length && times[next] == times[day])
                next++;
            if (times[day].Length > 0)
                rules.Add($"{_days[day]}{(next > day + 1 ? "-" + _days[next - 1] : "")} {times[day]}");
        }

        return rules.Count > 0 ? string.Join("; ", rules) : "Mo-Su off";
    }

    /// <summary>The week as a person writes it: <c>mar, gio 9-12; mer 15-18</c>, <c>lun-ven 9-12:30 e 14-18</c>, <c>chiuso</c>; reading it gives the week again.</summary>
    public static string WriteItalian(WeekSchedule week)
    {
        // Only an evening goes over midnight: "12-11:59" would not be understood.
        string[] times = TimesByDay(week, (from, to) => from >= SixInTheEvening && to <= SixInTheMorning, ItalianClock, " e ");
        IEnumerable<string> rules = Enumerable.Range(0, _days.Length).Where(d => times[d].Length > 0).GroupBy(d => times[d], StringComparer.Ordinal)
            .Select(g => $"{ItalianDays([.. g])} {g.Key}");
        return string.Join("; ", rules) is { Length: > 0 } text ? text : "chiuso";
    }

    /// <param name="overMidnight">Whether an interval of less than a day, from a minute of it to one of the next, is written whole.</param>
    private static string[] TimesByDay(WeekSchedule week, Func<int, int, bool> overMidnight, Func<int, bool, string> clock, string glue)
    {
        const int ofDay = WeekSchedule.MinutesPerDay;
        List<string>[] times = [.. _days.Select(_ => new List<string>())];
        foreach (WeekInterval interval in week.Intervals)
        {
            for (int from = interval.From, to; from < interval.To; from = to)
            {
                int midnight = ((from / ofDay) + 1) * ofDay;
                bool whole = interval.To <= midnight || (interval.To - from < ofDay && overMidnight(from % ofDay, interval.To - midnight));
                to = whole ? interval.To : midnight;
                times[from / ofDay].Add($"{clock(from % ofDay, true)}-{clock(to == midnight ? ofDay : to % ofDay, false)}");
            }
        }

        return [.. times.Select(t => string.Join(glue, t))];
    }

    private static string ItalianDays(int[] days)
    {
        if (days.Length == _days.Length)
            return "tutti i giorni";
        var runs = new List<string>();
        for (int i = 0, next; i < days.Length; i = next)
        {
            next = i + 1;
            while (next < days.Length && days[next] == days[next - 1] + 1)
                next++;
            if (next - i > 2)
                runs.Add($"{_italianDays[days[i]]}-{_italianDays[days[next - 1]]}");
            else
                runs.AddRange(days[i..next].Select(d => _italianDays[d]));
        }

        return string.Join(", ", runs);
    }

    private static string Clock(int minute, bool begins) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    // "02:00" and not "2" where it begins at night: 2 may be of the afternoon.
    private static string ItalianClock(int minute, bool begins)
    {
        int hour = minute / 60;
        string minutes = minute % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{minute % 60:00}");
        return begins && hour is > 0 and < 6 ? Clock(minute, begins) : string.Create(CultureInfo.InvariantCulture, $"{hour}{minutes}");
    }
}
