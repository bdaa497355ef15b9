namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>A place or group with its value of access.</summary>
/// <param name="Access">Finite, not negative.</param>
/// <param name="Weight">Residents; not negative.</param>
/// <param name="Income">Per head; null when not known.</param>
public readonly record struct AccessValue(double Access, double Weight, double? Income);

/// <summary>
/// Indices of how unevenly access is spread over residents. Null where one has no meaning: nobody, no access at all, no incomes. The
/// conventions are those of the R package <c>accessibility</c>, so that figures can be compared with it.
/// </summary>
public static class Inequality
{
    /// <summary>Gini's index over residents: 0 all alike, towards 1 all for one (Gini 1912).</summary>
    public static double? Gini(IEnumerable<AccessValue> values)
    {
        AccessValue[] sorted = [.. values.OrderBy(v => v.Access)];
        double people = sorted.Sum(v => v.Weight), all = sorted.Sum(v => v.Weight * v.Access);
        if (!(people > 0 && all > 0))
            return null;
        double sum = 0, before = 0, accessBefore = 0;
        foreach (AccessValue v in sorted)
        {
            double now = before + (v.Weight / people), accessNow = accessBefore + (v.Weight * v.Access / all);
            sum += (accessNow * before) - (accessBefore * now);
            (before, accessBefore) = (now, accessNow);
        }

        return sum;
    }

    /// <summary>Theil's T: 0 all alike (Theil 1967). Those without access add nothing, the limit of x ln x.</summary>
    public static double? Theil(IReadOnlyCollection<AccessValue> values)
    {
        double people = values.Sum(v => v.Weight);
        double mean = people > 0 ? values.Sum(v => v.Weight * v.Access) / people : 0;
        return mean > 0 ? values.Where(v => v.Access > 0).Sum(v => v.Weight / people * (v.Access / mean) * Math.Log(v.Access / mean)) : null;
    }

    /// <summary>
    /// Theil's T in its two parts: between the groups, each as if all had its mean, and within them, each weighted by its share of all
    /// access (Theil 1967). They sum to <see cref="Theil"/> of all values together.
    /// </summary>
    public static (double Between, double Within)? TheilOfGroups(IEnumerable<IReadOnlyCollection<AccessValue>> groups)
    {
        IReadOnlyCollection<AccessValue>[] peopled = [.. groups.Where(g => g.Sum(v => v.Weight) > 0)];
        AccessValue[] means = [.. peopled.Select(g => new AccessValue(Mean(g)!.Value, g.Sum(v => v.Weight), null))];
        if (Theil(means) is not { } between)
            return null;
        double all = means.Sum(m => m.Weight * m.Access);
        return (between, peopled.Zip(means).Sum(p => p.Second.Weight * p.Second.Access / all * (Theil(p.First) ?? 0)));
    }

    /// <summary>Mean access of the richest tenth over that of the poorest four tenths of residents (Palma 2011, as used for access).</summary>
    public static double? Palma(IEnumerable<AccessValue> values)
    {
        AccessValue[] known = [.. values.Where(v => v.Income is not null)];
        if (!(known.Sum(v => v.Weight) > 0))
            return null;
        double poor = IncomeQuantile(known, 0.4), rich = IncomeQuantile(known, 0.9);
        double? above = Mean(known.Where(v => v.Income > rich)), below = Mean(known.Where(v => v.Income <= poor));
        return below > 0 ? above / below : null;
    }

    /// <summary>
    /// Concentration index: whether access goes with income, -1 to 1, positive where the richer have more (Wagstaff, Paci, van Doorslaer
    /// 1991); residents ranked by income, at the middle of their share.
    /// </summary>
    public static double? Concentration(IEnumerable<AccessValue> values)
    {
        AccessValue[] ranked = [.. values.Where(v => v.Income is not null).OrderBy(v => v.Income)];
        double people = ranked.Sum(v => v.Weight);
        if (Mean(ranked) is not (> 0 and var mean))
            return null;
        double sum = 0, before = 0;
        foreach (AccessValue v in ranked)
        {
            double share = v.Weight / people;
            sum += share * (v.Access - mean) * (before + (share / 2) - 0.5);
            before += share;
        }

        return 2 * sum / mean;
    }

    /// <summary>The same corrected for values that have an upper bound (Erreygers 2009): by the range of all values, of unknown income too.</summary>
    public static double? CorrectedConcentration(IReadOnlyCollection<AccessValue> values)
    {
        double? mean = Mean(values.Where(v => v.Income is not null));
        double range = values.Count > 0 ? values.Max(v => v.Access) - values.Min(v => v.Access) : 0;
        return range > 0 ? 4 * mean / range * Concentration(values) : null;
    }

    /// <summary>
    /// Poverty of access (Foster, Greer, Thorbecke 1984): the share of residents below the line (power 0), how far below (1), and with
    /// weight on the farthest (2).
    /// </summary>
    public static double? Poverty(IReadOnlyCollection<AccessValue> values, double line, int power)
    {
        double people = values.Sum(v => v.Weight);
        return people > 0 && line > 0
            ? values.Where(v => v.Access < line).Sum(v => v.Weight * Math.Pow((line - v.Access) / line, power)) / people
            : null;
    }

    private static double? Mean(IEnumerable<AccessValue> values)
    {
        (double weight, double sum) = values.Aggregate((0.0, 0.0), (t, v) => (t.Item1 + v.Weight, t.Item2 + (v.Weight * v.Access)));
        return weight > 0 ? sum / weight : null;
    }

    /// <summary>Weighted quantile of incomes: of the residents standing in order of income, the one at 1 + (n - 1) p, between two by its share.</summary>
    private static double IncomeQuantile(AccessValue[] values, double p)
    {
        ImmutableArray<(double Income, double UpTo)> steps = Cumulated(values);
        double order = 1 + ((steps[^1].UpTo - 1) * p);
        double low = Math.Max(Math.Floor(order), 1);
        double part = order - Math.Floor(order);
        return ((1 - part) * At(low)) + (part * At(Math.Min(low + 1, steps[^1].UpTo)));

        double At(double place) => steps.Cast<(double Income, double UpTo)?>().FirstOrDefault(s => s!.Value.UpTo >= place)?.Income ?? steps[^1].Income;
    }

    private static ImmutableArray<(double Income, double UpTo)> Cumulated(AccessValue[] values)
    {
        double sum = 0;
        return [.. values.Where(v => v.Weight > 0).GroupBy(v => v.Income!.Value).OrderBy(g => g.Key).Select(g => (g.Key, sum += g.Sum(v => v.Weight)))];
    }
}
