using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>The write of the territory alone.</summary>
public static class StoreWrites
{
    /// <summary>Makes the named parts those of <paramref name="next"/>, as <see cref="ICoverageStore.CommitAsync"/> does.</summary>
    /// <param name="store">Where.</param>
    /// <param name="next">The whole content as it shall be.</param>
    /// <param name="parts">Which of its parts differ from what is stored.</param>
    /// <param name="matrix">The new matrix, when <paramref name="parts"/> has <see cref="ContentParts.Matrix"/>.</param>
    /// <param name="read">What <paramref name="next"/> was made from.</param>
    /// <param name="cancellationToken">Stops the write; nothing is kept.</param>
    /// <param name="act">Who does it; null for the user of this computer.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreException">See <see cref="ICoverageStore.CommitAsync"/>.</exception>
    public static async Task<long> WriteAsync(
        this ICoverageStore store,
        TerritoryContent next,
        ContentParts parts,
        IReadOnlyList<TravelMatrixEntry>? matrix,
        StoreReading read,
        CancellationToken cancellationToken,
        AuditAct? act = null)
    {
        var commit = new StoreCommit(act ?? LocalUser.Does("archivio.scrive", "archivio")) { Content = new ContentChange(next, parts, matrix, read) };
        return (await store.CommitAsync(commit, cancellationToken)).Revision;
    }
}
