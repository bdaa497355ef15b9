using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// The best set that the networks can take in, where only its number counts besides: the best one as if any network took any Spoke
/// (<see cref="PlanMedian"/>), and where they cannot take it, a few of its options that they cannot take together. One of these, and
/// whatever is no easier to take in, must be missing: each in turn is left out, with those before it kept (combinatorial cuts; logic-based
/// Benders, Hooker, Ottosson 2003). The part of the highest bound is looked at first: what is left can be no better than it.
/// </summary>
internal sealed class PlanConflicts
{
    // Sets that are made to fit, of the first parts: soon there is nothing better to be had so.
    private const int MostRepaired = 40;

    // One ATS: of the whole region each part takes too long.
    private const int MostOptions = 400;

    private readonly PlanProblem _problem;
    private readonly PlanMedian _median;
    private readonly PlanSwaps _swaps;
    private readonly Func<bool> _stop;
    private readonly PriorityQueue<Part, (double Bound, int Number)> _open = new();
    private int[]? _best;
    private double _score;
    private int _number;

    private PlanConflicts(PlanProblem problem, ImmutableArray<int>? known, Func<bool> stop)
    {
        (_problem, _median, _swaps, _stop) = (problem, new PlanMedian(problem, Math.Min(problem.Most, problem.MostPlaces)), new PlanSwaps(problem), stop);
        _best = known is { } set ? [.. set] : null;
        _score = _best is null ? double.NegativeInfinity : problem.Score(_best);
    }

    // Kept: one option for each group of which one at least is open.
    private sealed record Part(SiteState[] State, ImmutableArray<int> Kept, int[] Set, double Bound);

    /// <summary>Whether the problem is of that kind.</summary>
    public static bool Suits(PlanProblem problem) =>
        problem.Options <= MostOptions && problem is { Networks: not null, TooMany: not null, MostNewHubs: 0 } && PlanMedian.Suits(problem);

    /// <param name="problem">See <see cref="Suits"/>.</param>
    /// <param name="known">The best set known; null for none.</param>
    /// <param name="mostParts">Ends the search with what is known: work and not time, so that every machine gives the same answer.</param>
    /// <param name="stop">Ends it too.</param>
    public static PlanResult Run(PlanProblem problem, ImmutableArray<int>? known, int mostParts, Func<bool> stop) => new PlanConflicts(problem, known, stop).Search(mostParts);

    private PlanResult Search(int mostParts)
    {
        Add(new SiteState[_problem.Options], []);
        while (_open.Count > 0 && _number < mostParts && !_stop() && _open.Peek().Bound > Better)
        {
            Part part = _open.Dequeue();
            if (!Divide(part))
            {
                _open.Enqueue(part, (-part.Bound, 0));
                break;
            }
        }

        double bound = _open.Count == 0 ? _score : Math.Max(_score, _open.Peek().Bound);
        bool proved = _best is not null && bound <= Better;
        return new PlanResult(
            Set: _best is null ? null : [.. _best.Order()],
            Value: _best is null ? PlanValue.None : _swaps.ValueOf(_best),
            Bound: proved ? _score : bound,
            Proved: proved,
            Alternates: [],
            AlternatesComplete: false,
            Nodes: _number);
    }

    // What sums of so many terms may be off by.
    private double Better => _score + (1e-11 * Math.Abs(_score));

    private void Add(SiteState[] state, ImmutableArray<int> kept)
    {
        if (!Settle(state, kept))
            return;
        (int[] set, double bound) = _median.Best(state, _stop);
        _number++;
        if (bound <= Better)
            return;
        if (_problem.NewHubs(set) == 0)
            Take(set);
        else if (_number <= MostRepaired)
            Take(Repaired(set));
        // A set that is taken in and not proved best of its part was stopped.
        if (bound > Better)
            _open.Enqueue(new Part(state, kept, set, bound), (-bound, _number));
    }

    private void Take(int[] set)
    {
        (int[] better, PlanValue value) = _number <= MostRepaired ? _swaps.Improve(set) : (set, _swaps.ValueOf(set));
        if (value.NewHubs == 0 && value.Score > _score)
            (_best, _score) = (better, value.Score);
    }

    /// <summary>The parts without each option of a conflict; false where nobody can prove that there is one.</summary>
    private bool Divide(Part part)
    {
        if (Conflict(part.Set) is not { } conflict)
            return false;
        PlanNetworks networks = _problem.Networks!;
        SiteState[] state = [.. part.State];
        ImmutableArray<int> kept = part.Kept;
        foreach (int option in conflict.Where(j => part.State[j] == SiteState.Free).ToArray())
        {
            // Two of one Ambito may stand in for each other: then it is about that option alone.
            bool alone = !Array.Exists(conflict, other => other != option && networks.SameAmbito(option, other));
            SiteState[] without = [.. state];
            for (int j = 0; j < without.Length; j++)
            {
                if (without[j] == SiteState.Free && (j == option || (alone && networks.TakesLike(option, j))))
                    without[j] = SiteState.Closed;
            }

            Add(without, kept);
            if (alone)
                kept = kept.Add(option);
            else
                state[option] = SiteState.Open;
        }

        return true;
    }

    /// <summary>Few options of a set that no networks can take in together; null where that is not proved.</summary>
    private int[]? Conflict(int[] set)
    {
        if (!_problem.TooMany!(set))
            return null;
        List<int> left = [.. set];
        foreach (int option in set)
        {
            int at = left.IndexOf(option);
            left.RemoveAt(at);
            if (!_problem.TooMany(left))
                left.Insert(at, option);
        }

        return [.. left];
    }

    /// <summary>Closes what the networks cannot take beside what must be open; false when that is too much itself.</summary>
    private bool Settle(SiteState[] state, ImmutableArray<int> kept)
    {
        PlanNetworks networks = _problem.Networks!;
        List<int> must = [.. Enumerable.Range(0, state.Length).Where(j => state[j] == SiteState.Open)];
        foreach (int option in kept)
        {
            if (!Enumerable.Range(0, state.Length).Any(j => state[j] != SiteState.Closed && networks.TakesLike(option, j)))
                return false;
            if (!must.Exists(other => networks.SameAmbito(option, other)))
                must.Add(option);
        }

        if (must.Count > Math.Min(_problem.Most, _problem.MostPlaces) || _problem.TooMany!(must))
            return false;
        var known = new List<(int Option, bool Taken)>();
        for (int j = 0; j < state.Length && must.Count > 0; j++)
        {
            if (state[j] != SiteState.Free)
                continue;
            int like = known.FindIndex(k => networks.TakesLike(k.Option, j) && networks.TakesLike(j, k.Option));
            if (like < 0)
            {
                // It may itself be the one of its Ambito that is kept.
                IEnumerable<int> others = must.Where(other => state[other] == SiteState.Open || !networks.TakesLike(other, j));
                like = known.Count;
                known.Add((j, !_problem.TooMany([.. others, j])));
            }

            if (!known[like].Taken)
                state[j] = SiteState.Closed;
        }

        return true;
    }

    private int[] Repaired(int[] set)
    {
        while (_problem.NewHubs(set) > 0)
        {
            int[] conflict = Conflict(set) ?? set;
            int least = conflict.MaxBy(option => _problem.Score([.. set.Where(j => j != option)]));
            set = [.. set.Where(j => j != least)];
        }

        return set;
    }
}
