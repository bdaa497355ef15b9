namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>How a set stands against the constraints, that of the networks aside: whether it keeps them, and which options would let it.</summary>
internal sealed class PlanRoom
{
    /// <summary>What sums of prices may be off by.</summary>
    private const double Slack = 1 + 1e-12;

    private readonly PlanProblem _problem;
    private readonly int _count;
    private readonly bool _holdsFixed;
    private readonly int[] _areas;
    private readonly int[] _groups;
    private readonly double[] _spent;
    private readonly (int Count, int Last) _missing;
    private readonly (int Count, int Last) _missingSecond;

    public PlanRoom(PlanProblem problem, IReadOnlyList<int> set)
    {
        (_problem, _count) = (problem, set.Count);
        _holdsFixed = problem.Fixed.All(set.Contains);
        _areas = new int[problem.Areas];
        _groups = new int[problem.GroupMost.Length];
        _spent = new double[problem.Purse.Length];
        int[] seconds = new int[problem.Seconds];
        foreach (int option in set)
        {
            if (problem.Area[option] >= 0)
                _areas[problem.Area[option]]++;
            if (problem.Second[option] >= 0)
                seconds[problem.Second[option]]++;
            _groups[problem.Group[option]]++;
            _spent[problem.Group[option]] += problem.Cost[option];
            _spent[^1] += problem.Cost[option];
        }

        (_missing, _missingSecond) = problem.OncePerArea ? default : (Missing(_areas), Missing(seconds));
    }

    /// <summary>Whether the set keeps the constraints.</summary>
    public bool Holds =>
        _holdsFixed
        && _count <= _problem.Most
        && !_groups.Where((n, g) => n > _problem.GroupMost[g]).Any()
        && !_spent.Where((euro, p) => euro > _problem.Purse[p] * Slack).Any()
        && (_problem.OncePerArea ? _areas.All(n => n <= 1) : _missing.Count + _missingSecond.Count == 0);

    /// <summary>Whether the set with the option keeps them, if it broke none but by what it lacks.</summary>
    public bool Takes(int option)
    {
        int area = _problem.Area[option];
        int group = _problem.Group[option];
        if (_count >= _problem.Most || _groups[group] >= _problem.GroupMost[group])
            return false;
        if (_problem.OncePerArea && area >= 0 && _areas[area] > 0)
            return false;
        if (!Completes(_missing, area) || !Completes(_missingSecond, _problem.Second[option]))
            return false;
        double cost = _problem.Cost[option];
        return _spent[group] + cost <= _problem.Purse[group] * Slack && _spent[^1] + cost <= _problem.Purse[^1] * Slack;
    }

    private static (int Count, int Last) Missing(int[] served) => (served.Count(n => n == 0), Array.LastIndexOf(served, 0));

    private static bool Completes((int Count, int Last) missing, int area) => missing.Count == 0 || (missing.Count == 1 && missing.Last == area);
}
