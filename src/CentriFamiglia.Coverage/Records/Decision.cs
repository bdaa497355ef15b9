namespace CentriFamiglia.Coverage.Records;

/// <summary>What may be decided on a proposal.</summary>
public enum DecisionOutcome
{
    Accepted,
    Rejected,
    Deferred,
}

/// <summary>A remark on a decision.</summary>
public sealed record DecisionComment(string By, DateTimeOffset At, string Text);

/// <summary>What was decided on one proposal of a published run (section 4 of the act: shared reading, then remodulation or a new call).</summary>
/// <param name="RunId">The run.</param>
/// <param name="Proposal">Number of the proposal in it, from 1, as on map and paper (its <c>ordine</c>).</param>
public sealed record Decision(string RunId, int Proposal)
{
    /// <summary>Null where there are only comments yet.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>Who decided.</summary>
    public string? By { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why, in the words of who decided.</summary>
    public string? Reason { get; init; }

    /// <summary>The sede that was planned because it was accepted; null otherwise.</summary>
    public string? PlannedSite { get; init; }

    public ImmutableArray<DecisionComment> Comments { get; init; } = [];

    public string Key => $"{RunId}/{Proposal:D4}";

    /// <summary>The words of the outcomes.</summary>
    public static Vocabulary<DecisionOutcome> Outcomes { get; } = new(
        (DecisionOutcome.Accepted, ["accettata"]), (DecisionOutcome.Rejected, ["respinta"]), (DecisionOutcome.Deferred, ["rinviata"]));
}
