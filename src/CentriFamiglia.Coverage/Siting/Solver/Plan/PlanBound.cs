namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// No set scores more than this. Lagrangean relaxation of "each point counts once" (Cornuejols, Fisher, Nemhauser 1977): with a price on
/// each point, an option is worth what it gives above the prices, and the prices are added back.
/// <para>
/// Why it is a bound: what a set gives a point is at most its price and what one option gives above it, and no term is below zero; so
/// the score of a set is at most the sum of the prices and of the worths of its options. The options of most worth that keep the
/// constraints which stay, number, first areas and groups, are found by sorting (<see cref="PlanPick"/>). Areas of the second kind,
/// purses and places in the networks are constraints put into the worth at a price likewise: a set that keeps them loses nothing by it.
/// Any prices give a valid bound; deflected subgradient steps lower it (Camerini, Fratta, Maffioli 1975).
/// </para>
/// </summary>
internal sealed class PlanBound(PlanProblem problem)
{
    private readonly double[] _first = new double[problem.Options];
    private readonly double[] _free = new double[problem.Options];
    private readonly double[] _spokeSlope = new double[problem.Networks?.SpokeRoom.Length + 1 ?? 0];
    private readonly double[] _ambitoSlope = new double[problem.Networks?.SpokeRoom.Length ?? 0];
    private int? _newHubs;
    private readonly double[] _slope = new double[problem.Points];
    private readonly double[] _push = new double[problem.Points];
    private readonly double[] _secondSlope = new double[problem.Seconds];
    private readonly double[] _rateSlope = new double[problem.Purse.Length];
    private readonly bool _purses = problem.HasPurses;
    private readonly double[] _seen = new double[problem.Options];

    public PlanPick Pick { get; } = new(problem);

    /// <summary>How often, of late, the option was in the relaxed set: near 0 or 1 when the bound has settled.</summary>
    public double Share(int option) => _seen[option];

    /// <summary>The bound of the last evaluation without the relaxed set: what the prices alone add up to.</summary>
    public double Rest { get; private set; }

    /// <summary>Lowers the bound of a node by steps; its prices are left at the best ones, and <see cref="Pick"/> with them.</summary>
    /// <param name="node">What is decided.</param>
    /// <param name="target">The bound need not be lower than this.</param>
    /// <param name="steps">At most.</param>
    /// <param name="seen">Told of every relaxed set that is new among the best.</param>
    /// <param name="stop">Ends the steps.</param>
    /// <param name="newHubs">How many options at most need not find a place in a network: then places have prices. Null where that does not matter.</param>
    public void Lower(PlanNode node, double target, int steps, Action<PlanPick> seen, Func<bool> stop, int? newHubs)
    {
        _newHubs = newHubs;
        PlanNode best = node.Copy();
        double lowest = double.PositiveInfinity;
        double scale = steps > 200 ? 1.5 : 0.7;
        int idle = 0;
        Array.Clear(_push);
        Array.Fill(_seen, -1);
        for (int step = 0; step < steps && !stop(); step++)
        {
            double bound = Evaluate(node);
            if (!Pick.Possible)
            {
                node.Bound = double.NegativeInfinity;
                return;
            }

            for (int j = 0; j < _seen.Length; j++)
            {
                double now = Pick.Picked(j) ? 1 : 0;
                _seen[j] = _seen[j] < 0 ? now : (0.9 * _seen[j]) + (0.1 * now);
            }

            if (bound < lowest)
            {
                idle = bound < lowest - (1e-7 * Math.Abs(lowest)) ? 0 : idle + 1;
                lowest = bound;
                best.TakePrices(node);
                if (step % 25 == 0)
                    seen(Pick);
            }
            else
            {
                idle++;
            }

            if (idle >= 8)
            {
                scale *= 0.65;
                idle = 0;
                node.TakePrices(best);
                Array.Clear(_push);
            }

            if (lowest < target || scale < 1e-5 || !Step(node, scale * (bound - (double.IsFinite(target) ? Math.Min(target, bound) : 0.9 * bound))))
                break;
        }

        node.TakePrices(best);
        node.Bound = Math.Min(node.Bound, Evaluate(node));
        seen(Pick);
    }

    /// <summary>The bound at the prices of the node.</summary>
    public double Evaluate(PlanNode node)
    {
        double[] price = node.Price;
        bool priced = _newHubs is not null && (Any(node.Spoke) || Any(node.Ambito));
        bool mayBeNew = _newHubs > 0;
        for (int j = 0; j < _free.Length; j++)
        {
            if (node.State[j] == 2)
                continue;
            double sum = node.State[j] == 0 ? Above(j, price) : 0;

            if (problem.Second[j] >= 0)
                sum += node.Second[problem.Second[j]];
            if (_purses)
                sum -= problem.Cost[j] * (node.Rate[problem.Group[j]] + node.Rate[^1]);
            _free[j] = priced ? sum - problem.Networks!.Cheapest(j, node.Spoke, node.Ambito, first: false, mayBeNew).Price : sum;
            _first[j] = priced ? sum - problem.Networks!.Cheapest(j, node.Spoke, node.Ambito, first: true, mayBeNew).Price : sum;
        }

        Pick.Run(node.State, _first, _free);
        double rest = price.Sum() - node.Second.Sum();
        for (int p = 0; _purses && p < node.Rate.Length; p++)
        {
            if (node.Rate[p] > 0)
                rest += node.Rate[p] * problem.Purse[p];
        }

        for (int h = 0; priced && h < node.Ambito.Length; h++)
            rest += (node.Spoke[h] * problem.Networks!.SpokeRoom[h]) + (node.Ambito[h] * problem.Networks!.AmbitiRoom[h]);
        if (priced)
            rest += node.Spoke[^1] * _newHubs!.Value;
        Rest = rest;
        return rest + Pick.Total;
    }

    /// <summary>What an option gives above the prices.</summary>
    private double Above(int option, double[] price)
    {
        int from = problem.Start[option];
        ReadOnlySpan<double> gains = problem.Gain.AsSpan(from, problem.Start[option + 1] - from);
        ReadOnlySpan<int> points = problem.Point.AsSpan(from, gains.Length);
        double sum = 0;
        for (int e = 0; e < gains.Length; e++)
        {
            double above = gains[e] - price[points[e]];
            if (above > 0)
                sum += above;
        }

        return sum;
    }

    /// <summary>Raises the price of points that count more than once, lowers that of those that do not count; false when nothing moves.</summary>
    private bool Step(PlanNode node, double distance)
    {
        Array.Fill(_slope, 1);
        Array.Fill(_secondSlope, -1);
        problem.Purse.CopyTo(_rateSlope, 0);
        for (int h = 0; h < _ambitoSlope.Length; h++)
            (_spokeSlope[h], _ambitoSlope[h]) = (problem.Networks!.SpokeRoom[h], problem.Networks!.AmbitiRoom[h]);
        if (_newHubs is { } most)
            _spokeSlope[^1] = most;
        foreach (int j in Pick.Set)
        {
            if (_newHubs is not null)
                Join(j, node);
            if (problem.Second[j] >= 0)
                _secondSlope[problem.Second[j]]++;
            _rateSlope[problem.Group[j]] -= problem.Cost[j];
            _rateSlope[^1] -= problem.Cost[j];
            if (node.State[j] == 1)
                continue;
            for (int e = problem.Start[j]; e < problem.Start[j + 1]; e++)
            {
                if (problem.Gain[e] > node.Price[problem.Point[e]])
                    _slope[problem.Point[e]]--;
            }
        }

        double norm = 0, along = 0, push = 0;
        for (int i = 0; i < _slope.Length; i++)
        {
            if (_slope[i] > 0 && node.Price[i] <= node.Floor[i])
                _slope[i] = 0;
            along += _slope[i] * _push[i];
            push += _push[i] * _push[i];
        }

        double share = push > 0 && along < 0 ? -1.5 * along / push : 0;
        for (int i = 0; i < _slope.Length; i++)
        {
            _push[i] = _slope[i] + (share * _push[i]);
            norm += _push[i] * _push[i];
        }

        norm += MultiplierNorm(node);
        if (norm == 0 || !(distance > 0))
            return false;
        double length = distance / norm;
        for (int i = 0; i < _slope.Length; i++)
            node.Price[i] = Math.Max(node.Floor[i], node.Price[i] - (length * _push[i]));
        for (int s = 0; s < _secondSlope.Length; s++)
            node.Second[s] = Math.Max(0, node.Second[s] - (length * _secondSlope[s]));
        for (int h = 0; _newHubs is not null && h < _spokeSlope.Length; h++)
            node.Spoke[h] = Math.Max(0, node.Spoke[h] - (length * _spokeSlope[h]));
        for (int h = 0; _newHubs is not null && h < _ambitoSlope.Length; h++)
            node.Ambito[h] = Math.Max(0, node.Ambito[h] - (length * _ambitoSlope[h]));

        for (int p = 0; _purses && p < _rateSlope.Length; p++)
        {
            if (double.IsFinite(_rateSlope[p]))
                node.Rate[p] = Math.Max(0, node.Rate[p] - (length * _rateSlope[p] / Unit(p) / Unit(p)));
        }

        return true;
    }

    private double MultiplierNorm(PlanNode node)
    {
        double norm = Norm(_secondSlope, node.Second);
        if (_newHubs is not null)
            norm += Norm(_spokeSlope, node.Spoke) + Norm(_ambitoSlope, node.Ambito);

        for (int p = 0; _purses && p < _rateSlope.Length; p++)
        {
            if (double.IsFinite(_rateSlope[p]) && (_rateSlope[p] < 0 || node.Rate[p] > 0))
                norm += _rateSlope[p] * _rateSlope[p] / Unit(p) / Unit(p);
        }

        return norm;
    }

    /// <summary>Squares of the slopes that move anything; the others, down where the price is zero already, become zero.</summary>
    private static double Norm(double[] slope, double[] price)
    {
        double norm = 0;
        for (int i = 0; i < slope.Length; i++)
        {
            if (slope[i] > 0 && price[i] <= 0)
                slope[i] = 0;
            norm += slope[i] * slope[i];
        }

        return norm;
    }

    private static bool Any(double[] prices) => Array.Exists(prices, price => price > 0);

    /// <summary>Takes the place of an option of the relaxed set in the network that asks least for it.</summary>
    private void Join(int option, PlanNode node)
    {
        bool first = Pick.IsFirst(option);
        PlanNetworks networks = problem.Networks!;
        (int at, _) = networks.Cheapest(option, node.Spoke, node.Ambito, first, _newHubs > 0);
        if (at < 0)
            return;
        int hub = at < networks.Hubs[option].Length ? networks.Hubs[option][at] : networks.SpokeRoom.Length;
        _spokeSlope[hub]--;
        if (first && networks.TakesAmbito(option, at))
            _ambitoSlope[hub]--;
    }

    /// <summary>Money counts in shares of the purse, so that its steps are of the size of the others.</summary>
    private double Unit(int purse) => Math.Max(1, problem.Purse[purse] / Math.Max(1, problem.Most));
}
