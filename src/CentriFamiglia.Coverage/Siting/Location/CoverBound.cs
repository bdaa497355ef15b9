namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>The Lagrangean bound of set covering at one node, with a greedy cover at every step that raises it.</summary>
internal sealed class CoverBound
{
    private const int GreedyEvery = 15;

    private readonly CoverModel _model;
    private readonly SiteState[] _state;
    private readonly List<int> _rows;
    private readonly int _opened;
    private readonly double[] _reduced;
    private readonly double[] _frequency;
    private readonly int[] _hits;

    public CoverBound(CoverModel model, SiteState[] state, List<int> rows, int opened)
    {
        (_model, _state, _rows, _opened) = (model, state, rows, opened);
        _reduced = new double[model.SiteCount];
        _frequency = new double[model.SiteCount];
        _hits = new int[model.Rows.Count];
    }

    /// <summary>Raises the bound; multipliers become the best ones found.</summary>
    /// <returns>No cover below this node has fewer sites, the open ones included.</returns>
    public double Run(double[] multipliers, int steps, Func<int> limit, Action<List<int>> take, Func<bool> stop)
    {
        double best = double.NegativeInfinity;
        double[] u = [.. multipliers];
        (double scale, int idle) = (1.2, 0);
        for (int step = 0; step < steps && !stop(); step++)
        {
            double bound = Evaluate(u);
            if (bound > best + 1e-7)
            {
                best = bound;
                idle = 0;
                u.CopyTo(multipliers, 0);
                // A cover at every step would cost more than the steps.
                if (step % GreedyEvery == 0 && GreedyCover() is { } cover)
                    take(cover);
                if (Math.Ceiling(bound - 1e-6) >= limit())
                    return bound;
                Fix(bound, limit());
            }
            else if (++idle >= 10)
            {
                (idle, scale) = (0, scale * 0.6);
                if (scale < 0.005)
                    break;
                multipliers.CopyTo(u, 0);
                Evaluate(u);
            }

            if (!Move(u, scale * (limit() - bound)))
                break;
        }

        return best;
    }

    /// <summary>The free site of an uncovered row that was chosen closest to half of the time, ties to the earlier; -1 when none is free.</summary>
    public int LeastSure()
    {
        int best = -1;
        foreach (int site in _rows.SelectMany(i => _model.Rows[i]))
        {
            if (_state[site] != SiteState.Free)
                continue;
            double doubt = best < 0 ? -1 : Math.Abs(_frequency[site] - 0.5) - Math.Abs(_frequency[best] - 0.5);
            if (doubt < 0 || (doubt == 0 && site < best))
                best = site;
        }

        return best;
    }

    private double Evaluate(double[] u)
    {
        Array.Fill(_reduced, 1);
        double bound = _opened;
        foreach (int i in _rows)
        {
            bound += u[i];
            foreach (int site in _model.Rows[i])
                _reduced[site] -= u[i];
        }

        for (int j = 0; j < _reduced.Length; j++)
        {
            bool chosen = _state[j] == SiteState.Free && _reduced[j] < 0;
            if (chosen)
                bound += _reduced[j];
            _frequency[j] += 0.08 * ((chosen ? 1 : 0) - _frequency[j]);
        }

        foreach (int i in _rows)
        {
            int hits = 0;
            foreach (int site in _model.Rows[i])
                hits += _state[site] == SiteState.Free && _reduced[site] < 0 ? 1 : 0;
            _hits[i] = hits;
        }

        return bound;
    }

    private bool Move(double[] u, double distance)
    {
        double norm = 0;
        foreach (int i in _rows)
        {
            int slack = 1 - _hits[i];
            norm += slack < 0 && u[i] <= 0 ? 0 : (double)slack * slack;
        }

        if (norm == 0)
            return false;
        foreach (int i in _rows)
            u[i] = Math.Max(0, u[i] + (distance / norm * (1 - _hits[i])));
        return true;
    }

    private void Fix(double bound, int limit)
    {
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == SiteState.Free && _reduced[j] > 0 && Math.Ceiling(bound + _reduced[j] - 1e-6) >= limit)
                _state[j] = SiteState.Closed;
        }
    }

    // Open sites, then the site with the least reduced cost per newly covered row, then superfluous ones out again.
    private List<int>? GreedyCover()
    {
        List<int> chosen = [];
        for (int j = 0; j < _state.Length; j++)
        {
            if (_state[j] == SiteState.Open)
                chosen.Add(j);
        }

        int mandatory = chosen.Count;
        List<int> left = [.. _rows];
        int[] news = new int[_state.Length];
        while (left.Count > 0)
        {
            Array.Clear(news);
            foreach (int i in left)
            {
                foreach (int site in _model.Rows[i])
                    news[site]++;
            }

            int best = -1;
            double score = double.PositiveInfinity;
            for (int j = 0; j < news.Length; j++)
            {
                if (news[j] == 0 || _state[j] != SiteState.Free)
                    continue;
                double own = Math.Max(_reduced[j], -0.9) + 1;
                if (own / news[j] < score)
                    (best, score) = (j, own / news[j]);
            }

            if (best < 0)
                return null;
            chosen.Add(best);
            left.RemoveAll(i => _model.Rows[i].Contains(best));
        }

        DropSuperfluous(chosen, mandatory);
        chosen.Sort();
        return chosen;
    }

    private void DropSuperfluous(List<int> chosen, int mandatory)
    {
        for (int k = chosen.Count - 1; k >= mandatory; k--)
        {
            int site = chosen[k];
            if (_rows.TrueForAll(i => !_model.Rows[i].Contains(site) || _model.Rows[i].Any(other => other != site && chosen.Contains(other))))
                chosen.RemoveAt(k);
        }
    }
}
