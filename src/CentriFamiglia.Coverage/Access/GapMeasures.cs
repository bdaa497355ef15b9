using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>Travel gaps by point, by comune and by unit. Limits are inclusive and compared on whole seconds.</summary>
internal static class GapMeasures
{
    private const double Half = 0.5;
    private const double NineTenths = 0.9;
    private const int CurveStep = 5;
    private const int CurveEnd = 60;

    /// <summary>The limit that applies in each comune, minutes; null where its class is not known and no limit was given.</summary>
    public static double?[] Limits(TerritorySnapshot snapshot, RuleSet rules, double? limitMinutes) =>
        [.. snapshot.Comuni.Select(c => limitMinutes ?? (c.Class is { } snai ? rules.Planning.LimitMinutes[snai] : null))];

    /// <summary>Beyond: no sede within the limit, or none reachable at all; null when there is a sede but no limit to judge by.</summary>
    public static bool? IsBeyond(TravelCost? nearest, double? limitMinutes) =>
        nearest is not { } cost ? true : limitMinutes is { } limit ? !cost.Within(limit) : null;

    public static ImmutableArray<ComuneGap> Comuni(
        TerritorySnapshot snapshot,
        PointGaps points,
        ImmutableArray<int>[] pointsOfComune,
        double?[] limits,
        KnownTerritory known)
    {
        var gaps = ImmutableArray.CreateBuilder<ComuneGap>(snapshot.Comuni.Length);
        for (int c = 0; c < snapshot.Comuni.Length; c++)
            gaps.Add(OfComune(snapshot, c, points, pointsOfComune, limits, known));
        return gaps.MoveToImmutable();
    }

    public static ComuneGap OfComune(
        TerritorySnapshot snapshot, int comune, PointGaps points, ImmutableArray<int>[] pointsOfComune, double?[] limits, KnownTerritory known) =>
        OfComune(snapshot, snapshot.Comuni[comune], [.. pointsOfComune[comune].Select(i => points[i])], limits[comune], known.IsJudged(comune), known.UpperBound(comune));

    public static UnitGap OfUnit(
        TerritoryUnit unit, AreaKnowledge known, PointGaps points, ImmutableArray<int>[] pointsOfComune, ImmutableArray<ComuneGap> comuni)
    {
        var bySecond = new Dictionary<int, double>();
        double residents = 0, unreachable = 0, beyond = 0, least = 0, most = 0, withoutLimit = 0, seconds = 0, metres = 0, reached = 0;
        foreach (int comune in known.Judged)
        {
            foreach (int index in pointsOfComune[comune])
            {
                PointGap point = points[index];
                double weight = point.Residents;
                residents += weight;
                beyond += point.Beyond is true ? weight : 0;
                least += point.Side is LimitSide.Beyond ? weight : 0;
                most += point.Side is LimitSide.Beyond or LimitSide.Uncertain ? weight : 0;
                withoutLimit += point.Beyond is null ? weight : 0;
                if (point.Nearest is not { } nearest)
                {
                    unreachable += weight;
                }
                else if (weight > 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(bySecond, nearest.Cost.Seconds, out _) += weight;
                    reached += weight;
                    seconds += weight * nearest.Cost.Seconds;
                    metres += weight * nearest.Cost.Metres;
                }
            }
        }

        List<(TravelCost Cost, double Residents)> times = [.. bySecond.OrderBy(t => t.Key).Select(t => (new TravelCost(t.Key, 0), t.Value))];
        bool isKnown = !known.Judged.IsEmpty;
        return new UnitGap(
            Unit: unit,
            Known: known,
            AllResidents: unit.Comuni.Sum(c => pointsOfComune[c].Sum(i => points[i].Demand.Residents)),
            Residents: residents,
            MeanMinutes: reached > 0 ? Rounded(seconds / reached / 60) : null,
            MedianMinutes: WeightedPercentile(times, residents, Half)?.Minutes,
            P90Minutes: WeightedPercentile(times, residents, NineTenths)?.Minutes,
            MaxMinutes: times.Count > 0 ? times[^1].Cost.Minutes : null,
            MeanKm: reached > 0 ? Rounded(metres / reached / 1000) : null,
            ResidentsBeyond: isKnown ? beyond : null,
            ResidentsBeyondLeast: isKnown ? least : null,
            ResidentsBeyondMost: isKnown ? most : null,
            SharePercentBeyond: residents > 0 ? Rounded(100 * beyond / residents) : null,
            ComuniBeyond: isKnown ? known.Judged.Count(c => comuni[c].Beyond is true) : null,
            Comuni: unit.Comuni.Length,
            ResidentsUnreachable: isKnown ? unreachable : null,
            ResidentsWithoutLimit: isKnown ? withoutLimit : null,
            ComuniWithoutResidents: unit.ComuniWithoutResidents,
            Curve: isKnown ? Curve(times, residents) : []);
    }

    /// <summary>Smallest value whose cumulative weight reaches the share of the total; null when the sorted values do not reach it.</summary>
    public static T? WeightedPercentile<T>(List<(T Value, double Residents)> sorted, double total, double share)
        where T : struct
    {
        double cumulative = 0;
        foreach ((T value, double residents) in sorted)
        {
            cumulative += residents;
            if (cumulative >= share * total)
                return value;
        }

        return null;
    }

    public static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static ImmutableArray<CurvePoint> Curve(List<(TravelCost Cost, double Residents)> sorted, double total)
    {
        var curve = ImmutableArray.CreateBuilder<CurvePoint>(CurveEnd / CurveStep);
        double within = 0;
        int next = 0;
        for (int minutes = CurveStep; minutes <= CurveEnd; minutes += CurveStep)
        {
            while (next < sorted.Count && sorted[next].Cost.Within(minutes))
                within += sorted[next++].Residents;
            curve.Add(new CurvePoint(minutes, within, total > 0 ? Rounded(100 * within / total) : null));
        }

        return curve.MoveToImmutable();
    }

    private static ComuneGap OfComune(TerritorySnapshot snapshot, Comune comune, PointGap[] points, double? limit, bool judged, bool? upperBound)
    {
        double residents = points.Sum(p => p.Demand.Residents);
        double unreachable = points.Where(p => p.Nearest is null).Sum(p => p.Residents);
        Mean any = Mean.Of(points, p => p.Nearest);
        Mean own = Mean.Of(points, p => p.NearestOwnAts);
        bool? beyond = !judged ? null : any.Seconds is not { } seconds || unreachable > 0 ? true : limit is { } minutes ? seconds > minutes * 60 : null;
        bool unknown = points.Length == 0 || (comune.Residents is null && snapshot.DemandIsOnePointPerComune);
        return new ComuneGap(
            Comune: comune,
            Membership: snapshot.MembershipOf(comune.Code),
            Residents: unknown ? null : residents,
            Minutes: any.Seconds is { } s ? Rounded(s / 60) : null,
            Km: any.Metres is { } m ? Rounded(m / 1000) : null,
            P10Minutes: any.Low is { } low ? Rounded(low / 60) : null,
            P90Minutes: any.High is { } high ? Rounded(high / 60) : null,
            Nearest: any.Site,
            MinutesOwnAts: own.Seconds is { } o ? Rounded(o / 60) : null,
            NearestOwnAts: own.Site,
            LimitMinutes: limit,
            Beyond: beyond,
            Side: beyond is null ? null : unreachable > 0 ? LimitSide.Beyond : LimitSides.Of(any.Low, any.High, limit),
            ResidentsUnreachable: unreachable,
            IsJudged: judged,
            UpperBound: upperBound);
    }

    /// <summary>Means over the points of one comune that reach a sede, weighted by residents, evenly where none has any.</summary>
    private readonly record struct Mean(double? Seconds, double? Metres, double? Low, double? High, ActiveSite? Site)
    {
        public static Mean Of(PointGap[] points, Func<PointGap, NearestSite?> which)
        {
            bool weighted = points.Any(p => which(p) is not null && p.Demand.Residents > 0);
            double total = 0, seconds = 0, metres = 0, low = 0, high = 0;
            var bySite = new SortedDictionary<SiteId, (double Weight, ActiveSite Site)>();
            foreach (PointGap point in points)
            {
                double weight = weighted ? point.Demand.Residents : 1;
                if (which(point) is not { } nearest || weight <= 0)
                    continue;
                total += weight;
                seconds += weight * nearest.Cost.Seconds;
                metres += weight * nearest.Cost.Metres;
                low += weight * (point.Band?.LowSeconds ?? 0);
                high += weight * (point.Band?.HighSeconds ?? 0);
                SiteId id = nearest.Site.Site.Id;
                bySite[id] = (weight + bySite.GetValueOrDefault(id).Weight, nearest.Site);
            }

            return total > 0
                ? new Mean(seconds / total, metres / total, low / total, high / total, bySite.Values.MaxBy(s => s.Weight).Site)
                : default;
        }
    }
}
