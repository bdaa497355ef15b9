namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>Open from a minute to another of one day.</summary>
/// <param name="From">Minutes since the midnight at which the day begins, included; less than 1,440.</param>
/// <param name="To">Excluded; greater than <paramref name="From"/>, at most 2,880: after 1,440 it is night, and still of the same day.</param>
internal readonly record struct ClockRange(int From, int To)
{
    public const int Latest = 2 * WeekSchedule.MinutesPerDay;

    public bool PassesMidnight => To > WeekSchedule.MinutesPerDay;

    /// <summary>What is left when another range is taken out: nothing, one piece or two.</summary>
    public IEnumerable<ClockRange> Without(ClockRange other)
    {
        if (other.To <= From || other.From >= To)
        {
            yield return this;
            yield break;
        }

        if (other.From > From)
            yield return this with { To = other.From };
        if (other.To < To)
            yield return this with { From = other.To };
    }

    /// <summary>As intervals of the week: the night after Sunday is Monday's.</summary>
    /// <param name="day">0 for Monday.</param>
    public IEnumerable<WeekInterval> OnDay(int day)
    {
        (int from, int to) = ((day * WeekSchedule.MinutesPerDay) + From, (day * WeekSchedule.MinutesPerDay) + To);
        if (to <= WeekSchedule.MinutesPerWeek)
            return [new(from, to)];
        return [new(from, WeekSchedule.MinutesPerWeek), new(0, to - WeekSchedule.MinutesPerWeek)];
    }

    /// <summary>In order, neither touching nor overlapping.</summary>
    public static ImmutableArray<ClockRange> Joined(IEnumerable<ClockRange> ranges) =>
        [.. WeekSchedule.Of(ranges.Select(r => new WeekInterval(r.From, r.To))).Intervals.Select(i => new ClockRange(i.From, i.To))];
}
