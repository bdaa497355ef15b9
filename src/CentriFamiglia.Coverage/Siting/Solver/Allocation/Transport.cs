namespace CentriFamiglia.Coverage.Siting.Solver.Allocation;

/// <summary>
/// Who goes where at least cost once the sites are chosen, demands divided at will: a transportation problem, by cheapest augmenting paths
/// (Busacker, Gowen 1960). A demand that finds no room pushes others on, along the chain of sites on which that costs least.
/// </summary>
internal sealed class Transport
{
    private readonly AllocationModel _model;
    private readonly int[] _site;
    private readonly double[,] _unit;
    private readonly double[,] _flow;
    private readonly double[] _room;
    private readonly double[,] _push;
    private readonly int[,] _pushed;
    private readonly bool[] _settled;
    private readonly double _least;

    private Transport(AllocationModel model, bool[] open, int[]? assigned)
    {
        _model = model;
        // The last place takes those that are left out.
        _site = [.. Enumerable.Range(0, open.Length).Where(j => open[j]), -1];
        int[] place = new int[open.Length];
        Array.Fill(place, -1);
        for (int s = 0; s < _site.Length - 1; s++)
            place[_site[s]] = s;
        (_unit, _flow) = (new double[model.Demands, _site.Length], new double[model.Demands, _site.Length]);
        _room = [.. _site.Select(j => j < 0 ? double.PositiveInfinity : model.Capacity[j])];
        (_push, _pushed) = (new double[_site.Length, _site.Length], new int[_site.Length, _site.Length]);
        _settled = new bool[model.Demands];
        _least = 1e-12 * Math.Max(model.Load.Sum(), 1e-300);
        for (int i = 0; i < model.Demands; i++)
        {
            double load = Math.Max(model.Load[i], 1e-300);
            for (int s = 0; s < _site.Length; s++)
                _unit[i, s] = s == _site.Length - 1 ? model.Reject[i] / load : double.PositiveInfinity;
            for (int k = 0; k < model.Sites[i].Length; k++)
            {
                if (place[model.Sites[i][k]] is >= 0 and int s)
                    _unit[i, s] = model.Costs[i][k] / load;
            }

            if (assigned is null || assigned[i] == AllocationSearch.Open)
                continue;
            int at = assigned[i] < 0 ? _site.Length - 1 : place[assigned[i]];
            (_flow[i, at], _settled[i]) = (model.Load[i], true);
            _room[at] -= model.Load[i];
        }
    }

    /// <summary>The cost of all demands; infinite when they find no room.</summary>
    public double Value { get; private set; }

    /// <param name="model">With capacities.</param>
    /// <param name="open">The sites.</param>
    /// <param name="assigned">For each demand the site it goes to, below zero for none, or <see cref="AllocationSearch.Open"/>; null for all open.</param>
    public static Transport Of(AllocationModel model, bool[] open, int[]? assigned = null)
    {
        var transport = new Transport(model, open, assigned);
        transport.Value = transport.Run() ? transport.Cost() : double.PositiveInfinity;
        return transport;
    }

    /// <summary>Where a demand goes: site, below zero for none, and share from 0 to 1.</summary>
    public List<(int Site, double Share)> Of(int demand)
    {
        List<(int, double)> shares = [];
        for (int s = 0; s < _site.Length; s++)
        {
            if (_flow[demand, s] > 1e-9 * _model.Load[demand])
                shares.Add((_site[s], _flow[demand, s] / Math.Max(_model.Load[demand], 1e-300)));
        }

        return shares;
    }

    private bool Run()
    {
        if (_room.Any(room => room < -_least))
            return false;
        for (int s = 0; s < _site.Length; s++)
            Push(s);
        for (int i = 0; i < _model.Demands; i++)
        {
            double left = _settled[i] ? 0 : _model.Load[i];
            while (left > _least)
            {
                double moved = Augment(i, left);
                if (moved <= 0)
                    return false;
                left -= moved;
            }
        }

        return true;
    }

    private double Augment(int demand, double left)
    {
        int places = _site.Length;
        double[] far = new double[places];
        int[] from = new int[places];
        for (int s = 0; s < places; s++)
            (far[s], from[s]) = (_unit[demand, s], -1);
        // Bellman, Ford: there is no circle that saves.
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int s = 0; s < places; s++)
            {
                for (int t = 0; t < places && far[s] < double.PositiveInfinity; t++)
                {
                    double through = far[s] + _push[s, t];
                    if (through < far[t] - (1e-12 * Math.Abs(through)) - 1e-15)
                        (far[t], from[t], changed) = (through, s, true);
                }
            }
        }

        int end = -1;
        for (int s = 0; s < places; s++)
        {
            if (_room[s] > _least && far[s] < double.PositiveInfinity && (end < 0 || far[s] < far[end]))
                end = s;
        }

        if (end < 0)
            return 0;
        List<int> path = [end];
        while (from[path[^1]] >= 0 && path.Count <= places)
            path.Add(from[path[^1]]);
        double amount = Math.Min(left, _room[end]);
        for (int k = path.Count - 1; k > 0; k--)
            amount = Math.Min(amount, _flow[_pushed[path[k], path[k - 1]], path[k]]);
        for (int k = path.Count - 1; k > 0; k--)
        {
            int pushed = _pushed[path[k], path[k - 1]];
            _flow[pushed, path[k]] -= amount;
            _flow[pushed, path[k - 1]] += amount;
        }

        _flow[demand, path[^1]] += amount;
        _room[end] -= amount;
        foreach (int s in path)
            Push(s);
        return amount;
    }

    // For each other place what moving one unit from here to there costs at least, and whose.
    private void Push(int s)
    {
        for (int t = 0; t < _site.Length; t++)
            _push[s, t] = double.PositiveInfinity;
        for (int i = 0; i < _model.Demands; i++)
        {
            if (_settled[i] || _flow[i, s] <= _least)
                continue;
            for (int t = 0; t < _site.Length; t++)
            {
                if (t != s && _unit[i, t] - _unit[i, s] < _push[s, t])
                    (_push[s, t], _pushed[s, t]) = (_unit[i, t] - _unit[i, s], i);
            }
        }
    }

    private double Cost()
    {
        double sum = 0;
        for (int i = 0; i < _model.Demands; i++)
        {
            if (_model.Load[i] == 0)
            {
                sum += Enumerable.Range(0, _site.Length).Any(s => _unit[i, s] < double.PositiveInfinity) ? 0 : double.PositiveInfinity;
                continue;
            }

            for (int s = 0; s < _site.Length; s++)
                sum += _flow[i, s] > 0 ? _flow[i, s] * _unit[i, s] : 0;
        }

        return sum;
    }
}
