using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>One write, all or nothing, with the entry of the register that tells it.</summary>
/// <param name="Act">Who, when, what.</param>
public sealed record StoreCommit(AuditAct Act)
{
    /// <summary>Records that are new or changed.</summary>
    public ImmutableArray<RecordChange> Records { get; init; } = [];

    /// <summary>What becomes of the territory; null where it stays.</summary>
    public ContentChange? Content { get; init; }
}

/// <summary>A record as it shall be.</summary>
/// <param name="Next">Its version is one more than that of what it was made from; 1 for a new one.</param>
/// <param name="Before">The text that it was made from; null for a new one.</param>
public sealed record RecordChange(StoredRecord Next, string? Before)
{
    /// <summary>Whether a decision is taken or changed by it, not only commented.</summary>
    public bool IsDecided { get; init; }
}

/// <summary>The territory as it shall be.</summary>
/// <param name="Next">The whole content.</param>
/// <param name="Parts">Which of its parts differ from what is stored.</param>
/// <param name="Matrix">The new matrix, when <paramref name="Parts"/> has <see cref="ContentParts.Matrix"/>.</param>
/// <param name="Read">What <paramref name="Next"/> was made from.</param>
public sealed record ContentChange(TerritoryContent Next, ContentParts Parts, IReadOnlyList<TravelMatrixEntry>? Matrix, StoreReading Read);

/// <summary>The register of changes as one moment has it.</summary>
/// <param name="Entries">In order of their numbers.</param>
/// <param name="Count">How many the store says there are.</param>
/// <param name="Head">Hash of the last one, as the store says; empty for none.</param>
/// <param name="Records">Every record, to be compared with what the register says of it.</param>
/// <param name="Revision">Of the territory now.</param>
public sealed record StoreRegister(ImmutableArray<AuditEntry> Entries, int Count, string Head, ImmutableArray<StoredRecord> Records, long Revision);
