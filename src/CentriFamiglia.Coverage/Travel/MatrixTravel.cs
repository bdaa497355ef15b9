using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>Travel by an imported comune-to-comune matrix; within one comune, where the matrix is silent, by another source.</summary>
public sealed class MatrixTravel : ITravelSource
{
    private MatrixTravel()
    {
    }

    public TravelSourceInfo Info => throw new NotSupportedException();

    /// <summary>Reads the pairs into memory.</summary>
    /// <param name="entries">The pairs; a pair given twice keeps its last cost.</param>
    /// <param name="matrix">What is known of the matrix.</param>
    /// <param name="withinComune">Costs inside one comune where the matrix has no pair from it to itself.</param>
    public static MatrixTravel Create(IEnumerable<TravelMatrixEntry> entries, TravelMatrixInfo matrix, ITravelSource withinComune) =>
        throw new NotSupportedException();

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to) => throw new NotSupportedException();
}
