using System.Collections;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>The demand points that count, by id, as columns. Immutable.</summary>
public sealed class PlacedDemands : IReadOnlyList<PlacedDemand>
{
    private readonly int[] _comuneOfCode;
    private readonly int[]? _kept;
    private readonly DemandOrigin[] _origins;
    private readonly double[]? _weights;

    /// <param name="points">By id; also those that do not count.</param>
    /// <param name="comuneOfCode">Of each of their codes the position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    /// <param name="kept">Positions of those that count; null when all do.</param>
    /// <param name="origins">Of each comune how its points were placed.</param>
    /// <param name="weights">What each that counts weighs; null for its residents.</param>
    internal PlacedDemands(DemandPoints points, int[] comuneOfCode, int[]? kept, DemandOrigin[] origins, double[]? weights = null)
    {
        (Points, _comuneOfCode, _kept, _origins, _weights) = (points, comuneOfCode, kept, origins, weights);
        Length = kept?.Length ?? points.Length;
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    internal DemandPoints Points { get; }

    int IReadOnlyCollection<PlacedDemand>.Count => Length;

    public PlacedDemand this[int index] => new(this, index);

    /// <summary>Position of the point's comune in <see cref="TerritorySnapshot.Comuni"/>.</summary>
    public int ComuneOf(int index) => _comuneOfCode[Points.CodeIndex(PositionOf(index))];

    /// <summary>The id of a point, whose text is not made.</summary>
    public ReadOnlySpan<char> IdOf(int index) => Points.Id(PositionOf(index));

    /// <summary>Persons; where another demand was chosen (<see cref="TerritorySnapshot.Choice"/>), what it counts in their place.</summary>
    public double ResidentsOf(int index) => _weights is null ? Points.Residents(PositionOf(index)) : _weights[index];

    /// <summary>The same points with other weights.</summary>
    /// <param name="weights">One for each.</param>
    internal PlacedDemands Weighing(double[] weights) => new(Points, _comuneOfCode, _kept, _origins, weights);

    /// <summary>Whether a comune has points of its own; any other is one point.</summary>
    /// <param name="comune">Position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    public bool HasOwnPoints(int comune) => _origins[comune] == DemandOrigin.Imported;

    public IEnumerator<PlacedDemand> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return new PlacedDemand(this, i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int PositionOf(int index) => _kept is null ? index : _kept[index];

    internal DemandOrigin OriginOf(int index) => _origins[ComuneOf(index)];
}
