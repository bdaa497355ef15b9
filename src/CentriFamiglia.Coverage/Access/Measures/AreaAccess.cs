namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>One measure in one comune: the mean over its points, weighted by residents (evenly where none has any).</summary>
/// <param name="Membership">Null when not known.</param>
/// <param name="Residents">Residents of its points.</param>
/// <param name="Value">Null when no point has one.</param>
/// <param name="Index">Its position in the snapshot.</param>
public sealed record ComuneAccess(Comune Comune, Membership? Membership, double Residents, double? Value, int Index);

/// <summary>How unevenly a measure is spread between comuni, weighted by residents; null where an index has no meaning.</summary>
/// <param name="Gini">Gini's index.</param>
/// <param name="Theil">Theil's T.</param>
/// <param name="BetweenAmbiti">Its part between the Ambiti; comuni whose Ambito is not known are one.</param>
/// <param name="WithinAmbiti">Its part within them.</param>
/// <param name="Poverty">FGT 0, 1 and 2 with the line; empty without one.</param>
public sealed record AccessInequality(double? Gini, double? Theil, double? BetweenAmbiti, double? WithinAmbiti, ImmutableArray<double?> Poverty)
{
    /// <param name="comuni">Those without value or residents do not count.</param>
    /// <param name="line">Poverty line; null for none.</param>
    public static AccessInequality Of(IEnumerable<ComuneAccess> comuni, double? line)
    {
        ComuneAccess[] known = [.. comuni.Where(c => c is { Value: not null, Residents: > 0 })];
        AccessValue[] values = [.. known.Select(ValueOf)];
        (double Between, double Within)? parts = Inequality.TheilOfGroups(
            known.GroupBy(c => c.Membership?.Ambito, StringComparer.Ordinal).Select(g => g.Select(ValueOf).ToArray()));
        return new AccessInequality(
            Inequality.Gini(values),
            Inequality.Theil(values),
            parts?.Between,
            parts?.Within,
            line is { } poor ? [.. Enumerable.Range(0, 3).Select(power => Inequality.Poverty(values, poor, power))] : []);
    }

    private static AccessValue ValueOf(ComuneAccess comune) => new(comune.Value!.Value, comune.Residents, null);
}

/// <summary>
/// One measure in one area, over its comuni that are judged. Mean, least and greatest over residents with a value; a percentile is the least value at or below which that
/// share of all residents is, null when part of them has none and the share falls there.
/// </summary>
/// <param name="Known">What counts and what is left out; nothing is known where no comune is judged.</param>
/// <param name="AllResidents">Residents of its points.</param>
/// <param name="Residents">Those that count.</param>
/// <param name="Mean">Weighted by residents.</param>
/// <param name="Percentiles">Of <see cref="Shares"/>, in order.</param>
/// <param name="Least">Least value with residents.</param>
/// <param name="Greatest">Greatest value with residents.</param>
/// <param name="ResidentsWithout">Residents without access: no value, or zero where the measure is not a time.</param>
/// <param name="ComuniWithout">Comuni without access.</param>
/// <param name="Inequality">Between its comuni.</param>
public sealed record AreaAccess(
    TerritoryUnit Unit,
    AreaKnowledge Known,
    double AllResidents,
    double Residents,
    double? Mean,
    ImmutableArray<double?> Percentiles,
    double? Least,
    double? Greatest,
    double? ResidentsWithout,
    int? ComuniWithout,
    AccessInequality Inequality)
{
    /// <summary>Median, 75th, 90th, 95th percentile.</summary>
    public static ImmutableArray<double> Shares { get; } = [0.5, 0.75, 0.9, 0.95];
}

/// <summary>From the values of points to those of comuni and areas.</summary>
public static class AccessByArea
{
    /// <summary>By code.</summary>
    /// <param name="values">One per demand point.</param>
    public static ImmutableArray<ComuneAccess> Comuni(CoverageState state, double?[] values)
    {
        TerritorySnapshot snapshot = state.Snapshot;
        return [.. snapshot.Comuni.Select((c, i) => OfComune(state, values, c, snapshot.MembershipOf(c.Code), i))];
    }

    /// <summary>By code of the unit.</summary>
    /// <param name="level">Which units.</param>
    /// <param name="isTime">Whether the measure is a time.</param>
    /// <param name="values">One per demand point.</param>
    /// <param name="comuni">Their values by comune.</param>
    /// <param name="line">Poverty line; null for none.</param>
    public static ImmutableArray<AreaAccess> Areas(
        CoverageState state, AreaLevel level, bool isTime, double?[] values, ImmutableArray<ComuneAccess> comuni, double? line) =>
        [.. state.Gaps(level).Select(g => OfUnit(state, g, isTime, values, comuni, line))];

    private static ComuneAccess OfComune(CoverageState state, double?[] values, Comune comune, Membership? membership, int index)
    {
        double residents = 0, weight = 0, sum = 0, evenSum = 0;
        int known = 0;
        foreach (int point in state.PointsOfComune[index])
        {
            double here = state.Points[point].Demand.Residents;
            residents += here;
            if (values[point] is not { } value)
                continue;
            (weight, sum, evenSum, known) = (weight + here, sum + (here * value), evenSum + value, known + 1);
        }

        return new ComuneAccess(comune, membership, residents, weight > 0 ? sum / weight : known > 0 ? evenSum / known : null, index);
    }

    private static AreaAccess OfUnit(CoverageState state, UnitGap gap, bool isTime, double?[] values, ImmutableArray<ComuneAccess> comuni, double? line)
    {
        var known = new List<(double Value, double Residents)>();
        double residents = 0, without = 0, reached = 0, sum = 0;
        ImmutableArray<int> judged = gap.Known.Judged;
        foreach (int point in judged.SelectMany(c => state.PointsOfComune[c]))
        {
            double here = state.Points[point].Residents;
            residents += here;
            if (values[point] is null || (!isTime && values[point] == 0))
                without += here;
            if (values[point] is not { } value || here <= 0)
                continue;
            known.Add((value, here));
            (reached, sum) = (reached + here, sum + (here * value));
        }

        known.Sort((a, b) => a.Value.CompareTo(b.Value));
        return new AreaAccess(
            Unit: gap.Unit,
            Known: gap.Known,
            AllResidents: gap.AllResidents,
            Residents: residents,
            Mean: reached > 0 ? sum / reached : null,
            Percentiles: [.. AreaAccess.Shares.Select(share => GapMeasures.WeightedPercentile(known, residents, share))],
            Least: known.Count > 0 ? known[0].Value : null,
            Greatest: known.Count > 0 ? known[^1].Value : null,
            ResidentsWithout: judged.IsEmpty ? null : without,
            ComuniWithout: judged.IsEmpty ? null : judged.Count(c => comuni[c].Value is null || (!isTime && comuni[c].Value == 0)),
            Inequality: AccessInequality.Of(judged.Select(c => comuni[c]), line));
    }
}
