namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>A week being read, rule by rule. Hours after midnight stay with the day on which they begin, so that a rule for the next day leaves them.</summary>
internal sealed class HoursWeek
{
    public static readonly ImmutableArray<int> AllDays = [0, 1, 2, 3, 4, 5, 6];

    private readonly ImmutableArray<ClockRange>[] _days = [.. Enumerable.Repeat(ImmutableArray<ClockRange>.Empty, 7)];
    private readonly List<string> _notes = [];
    private readonly SortedSet<int> _doubtful = [];

    /// <summary>Whether some rule said when it is open or closed.</summary>
    public bool Any { get; private set; }

    public OpeningHoursReading Reading => !Any && _notes.Count == 0
        ? new(null, true, ["Orario vuoto: non c'è nulla da leggere."])
        : new(Any ? Week(AllDays) : null, _doubtful.Count > 0, [.. _notes.Distinct(StringComparer.Ordinal)]) { Certain = Week(AllDays.Where(d => !_doubtful.Contains(d))) };

    public ImmutableArray<ClockRange> On(int day) => _days[day];

    /// <summary>Tells of something that does not concern the ordinary week, or that is mended.</summary>
    public void Tell(string note) => _notes.Add(note);

    /// <summary>Tells of something that may concern the ordinary week and does not count in it.</summary>
    public void LeaveOut(string note) => LeaveOut(note, AllDays);

    /// <param name="note">What is not counted, and why.</param>
    /// <param name="days">Those it may concern, at least one; it changes nothing on the others.</param>
    public void LeaveOut(string note, IEnumerable<int> days)
    {
        _doubtful.UnionWith(days);
        _notes.Add(note);
    }

    /// <summary>Opens the days in these hours, beside those they have or instead of them.</summary>
    public void Open(IEnumerable<int> days, ImmutableArray<ClockRange> ranges, bool adds)
    {
        foreach (int day in days)
            _days[day] = ClockRange.Joined(adds ? [.. _days[day], .. ranges] : ranges);
        Any = true;
    }

    /// <summary>Closes whole days: all that begins on them.</summary>
    public void Close(IEnumerable<int> days)
    {
        foreach (int day in days)
            _days[day] = [];
        Any = true;
    }

    /// <summary>Closes the days in these hours.</summary>
    /// <returns>Whether any was open.</returns>
    public bool Close(IEnumerable<int> days, ImmutableArray<ClockRange> ranges)
    {
        bool some = false;
        foreach (int day in days)
        {
            ImmutableArray<ClockRange> left = [.. ranges.Aggregate(_days[day].AsEnumerable(), (open, closed) => open.SelectMany(o => o.Without(closed)))];
            some |= !left.SequenceEqual(_days[day]);
            _days[day] = left;
        }

        Any = true;
        return some;
    }

    /// <summary>Tells what of the hours of a rule is not as it is written.</summary>
    public void TellMended(string rule, ImmutableArray<ClockRange> ranges)
    {
        if (ranges.Any(r => r.PassesMidnight))
            Tell($"«{rule}» passa la mezzanotte: le ore dopo sono contate nel giorno seguente.");
        ClockRange[] sorted = [.. ranges.OrderBy(r => r.From)];
        if (sorted.Zip(sorted.Skip(1)).Any(p => p.Second.From < p.First.To))
            Tell($"«{rule}» ha intervalli sovrapposti: contati una volta sola.");
    }

    private WeekSchedule Week(IEnumerable<int> days) => WeekSchedule.Of(days.SelectMany(day => _days[day].SelectMany(r => r.OnDay(day))));
}
