using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Where the territory is kept: a GeoPackage file or a PostGIS database. Both hold the same and pass the same tests.</summary>
public interface ICoverageStore : IAsyncDisposable
{
    /// <summary>For messages and logs: the file's path, or host and database, never a password.</summary>
    string DisplayName { get; }

    /// <summary>The same store as one person may use it; what the person may not is refused there, and once more by the database where that can.</summary>
    /// <param name="caller">Who.</param>
    /// <returns>Of this one, which goes on owning its connections.</returns>
    ICoverageStore For(Caller caller);

    /// <summary>Where searches are kept that every server of a shared store computes; null for a store of one's own.</summary>
    IJobBoard? Jobs => null;

    /// <summary>Hears of what others write, as soon as they do. A lost connection is opened again by itself; what cannot be heard is not waited for.</summary>
    /// <param name="told">Called for each notice, on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Ends at once for a store that tells nothing.</returns>
    Task ListenAsync(Action<StoreNotice> told, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether there is a store at all, whether it is ours, and how new.</summary>
    /// <exception cref="StoreUnreachableException">The server or file cannot be reached.</exception>
    /// <exception cref="StoreRefusedException">The file or schema is not ours.</exception>
    Task<StoreState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Whether whoever has opened it may change it: false for a file, a user or a server that can only be read.</summary>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    Task<bool> CanWriteAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Names the content as it is now, cheaply: another text means that something was written, edited, swapped or restored, whatever the
    /// revision says. Asked before a read, it holds for what is read then or for something older, never for something newer.
    /// </summary>
    /// <returns>To be compared only; of a store that is absent or of another schema it is another text than of one that can be read.</returns>
    /// <exception cref="StoreException">The store cannot be reached, or is not ours.</exception>
    Task<string> IdentityAsync(CancellationToken cancellationToken);

    /// <summary>Reads every row of the content, the matrix included, as of one moment, and compares it with the fingerprints written with it.</summary>
    /// <exception cref="StoreException">It cannot be reached or read at all.</exception>
    Task<StoreVerification> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Creates the schema or brings it up to date, in one transaction; does nothing when it is current, except that a table that lost a
    /// trigger of ours, or was made anew without any, gets them back, is taken as it is and counts as edited.
    /// </summary>
    /// <returns>Names of the scripts applied, in order.</returns>
    /// <exception cref="StoreRefusedException">There are triggers, rules or views that are not ours.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Creates the store with this content, without a matrix. In a file both or neither; in a database the schema comes first, and a failure
    /// after it leaves an empty one.
    /// </summary>
    /// <param name="content">What it shall hold.</param>
    /// <param name="act">Who does it, for the register.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>False, and nothing is written, when there is a store: another process was first.</returns>
    Task<bool> CreateAsync(TerritoryContent content, AuditAct act, CancellationToken cancellationToken);

    /// <summary>Everything but the matrix, as of one moment (one read transaction), with the revision it was read at.</summary>
    /// <exception cref="StoreRefusedException">A table's rows are not those that were written, and nobody is known to have edited them.</exception>
    Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The imported matrix in order of (from, to), streamed; empty when none was imported.</summary>
    /// <exception cref="StoreRefusedException">At the end: its rows are not those that were written, and nobody is known to have edited them.</exception>
    IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync(CancellationToken cancellationToken);

    /// <summary>Selects rows where the store is a database that does so by its indexes.</summary>
    /// <param name="identity">Of the content that is answered about.</param>
    /// <returns>Null where it is none, or holds another content by now: who has the content in memory selects there.</returns>
    Task<SelectedRows?> SelectAsync(RowSelection selection, string identity, CancellationToken cancellationToken);

    /// <summary>The same for a vector tile (Mapbox Vector Tile 2).</summary>
    /// <returns>Null as above; no bytes where nothing is in the tile.</returns>
    Task<byte[]?> TileAsync(StoredTile tile, string identity, CancellationToken cancellationToken);

    /// <summary>Every record of a kind, in the order of the keys.</summary>
    Task<ImmutableArray<StoredRecord>> ReadRecordsAsync(RecordKind kind, CancellationToken cancellationToken);

    /// <returns>Null where there is none of that key.</returns>
    Task<StoredRecord?> ReadRecordAsync(RecordKind kind, string key, CancellationToken cancellationToken);

    /// <summary>The register of changes with every record, as of one moment.</summary>
    Task<StoreRegister> ReadRegisterAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes records and territory and the entry that tells it, all or nothing. A change of the territory raises the revision by one; only rows that
    /// differ are changed, and only in our own columns; a row or a record that another program changed since it was read refuses the write.
    /// </summary>
    /// <param name="commit">What is written.</param>
    /// <param name="cancellationToken">Stops the write; nothing is kept.</param>
    /// <returns>The entry of the register, with the revision.</returns>
    /// <exception cref="StoreChangedException">Another program wrote in the meantime: nothing was written.</exception>
    /// <exception cref="StoreRefusedException">There are triggers, rules or views that are not ours, or a record is closed: nothing was written.</exception>
    Task<AuditEntry> CommitAsync(StoreCommit commit, CancellationToken cancellationToken);
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
