using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Who may read and write which record.</summary>
internal static class RecordPermits
{
    public static bool MayRead(Caller caller, StoredRecord record) => record switch
    {
        { Kind: RecordKind.Run, Closed: true } or { Kind: RecordKind.Decision } => caller.May(Deed.ReadPublished),
        { Kind: RecordKind.Link } => caller.May(Deed.Share, record.Ats),
        _ => caller.May(Deed.ReadDrafts, record.Ats),
    };

    /// <exception cref="StoreForbiddenException">The person may not.</exception>
    public static void Demand(Caller caller, RecordChange change)
    {
        StoredRecord next = change.Next;
        foreach (Deed deed in DeedsOf(change))
        {
            if (!caller.May(deed, next.Ats))
                throw StoreForbiddenException.Of(caller, deed, RecordTelling.SubjectOf(next), next.Ats);
        }
    }

    private static IEnumerable<Deed> DeedsOf(RecordChange change) => change.Next switch
    {
        { Kind: RecordKind.Run, Closed: true } => [Deed.Publish],
        { Kind: RecordKind.Decision } => [change.IsDecided ? Deed.Decide : Deed.Comment],
        { Kind: RecordKind.Link } => [Deed.Share],
        _ => [Deed.Draft],
    };
}
