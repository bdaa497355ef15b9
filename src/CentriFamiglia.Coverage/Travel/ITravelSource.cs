namespace CentriFamiglia.Coverage.Travel;

/// <summary>One end of a trip.</summary>
/// <param name="Lon">WGS84 degrees.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="Comune">The comune it lies in.</param>
/// <param name="AltitudeMetres">Metres above sea level, of the centre of its comune: the one altitude that is measured; null where the comune is not known.</param>
public readonly record struct Place(double Lon, double Lat, ComuneCode Comune, double? AltitudeMetres);

/// <summary>Where travel times come from. Every figure that rests on one carries its <see cref="Info"/>.</summary>
public interface ITravelSource
{
    TravelSourceInfo Info { get; }

    /// <summary>
    /// Costs of all pairs, row-major: element <c>i * to.Count + j</c> is the trip from <c>from[i]</c> to <c>to[j]</c>, null when it
    /// cannot be made or is not known. Each pair is independent of the others in the call.
    /// </summary>
    TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to);

    /// <summary>The same, where trips longer than a limit of their origin are of no use: those may be null.</summary>
    /// <param name="from">Origins.</param>
    /// <param name="seconds">Of each origin; trips of just so many are told.</param>
    /// <param name="to">Destinations.</param>
    TravelCost?[] CostsWithin(IReadOnlyList<Place> from, IReadOnlyList<int> seconds, IReadOnlyList<Place> to) => Costs(from, to);

    /// <summary>Between which times a trip falls eight times in ten; its own time where times are not estimated.</summary>
    /// <param name="from">Origin.</param>
    /// <param name="to">Destination.</param>
    /// <param name="cost">What this source says that it costs.</param>
    TravelBand Band(in Place from, in Place to, TravelCost cost) => TravelBand.Certain(cost);

    /// <summary>Whether <see cref="Nearest"/> asks fewer pairs than all: then columns of all costs are made only where somebody wants them.</summary>
    bool FindsNearest => false;

    /// <summary>The nearest destination from each of many origins, without keeping what all pairs cost.</summary>
    NearestOffers Nearest(NearestSearch search) => search.OverAllPairs(this);
}

/// <summary>What every source can be asked.</summary>
public static class TravelSources
{
    /// <summary>Seconds from each origin to the nearest of the places; null when none is reached.</summary>
    public static int?[] LeastSeconds(this ITravelSource travel, IReadOnlyList<Place> from, IReadOnlyList<Place> places)
    {
        TravelCost?[] costs = travel.Costs(from, places);
        var least = new int?[from.Count];
        for (int pair = 0; pair < costs.Length; pair++)
        {
            ref int? known = ref least[pair / places.Count];
            known = costs[pair] is { } cost && !(known <= cost.Seconds) ? cost.Seconds : known;
        }

        return least;
    }

    /// <summary>
    /// Costs of all pairs, row-major, of which those longer than a limit of their origin may be null where at least so many others of that origin
    /// are not longer.
    /// </summary>
    /// <param name="from">Origins.</param>
    /// <param name="seconds">Of each origin; trips of just so many are told.</param>
    /// <param name="to">Destinations.</param>
    /// <param name="least">How many of each origin.</param>
    public static TravelCost?[] CostsWithin(this ITravelSource travel, IReadOnlyList<Place> from, IReadOnlyList<int> seconds, IReadOnlyList<Place> to, int least)
    {
        TravelCost?[] costs = travel.CostsWithin(from, seconds, to);
        int[] few = [.. Enumerable.Range(0, from.Count).Where(HasFew)];
        TravelCost?[] all = few.Length == 0 ? [] : travel.Costs([.. few.Select(i => from[i])], to);
        for (int i = 0; i < few.Length; i++)
            all.AsSpan(i * to.Count, to.Count).CopyTo(costs.AsSpan(few[i] * to.Count));
        return costs;

        bool HasFew(int origin)
        {
            int found = 0;
            for (int j = 0; j < to.Count && found < least; j++)
                found += costs[(origin * to.Count) + j]?.Seconds <= seconds[origin] ? 1 : 0;
            return found < least;
        }
    }
}

/// <summary>What a result must say of its travel times.</summary>
/// <param name="Kind"><c>stima</c>, <c>rete</c>, <c>matrice</c> or <c>server</c>: the value of the column <c>viaggio</c>.</param>
/// <param name="Description">One Italian sentence: what it is, and that it is an estimate where it is one.</param>
/// <param name="MeanAbsoluteErrorMinutes">Mean absolute error against official minutes, whole poles left out; null when not measured.</param>
/// <param name="P90ErrorMinutes">90th percentile of the absolute error; null when not measured.</param>
/// <param name="Fingerprint">Hash of coefficients, network or matrix.</param>
public sealed record TravelSourceInfo(
    string Kind,
    string Description,
    double? MeanAbsoluteErrorMinutes,
    double? P90ErrorMinutes,
    string Fingerprint);
