namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>What is heard of a store that others use too.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Identity">Of the content now, where that changed; else null.</param>
public sealed record StoreNotice(StoreNoticeKind Kind, string? Identity)
{
    public static StoreNotice Listening { get; } = new(StoreNoticeKind.Listening, null);

    public static StoreNotice Lost { get; } = new(StoreNoticeKind.Lost, null);

    public static StoreNotice Jobs { get; } = new(StoreNoticeKind.Jobs, null);

    public static StoreNotice Content(string identity) => new(StoreNoticeKind.Content, identity);
}

public enum StoreNoticeKind
{
    /// <summary>From now on everything is heard; what came before has to be asked for.</summary>
    Listening,

    /// <summary>Nothing is heard until it listens again.</summary>
    Lost,

    /// <summary>The content changed.</summary>
    Content,

    /// <summary>A job came, ended, or was stopped.</summary>
    Jobs,
}
