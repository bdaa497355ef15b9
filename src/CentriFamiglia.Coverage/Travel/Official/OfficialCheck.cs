namespace CentriFamiglia.Coverage.Travel.Official;

/// <summary>One comune of a check.</summary>
/// <param name="Official">What the map of 2020 says.</param>
/// <param name="Minutes">Of the source, to the same pole; null when it has no such trip.</param>
/// <param name="NearestPole">Of all poles of the check, the nearest by the source, the first by code among equals; null when it reaches none.</param>
/// <param name="NearestMinutes">To that pole.</param>
public sealed record CheckedTrip(OfficialTrip Official, double? Minutes, OfficialTrip? NearestPole, double? NearestMinutes)
{
    /// <summary>Source less official; null when the source has no such trip.</summary>
    public double? Difference => Minutes - Official.Minutes;

    public bool SamePole => NearestPole?.Pole.Comune == Official.Pole.Comune;

    public SnaiClass OfficialClass => OfficialClasses.Of(Official.Minutes);

    /// <summary>The class that the source's minutes would give; null when it reaches no pole.</summary>
    public SnaiClass? Class => NearestMinutes is { } minutes ? OfficialClasses.Of(minutes) : null;
}

/// <summary>Errors over the trips that a source has. Minutes are unweighted: each comune counts once.</summary>
/// <param name="Trips">How many.</param>
/// <param name="Bias">Mean of source less official.</param>
/// <param name="MeanAbsolute">Mean absolute error.</param>
/// <param name="P90">90th percentile of the absolute error: the least that 90 % do not exceed.</param>
/// <param name="RankCorrelation">Spearman's, ties at their mean rank; null with fewer than two trips or no spread.</param>
/// <param name="MedianRatio">Median of official over source: by how much the one must be lengthened to give the other; null when a source takes no time.</param>
public sealed record CheckFigures(int Trips, double Bias, double MeanAbsolute, double P90, double? RankCorrelation, double? MedianRatio);

/// <summary>A travel source held against the official minutes: the outside check of any road network.</summary>
/// <param name="Trips">By comune.</param>
/// <param name="Figures">Over all trips that the source has; null when it has none.</param>
public sealed record OfficialCheck(ImmutableArray<CheckedTrip> Trips, CheckFigures? Figures)
{
    public static OfficialCheck Of(ITravelSource source, IEnumerable<OfficialTrip> official)
    {
        OfficialTrip[] trips = [.. official.OrderBy(t => t.From.Comune)];
        OfficialTrip[] poles = [.. trips.DistinctBy(t => t.Pole.Comune).OrderBy(t => t.Pole.Comune)];
        TravelCost?[] costs = source.Costs([.. trips.Select(t => t.From)], [.. poles.Select(t => t.Pole)]);
        ImmutableArray<CheckedTrip> found = [.. trips.Select((trip, i) => Check(trip, poles, costs.AsSpan(i * poles.Length, poles.Length)))];
        return new OfficialCheck(found, Measure([.. found.Where(t => t.Minutes is not null)]));
    }

    /// <summary>The trips whose difference is largest, either way.</summary>
    public ImmutableArray<CheckedTrip> Worst(int count) =>
        [.. Trips.Where(t => t.Difference is not null).OrderByDescending(t => Math.Abs(t.Difference!.Value)).ThenBy(t => t.Official.From.Comune).Take(count)];

    private static CheckedTrip Check(OfficialTrip trip, OfficialTrip[] poles, ReadOnlySpan<TravelCost?> costs)
    {
        int nearest = -1;
        for (int j = 0; j < poles.Length; j++)
        {
            if (costs[j] is { } cost && (nearest < 0 || cost.Seconds < costs[nearest]!.Value.Seconds))
                nearest = j;
        }

        double? minutes = costs[Array.FindIndex(poles, p => p.Pole.Comune == trip.Pole.Comune)]?.Minutes;
        return nearest < 0
            ? new CheckedTrip(trip, minutes, null, null)
            : new CheckedTrip(trip, minutes, poles[nearest], costs[nearest]!.Value.Minutes);
    }

    private static CheckFigures? Measure(CheckedTrip[] trips)
    {
        if (trips.Length == 0)
            return null;
        double[] errors = [.. trips.Select(t => t.Difference!.Value)];
        double[] sizes = [.. errors.Select(Math.Abs).Order()];
        double[] ratios = [.. trips.Where(t => t.Minutes > 0).Select(t => t.Official.Minutes / t.Minutes!.Value).Order()];
        return new CheckFigures(
            trips.Length,
            errors.Average(),
            sizes.Average(),
            sizes[(int)Math.Ceiling(0.9 * sizes.Length) - 1],
            RankCorrelation.Spearman([.. trips.Select(t => t.Minutes!.Value)], [.. trips.Select(t => t.Official.Minutes)]),
            ratios.Length > 0 ? ratios[ratios.Length / 2] : null);
    }
}
