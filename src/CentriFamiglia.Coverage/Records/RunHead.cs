namespace CentriFamiglia.Coverage.Records;

/// <summary>What is said of a frozen analysis; nothing of it is hashed.</summary>
/// <param name="Id">The first 16 digits of the hash.</param>
/// <param name="Hash">SHA-256 of the frozen bytes, lower-case hexadecimal.</param>
/// <param name="Title">Given by who froze it.</param>
/// <param name="By">Who froze it.</param>
/// <param name="At">When it was frozen (UTC).</param>
public sealed record RunHead(string Id, string Hash, string Title, string By, DateTimeOffset At)
{
    /// <summary>Digits of an id.</summary>
    public const int IdLength = 16;

    /// <summary>Who published it; null while it is a draft.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>When it was published (UTC); null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The scenario that it is of; null for the store as it is.</summary>
    public string? Scenario { get; init; }

    public bool IsPublished => PublishedAt is not null;
}
