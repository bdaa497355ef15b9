namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// The relaxed problem: with a value on every option, the best set that keeps the numbers: all that are in, one for every area not yet
/// served, then those of the highest value above zero while there is room. Areas lie in groups, so that this greedy set is the best
/// one (the sets form a matroid: Edmonds 1971).
/// </summary>
internal sealed class PlanPick(PlanProblem problem)
{
    private readonly int[] _areaCount = new int[problem.Areas];
    private readonly int[] _areaBest = new int[problem.Areas];
    private readonly int[] _groupCount = new int[problem.GroupMost.Length];
    private readonly List<int> _order = [];
    private readonly bool[] _picked = new bool[problem.Options];
    private readonly bool[] _isFirst = new bool[problem.Options];
    private byte[] _state = [];
    private readonly double[] _used = new double[problem.Options];
    private double[] _first = [];
    private double[] _free = [];

    /// <summary>Those that are in come first.</summary>
    public List<int> Set { get; } = [];

    /// <summary>False when no set keeps the numbers.</summary>
    public bool Possible { get; private set; }

    /// <summary>Sum of the values of the set.</summary>
    public double Total { get; private set; }

    public bool Picked(int option) => _picked[option];

    /// <summary>Whether the option of the set answers for its area.</summary>
    public bool IsFirst(int option) => _isFirst[option];

    /// <param name="state">Of each option: 0 open, 1 in, 2 out.</param>
    /// <param name="first">What an option is worth that answers for its area.</param>
    /// <param name="free">What it is worth beside one that does; not lower.</param>
    public void Run(byte[] state, double[] first, double[] free)
    {
        (_state, _first, _free) = (state, first, free);
        Clear();
        for (int j = 0; j < state.Length; j++)
        {
            if (state[j] == 1)
                Add(j, problem.Area[j] >= 0 && _areaCount[problem.Area[j]] == 0);
        }

        Possible = Set.Count <= problem.Most && Fits();
        if (!Possible)
            return;
        BestOfAreas();
        if (!problem.OncePerArea)
        {
            foreach (int best in _areaBest)
            {
                if (best == -1)
                    Possible = false;
                else if (best >= 0)
                    Add(best, first: true);
            }

            Possible &= Set.Count <= problem.Most && Fits();
        }

        if (Possible)
            Fill();
    }

    /// <summary>Most that the total can become with an open option that is not in the set.</summary>
    public double Including(int option)
    {
        int area = problem.Area[option];
        int group = problem.Group[option];
        bool full = Set.Count >= problem.Most;
        bool groupFull = _groupCount[group] >= problem.GroupMost[group];
        int same = area < 0 || _areaCount[area] != 1 ? -1 : Set.First(j => problem.Area[j] == area);
        bool mustSwap = problem.OncePerArea && same >= 0;
        double swapped = same >= 0 && _state[same] != 1 ? Total + _first[option] - _used[same] : double.NegativeInfinity;
        if (mustSwap)
            return swapped;
        if (!full && !groupFull)
            return Math.Max(swapped, Total + Worth(option));
        double least = double.PositiveInfinity;
        foreach (int j in Set)
        {
            if (_state[j] != 1 && _used[j] < least && (!groupFull || problem.Group[j] == group) && !Alone(j))
                least = _used[j];
        }

        return Math.Max(swapped, double.IsInfinity(least) ? double.NegativeInfinity : Total + Worth(option) - least);
    }

    /// <summary>Most that the total can become without an option of the set.</summary>
    /// <param name="option">Of the set, not one that is in.</param>
    /// <param name="next">The highest value of an open option outside the set.</param>
    public double Excluding(int option, double next)
    {
        if (!Alone(option))
            return Total - _used[option] + Math.Max(0, next);
        double best = double.NegativeInfinity;
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == 0 && !_picked[j] && problem.Area[j] == problem.Area[option])
                best = Math.Max(best, _first[j]);
        }

        return Total - _used[option] + best;
    }

    /// <summary>The highest value of an open option outside the set.</summary>
    public double Next()
    {
        double next = double.NegativeInfinity;
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == 0 && !_picked[j])
                next = Math.Max(next, Worth(j));
        }

        return next;
    }

    /// <summary>Whether its area would be without: it must be served, and this one alone does.</summary>
    private bool Alone(int option) => !problem.OncePerArea && problem.Area[option] >= 0 && _areaCount[problem.Area[option]] == 1;

    private void Clear()
    {
        foreach (int j in Set)
            (_picked[j], _isFirst[j]) = (false, false);
        Set.Clear();
        Array.Clear(_areaCount);
        Array.Clear(_groupCount);
        Total = 0;
    }

    private void Add(int option, bool first)
    {
        Set.Add(option);
        (_picked[option], _isFirst[option]) = (true, first);
        _used[option] = first ? _first[option] : _free[option];
        Total += _used[option];
        _groupCount[problem.Group[option]]++;
        if (problem.Area[option] >= 0)
            _areaCount[problem.Area[option]]++;
    }

    private bool Fits()
    {
        for (int g = 0; g < _groupCount.Length; g++)
        {
            if (_groupCount[g] > problem.GroupMost[g])
                return false;
        }

        return true;
    }

    /// <summary>The best open option of each area: -1 where there is none, -2 where one that is in serves it already.</summary>
    private void BestOfAreas()
    {
        for (int a = 0; a < _areaBest.Length; a++)
            _areaBest[a] = _areaCount[a] > 0 ? -2 : -1;
        for (int j = 0; j < _state.Length; j++)
        {
            int area = problem.Area[j];
            if (_state[j] == 0 && area >= 0 && _areaBest[area] != -2 && (_areaBest[area] == -1 || _first[j] > _first[_areaBest[area]]))
                _areaBest[area] = j;
        }
    }

    private void Fill()
    {
        _order.Clear();
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == 0 && !_picked[j] && Worth(j) > 0 && (!AnswersAlone(j) || _areaBest[problem.Area[j]] == j))
                _order.Add(j);
        }

        _order.Sort((a, b) => Worth(a) != Worth(b) ? Worth(b).CompareTo(Worth(a)) : a.CompareTo(b));
        foreach (int j in _order)
        {
            if (Set.Count >= problem.Most)
                break;
            if (_groupCount[problem.Group[j]] < problem.GroupMost[problem.Group[j]])
                Add(j, AnswersAlone(j));
        }
    }

    /// <summary>Whether it would be the only one of its area, areas being served once at most.</summary>
    private bool AnswersAlone(int option) => problem.OncePerArea && problem.Area[option] >= 0;

    private double Worth(int option) => AnswersAlone(option) ? _first[option] : _free[option];
}
