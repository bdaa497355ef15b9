using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Median;

/// <summary>The best choices met so far, and when to stop.</summary>
/// <param name="integral">All values are whole.</param>
/// <param name="slack">How far a computed bound may lie from the true one.</param>
/// <param name="stop">Ends the search; asked from several threads.</param>
internal sealed class MedianIncumbent(bool integral, double slack, Func<bool> stop)
{
    /// <summary>The chosen one, its alternates (five at most), and one more to know whether there are others.</summary>
    private const int MostKept = LocationResult.MostAlternates + 2;

    private readonly SortedSet<int[]> _optima = new(SiteOrder.Instance);
    private volatile bool _stopped;

    public double Value { get; private set; } = double.PositiveInfinity;

    /// <summary>Choices of exactly <see cref="Value"/>, in order of input.</summary>
    public IReadOnlyCollection<int[]> Optima => _optima;

    public bool Full => _optima.Count >= MostKept;

    /// <summary>Keep looking for choices of equal value, not only for better ones.</summary>
    public bool Enumerating { get; set; }

    /// <summary>Once it was true it stays true: a search must not go on after it has set nodes aside.</summary>
    public bool Stop => _stopped || (_stopped = stop());

    /// <summary>A bound above this cannot lead to anything wanted.</summary>
    public double Threshold => Enumerating
        ? Value + Tolerance
        : integral ? Value - 1 + 1e-6 + slack : Value - Tolerance;

    /// <summary>Two values closer than this are the same value.</summary>
    private double Tolerance => integral ? 0.5 : (10 * slack) + (double.IsInfinity(Value) ? 0 : 1e-10 * Value);

    /// <summary>
    /// What one node works with while others are looked at beside it: the value of now, and nothing found yet. It never depends on which
    /// of them ends first.
    /// </summary>
    public MedianIncumbent Beside() => new(integral, slack, stop) { Value = Value, Enumerating = Enumerating };

    /// <summary>Takes over what was found beside.</summary>
    public void Merge(MedianIncumbent beside)
    {
        _stopped |= beside._stopped;
        foreach (int[] sites in beside._optima)
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
        if (value > Value + Tolerance)
            return;
        if (value < Value - Tolerance)
        {
            _optima.Clear();
            Value = value;
        }

        if (!Full)
            _optima.Add(sites);
    }
}
