using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// A dense simplex dictionary: every basic variable, and the objective, as a linear form of the nonbasic ones. Row <c>r</c> and column
/// <c>q</c> change places in a pivot.
/// </summary>
internal sealed class CoverTableau(int rows, int columns)
{
    private readonly int _width = (columns + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
    private readonly double[] _cells = new double[(long)rows * ((columns + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count)];

    /// <summary>Sum of the squares of each row, one added: what a row's violation is measured by (steepest edge).</summary>
    public double[] Norm { get; } = new double[rows];

    /// <summary>Coefficients of a row.</summary>
    public Span<double> Row(int row) => _cells.AsSpan(row * _width, columns);

    public double Cell(int row, int column) => _cells[(row * _width) + column];

    /// <summary>Exchanges the basic variable of a row with the nonbasic one of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pivot(int row, int column, Span<double> objective)
    {
        Span<double> pivotal = _cells.AsSpan(row * _width, _width);
        double inverse = 1 / pivotal[column];
        pivotal[column] = -1;
        double norm = 1;
        for (int k = 0; k < pivotal.Length; k++)
        {
            pivotal[k] *= -inverse;
            norm += pivotal[k] * pivotal[k];
        }

        Norm[row] = norm;
        for (int i = 0; i < rows; i++)
        {
            if (i == row)
                continue;
            Span<double> other = _cells.AsSpan(i * _width, _width);
            double times = other[column];
            if (times == 0)
                continue;
            other[column] = 0;
            Norm[i] = 1 + Add(other, pivotal, times);
        }

        double price = objective[column];
        objective[column] = 0;
        for (int k = 0; k < objective.Length; k++)
            objective[k] += price * pivotal[k];
    }

    public void CopyTo(CoverTableau other)
    {
        _cells.CopyTo(other._cells, 0);
        Norm.CopyTo(other.Norm, 0);
    }

    public void Clear()
    {
        Array.Clear(_cells);
        Array.Fill(Norm, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Add(Span<double> to, ReadOnlySpan<double> row, double times)
    {
        Span<Vector<double>> wideTo = MemoryMarshal.Cast<double, Vector<double>>(to);
        ReadOnlySpan<Vector<double>> wideRow = MemoryMarshal.Cast<double, Vector<double>>(row);
        var factor = new Vector<double>(times);
        Vector<double> squares = Vector<double>.Zero;
        for (int k = 0; k < wideTo.Length; k++)
        {
            Vector<double> sum = wideTo[k] + (factor * wideRow[k]);
            wideTo[k] = sum;
            squares += sum * sum;
        }

        return Vector.Sum(squares);
    }
}
