namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>What a write was made from: it is refused where the store no longer says this.</summary>
/// <param name="Content">As <see cref="ICoverageStore.ReadAsync"/> gave it.</param>
/// <param name="Revision">The revision it was read at.</param>
public sealed record StoreReading(TerritoryContent Content, long Revision)
{
    /// <summary>The matrix, where the write rests on it; null when it was not read.</summary>
    public IReadOnlyList<TravelMatrixEntry>? Matrix { get; init; }
}
