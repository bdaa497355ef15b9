namespace CentriFamiglia.Coverage.Records;

/// <summary>What a store keeps beside the territory: what somebody made of it.</summary>
public enum RecordKind
{
    /// <summary>A named set of changes.</summary>
    Scenario,

    /// <summary>What is said of a frozen analysis: title, who, when, whether it is published.</summary>
    Run,

    /// <summary>The frozen bytes of an analysis: written once, never changed.</summary>
    RunContent,

    /// <summary>What was decided on one proposal of a published run.</summary>
    Decision,

    /// <summary>A link that opens one analysis to whoever has it, for a time.</summary>
    Link,
}

/// <summary>A record as a store keeps it.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Key">Unique within its kind.</param>
/// <param name="Version">1 for a new one; a change raises it by one, and is refused where it was made from another version.</param>
/// <param name="Closed">Whether it is read-only from now on: the store itself refuses any later change.</param>
/// <param name="Text">JSON.</param>
public sealed record StoredRecord(RecordKind Kind, string Key, int Version, bool Closed, string Text)
{
    /// <summary>The ATS that it is of; null for the whole region's.</summary>
    public string? Ats { get; init; }

    /// <summary>The words of the kinds, as a store writes them.</summary>
    public static Vocabulary<RecordKind> Kinds { get; } = new(
        (RecordKind.Scenario, ["scenario"]), (RecordKind.Run, ["analisi"]), (RecordKind.RunContent, ["contenuto"]), (RecordKind.Decision, ["decisione"]),
        (RecordKind.Link, ["legame"]));
}
