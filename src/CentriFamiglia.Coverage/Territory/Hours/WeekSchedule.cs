namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>Open from a minute of the week to another.</summary>
/// <param name="From">Minutes since Monday 00:00, included.</param>
/// <param name="To">Minutes since Monday 00:00, excluded; greater than <paramref name="From"/>, at most 10,080.</param>
public readonly record struct WeekInterval(int From, int To);

/// <summary>The ordinary week of one or more sedi, without holidays: intervals in order, neither touching nor overlapping.</summary>
public sealed class WeekSchedule
{
    public const int MinutesPerDay = 1440;
    public const int MinutesPerWeek = 7 * MinutesPerDay;

    private WeekSchedule(ImmutableArray<WeekInterval> intervals) => Intervals = intervals;

    public static WeekSchedule Closed { get; } = new([]);

    public ImmutableArray<WeekInterval> Intervals { get; }

    public int Minutes => Intervals.Sum(i => i.To - i.From);

    /// <summary>Intervals in any order, which may overlap.</summary>
    public static WeekSchedule Of(IEnumerable<WeekInterval> intervals)
    {
        var joined = new List<WeekInterval>();
        foreach (WeekInterval next in intervals.OrderBy(i => i.From))
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, next.To) };
            else
                joined.Add(next);
        }

        return new WeekSchedule([.. joined]);
    }

    /// <summary>Open whenever at least one is.</summary>
    public static WeekSchedule Union(IEnumerable<WeekSchedule> schedules) => Of(schedules.SelectMany(s => s.Intervals));

    /// <summary>The same hours so many days later; what passes the end of the week goes to its beginning.</summary>
    public WeekSchedule Later(int days) => Of(Intervals.SelectMany(i => Wrapped(i.From + (days * MinutesPerDay), i.To + (days * MinutesPerDay))));

    private static IEnumerable<WeekInterval> Wrapped(int from, int to) =>
        to <= MinutesPerWeek ? [new(from, to)]
        : from >= MinutesPerWeek ? [new(from - MinutesPerWeek, to - MinutesPerWeek)]
        : [new(from, MinutesPerWeek), new(0, to - MinutesPerWeek)];

    /// <summary>Open minutes on one day, or on every day, between two times of the day.</summary>
    /// <param name="fromMinute">Minute of the day, included.</param>
    /// <param name="toMinute">Minute of the day, excluded.</param>
    /// <param name="day">0 for Monday to 6 for Sunday; null for all.</param>
    public int MinutesBetween(int fromMinute, int toMinute, int? day = null)
    {
        int sum = 0;
        for (int d = day ?? 0; d <= (day ?? 6); d++)
        {
            (int from, int to) = ((d * MinutesPerDay) + fromMinute, (d * MinutesPerDay) + toMinute);
            sum += Intervals.Sum(i => Math.Max(0, Math.Min(i.To, to) - Math.Max(i.From, from)));
        }

        return sum;
    }

    public bool IsOpen(int minuteOfWeek) => Intervals.Any(i => minuteOfWeek >= i.From && minuteOfWeek < i.To);
}
