using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// What others write into a store that is shared, heard as they do. A new content is read ahead, before anybody asks for it; whether it is new is asked
/// at every question all the same, so that nothing rests on a notice that was lost. Thread-safe.
/// </summary>
/// <param name="analyses">Of the store.</param>
internal sealed class StoreNews(AnalysisSource analyses)
{
    private long _heard;
    private long _times;
    private int _wanted;

    /// <summary>Whether notices are heard now.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Changes of the content heard of.</summary>
    public long Heard => Interlocked.Read(ref _heard);

    /// <summary>How often it began to listen: once, and again after every loss.</summary>
    public long Times => Interlocked.Read(ref _times);

    /// <summary>Something happened to the jobs, or may have while nothing was heard.</summary>
    public Pulse Jobs { get; } = new();

    /// <summary>Listens until it is ended; at once over where the store tells nothing.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await analyses.Store.ListenAsync(Hear, cancellationToken);
        IsListening = false;

        void Hear(StoreNotice notice)
        {
            IsListening = notice.Kind != StoreNoticeKind.Lost;
            if (notice.Kind == StoreNoticeKind.Listening)
            {
                Interlocked.Increment(ref _times);
                analyses.Watch.LookNow();
            }

            if (notice.Kind == StoreNoticeKind.Content)
                Interlocked.Increment(ref _heard);
            if (notice.Kind is StoreNoticeKind.Listening or StoreNoticeKind.Jobs)
                Jobs.Beat();
            if (notice.Kind is StoreNoticeKind.Listening || (notice.Kind is StoreNoticeKind.Content && notice.Identity != analyses.Watch.Last?.Identity))
                ReadAhead();
        }

        void ReadAhead()
        {
            // One reading serves all that was heard before it began.
            if (Interlocked.Increment(ref _wanted) == 1)
                _ = Task.Run(ReadAsync, CancellationToken.None);
        }

        async Task ReadAsync()
        {
            int read;
            do
            {
                read = Volatile.Read(ref _wanted);
                try
                {
                    await analyses.LoadAsync(cancellationToken);
                }
                catch (Exception failure) when (failure is StoreException or OperationCanceledException or InputException)
                {
                    // Told to whoever asks.
                }
            }
            while (Interlocked.CompareExchange(ref _wanted, 0, read) != read);
        }
    }
}
