using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>
/// No choice of one option for each open unit scores more than this. Lagrangean relaxation of "each point counts once" (Cornuejols,
/// Fisher, Nemhauser 1977): with a price on each point, every unit takes its best option by what it gains above the prices, and the
/// prices are added back. Subgradient steps lower it; any prices give a valid bound.
/// </summary>
/// <param name="points">As they stand.</param>
/// <param name="options">All options.</param>
internal sealed class LadderBound(LadderPoints points, ImmutableArray<LadderOption> options)
{
    private readonly double[] _value = new double[options.Length];

    /// <summary>What each option gains above the prices, after <see cref="Lower"/>.</summary>
    public double Value(int option) => _value[option];

    /// <summary>What each option gains alone.</summary>
    public double Alone(int option)
    {
        double sum = 0;
        foreach ((int point, int seconds) in options[option].Nearer)
            sum += points.Gain(point, seconds);
        return sum;
    }

    /// <summary>Lowers the bound by steps, until it is under the target or the steps are done.</summary>
    /// <param name="units">Options of each open unit.</param>
    /// <param name="sedi">How many of the units' best may count.</param>
    /// <param name="prices">One per point, not negative; left at those of the bound that is given back.</param>
    /// <param name="target">The bound need not be lower.</param>
    /// <param name="steps">At most.</param>
    public double Lower(int[][] units, int sedi, double[] prices, double target, int steps)
    {
        double lowest = double.PositiveInfinity;
        double scale = 1;
        double[] best = prices;
        double[] now = [.. prices];
        for (int step = 0; step <= steps; step++)
        {
            int[] chosen = Choose(units, sedi, now, out double bound);
            if (bound < lowest - 1e-9)
                (lowest, best) = (bound, [.. now]);
            else
                scale *= 0.8;
            if (lowest < target || step == steps || !Step(chosen, now, scale * (bound - target)))
                break;
        }

        best.CopyTo(prices, 0);
        Choose(units, sedi, prices, out lowest);
        return lowest;
    }

    private int[] Choose(int[][] units, int sedi, double[] prices, out double bound)
    {
        foreach (int option in units.SelectMany(u => u).Distinct())
        {
            double sum = 0;
            foreach ((int point, int seconds) in options[option].Nearer)
                sum += Math.Max(0, points.Gain(point, seconds) - prices[point]);
            _value[option] = sum;
        }

        int[] chosen = [.. units.Select(u => u.MaxBy(o => _value[o])).OrderByDescending(o => _value[o]).Take(sedi)];
        bound = prices.Sum() + chosen.Sum(o => _value[o]);
        return chosen;
    }

    /// <summary>Raises the price of points that count more than once, lowers that of those that do not count; false when none changes.</summary>
    private bool Step(int[] chosen, double[] prices, double distance)
    {
        var times = new Dictionary<int, int>();
        foreach ((int point, int seconds) in chosen.SelectMany(o => options[o].Nearer))
        {
            if (points.Gain(point, seconds) > prices[point])
                times[point] = times.GetValueOrDefault(point) + 1;
        }

        int[] moved = [.. Enumerable.Range(0, prices.Length).Where(p => times.GetValueOrDefault(p) != 1 && (prices[p] > 0 || times.ContainsKey(p)))];
        double norm = moved.Sum(p => Math.Pow(times.GetValueOrDefault(p) - 1, 2));
        if (norm == 0 || !(distance > 0))
            return false;
        foreach (int point in moved)
            prices[point] = Math.Max(0, prices[point] + (distance / norm * (times.GetValueOrDefault(point) - 1)));
        return true;
    }
}
