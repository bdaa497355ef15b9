using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>
/// A value that no choice goes below. Each demand is paid a price for each site it goes to, and sites are then asked one by one what they
/// gain by those they take: with a capacity a knapsack, filled by the best of each unit, the last in part (Dantzig 1957), which allows no
/// less than the truth. The p that gain most are open (Lagrangean relaxation of "each goes somewhere", Cornuéjols, Fisher, Nemhauser 1977).
/// </summary>
internal sealed class AllocationBound
{
    private const double Memory = 0.6;
    private const int Patience = 12;

    private readonly AllocationModel _model;
    private readonly (int Demand, double Cost)[][] _reached;
    private readonly double[] _value;
    private readonly bool[] _chosen;
    private readonly double[] _taken;
    private readonly (int Demand, double Share)[][] _takes;
    private double _cutIn;
    private double _cutOut;

    public AllocationBound(AllocationModel model)
    {
        _model = model;
        var reached = model.Start.Select(_ => new List<(int, double)>()).ToArray();
        for (int i = 0; i < model.Demands; i++)
        {
            for (int k = 0; k < model.Sites[i].Length; k++)
                reached[model.Sites[i][k]].Add((i, model.Costs[i][k]));
        }

        _reached = [.. reached.Select(list => list.ToArray())];
        (_value, _chosen) = (new double[model.Start.Length], new bool[model.Start.Length]);
        (_taken, _takes, Frequency) = (new double[model.Demands], new (int, double)[model.Start.Length][], new double[model.Start.Length]);
    }

    /// <summary>How often each site was among the chosen lately.</summary>
    public double[] Frequency { get; }

    /// <summary>Prices to begin from.</summary>
    public double[] Start()
    {
        int near = Math.Max(1, _model.Start.Length / Math.Max(1, _model.P ?? _model.Start.Length));
        double most = _model.Capacity.Max();
        return
        [
            .. Enumerable.Range(0, _model.Demands).Select(i => _model.SiteCost > 0
                ? double.IsFinite(most) && most > 0 ? _model.Load[i] / most : 1.0 / _model.Demands
                : Math.Min(_model.Reject[i] / 2, _model.Costs[i].Order().Take(near).DefaultIfEmpty(0).Last())),
        ];
    }

    /// <summary>Raises the bound from prices, which become the best ones; settles sites that it can.</summary>
    /// <param name="state">In and out.</param>
    /// <param name="seen">Told of sets of sites that were chosen on the way.</param>
    public double Ascend(SiteState[] state, double[] prices, int steps, Func<double> target, Func<double> threshold, Action<bool[]> seen, Func<bool> stop)
    {
        (double best, double scale, int idle, int improved) = (double.NegativeInfinity, 1.2, 0, 0);
        double[] u = [.. prices];
        double[] direction = new double[u.Length];
        for (int step = 0; step < steps && scale > 0.003 && (step == 0 || !stop()); step++)
        {
            double bound = Evaluate(state, u);
            if (bound > best + (1e-9 * Math.Abs(best)) || step == 0)
            {
                (best, idle) = (bound, 0);
                u.CopyTo(prices, 0);
                if (improved++ % 15 == 0)
                    seen([.. _chosen]);
                if (best > threshold())
                    return best;
                new ReducedCosts(_cutIn, _cutOut).Fix(state, _chosen, _value, bound, threshold());
            }
            else if (++idle >= Patience)
            {
                (idle, scale) = (0, scale * 0.6);
                prices.CopyTo(u, 0);
                Array.Clear(direction);
                bound = Evaluate(state, u);
            }

            double aim = target() is var known && double.IsFinite(known) ? known : bound + (0.1 * Math.Abs(bound)) + (1e-3 * _model.Scale);
            if (!Move(u, direction, scale * Math.Max(aim - bound, 1e-9 * _model.Scale)))
                break;
        }

        Evaluate(state, prices);
        seen([.. _chosen]);
        return best;
    }

    private double Evaluate(SiteState[] state, double[] u)
    {
        double bound = u.Sum() * _model.Need;
        var free = new List<int>();
        int wanted = _model.P ?? 0;
        for (int j = 0; j < state.Length; j++)
        {
            _chosen[j] = state[j] == SiteState.Open;
            if (state[j] == SiteState.Closed)
                continue;
            _value[j] = _model.SiteCost + Filled(j, u);
            if (_chosen[j])
                (bound, wanted) = (bound + _value[j], wanted - 1);
            else
                free.Add(j);
        }

        (_cutIn, _cutOut) = (0, 0);
        if (_model.P is null)
        {
            foreach (int j in free.Where(j => _value[j] < 0))
                (_chosen[j], bound) = (true, bound + _value[j]);
        }
        else
        {
            if (wanted < 0 || wanted > free.Count)
                return double.PositiveInfinity;
            int[] order = [.. free.OrderBy(j => _value[j]).ThenBy(j => j)];
            foreach (int j in order.Take(wanted))
                (_chosen[j], bound) = (true, bound + _value[j]);
            _cutIn = wanted > 0 ? _value[order[wanted - 1]] : double.NegativeInfinity;
            _cutOut = wanted < order.Length ? _value[order[wanted]] : double.PositiveInfinity;
        }

        for (int j = 0; j < state.Length; j++)
            Frequency[j] += 0.08 * ((_chosen[j] ? 1 : 0) - Frequency[j]);
        return bound;
    }

    private double Filled(int site, double[] u)
    {
        var gains = new List<(int Demand, double Gain)>();
        double load = 0;
        foreach ((int demand, double cost) in _reached[site])
        {
            if (cost - u[demand] is < 0 and var gain)
            {
                gains.Add((demand, gain));
                load += _model.Load[demand];
            }
        }

        double room = _model.Capacitated ? _model.Capacity[site] : double.PositiveInfinity;
        if (load <= room)
        {
            _takes[site] = [.. gains.Select(item => (item.Demand, 1.0))];
            return gains.Sum(item => item.Gain);
        }

        (double sum, var takes) = (0, new List<(int, double)>());
        foreach ((int demand, double gain) in gains.OrderBy(item => item.Gain / Math.Max(_model.Load[item.Demand], 1e-300)).ThenBy(item => item.Demand))
        {
            double share = _model.Load[demand] <= room ? 1 : Math.Max(0, room) / _model.Load[demand];
            if (share <= 0)
                break;
            sum += share * gain;
            takes.Add((demand, share));
            room -= share * _model.Load[demand];
        }

        _takes[site] = [.. takes];
        return sum;
    }

    // Deflected subgradient (Camerini et al. 1975).
    private bool Move(double[] u, double[] direction, double distance)
    {
        Array.Clear(_taken);
        for (int j = 0; j < _chosen.Length; j++)
        {
            if (!_chosen[j])
                continue;
            foreach ((int demand, double share) in _takes[j])
                _taken[demand] += share;
        }

        double norm = 0;
        for (int i = 0; i < u.Length; i++)
        {
            double slope = _model.Need - _taken[i] + (Memory * direction[i]);
            if ((slope < 0 && u[i] <= 0) || (slope > 0 && u[i] >= _model.Reject[i]))
                slope = 0;
            direction[i] = slope;
            norm += slope * slope;
        }

        if (norm < 1e-12)
            return false;
        for (int i = 0; i < u.Length; i++)
            u[i] = Math.Clamp(u[i] + (distance / norm * direction[i]), 0, _model.Reject[i]);
        return true;
    }
}
