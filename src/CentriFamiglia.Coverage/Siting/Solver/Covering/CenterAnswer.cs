using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// p-center over the distinct costs, each step a set covering question (Minieka 1970). Between the radii that are proved too small and the
/// best one known lie those of which nothing is known: greedy and swaps narrow them from above, the bound of the covering problem from
/// below; then searches that may do more and more work, from both ends, until none is left.
/// </summary>
internal sealed class CenterAnswer
{
    // Cells of the simplex dictionary of the first searches, and how much more the next ones may do.
    private const long FirstWork = 150_000_000;
    private const int MoreWork = 4;

    private readonly LocationInput _input;
    private readonly Func<bool> _stop;
    private readonly int _p;
    private readonly double[] _radii;
    private readonly long[] _worked;
    private int _low;
    private int _high;
    private int _nodes;
    private ImmutableArray<int>? _best;

    private CenterAnswer(LocationInput input, Func<bool> stop)
    {
        (_input, _stop, _p, _radii) = (input, stop, input.Problem.P!.Value, Radii(input));
        (_worked, _high) = (new long[_radii.Length], _radii.Length - 1);
    }

    public static LocationResult Solve(LocationInput input, Func<bool> stop)
    {
        var search = new CenterAnswer(input, stop);
        LocationResult result = search.Run();
        return result.Status == LocationStatus.Optimal ? WithAlternates(input, result, stop) : result;
    }

    private LocationResult Run()
    {
        CoverProgram Serving(double radius) => CoverAnswer.Serving(_input, CoverAnswer.Rows(_input, radius, _ => true), _p);
        if (CoverStart.Near(_radii, Serving) is { } start)
            Take([.. Enumerable.Range(0, start.Length).Where(j => start[j])]);
        else
            Try(_high, new CoverAnswer.Effort(Any: true, long.MaxValue));
        if (_best is null)
            return LocationResult.NoChoice(proved: _low > _high);
        _low = Math.Min(_high + 1, CenterBound.First(_input, _radii));
        // The first bound of a covering alone, by steps that cost little, takes most of the way.
        Raise(new CoverAnswer.Effort(Any: true, Work: 0, new CoverTree.SimplexUse(0, 0)));
        for (long work = FirstWork; _low <= _high && !_stop(); work *= work < long.MaxValue / MoreWork ? MoreWork : 1)
        {
            var effort = new CoverAnswer.Effort(Any: true, work);
            Lower(effort);
            Raise(effort);
        }

        double worst = Worst(_input, _best.Value)!.Value;
        return new LocationResult
        {
            Status = _low > _high ? LocationStatus.Optimal : LocationStatus.Feasible,
            Objective = worst,
            Bound = _low > _high ? worst : _radii[_low],
            Sites = _best.Value,
            Nodes = _nodes,
        };
    }

    // By bisection for the largest radius that such an effort proves too small: what it does not settle counts as enough for now.
    private void Raise(CoverAnswer.Effort effort)
    {
        (int low, int high) = (_low, _high);
        while (low <= high && !_stop())
        {
            int middle = low + ((high - low) / 2);
            Try(middle, effort);
            (low, high) = _low > middle ? (_low, high) : (low, Math.Min(middle - 1, _high));
        }
    }

    // For the least that it finds enough: what it does not settle counts as too small.
    private void Lower(CoverAnswer.Effort effort)
    {
        (int low, int high) = (_low, _high);
        while (low <= high && !_stop())
        {
            int middle = low + ((high - low) / 2);
            Try(middle, effort);
            (low, high) = _high < middle ? (Math.Max(low, _low), _high) : (middle + 1, high);
        }
    }

    private void Try(int at, CoverAnswer.Effort effort)
    {
        if (effort.Work > 0 && _worked[at] >= effort.Work)
            return;
        _worked[at] = effort.Work;
        CoverAnswer.Need need = CoverAnswer.Fewest(_input, _radii[at], _p, _ => true, _stop, effort);
        _nodes += need.Nodes;
        if (need.Sites is not null)
            Take(need.Sites);
        else if (need.Bound > _p)
            _low = Math.Max(_low, at + 1);
    }

    private void Take(List<int> sites)
    {
        ImmutableArray<int> filled = Fill(_input, sites, _p);
        int at = Array.BinarySearch(_radii, Worst(_input, filled)!.Value);
        if (_best is null || at <= _high)
            (_best, _high) = (filled, at - 1);
    }

    private static LocationResult WithAlternates(LocationInput input, LocationResult result, Func<bool> stop)
    {
        LocationResult found = CoverAnswer.Others(input, CoverAnswer.Rows(input, result.Objective, _ => true), result.Sites, stop).ToResult();
        return result with
        {
            Sites = found.Sites,
            Alternates = found.Alternates,
            AlternatesComplete = found.AlternatesComplete,
            Nodes = result.Nodes + found.Nodes,
        };
    }

    // The optimum is one of the costs; none below the largest "cheapest site" can do.
    private static double[] Radii(LocationInput input)
    {
        double least = 0;
        var distinct = new HashSet<double>();
        for (int i = 0; i < input.DemandCount; i++)
        {
            double cheapest = double.PositiveInfinity;
            for (int k = 0; k < input.Problem.Costs.SitesOf(i).Length; k++)
            {
                if (input.Start[input.Problem.Costs.SitesOf(i)[k]] == SiteState.Closed)
                    continue;
                cheapest = Math.Min(cheapest, input.Problem.Costs.CostsOf(i)[k]);
                distinct.Add(input.Problem.Costs.CostsOf(i)[k]);
            }

            least = Math.Max(least, cheapest);
        }

        return [.. distinct.Where(radius => radius >= least).Order()];
    }

    // Rows are sorted by cost: the first open site is the nearest.
    private static double? Worst(LocationInput input, ImmutableArray<int> sites)
    {
        HashSet<int> open = [.. sites];
        double worst = 0;
        for (int i = 0; i < input.DemandCount; i++)
        {
            int k = 0;
            while (k < input.Problem.Costs.SitesOf(i).Length && !open.Contains(input.Problem.Costs.SitesOf(i)[k]))
                k++;
            if (k == input.Problem.Costs.SitesOf(i).Length)
                return null;
            worst = Math.Max(worst, input.Problem.Costs.CostsOf(i)[k]);
        }

        return worst;
    }

    /// <summary>Exactly p sites: the fixed ones, those of the cover, and the earliest of the others to make up the number.</summary>
    public static ImmutableArray<int> Fill(LocationInput input, List<int> cover, int p)
    {
        var chosen = new SortedSet<int>(cover);
        chosen.UnionWith(input.Problem.Fixed);
        for (int j = 0; j < input.SiteCount && chosen.Count < p; j++)
        {
            if (input.Start[j] == SiteState.Free)
                chosen.Add(j);
        }

        return [.. chosen];
    }
}
