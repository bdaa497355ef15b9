using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests;

internal static class StoreWrites
{
    /// <summary>Writes over what the store holds at this moment, as one who read it just now and believes it to be of that revision.</summary>
    public static async Task<long> WriteAsync(
        this ICoverageStore store,
        TerritoryContent next,
        ContentParts parts,
        IReadOnlyList<TravelMatrixEntry>? matrix,
        long revision,
        CancellationToken cancellationToken)
    {
        (TerritoryContent content, _) = await store.ReadAsync(cancellationToken);
        return await store.WriteAsync(next, parts, matrix, new StoreReading(content, revision), cancellationToken);
    }
}
