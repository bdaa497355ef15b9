namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>
/// Local search on sets that keep every constraint: one option more, or one in place of another, as long as the value rises
/// (Teitz, Bart 1968). Of equal moves the first in order is taken, so that the same set always leads to the same.
/// </summary>
/// <param name="problem">Whose constraints are kept.</param>
internal sealed class PlanSwaps(PlanProblem problem)
{
    /// <summary>Replacements tried for their networks, for each option taken out: the best ones.</summary>
    private const int MostTried = 8;

    private readonly double[] _best = new double[problem.Points];
    private readonly double[] _gains = new double[problem.Options];

    public PlanValue ValueOf(IReadOnlyList<int> set) => new(problem.NewHubs(set), problem.Score(set));

    /// <summary>A set that is as good at least, and its value. The set given must keep the constraints but that of the networks.</summary>
    public (int[] Set, PlanValue Value) Improve(IReadOnlyList<int> from)
    {
        var set = from.Order().ToList();
        PlanValue value = ValueOf(set);
        bool moved = true;
        while (moved)
        {
            moved = set.Count < problem.Most && TryAll(set, -1, ref value);
            for (int at = 0; at < set.Count; at++)
                moved |= !problem.Fixed.Contains(set[at]) && TryAll(set, at, ref value);
        }

        return ([.. set], value);
    }

    /// <summary>Puts the best option in the place of one, or adds it where <paramref name="at"/> is negative.</summary>
    private bool TryAll(List<int> set, int at, ref PlanValue value)
    {
        int[] others = [.. set.Where((_, i) => i != at)];
        Array.Clear(_best);
        double standing = problem.Score(others, _best);
        GainsOverBest();
        // Where the others need a new Hub fewer, a set that keeps it so is better with any score.
        bool anyScore = value.NewHubs > 0 && problem.NewHubs(others) < value.NewHubs;
        var moves = new PriorityQueue<int, (double, int)>();
        var room = new PlanRoom(problem, others);
        for (int j = 0; j < problem.Options; j++)
        {
            if ((anyScore || _gains[j] > value.Score - standing) && (at < 0 ? _gains[j] > 0 : j != set[at]) && room.Takes(j) && !others.Contains(j))
                moves.Enqueue(j, (-_gains[j], j));
        }

        for (int tried = 0; (anyScore || tried < MostTried) && moves.TryDequeue(out int option, out _); tried++)
        {
            int[] with = [.. others.Append(option).Order()];
            PlanValue offered = new(problem.NewHubs(with), problem.Score(with));
            if ((offered.NewHubs > problem.MostNewHubs && value.NewHubs <= problem.MostNewHubs) || offered.CompareTo(value) <= 0)
                continue;
            set.Clear();
            set.AddRange(with);
            value = offered;
            return true;
        }

        return false;
    }

    private void GainsOverBest()
    {
        for (int j = 0; j < problem.Options; j++)
        {
            double sum = 0;
            for (int e = problem.Start[j]; e < problem.Start[j + 1]; e++)
                sum += Math.Max(0, problem.Gain[e] - _best[problem.Point[e]]);
            _gains[j] = sum;
        }
    }
}
