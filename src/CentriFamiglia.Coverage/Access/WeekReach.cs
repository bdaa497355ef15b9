using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>Who reaches an open door within the limit at one moment of the ordinary week; persons, null where nothing is known.</summary>
/// <param name="Open">Sedi open for certain, of the whole region.</param>
/// <param name="Uncertain">Sedi whose hours are not wholly known.</param>
/// <param name="Residents">Those that count.</param>
/// <param name="Within">Of these, those that reach a door open for certain.</param>
/// <param name="Possible">The same, were the uncertain doors open too.</param>
public sealed record WeekTally(WeekMoment At, int Open, int Uncertain, double? Residents, double? Within, double? Possible);

/// <summary>Residents that reach no open door within the limit in a part of the week; persons, null where nothing is known.</summary>
/// <param name="Certain">Counting the doors that are open for certain.</param>
/// <param name="Possible">Counting the uncertain ones as open too.</param>
public sealed record WeekLack(double? Certain, double? Possible);

/// <summary>What one area lacks. Residents of comuni without a limit are in none of the figures.</summary>
/// <param name="Evening">From Monday to Friday, from 18:00.</param>
/// <param name="Week">In the whole week.</param>
public sealed record WeekArea(TerritoryUnit Unit, AreaKnowledge Known, WeekLack Evening, WeekLack Saturday, WeekLack Sunday, WeekLack Week);

/// <summary>
/// Who reaches an open door at every half hour of the ordinary week: which points have a sede within their limit is asked once, and who
/// finds an open one is told once for every list of open sedi that occurs.
/// </summary>
public sealed class WeekReach
{
    /// <summary>Between one moment and the next.</summary>
    public const int StepMinutes = 30;

    private const int EveningStart = 18 * 60;
    private const int Saturday = 5;
    private const int Sunday = 6;
    private const int Word = 64;

    private readonly CoverageState _state;
    private readonly ImmutableArray<SiteHours> _sites;

    /// <summary>By sede, a bit for each point that has it within its limit.</summary>
    private readonly ulong[][] _near;
    private readonly ImmutableArray<(WeekMoment At, Doors Doors)> _moments;

    private WeekReach(CoverageState state)
    {
        _state = state;
        _sites = [.. state.Snapshot.Sites.Select(SiteHours.Of)];
        Place[] places = [.. _sites.Select(s => state.PlaceOf(s.Site))];
        int[] limits = [.. state.Points.Select(p => p.LimitMinutes is { } limit ? (int)Math.Min(limit * 60, int.MaxValue) : 0)];
        _near = [.. state.Table.ColumnsWithin(places, limits, least: 0).Select(Near)];
        _moments = [.. ReadMoments()];
    }

    public static WeekReach Of(CoverageState state) => new(state);

    /// <summary>From Monday 00:00 on.</summary>
    /// <param name="ats">Only the residents of this ATS; null for all.</param>
    public ImmutableArray<WeekTally> Moments(string? ats)
    {
        AreaKnowledge known = ats is null ? _state.Known.Whole : _state.Known.Over(AreaLevel.Ats, ats);
        int[] points = PointsOf(known);
        double? residents = known.IsEmpty ? null : points.Sum(p => _state.Points[p].Residents);
        var counted = new Dictionary<Doors, (double?, double?)>(ReferenceEqualityComparer.Instance);
        var tallies = ImmutableArray.CreateBuilder<WeekTally>(_moments.Length);
        foreach ((WeekMoment at, Doors doors) in _moments)
        {
            if (!counted.TryGetValue(doors, out (double? Within, double? Possible) found))
                counted[doors] = found = known.IsEmpty ? (null, null) : (Sum(points, doors.Certain), Sum(points, doors.Possible));
            tallies.Add(new WeekTally(at, doors.Open, doors.Uncertain, residents, found.Within, found.Possible));
        }

        return tallies.MoveToImmutable();
    }

    /// <summary>By code of the area.</summary>
    public ImmutableArray<WeekArea> Areas(AreaLevel level)
    {
        Doors evening = Whenever(at => at.DayIndex < Saturday && at.MinuteOfDay >= EveningStart);
        Doors saturday = Whenever(at => at.DayIndex == Saturday), sunday = Whenever(at => at.DayIndex == Sunday), week = Whenever(_ => true);
        return
        [
            .. _state.Snapshot.Units(level).Zip(_state.Known.Areas(level), (unit, known) =>
            {
                int[] judged = [.. PointsOf(known).Where(p => _state.Points[p].LimitMinutes is not null)];
                return new WeekArea(unit, known, Lack(evening), Lack(saturday), Lack(sunday), Lack(week));

                WeekLack Lack(Doors doors) => known.IsEmpty ? new WeekLack(null, null) : new WeekLack(Rest(judged, doors.Certain), Rest(judged, doors.Possible));
            }),
        ];
    }

    private ulong[] Near(TravelCost?[] column)
    {
        ulong[] near = new ulong[(column.Length + Word - 1) / Word];
        for (int i = 0; i < column.Length; i++)
        {
            if (column[i] is { } cost && _state.Points[i].LimitMinutes is { } limit && cost.Within(limit))
                near[i / Word] |= 1UL << (i % Word);
        }

        return near;
    }

    private IEnumerable<(WeekMoment At, Doors Doors)> ReadMoments()
    {
        int[] uncertain = [.. Enumerable.Range(0, _sites.Length).Where(s => _sites[s].Known != HoursKnowledge.Whole)];
        var known = new Dictionary<string, Doors>(StringComparer.Ordinal);
        for (int minute = 0; minute < WeekSchedule.MinutesPerWeek; minute += StepMinutes)
        {
            int[] open = [.. Enumerable.Range(0, _sites.Length).Where(s => _sites[s].Known == HoursKnowledge.Whole && _sites[s].Week!.IsOpen(minute))];
            string key = string.Join(',', open);
            if (!known.TryGetValue(key, out Doors? doors))
                known[key] = doors = new Doors(open.Length, uncertain.Length, Union(open.Select(s => _near[s])), Union(open.Concat(uncertain).Select(s => _near[s])));
            yield return (new WeekMoment(minute), doors);
        }
    }

    /// <summary>Every door that is open at one of these moments.</summary>
    private Doors Whenever(Func<WeekMoment, bool> isMeant)
    {
        Doors[] those = [.. _moments.Where(m => isMeant(m.At)).Select(m => m.Doors).Distinct(ReferenceEqualityComparer.Instance).Cast<Doors>()];
        return new Doors(0, 0, Union(those.Select(d => d.Certain)), Union(those.Select(d => d.Possible)));
    }

    private ulong[] Union(IEnumerable<ulong[]> sets)
    {
        ulong[] union = new ulong[(_state.Points.Length + Word - 1) / Word];
        foreach (ulong[] set in sets)
        {
            for (int w = 0; w < union.Length; w++)
                union[w] |= set[w];
        }

        return union;
    }

    private int[] PointsOf(AreaKnowledge known) => [.. known.Judged.SelectMany(c => _state.PointsOfComune[c])];

    private double Sum(int[] points, ulong[] set) => points.Where(p => Has(set, p)).Sum(p => _state.Points[p].Residents);

    private double Rest(int[] points, ulong[] set) => points.Where(p => !Has(set, p)).Sum(p => _state.Points[p].Residents);

    private static bool Has(ulong[] set, int point) => (set[point / Word] & (1UL << (point % Word))) != 0;

    /// <summary>The points that reach one of the doors that are open.</summary>
    private sealed record Doors(int Open, int Uncertain, ulong[] Certain, ulong[] Possible);
}
