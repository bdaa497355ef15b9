using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>
/// A store as one person may use it: records that are not for this person's eyes are not there, and a write that this person may not make is refused
/// whole. The territory is read as it is, for whose neighbours are unknown computes wrong minutes; what of it is shown is the questions' affair.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="person">Who uses it.</param>
public sealed class GuardedStore(ICoverageStore inner, Caller person) : ICoverageStore
{
    public string DisplayName => inner.DisplayName;

    public ICoverageStore For(Caller caller) => inner.For(caller);

    public Task<StoreState> StateAsync(CancellationToken cancellationToken) => inner.StateAsync(cancellationToken);

    public Task<bool> CanWriteAsync(CancellationToken cancellationToken) => inner.CanWriteAsync(cancellationToken);

    public Task<string> IdentityAsync(CancellationToken cancellationToken) => inner.IdentityAsync(cancellationToken);

    public Task<StoreVerification> VerifyAsync(CancellationToken cancellationToken) => Permitted(Deed.Administer, () => inner.VerifyAsync(cancellationToken));

    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => Permitted(Deed.Administer, () => inner.MigrateAsync(cancellationToken));

    public Task<bool> CreateAsync(TerritoryContent content, AuditAct act, CancellationToken cancellationToken) =>
        Permitted(Deed.Administer, () => inner.CreateAsync(content, act, cancellationToken));

    public Task<(TerritoryContent Content, long Revision)> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    public IAsyncEnumerable<TravelMatrixEntry> ReadMatrixAsync(CancellationToken cancellationToken) => inner.ReadMatrixAsync(cancellationToken);

    public Task<SelectedRows?> SelectAsync(RowSelection selection, string identity, CancellationToken cancellationToken) =>
        inner.SelectAsync(selection, identity, cancellationToken);

    public Task<byte[]?> TileAsync(StoredTile tile, string identity, CancellationToken cancellationToken) => inner.TileAsync(tile, identity, cancellationToken);

    public async Task<ImmutableArray<StoredRecord>> ReadRecordsAsync(RecordKind kind, CancellationToken cancellationToken) =>
        [.. (await inner.ReadRecordsAsync(kind, cancellationToken)).Where(r => RecordPermits.MayRead(person, r))];

    public async Task<StoredRecord?> ReadRecordAsync(RecordKind kind, string key, CancellationToken cancellationToken)
    {
        StoredRecord? record = await inner.ReadRecordAsync(kind, key, cancellationToken);
        if (record is null || RecordPermits.MayRead(person, record))
            return record;
        // Frozen bytes are as open as what is said of them.
        return kind == RecordKind.RunContent && await ReadRecordAsync(RecordKind.Run, key, cancellationToken) is not null ? record : null;
    }

    public Task<StoreRegister> ReadRegisterAsync(CancellationToken cancellationToken) => Permitted(Deed.ReadRegister, () => inner.ReadRegisterAsync(cancellationToken));

    public Task<AuditEntry> CommitAsync(StoreCommit commit, CancellationToken cancellationToken)
    {
        foreach (RecordChange record in commit.Records)
            RecordPermits.Demand(person, record);
        bool decides = commit.Records.Any(r => r.Next.Kind == RecordKind.Decision);
        if (commit.Content is { } content)
        {
            foreach (ScopedChange change in ContentScope.Of(content))
            {
                // Who writes the territory declares for it too.
                bool may = person.May(change.Deed, change.Ats) || (change.Deed == Deed.Decide && person.May(Deed.WriteTerritory, change.Ats))
                    || (change.IsPlan && decides && person.May(Deed.Decide, change.Ats));
                if (!may)
                    throw StoreForbiddenException.Of(person, change.Deed, change.What, change.Ats);
            }
        }

        return inner.CommitAsync(commit, cancellationToken);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task<T> Permitted<T>(Deed deed, Func<Task<T>> work) =>
        person.May(deed) ? work() : throw StoreForbiddenException.Of(person, deed, RoleTable.InWords(deed), null);
}
