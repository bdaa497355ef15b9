namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Where the territory is kept: a GeoPackage file or a PostGIS database. Both hold the same and pass the same tests.</summary>
public interface ICoverageStore : IAsyncDisposable
{
    /// <summary>For messages and logs: the file's path, or host and database, never a password.</summary>
    string DisplayName { get; }

    /// <summary>Whether there is a store at all, whether it is ours, and how new.</summary>
    /// <exception cref="StoreUnreachableException">The server or file cannot be reached.</exception>
    /// <exception cref="StoreRefusedException">The file or schema is not ours.</exception>
    Task<StoreState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Whether whoever has opened it may change it: false for a file, a user or a server that can only be read.</summary>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    Task<bool> CanWriteAsync(CancellationToken cancellationToken);

    /// <summary>Creates the schema or brings it up to date, in one transaction; does nothing when it is current.</summary>
    /// <returns>Names of the scripts applied, in order.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Everything but the matrix, as of one moment (one read transaction), with the revision it was read at.</summary>
    Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The imported matrix in order of (from, to), streamed; empty when none was imported.</summary>
    IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the named parts by those of <paramref name="next"/>, all or nothing, and raises the revision by one.
    /// </summary>
    /// <param name="next">The whole content as it shall be.</param>
    /// <param name="parts">Which of its parts differ from what is stored.</param>
    /// <param name="matrix">The new matrix, when <paramref name="parts"/> has <see cref="ContentParts.Matrix"/>.</param>
    /// <param name="expectedRevision">The revision that <paramref name="next"/> was made from.</param>
    /// <param name="cancellationToken">Stops the write; nothing is kept.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreChangedException">Someone else wrote in the meantime: nothing was written.</exception>
    Task<long> WriteAsync(
        TerritoryContent next,
        ContentParts parts,
        IReadOnlyList<TravelMatrixEntry>? matrix,
        long expectedRevision,
        CancellationToken cancellationToken);
}

/// <summary>What <see cref="ICoverageStore.StateAsync"/> found.</summary>
/// <param name="Exists">False: nothing there yet, to be created by <see cref="ICoverageStore.MigrateAsync"/>.</param>
/// <param name="SchemaVersion">Number of the newest script applied; 0 when nothing exists.</param>
/// <param name="KnownVersion">Number of the newest script this program has.</param>
/// <param name="Revision">Raised by every write; 0 when nothing was ever written.</param>
public sealed record StoreState(bool Exists, int SchemaVersion, int KnownVersion, long Revision)
{
    /// <summary>The store was made by a newer program.</summary>
    public bool IsNewer => SchemaVersion > KnownVersion;

    /// <summary>The store needs <see cref="ICoverageStore.MigrateAsync"/>.</summary>
    public bool IsOlder => Exists && SchemaVersion < KnownVersion;
}
