using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Siting.Networks;

/// <summary>
/// The demand points with their nearest sede. A point that no sede reaches saves, when one does, what
/// it would have saved from the farthest time that counts: to reach somebody at all is always worth something. The score of a gain is
/// one number for both goals: residents within their limit first, resident-seconds saved among equals.
/// </summary>
internal sealed class DemandScore
{
    /// <summary>Stands for "reached by nobody": four hours, more than any limit that can be asked for.</summary>
    private const int Farthest = 4 * 3600;

    private readonly double[] _residents;
    private readonly double[] _limits;
    private readonly int[] _seconds;
    private readonly double _perResident;

    /// <param name="points">As they stand.</param>
    /// <param name="options">All that could be opened: together they say how many seconds one resident must outweigh.</param>
    public DemandScore(IReadOnlyList<PointGap> points, IEnumerable<CandidatePlace> options)
    {
        _residents = [.. points.Select(p => p.Residents)];
        _limits = [.. points.Select(p => p.LimitMinutes is { } minutes ? minutes * 60 : -1)];
        _seconds = [.. points.Select(p => Math.Min(p.Nearest?.Cost.Seconds ?? Farthest, Farthest))];
        int[] least = [.. _seconds];
        foreach ((int point, int seconds) in options.SelectMany(o => o.Nearer))
            least[point] = Math.Min(least[point], seconds);
        _perResident = 1 + least.Select((seconds, i) => _residents[i] * (_seconds[i] - seconds)).Sum();
    }

    private DemandScore(DemandScore other) =>
        (_residents, _limits, _seconds, _perResident) = (other._residents, other._limits, [.. other._seconds], other._perResident);

    /// <summary>Seconds that one resident within the limit outweighs in <see cref="Gain(int, int)"/>: more than all options together can save.</summary>
    public double PerResident => _perResident;

    /// <summary>What a sede that reaches a point in so many seconds would add there to those that stand.</summary>
    public double Gain(int point, int seconds) => Gain(point, seconds, _perResident);

    /// <summary>The same with another weight of a resident within the limit, in seconds.</summary>
    public double Gain(int point, int seconds, double perResident)
    {
        int now = _seconds[point];
        if (seconds >= now)
            return 0;
        double saved = _residents[point] * (now - seconds);
        return now > _limits[point] && seconds <= _limits[point] ? saved + (_residents[point] * perResident) : saved;
    }

    /// <summary>Residents brought within their limit, and resident-seconds saved.</summary>
    public (double Within, double Saved) Gain(ImmutableArray<(int Point, int Seconds)> nearer)
    {
        (double within, double saved) = (0, 0);
        foreach ((int point, int seconds) in nearer)
        {
            int now = _seconds[point];
            if (seconds >= now)
                continue;
            saved += _residents[point] * (now - seconds);
            if (now > _limits[point] && seconds <= _limits[point])
                within += _residents[point];
        }

        return (within, saved);
    }

    /// <summary>The same points once these sedi stand too.</summary>
    public DemandScore With(IEnumerable<CandidatePlace> opened)
    {
        var next = new DemandScore(this);
        foreach ((int point, int seconds) in opened.SelectMany(o => o.Nearer))
            next._seconds[point] = Math.Min(next._seconds[point], seconds);
        return next;
    }
}
