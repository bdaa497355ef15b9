using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>Which sedi count, what they offer and how far.</summary>
/// <param name="Supply">What a sede offers; times do not depend on it.</param>
/// <param name="LimitMinutes">Inclusive; null for no limit on times and the usual one on the other measures.</param>
/// <param name="Network">Only the sedi of this network; null for all.</param>
public sealed record SiteAccessTerms(SiteSupply Supply, double? LimitMinutes, NetworkId? Network)
{
    public static SiteAccessTerms Usual { get; } = new(SiteSupply.Sites, null, null);

    /// <summary>The limit of the measures that are not times.</summary>
    public double Limit => LimitMinutes ?? SiteMeasures.UsualLimitMinutes;
}

/// <summary>The measures of access from every demand point to the sedi of a state; one matrix serves them all.</summary>
public sealed class SiteAccess
{
    private const int Times = 3;
    private const double Thousand = 1000;

    private readonly AccessMatrix _matrix;
    private readonly int?[][] _nearest;
    private readonly Lazy<(double?[] Hours, bool[] Uncertain)> _hours;

    private SiteAccess(CoverageState state, SiteAccessTerms terms)
    {
        (State, Terms) = (state, terms);
        _hours = new(ReadHours);
        Sites = [.. state.Snapshot.Sites.Where(s => terms.Network is null || s.Site.Network == terms.Network).Select(SiteHours.Of)];
        int points = state.Points.Length;
        _nearest = [.. Enumerable.Range(0, Times).Select(_ => new int?[points])];
        var pairs = new List<(int, int, double)>();
        bool[] judged = [.. state.Points.Select(p => p.IsJudged)];
        int[] limits = new int[points];
        Array.Fill(limits, (int)Math.Min(terms.Limit * 60, int.MaxValue));
        int site = 0;
        foreach (TravelCost?[] column in state.Table.ColumnsWithin([.. Sites.Select(s => state.PlaceOf(s.Site))], limits, terms.LimitMinutes is null ? Times : 0))
        {
            for (int i = 0; i < points; i++)
            {
                if (column[i] is not { } cost || !judged[i])
                    continue;
                Offer(i, cost.Seconds);
                if (cost.Within(terms.Limit))
                    pairs.Add((i, site, cost.Seconds / 60.0));
            }

            site++;
        }

        _matrix = new AccessMatrix(
            points,
            [.. Sites.Select(s => terms.Supply == SiteSupply.Sites ? 1 : (s.Week?.Minutes ?? 0) / 60.0)],
            [.. state.Points.Select(p => p.Residents)],
            pairs);
    }

    public CoverageState State { get; }

    public SiteAccessTerms Terms { get; }

    /// <summary>The sedi that count, by id, with their hours.</summary>
    public ImmutableArray<SiteHours> Sites { get; }

    public static SiteAccess Of(CoverageState state, SiteAccessTerms terms) => new(state, terms);

    /// <summary>
    /// One value per demand point, in order: minutes, or what is in reach, or that per 1,000 residents. Null: no such sede is reached
    /// (times), the point has no residents (spatial availability), or nothing can be said of it (<see cref="KnownTerritory"/>).
    /// </summary>
    /// <param name="decay">Null for the usual one of the measure.</param>
    public double?[] Values(SiteMeasure measure, Decay? decay = null)
    {
        if (measure.IsTime())
            return Array.ConvertAll(_nearest[measure - SiteMeasure.Nearest], s => s is { } seconds && !(seconds / 60.0 > Terms.LimitMinutes) ? seconds / 60.0 : (double?)null);
        Decay weight = measure.DecayWith(decay, Terms.Limit);
        double?[] values = measure switch
        {
            SiteMeasure.Cumulative or SiteMeasure.Gravity => AccessMeasures.Sum(_matrix, weight),
            SiteMeasure.Balanced => PerThousand(AccessMeasures.BalancedCatchment(_matrix, weight)),
            SiteMeasure.Availability => PerThousand([.. AccessMeasures.SpatialAvailability(_matrix, weight).Zip(_matrix.Weights, (v, w) => w > 0 ? v / w : null)]),
            SiteMeasure.ThreeStep => PerThousand(CatchmentVariants.ThreeStep(_matrix, weight)),
            SiteMeasure.Modified => PerThousand(CatchmentVariants.Modified(_matrix, weight)),
            _ => PerThousand(AccessMeasures.FloatingCatchment(_matrix, weight)),
        };
        return [.. values.Select((value, point) => State.Points[point].IsJudged ? value : null)];
    }

    /// <summary>By point: weekly hours with an open door within the limit, and whether a sede there has hours that are not wholly known.</summary>
    internal (double?[] Hours, bool[] Uncertain) HoursInReach => _hours.Value;

    private (double?[] Hours, bool[] Uncertain) ReadHours()
    {
        double?[] hours = new double?[_matrix.Demands];
        bool[] uncertain = new bool[hours.Length];
        for (int i = 0; i < hours.Length; i++)
        {
            SiteHours[] reached = [.. _matrix.Row(i).Select(p => Sites[p.Site])];
            hours[i] = WeekSchedule.Union(reached.Select(s => s.Week).OfType<WeekSchedule>()).Minutes / 60.0;
            uncertain[i] = reached.Any(s => s.Known != HoursKnowledge.Whole);
        }

        return (hours, uncertain);
    }

    private static double?[] PerThousand(double?[] values) => Array.ConvertAll(values, v => v * Thousand);

    private void Offer(int point, int seconds)
    {
        for (int k = 0; k < Times; k++)
        {
            if (_nearest[k][point] is { } known && known <= seconds)
                continue;
            int? pushed = _nearest[k][point];
            _nearest[k][point] = seconds;
            if (pushed is not { } farther)
                return;
            seconds = farther;
        }
    }
}
