namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>What a set leaves open: which options it could take so that the constraints hold.</summary>
internal sealed class PlanRoom
{
    private readonly PlanProblem _problem;
    private readonly int _count;
    private readonly int[] _areas;
    private readonly int[] _groups;
    private readonly double[] _spent;
    private readonly HashSet<int> _missing;
    private readonly HashSet<int> _missingSecond;

    public PlanRoom(PlanProblem problem, IReadOnlyList<int> set)
    {
        (_problem, _count) = (problem, set.Count);
        _areas = new int[problem.Areas];
        _groups = new int[problem.GroupMost.Length];
        _spent = new double[problem.Purse.Length];
        bool[] seconds = new bool[problem.Seconds];
        foreach (int option in set)
        {
            if (problem.Area[option] >= 0)
                _areas[problem.Area[option]]++;
            if (problem.Second[option] >= 0)
                seconds[problem.Second[option]] = true;
            _groups[problem.Group[option]]++;
            _spent[problem.Group[option]] += problem.Cost[option];
            _spent[^1] += problem.Cost[option];
        }

        _missing = problem.OncePerArea ? [] : [.. Enumerable.Range(0, problem.Areas).Where(a => _areas[a] == 0)];
        _missingSecond = problem.OncePerArea ? [] : [.. Enumerable.Range(0, problem.Seconds).Where(s => !seconds[s])];
    }

    /// <summary>Whether the set with the option keeps the constraints, that of the networks aside.</summary>
    public bool Takes(int option)
    {
        int area = _problem.Area[option];
        int group = _problem.Group[option];
        if (_count >= _problem.Most || _groups[group] >= _problem.GroupMost[group])
            return false;
        if (_problem.OncePerArea && area >= 0 && _areas[area] > 0)
            return false;
        if (_missing.Count > 1 || (_missing.Count == 1 && !_missing.Contains(area)))
            return false;
        if (_missingSecond.Count > 1 || (_missingSecond.Count == 1 && !_missingSecond.Contains(_problem.Second[option])))
            return false;
        double cost = _problem.Cost[option];
        return _spent[group] + cost <= _problem.Purse[group] * (1 + 1e-12) && _spent[^1] + cost <= _problem.Purse[^1] * (1 + 1e-12);
    }
}
