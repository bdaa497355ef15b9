using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>A part of the question that may hold a better choice.</summary>
/// <param name="From">A model that holds it, and more.</param>
/// <param name="State">State of every site of the question.</param>
/// <param name="Multipliers">Where its bound starts from.</param>
/// <param name="Frequency">For every site of the question, how often the relaxation chose it.</param>
/// <param name="Bound">No choice in it has a lesser value.</param>
internal sealed record MedianNode(MedianModel From, SiteState[] State, double[] Multipliers, double[] Frequency, double Bound);

/// <summary>Looks at one node at a time: what it found, what it learned, and the nodes that are left of it.</summary>
internal sealed class MedianVisit(MedianModel model)
{
    private const int NodeSteps = 120;
    private const double NodeLength = 0.5;
    private const int DiveSteps = 30;
    private const int DiveShare = 40;

    // Pairs of a model that its nodes keep; the nodes of larger ones start from what they came from.
    private const int MostKept = 100_000;

    private readonly MedianBound _relaxation = new(model.SiteCount, model.RowCount);

    /// <summary>Choices found.</summary>
    public MedianIncumbent Found { get; private set; } = new(model.Integral, model.Slack, () => false);

    /// <summary>What trials have taught.</summary>
    public List<MedianBranching.Trial> Trials { get; } = [];

    /// <summary>What is left, the least likely first.</summary>
    public List<MedianNode> Left { get; } = [];

    /// <summary>Bounds a node and divides it in two.</summary>
    public void Divide(MedianNode node, MedianIncumbent best, MedianBranching branching)
    {
        Trials.Clear();
        Left.Clear();
        if (Narrow(node, NodeSteps, NodeLength, best) is not { } left)
            return;
        if (Found.Stop)
        {
            Left.Add(left);
            return;
        }

        MedianModel rows = left.From.Restrict(left.State);
        double[] frequency = [.. rows.Origin.Select(site => left.Frequency[site])];
        int branch = rows.Origin[branching.Choose(rows, left.Multipliers, left.Bound, frequency, _relaxation, Found, Trials)];
        bool likely = left.Frequency[branch] >= 0.5;
        Left.Add(Child(left, branch, likely ? SiteState.Closed : SiteState.Open));
        Left.Add(Child(left, branch, likely ? SiteState.Open : SiteState.Closed));
    }

    /// <summary>Bounds a node and decides the sites that can be decided.</summary>
    /// <returns>What is left of it; null when nothing is.</returns>
    public MedianNode? Narrow(MedianNode node, int steps, double length, MedianIncumbent best)
    {
        Found = best.Beside();
        SiteState[] state = [.. node.State];
        double[] multipliers = [.. node.Multipliers];
        double[] frequency = [.. node.Frequency];
        double bound = node.Bound;
        MedianModel rows = node.From.Restrict(state);
        (bool ended, bool bounded) = (false, false);
        while (!rows.Decided)
        {
            if (ended || (bounded && Found.Stop))
                return new MedianNode(rows.Site.Length <= MostKept ? rows : node.From, state, multipliers, frequency, bound);
            bounded = true;
            long before = _relaxation.Steps;
            ended = Raise(rows, state, frequency, multipliers, steps, length);
            bound = Math.Max(bound, _relaxation.Bound);
            if (bound > Found.Threshold)
                return null;
            (steps, length) = (steps - (int)(_relaxation.Steps - before), _relaxation.Length);
            rows = rows.Restrict(state);
        }

        TakeDecided(rows);
        return null;
    }

    /// <summary>
    /// Opens the sites that the relaxation chooses most often, a few at a time, with a few steps between, until nothing is left to choose
    /// or nothing better is: on the way <see cref="Found"/> takes what it meets.
    /// </summary>
    /// <param name="node">Where to begin; it stays as it is.</param>
    /// <param name="best">The choice to do better than.</param>
    public void Dive(MedianNode node, MedianIncumbent best)
    {
        Found = best.Beside();
        SiteState[] state = [.. node.State];
        double[] multipliers = [.. node.Multipliers];
        double[] frequency = [.. node.Frequency];
        MedianModel rows = node.From.Restrict(state);
        for (; !rows.Decided; rows = rows.Restrict(state))
        {
            Raise(rows, state, frequency, multipliers, DiveSteps, NodeLength);
            if (_relaxation.Bound > Found.Threshold || Found.Stop)
                return;
            int few = Math.Max(1, rows.P / DiveShare);
            foreach (int site in rows.Origin.Where(site => state[site] == SiteState.Free).OrderByDescending(site => frequency[site]).Take(few))
                state[site] = SiteState.Open;
        }

        TakeDecided(rows);
    }

    // Raises the bound of what is left; false when it ended early because many sites are decided.
    private bool Raise(MedianModel rows, SiteState[] state, double[] frequency, double[] multipliers, int steps, double length)
    {
        var decided = new SiteState[rows.SiteCount];
        for (int j = 0; j < rows.SiteCount; j++)
            _relaxation.Frequency[j] = frequency[rows.Origin[j]];
        bool ended = _relaxation.Run(rows, decided, multipliers, steps, length, Found, restricting: true);
        for (int j = 0; j < rows.SiteCount; j++)
            (state[rows.Origin[j]], frequency[rows.Origin[j]]) = (decided[j], _relaxation.Frequency[j]);
        return ended;
    }

    private void TakeDecided(MedianModel rows)
    {
        bool[] open = [.. Enumerable.Repeat(rows.P > 0, rows.SiteCount)];
        Found.Take(rows, open, rows.Value(open));
    }

    private static MedianNode Child(MedianNode node, int site, SiteState state)
    {
        SiteState[] next = [.. node.State];
        next[site] = state;
        return node with { State = next };
    }
}
