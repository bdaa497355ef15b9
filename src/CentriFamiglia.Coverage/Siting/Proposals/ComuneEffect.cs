using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>What all proposals together change for one comune.</summary>
/// <param name="Comune">Where the residents are.</param>
/// <param name="Sede">The proposed sede that most of them who gain would go to.</param>
/// <param name="Residents">Of the comune's demand points.</param>
/// <param name="MinutesBefore">Mean over those that reached a sede; null when none did.</param>
/// <param name="MinutesAfter">Mean over those that reach one with the proposals.</param>
/// <param name="BandBefore">Mean ends of the bands of those same trips; null when nobody reached a sede.</param>
/// <param name="BandAfter">The same with the proposals.</param>
/// <param name="WithinBefore">Residents within their limit.</param>
/// <param name="WithinAfter">The same with the proposals.</param>
public sealed record ComuneEffect(
    Comune Comune, Comune Sede, double Residents, double? MinutesBefore, double? MinutesAfter, MinuteBand? BandBefore, MinuteBand? BandAfter,
    double WithinBefore, double WithinAfter)
{
    /// <summary>By code of the comune; only those for whom anything changes.</summary>
    /// <param name="proposals">All at once.</param>
    public static ImmutableArray<ComuneEffect> Of(CoverageState state, ImmutableArray<Suggestion> proposals)
    {
        if (proposals.IsEmpty)
            return [];
        Place[] origins = [.. state.Snapshot.Demand.Select(state.PlaceOf)];
        TravelCost?[] costs = state.Travel.Costs(origins, [.. proposals.Select(p => p.Place)]);
        var effects = ImmutableArray.CreateBuilder<ComuneEffect>();
        for (int c = 0; c < state.Snapshot.Comuni.Length; c++)
        {
            PointGap[] points = [.. state.PointsOfComune[c].Select(i => state.Points[i])];
            (TravelCost? Cost, int Proposal)[] after = [.. state.PointsOfComune[c].Select((i, at) => Nearest(points[at], costs.AsSpan(i * proposals.Length, proposals.Length)))];
            int[] gaining = [.. Enumerable.Range(0, points.Length).Where(i => points[i].IsCounted && after[i].Proposal >= 0)];
            if (gaining.Length == 0)
                continue;
            int sede = gaining.GroupBy(i => after[i].Proposal).OrderByDescending(g => g.Sum(i => points[i].Residents)).ThenBy(g => g.Key).First().Key;
            effects.Add(new ComuneEffect(
                Comune: state.Snapshot.Comuni[c],
                Sede: proposals[sede].Comune,
                Residents: points.Sum(p => p.Residents),
                MinutesBefore: Mean([.. points.Select(p => (p, p.Nearest?.Cost))]),
                MinutesAfter: Mean([.. points.Zip(after).Select(p => (p.First, p.Second.Cost))]),
                BandBefore: MeanBand([.. points.Select(p => (p, p.Band))]),
                BandAfter: MeanBand([.. points.Zip(after).Select(p => (p.First, BandOf(p.First, p.Second)))]),
                WithinBefore: Within([.. points.Select(p => (p, p.Nearest?.Cost))]),
                WithinAfter: Within([.. points.Zip(after).Select(p => (p.First, p.Second.Cost))])));
        }

        return effects.ToImmutable();

        TravelBand? BandOf(PointGap point, (TravelCost? Cost, int Proposal) trip) =>
            trip is { Cost: { } cost, Proposal: >= 0 } ? state.Travel.Band(origins[point.Index], proposals[trip.Proposal].Place, cost) : point.Band;
    }

    private static (TravelCost? Cost, int Proposal) Nearest(PointGap point, ReadOnlySpan<TravelCost?> costs)
    {
        (TravelCost? cost, int proposal) = (point.Nearest?.Cost, -1);
        for (int p = 0; p < costs.Length; p++)
        {
            if (costs[p] is { } other && !(cost?.Seconds <= other.Seconds))
                (cost, proposal) = (other, p);
        }

        return (cost, proposal);
    }

    private static double? Mean((PointGap Point, TravelCost? Cost)[] points)
    {
        double residents = points.Sum(p => p.Cost is null ? 0 : p.Point.Residents);
        return residents > 0 ? GapMeasures.Rounded(points.Sum(p => p.Cost is { } cost ? p.Point.Residents * cost.Minutes : 0) / residents) : null;
    }

    private static MinuteBand? MeanBand((PointGap Point, TravelBand? Band)[] points)
    {
        double residents = points.Sum(p => p.Band is null ? 0 : p.Point.Residents);
        return residents > 0 ? new MinuteBand(Mean(b => b.LowSeconds), Mean(b => b.HighSeconds)) : null;

        double Mean(Func<TravelBand, int> end) =>
            GapMeasures.Rounded(points.Sum(p => p.Band is { } band ? p.Point.Residents * end(band) / 60 : 0) / residents);
    }

    private static double Within((PointGap Point, TravelCost? Cost)[] points) =>
        points.Sum(p => GapMeasures.IsBeyond(p.Cost, p.Point.LimitMinutes) is false ? p.Point.Residents : 0);
}

/// <summary>Ends of a band, minutes.</summary>
public readonly record struct MinuteBand(double Low, double High);
