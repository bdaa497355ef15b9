using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>The best choices of a <see cref="CoverProgram"/> met so far, and when to stop.</summary>
/// <param name="program">The whole question: every choice is valued by it.</param>
/// <param name="most">A choice with a value above it is of no use.</param>
/// <param name="stop">Ends the search.</param>
/// <param name="enough">So does a choice with this value or a lesser one.</param>
internal sealed class CoverIncumbent(CoverProgram program, double most, Func<bool> stop, double enough = double.NegativeInfinity)
{
    /// <summary>The chosen one, its alternates (five at most), and one more to know whether there are others.</summary>
    private const int MostKept = LocationResult.MostAlternates + 2;

    private readonly SortedSet<int[]> _optima = new(SiteOrder.Instance);
    private bool _stopped;

    /// <summary>The best value; past <c>most</c> as long as there is none.</summary>
    public double Value { get; private set; } = double.IsPositiveInfinity(most) ? most : program.Integral ? most + 1 : Math.BitIncrement(most);

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
        : program.Integral ? Value - 1 + 1e-6 + program.Slack : Value - Tolerance;

    /// <summary>Two values closer than this are the same value.</summary>
    private double Tolerance => program.Integral
        ? 0.5
        : (10 * program.Slack) + (double.IsInfinity(Value) ? 0 : 1e-10 * Value);

    public void Take(ReadOnlySpan<bool> open)
    {
        double value = program.Value(open);
        if (program.P is { } p && open.Count(true) != p)
            return;
        if (double.IsPositiveInfinity(value) || value > Value + Tolerance || (_optima.Count == 0 && value > most))
            return;
        if (value < Value - Tolerance || _optima.Count == 0)
        {
            _optima.Clear();
            Value = value;
            _stopped |= value <= enough;
        }

        if (Full)
            return;
        var sites = new List<int>();
        for (int j = 0; j < open.Length; j++)
        {
            if (open[j])
                sites.Add(j);
        }

        _optima.Add([.. sites]);
    }
}
