namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>The best choices that a search met so far, and when to stop.</summary>
/// <param name="value">The best value before there is any choice.</param>
/// <param name="integral">All values are whole.</param>
/// <param name="slack">How far a computed bound may lie from the true one.</param>
/// <param name="stop">Ends the search; asked from several threads.</param>
internal abstract class Incumbent(double value, bool integral, double slack, Func<bool> stop)
{
    /// <summary>The chosen one, its alternates (five at most), and one more to know whether there are others.</summary>
    private const int MostKept = LocationResult.MostAlternates + 2;

    private readonly SortedSet<int[]> _optima = new(SiteOrder.Instance);
    private volatile bool _stopped;

    public double Value { get; protected set; } = value;

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
    protected double Tolerance => integral ? 0.5 : (10 * slack) + (double.IsInfinity(Value) ? 0 : 1e-10 * Value);

    /// <summary>Whether it was stopped, without asking; nothing that was stopped goes on.</summary>
    protected bool Stopped
    {
        get => _stopped;
        set => _stopped |= value;
    }

    /// <summary>Keeps a choice as good as the best, or a better one in place of all.</summary>
    protected void Keep(int[] sites, double worth, bool better)
    {
        if (better)
        {
            _optima.Clear();
            Value = worth;
        }

        if (!Full)
            _optima.Add(sites);
    }
}
