namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>
/// Searches that go on by themselves, kept in the database that servers share: whichever has a place free takes the next. A server that has one says
/// so again and again; one that falls silent loses it, and another begins it anew. Only who holds it ends it.
/// </summary>
public interface IJobBoard
{
    /// <summary>After so long in silence a server has lost its jobs, by the database's own clock.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(12);

    /// <summary>Whether the database's user may keep jobs in it.</summary>
    /// <exception cref="StoreException">It cannot be reached.</exception>
    Task<bool> IsOpenAsync(CancellationToken cancellationToken);

    /// <returns>False, and nothing is kept, where so many wait already.</returns>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    Task<bool> AddAsync(NewJob job, int mostWaiting, CancellationToken cancellationToken);

    /// <returns>Null where there is none of this id, or none any more.</returns>
    Task<KeptJob?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The youngest first.</summary>
    Task<ImmutableArray<KeptJob>> AllAsync(CancellationToken cancellationToken);

    /// <returns>Null where it has none.</returns>
    Task<JobResult?> ResultAsync(string id, CancellationToken cancellationToken);

    /// <summary>Takes the next: of the one who has fewest running, the oldest.</summary>
    /// <returns>Null where none is to be done.</returns>
    Task<KeptJob?> TakeAsync(string server, CancellationToken cancellationToken);

    /// <summary>Says that these go on, and how far they are.</summary>
    /// <returns>The ids of those that are this server's still: others were stopped, or taken by another.</returns>
    Task<ImmutableHashSet<string>> BeatAsync(string server, IReadOnlyList<JobBeat> beats, CancellationToken cancellationToken);

    /// <returns>False, and nothing is kept, where it is not this server's any more.</returns>
    Task<bool> EndAsync(string server, KeptJob job, JobResult result, CancellationToken cancellationToken);

    /// <summary>Puts one that this server took back, for whoever is free; all that it took where none is named.</summary>
    Task GiveBackAsync(string server, KeptJob? job, CancellationToken cancellationToken);

    /// <summary>Nobody wants it any more, nor its result.</summary>
    Task StopAsync(string id, CancellationToken cancellationToken);

    /// <summary>One that has ended is not kept: who asked has the answer.</summary>
    Task ForgetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Forgets what is past its time, and the oldest of too many.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}

/// <param name="Id">Cannot be guessed.</param>
/// <param name="Owner">Who asks.</param>
/// <param name="Question">The address that asks it again.</param>
/// <param name="Shown">The same for people, not longer than they read.</param>
/// <param name="Process">As a process of OGC API; null where it was not asked for as one.</param>
/// <param name="IsDocument">Whether the result stands in a document of that standard.</param>
public sealed record NewJob(string Id, string Owner, string Question, string Shown, string? Process, bool IsDocument);

/// <summary>A job as the database has it.</summary>
/// <param name="Asked">As it was asked for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Turn">How often a server took it.</param>
/// <param name="Falls">How many servers fell silent over it.</param>
public sealed record KeptJob(NewJob Asked, JobState State, int Turn, int Falls)
{
    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Begun { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>By the database's clock, when this was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many wait before it; null where it does not wait.</summary>
    public int? Before { get; init; }

    /// <summary>Parts done, of how many; null where it does not say.</summary>
    public (int Done, int All)? Progress { get; init; }

    /// <summary>Why it failed, as the service wrote it; null where it did not.</summary>
    public string? Problem { get; init; }
}

/// <param name="Job">That goes on.</param>
/// <param name="Done">Parts done.</param>
/// <param name="All">Of how many; 0 where it cannot say.</param>
public sealed record JobBeat(KeptJob Job, int Done, int All);

/// <param name="ContentType">Of the bytes.</param>
/// <param name="FileName">Null for none.</param>
/// <param name="Bytes">The answer, in no coding; null where it failed.</param>
/// <param name="StaleSince">When its data were last confirmed, where the store was away; else null.</param>
/// <param name="Problem">Why it failed; null where it did not.</param>
public sealed record JobResult(string? ContentType, string? FileName, byte[]? Bytes, DateTimeOffset? StaleSince, string? Problem);

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Stopped,
}

/// <summary>How a job stands, as it is written.</summary>
public static class JobWords
{
    public static Vocabulary<JobState> State { get; } = new(
        (JobState.Waiting, ["in_attesa"]), (JobState.Running, ["in_corso"]), (JobState.Done, ["finita"]), (JobState.Failed, ["fallita"]), (JobState.Stopped, ["annullata"]));
}
