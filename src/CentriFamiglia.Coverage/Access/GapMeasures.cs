using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Access;

/// <summary>Travel gaps by point, by comune and by unit. Limits are inclusive and compared on whole seconds.</summary>
internal static class GapMeasures
{
    /// <summary>The limit that applies in each comune, minutes; null where its class is not known and no limit was given.</summary>
    public static double?[] Limits(TerritorySnapshot snapshot, RuleSet rules, double? limitMinutes) =>
        [.. snapshot.Comuni.Select(c => limitMinutes ?? (c.Class is { } snai ? rules.Planning.LimitMinutes[snai] : null))];

    /// <summary>Beyond: no sede within the limit, or none reachable at all; null when there is a sede but no limit to judge by.</summary>
    public static bool? IsBeyond(TravelCost? nearest, double? limitMinutes) =>
        nearest is not { } cost ? true : limitMinutes is { } limit ? !cost.Within(limit) : null;

    /// <summary>The figures of each comune's points together, of which those of the areas are made.</summary>
    public static GapTally TallyOf(int comune, PointGaps points, ImmutableArray<int>[] pointsOfComune) => new(pointsOfComune[comune].Select(i => points[i]));

    /// <summary>Of each comune what its points count, persons, whether or not anything can be said of it.</summary>
    public static double[] Residents(TerritorySnapshot snapshot, ImmutableArray<int>[] pointsOfComune) =>
        [.. pointsOfComune.Select(points => points.Sum(snapshot.Demand.ResidentsOf))];

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
        OfComune(snapshot, comune, [.. pointsOfComune[comune].Select(i => points[i])], limits[comune], known.IsJudged(comune), known.UpperBound(comune));

    /// <param name="tallies">By comune.</param>
    /// <param name="residents">By comune.</param>
    /// <param name="comuni">All.</param>
    public static UnitGap OfUnit(TerritoryUnit unit, AreaKnowledge known, GapTally[] tallies, double[] residents, ImmutableArray<ComuneGap> comuni)
    {
        var tally = new GapTally(known.Judged.Select(c => tallies[c]));
        bool isKnown = !known.Judged.IsEmpty;
        return new UnitGap(
            Unit: unit,
            Known: known,
            AllResidents: unit.Comuni.Sum(c => residents[c]),
            Residents: tally.Residents,
            MeanMinutes: tally.MeanMinutes,
            MedianMinutes: tally.MedianMinutes,
            P90Minutes: tally.P90Minutes,
            MaxMinutes: tally.MaxMinutes,
            MeanKm: tally.MeanKm,
            ResidentsBeyond: isKnown ? tally.Beyond : null,
            ResidentsBeyondLeast: isKnown ? tally.Least : null,
            ResidentsBeyondMost: isKnown ? tally.Most : null,
            SharePercentBeyond: tally.SharePercentBeyond,
            ComuniBeyond: isKnown ? known.Judged.Count(c => comuni[c].Beyond is true) : null,
            Comuni: unit.Comuni.Length,
            ResidentsUnreachable: isKnown ? tally.Unreachable : null,
            ResidentsWithoutLimit: isKnown ? tally.WithoutLimit : null,
            ComuniWithoutResidents: unit.ComuniWithoutResidents,
            Curve: isKnown ? tally.Curve() : []);
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

    private static ComuneGap OfComune(TerritorySnapshot snapshot, int index, PointGap[] points, double? limit, bool judged, bool? upperBound)
    {
        Comune comune = snapshot.Comuni[index];
        double residents = points.Sum(p => p.Demand.Residents);
        double unreachable = points.Where(p => p.Nearest is null).Sum(p => p.Residents);
        Mean any = Mean.Of(points, p => p.Nearest, p => p.Band);
        Mean own = Mean.Of(points, p => p.NearestOwnAts, p => p.BandOwnAts);
        bool? beyond = !judged ? null : any.Seconds is not { } seconds || unreachable > 0 ? true : limit is { } minutes ? seconds > minutes * 60 : null;
        bool unknown = points.Length == 0 || snapshot.IsUnweighed(index);
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
            P10MinutesOwnAts: own.Low is { } ownLow ? Rounded(ownLow / 60) : null,
            P90MinutesOwnAts: own.High is { } ownHigh ? Rounded(ownHigh / 60) : null,
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
        public static Mean Of(PointGap[] points, Func<PointGap, NearestSite?> which, Func<PointGap, TravelBand?> bandOf)
        {
            bool weighted = points.Any(p => which(p) is not null && p.Demand.Residents > 0);
            double total = 0, seconds = 0, metres = 0, low = 0, high = 0;
            var bySite = new Dictionary<ActiveSite, double>(ReferenceEqualityComparer.Instance);
            foreach (PointGap point in points)
            {
                double weight = weighted ? point.Demand.Residents : 1;
                if (which(point) is not { } nearest || weight <= 0)
                    continue;
                total += weight;
                seconds += weight * nearest.Cost.Seconds;
                metres += weight * nearest.Cost.Metres;
                TravelBand? band = bandOf(point);
                low += weight * (band?.LowSeconds ?? 0);
                high += weight * (band?.HighSeconds ?? 0);
                CollectionsMarshal.GetValueRefOrAddDefault(bySite, nearest.Site, out _) += weight;
            }

            return total > 0
                ? new Mean(seconds / total, metres / total, low / total, high / total, bySite.OrderBy(s => s.Key.Site.Id).MaxBy(s => s.Value).Key)
                : default;
        }
    }
}
