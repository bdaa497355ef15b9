namespace CentriFamiglia.Coverage.Territory.Hours;

public static partial class OpeningHours
{
    private static readonly string[] _days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>The week in the OSM grammar, days alike together: <c>Mo-Fr 09:00-13:00,15:00-18:00; Sa 09:00-12:00</c>; reading it gives the week again.</summary>
    public static string Write(WeekSchedule week)
    {
        string[] times = [.. Enumerable.Range(0, _days.Length).Select(day => string.Join(',', Pieces(week).Where(p => p.Day == day).Select(p => p.Text)))];
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

    /// <summary>Intervals by the day they begin on. One of less than a day runs over midnight; a longer one is cut there.</summary>
    private static IEnumerable<(int Day, string Text)> Pieces(WeekSchedule week)
    {
        const int ofDay = WeekSchedule.MinutesPerDay;
        foreach (WeekInterval interval in week.Intervals)
        {
            for (int from = interval.From, to; from < interval.To; from = to)
            {
                int midnight = ((from / ofDay) + 1) * ofDay;
                to = interval.To - from < ofDay ? interval.To : Math.Min(interval.To, midnight);
                yield return (from / ofDay, $"{Clock(from % ofDay)}-{Clock(to == midnight ? ofDay : to % ofDay)}");
            }
        }
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
