using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>The best choices of a <see cref="CoverProgram"/> met so far; the value is past <c>most</c> as long as there is none.</summary>
/// <param name="program">The whole question: every choice is valued by it.</param>
/// <param name="most">A choice with a value above it is of no use.</param>
/// <param name="stop">Ends the search.</param>
/// <param name="enough">So does a choice with this value or a lesser one.</param>
internal sealed class CoverIncumbent(CoverProgram program, double most, Func<bool> stop, double enough = double.NegativeInfinity)
    : Incumbent(double.IsPositiveInfinity(most) ? most : program.Integral ? most + 1 : Math.BitIncrement(most), program.Integral, program.Slack, stop)
{
    public void Take(ReadOnlySpan<bool> open)
    {
        double value = program.Value(open);
        if (program.P is { } p && open.Count(true) != p)
            return;
        if (double.IsPositiveInfinity(value) || value > Value + Tolerance || (Optima.Count == 0 && value > most))
            return;
        bool better = value < Value - Tolerance || Optima.Count == 0;
        Stopped = better && value <= enough;
        var sites = new List<int>();
        for (int j = 0; j < open.Length; j++)
        {
            if (open[j])
                sites.Add(j);
        }

        Keep([.. sites], value, better);
    }
}
