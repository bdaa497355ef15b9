using System.Collections;

namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>The demand points that count, by id, as columns. Immutable.</summary>
public sealed class PlacedDemands : IReadOnlyList<PlacedDemand>
{
    private readonly int[] _comuneOfCode;
    private readonly int[]? _kept;
    private readonly DemandOrigin[]? _origins;

    /// <param name="points">By id; also those that do not count.</param>
    /// <param name="comuneOfCode">Of each of their codes the position in <see cref="TerritorySnapshot.Comuni"/>.</param>
    /// <param name="kept">Positions of those that count; null when all do.</param>
    /// <param name="origins">How each that counts was placed; null when all were imported.</param>
    internal PlacedDemands(DemandPoints points, int[] comuneOfCode, int[]? kept, DemandOrigin[]? origins)
    {
        (Points, _comuneOfCode, _kept, _origins) = (points, comuneOfCode, kept, origins);
        Length = kept?.Length ?? points.Length;
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    internal DemandPoints Points { get; }

    int IReadOnlyCollection<PlacedDemand>.Count => Length;

    public PlacedDemand this[int index] => new(this, index);

    /// <summary>Position of the point's comune in <see cref="TerritorySnapshot.Comuni"/>.</summary>
    public int ComuneOf(int index) => _comuneOfCode[Points.CodeIndex(PositionOf(index))];

    /// <summary>Persons.</summary>
    public double ResidentsOf(int index) => Points.Residents(PositionOf(index));

    public IEnumerator<PlacedDemand> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return new PlacedDemand(this, i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int PositionOf(int index) => _kept is null ? index : _kept[index];

    internal DemandOrigin OriginOf(int index) => _origins is null ? DemandOrigin.Imported : _origins[index];
}
