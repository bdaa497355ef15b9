using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Ladder;

/// <summary>
/// The best set of new sedi that gives one to every unit, exact: most units, then fewest sedi, fewest new Hubs, most residents within
/// their limit, most time saved. Depth-first branch and bound, a unit at a time. What a set gains is never more than the sum of what
/// its sedi gain alone (coverage and time saved are submodular: Nemhauser, Wolsey, Fisher 1978), which is the bound. The two levels, Hub
/// and Spoke, are decided together: a comune that no network can take in counts as a new Hub (Sahin, Sural 2007, hierarchical location).
/// </summary>
internal sealed class LadderSearch
{
    private const int MostAlternates = 5;

    private readonly ImmutableArray<LadderOption> _options;
    private readonly LadderPoints _points;
    private readonly SpokeAssignment _networks;
    private readonly int _units;
    private readonly int _most;
    private readonly Func<bool> _stop;
    private readonly int[][] _ofUnit;
    private readonly bool[] _served;
    private readonly bool _skips;
    private readonly List<int> _chosen = [];
    private int _left;

    /// <param name="options">By code of the comune.</param>
    /// <param name="units">How many units are to be served.</param>
    /// <param name="most">Most new sedi.</param>
    /// <param name="points">As the sedi stand; left as it was found.</param>
    /// <param name="networks">Who can take a Spoke.</param>
    /// <param name="stop">Asked at every node; true ends the search with what is known.</param>
    public LadderSearch(ImmutableArray<LadderOption> options, int units, int most, LadderPoints points, SpokeAssignment networks, Func<bool> stop)
    {
        (_options, _units, _most, _points, _networks, _stop) = (options, units, most, points, networks, stop);
        _ofUnit = [.. Enumerable.Range(0, units).Select(u => Enumerable.Range(0, options.Length).Where(o => options[o].Units.Contains(u)).ToArray())];
        _served = new bool[units];
        int[] open = [.. Enumerable.Range(0, units).Where(u => _ofUnit[u].Length > 0)];
        _left = open.Length;
        // With sedi for all, leaving a unit out is never better.
        _skips = most < open.Length - UnitPairs.Most(open, options, _ofUnit);
    }

    /// <summary>Positions of the chosen options, ascending; null when nothing was found.</summary>
    public ImmutableArray<int>? Best { get; private set; }

    public LadderValue Value { get; private set; }

    /// <summary>Other sets of the same value, at most five.</summary>
    public List<ImmutableArray<int>> Alternates { get; } = [];

    /// <summary>Whether the search ended by itself, so that the best is proved.</summary>
    public bool Proved { get; private set; } = true;

    public int Nodes { get; private set; }

    /// <summary>Whether further sets of the same value were seen than <see cref="Alternates"/> holds.</summary>
    public bool MoreAlternates { get; private set; }

    public void Run() => Go(new LadderValue(0, 0, 0, 0, 0));

    private void Go(LadderValue sofar)
    {
        Nodes++;
        if (_stop())
        {
            Proved = false;
            return;
        }

        Offer(sofar);
        if (_left == 0 || _chosen.Count == _most)
            return;
        (int[] order, double[] within, double[] saved) = Gains();
        if (Bound(sofar, order, within, saved).CompareTo(Value) < 0)
            return;
        int unit = Next();
        foreach (int option in _ofUnit[unit].OrderByDescending(o => (_options[o].Hubs.Length > 0 ? 1 : 0, within[order[o]], saved[order[o]])))
            Take(option, sofar, within[order[option]], saved[order[option]]);
        if (_skips)
            Skip(unit, sofar);
    }

    private void Take(int option, LadderValue sofar, double within, double saved)
    {
        int[] newly = [.. _options[option].Units.Where(u => !_served[u])];
        foreach (int unit in newly)
            _served[unit] = true;
        _left -= newly.Length;
        _chosen.Add(option);
        List<(int, int)> changed = _points.Add(_options[option].Nearer);
        Go(new LadderValue(
            sofar.Units + newly.Length, sofar.Sedi + 1, sofar.Hubs + (_options[option].Hubs.IsEmpty ? 1 : 0), sofar.Within + within, sofar.Saved + saved));
        _points.Undo(changed);
        _chosen.RemoveAt(_chosen.Count - 1);
        _left += newly.Length;
        foreach (int unit in newly)
            _served[unit] = false;
    }

    /// <summary>Goes on without a sede for this unit: there are not enough for all.</summary>
    private void Skip(int unit, LadderValue sofar)
    {
        _served[unit] = true;
        _left--;
        Go(sofar);
        _left++;
        _served[unit] = false;
    }

    /// <summary>The unit with the fewest ways to serve it: wrong turns show early.</summary>
    private int Next() => Enumerable.Range(0, _units).Where(u => !_served[u] && _ofUnit[u].Length > 0).MinBy(u => _ofUnit[u].Length);

    /// <summary>Keeps a set that is better, and notes one that is as good; of equals the first in order of input is the best.</summary>
    private void Offer(LadderValue sofar)
    {
        if (Best is not null && sofar.CompareTo(Value) < 0)
            return;
        LadderOption[] options = [.. _chosen.Select(o => _options[o])];
        LadderValue value = sofar with { Hubs = _networks.Assign(options).Count(hub => hub < 0) };
        int compared = Best is null ? 1 : value.CompareTo(Value);
        if (compared < 0)
            return;
        ImmutableArray<int> set = [.. _chosen.Order()];
        if (compared > 0)
        {
            (Best, Value) = (set, value);
            Alternates.Clear();
            MoreAlternates = false;
        }
        else if (!set.SequenceEqual(Best!.Value) && !Alternates.Any(a => a.SequenceEqual(set)))
        {
            Alternates.Add(Earlier(set, Best.Value) ? Best.Value : set);
            Best = Earlier(set, Best.Value) ? set : Best;
            MoreAlternates |= Alternates.Count > MostAlternates;
            if (Alternates.Count > MostAlternates)
                Alternates.RemoveAt(MostAlternates);
        }
    }

    private static bool Earlier(ImmutableArray<int> a, ImmutableArray<int> b) =>
        a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0) < 0;

    /// <summary>What no completion of the present choice can exceed.</summary>
    private LadderValue Bound(LadderValue sofar, int[] order, double[] within, double[] saved)
    {
        int room = _most - _chosen.Count;
        int[] open = [.. Enumerable.Range(0, _units).Where(u => !_served[u] && _ofUnit[u].Length > 0)];
        int fewest = open.Length - UnitPairs.Most(open, _options, _ofUnit);
        bool all = fewest <= room;
        int units = all ? open.Length : Math.Min(open.Length, room * 2);
        int without = open.Count(u => _ofUnit[u].All(o => _options[o].Hubs.IsEmpty));
        double[] bestWithin = [.. open.Select(u => _ofUnit[u].Max(o => within[order[o]])).OrderDescending().Take(room)];
        double[] bestSaved = [.. open.Select(u => _ofUnit[u].Max(o => saved[order[o]])).OrderDescending().Take(room)];
        return new LadderValue(
            sofar.Units + units,
            sofar.Sedi + (all ? fewest : (units + 1) / 2),
            sofar.Hubs + (all ? (without + 1) / 2 : 0),
            sofar.Within + bestWithin.Sum(),
            sofar.Saved + bestSaved.Sum());
    }

    private (int[] Order, double[] Within, double[] Saved) Gains()
    {
        int[] order = new int[_options.Length];
        var within = new List<double>();
        var saved = new List<double>();
        for (int o = 0; o < _options.Length; o++)
        {
            if (_options[o].Units.All(u => _served[u]))
                continue;
            order[o] = within.Count;
            (double w, double s) = _points.Gain(_options[o].Nearer);
            within.Add(w);
            saved.Add(s);
        }

        return (order, [.. within], [.. saved]);
    }
}
