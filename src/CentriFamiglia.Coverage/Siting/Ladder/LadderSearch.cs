using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>
/// The best set of new sedi that gives one to every unit, exact: most units, then fewest sedi, fewest new Hubs, best score (residents
/// within their limit, then time saved). Depth-first branch and bound, a unit at a time, with <see cref="LadderBound"/>. The two levels,
/// Hub and Spoke, are decided together: a comune that no network can take in counts as a new Hub (Sahin, Sural 2007, hierarchical
/// location).
/// </summary>
internal sealed class LadderSearch
{
    private const int MostAlternates = 5;
    private const int RootSteps = 150;
    private const int NodeSteps = 12;


    private readonly ImmutableArray<LadderOption> _options;
    private readonly LadderPoints _points;
    private readonly SpokeAssignment _networks;
    private readonly int[] _units;
    private readonly int _most;
    private readonly int _mostNodes;
    private readonly Func<bool> _stop;
    private readonly LadderBound _bound;
    private readonly int[][] _ofUnit;
    private readonly bool[] _served;
    private readonly bool _skips;
    private readonly List<int> _chosen = [];

    /// <param name="options">By code of the comune.</param>
    /// <param name="units">The units to be served.</param>
    /// <param name="most">Most new sedi.</param>
    /// <param name="points">As the sedi stand; left as it was found.</param>
    /// <param name="networks">Who can take a Spoke.</param>
    /// <param name="mostNodes">Ends the search with what is known: a bound of work and not of time, so that every machine gives the same answer.</param>
    /// <param name="stop">Asked at every node once an answer is known; true ends the search with it.</param>
    public LadderSearch(ImmutableArray<LadderOption> options, int[] units, int most, LadderPoints points, SpokeAssignment networks, int mostNodes, Func<bool> stop)
    {
        (_options, _units, _most, _points, _networks, _mostNodes, _stop) = (options, units, most, points, networks, mostNodes, stop);
        _bound = new LadderBound(points, options);
        _ofUnit = [.. Enumerable.Range(0, units.DefaultIfEmpty(-1).Max() + 1).Select(u => units.Contains(u) ? Enumerable.Range(0, options.Length).Where(o => options[o].Units.Contains(u)).ToArray() : [])];
        _served = new bool[options.SelectMany(o => o.Units).Concat(units).DefaultIfEmpty(-1).Max() + 1];
        int[] open = Open();
        // With sedi for all, leaving a unit out is never better.
        _skips = most < open.Length - UnitPairs.Most(open, options, _ofUnit);
    }

    /// <summary>Positions of the chosen options, ascending; null when nothing was found.</summary>
    public ImmutableArray<int>? Best { get; private set; }

    public LadderValue Value { get; private set; }

    /// <summary>Other sets of the same value, at most five.</summary>
    public List<ImmutableArray<int>> Alternates { get; } = [];

    /// <summary>Whether further sets of the same value were seen than <see cref="Alternates"/> holds.</summary>
    public bool MoreAlternates { get; private set; }

    /// <summary>Whether the search ended by itself, so that the best is proved.</summary>
    public bool Proved { get; private set; } = true;

    public int Nodes { get; private set; }

    public void Run() => Go(new LadderValue(0, 0, 0, 0), new double[_points.Count]);

    private int[] Open() => [.. _units.Where(u => !_served[u] && _ofUnit[u].Length > 0)];

    private void Go(LadderValue sofar, double[] prices)
    {
        if (!Proved || (Best is not null && (Nodes >= _mostNodes || _stop())))
        {
            Proved = false;
            return;
        }

        Nodes++;
        int[] open = Open();
        if (open.Length == 0 || _chosen.Count == _most || _skips)
            Offer(sofar);
        if (open.Length == 0 || _chosen.Count == _most)
            return;
        LadderValue roof = Roof(sofar, open, prices, out double score);
        if (Best is not null && roof.CompareTo(Value) < 0)
            return;
        // The unit whose second best option is farthest from its best: the choice that settles most.
        int unit = open.MaxBy(u => Margin(_ofUnit[u]));
        double top = _ofUnit[unit].Max(_bound.Value);
        foreach ((int option, double value, int hubs) in _ofUnit[unit].Select(o => (o, _bound.Value(o), HubsWith(o))).OrderBy(o => o.Item3).ThenByDescending(o => o.Item2).ToArray())
        {
            // With this option in place of the unit's best, the bound falls by the difference; new Hubs never become fewer.
            LadderValue with = roof with { Score = score - (_skips ? 0 : top - value), Hubs = Math.Max(roof.Hubs, hubs) };
            if (Best is null || with.CompareTo(Value) >= 0)
                Take(option, sofar, hubs, prices);
        }

        if (_skips)
            Skip(unit, sofar, prices);
    }

    private int HubsWith(int option) => _networks.Assign([.. _chosen.Append(option).Select(o => _options[o])]).Count(hub => hub < 0);

    private double Margin(int[] options)
    {
        double[] values = [.. options.Select(_bound.Value).OrderDescending().Take(2)];
        return values.Length < 2 ? double.PositiveInfinity : values[0] - values[1];
    }

    private void Take(int option, LadderValue sofar, int hubs, double[] prices)
    {
        int[] newly = [.. _options[option].Units.Where(u => !_served[u])];
        double gain = _bound.Alone(option);
        foreach (int unit in newly)
            _served[unit] = true;
        _chosen.Add(option);
        List<(int, int)> changed = _points.Add(_options[option].Nearer);
        Go(
            new LadderValue(sofar.Units + newly.Count(u => u < _ofUnit.Length && _ofUnit[u].Length > 0), sofar.Sedi + 1, hubs, sofar.Score + gain),
            [.. prices]);
        _points.Undo(changed);
        _chosen.RemoveAt(_chosen.Count - 1);
        foreach (int unit in newly)
            _served[unit] = false;
    }

    /// <summary>Goes on without a sede for this unit: there are not enough for all.</summary>
    private void Skip(int unit, LadderValue sofar, double[] prices)
    {
        _served[unit] = true;
        Go(sofar, [.. prices]);
        _served[unit] = false;
    }

    /// <summary>What no completion of the present choice can exceed.</summary>
    private LadderValue Roof(LadderValue sofar, int[] open, double[] prices, out double score)
    {
        int room = _most - _chosen.Count;
        int fewest = open.Length - UnitPairs.Most(open, _options, _ofUnit);
        bool all = fewest <= room;
        int units = all ? open.Length : Math.Min(open.Length, room * 2);
        int without = open.Count(u => _ofUnit[u].All(o => _options[o].Hubs.IsEmpty));
        double target = Best is null ? double.NegativeInfinity : Value.Score - sofar.Score;
        int steps = Nodes == 1 ? RootSteps : NodeSteps;
        score = sofar.Score + _bound.Lower([.. open.Select(u => _ofUnit[u])], all ? fewest : room, prices, Best is null ? 0 : target, steps);
        return new LadderValue(
            sofar.Units + units, sofar.Sedi + (all ? fewest : (units + 1) / 2), Math.Max(sofar.Hubs, all ? (without + 1) / 2 : 0), score);
    }

    /// <summary>Keeps a set that is better, and notes one that is as good; of equals the first in order of input is the best.</summary>
    private void Offer(LadderValue sofar)
    {
        int compared = Best is null ? 1 : sofar.CompareTo(Value);
        if (compared < 0)
            return;
        ImmutableArray<int> set = [.. _chosen.Order()];
        if (compared > 0)
        {
            (Best, Value) = (set, sofar);
            Alternates.Clear();
            MoreAlternates = false;
        }
        else if (!set.SequenceEqual(Best!.Value) && !Alternates.Any(a => a.SequenceEqual(set)))
        {
            bool first = Earlier(set, Best.Value);
            Alternates.Add(first ? Best.Value : set);
            Best = first ? set : Best;
            MoreAlternates |= Alternates.Count > MostAlternates;
            if (Alternates.Count > MostAlternates)
                Alternates.RemoveAt(MostAlternates);
        }
    }

    private static bool Earlier(ImmutableArray<int> a, ImmutableArray<int> b) =>
        a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0) < 0;
}
