using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>The best choices of a <see cref="MedianModel"/> met so far.</summary>
/// <param name="integral">All values are whole.</param>
/// <param name="slack">How far a computed bound may lie from the true one.</param>
/// <param name="stop">Ends the search; asked from several threads.</param>
internal sealed class MedianIncumbent(bool integral, double slack, Func<bool> stop) : Incumbent(double.PositiveInfinity, integral, slack, stop)
{
    private readonly Func<bool> _stop = stop;
    private readonly (bool Integral, double Slack) _exact = (integral, slack);

    /// <summary>
    /// What one node works with while others are looked at beside it: the value of now, and nothing found yet. It never depends on which
    /// of them ends first.
    /// </summary>
    public MedianIncumbent Beside() => new(_exact.Integral, _exact.Slack, _stop) { Value = Value, Enumerating = Enumerating };

    /// <summary>Takes over what was found beside.</summary>
    public void Merge(MedianIncumbent beside)
    {
        Stopped = beside.Stopped;
        foreach (int[] sites in beside.Optima)
            Take(sites, beside.Value);
    }

    /// <summary>Takes the choice if it is as good as the best; a better one is improved by swaps first.</summary>
    public void Offer(MedianModel model, bool[] chosen)
    {
        double value = model.Value(chosen);
        if (value > Value * 1.02 && !double.IsInfinity(Value))
            return;
        if (value > Value + Tolerance)
        {
            bool[] improved = [.. chosen];
            value = Interchange.Improve(model, improved, rounds: 50, () => Stop);
            Take(model, improved, value);
            return;
        }

        Take(model, chosen, value);
    }

    /// <summary>Takes the choice if it is as good as the best.</summary>
    public void Take(MedianModel model, ReadOnlySpan<bool> chosen, double value)
    {
        if (value <= Value + Tolerance)
            Take(model.Choice(chosen), value);
    }

    private void Take(int[] sites, double value)
    {
        if (value <= Value + Tolerance)
            Keep(sites, value, better: value < Value - Tolerance);
    }
}
