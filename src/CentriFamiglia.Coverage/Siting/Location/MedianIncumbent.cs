namespace CentriFamiglia.Coverage.Siting.Location;

/// <summary>The best choices met so far, and when to stop.</summary>
internal sealed class MedianIncumbent(MedianModel model, Func<bool> stop)
{
    /// <summary>The chosen one, its alternates (five at most), and one more to know whether there are others.</summary>
    private const int MostKept = 7;

    private readonly SortedSet<int[]> _optima = new(SiteOrder.Instance);
    private bool _stopped;

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
        : model.Integral ? Value - 1 + 1e-6 + model.Slack : Value - Tolerance;

    /// <summary>Two values closer than this are the same value.</summary>
    private double Tolerance => model.Integral ? 0.5 : (10 * model.Slack) + (double.IsInfinity(Value) ? 0 : 1e-10 * Value);

    /// <summary>Takes the choice if it is as good as the best; a better one is improved by swaps first.</summary>
    public void Offer(MedianModel reduced, bool[] chosen, SiteState[] state)
    {
        double value = reduced.Value(chosen);
        if (value > Value * 1.02 && !double.IsInfinity(Value))
            return;
        if (value > Value + Tolerance)
        {
            bool[] improved = [.. chosen];
            value = Interchange.Improve(reduced, improved, state, rounds: 50, () => Stop);
            Take(improved, value);
            return;
        }

        Take(chosen, value);
    }

    public void Take(bool[] chosen, double value)
    {
        if (value > Value + Tolerance)
            return;
        if (value < Value - Tolerance)
        {
            _optima.Clear();
            Value = value;
        }

        if (!Full)
            _optima.Add(Indices(chosen));
    }

    private static int[] Indices(bool[] chosen)
    {
        var sites = new List<int>();
        for (int j = 0; j < chosen.Length; j++)
        {
            if (chosen[j])
                sites.Add(j);
        }

        return [.. sites];
    }
}

/// <summary>Lexicographic order of ascending index lists: the order of input.</summary>
internal sealed class SiteOrder : IComparer<int[]>
{
    public static SiteOrder Instance { get; } = new();

    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
}
