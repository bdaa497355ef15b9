namespace CentriFamiglia.Coverage.Records;

/// <summary>The two spending lines of section 4 of the act (R13).</summary>
public enum SpendingLine
{
    /// <summary>More Spokes in the networks there are.</summary>
    Remodulation,

    /// <summary>New projects, with a Hub of their own, after a new call.</summary>
    NewCall,
}

/// <summary>What has become of a scenario.</summary>
public enum ScenarioState
{
    Open,
    Applied,
    Archived,
}

/// <summary>One change of a row of sedi or of networks, with the row as it was when the change was written down.</summary>
/// <param name="Operation"><c>add</c>, <c>move</c>, <c>close</c> or <c>change</c>.</param>
/// <param name="Id">Of the sede or network.</param>
/// <param name="Cells">What is said of it by column, as a file of such rows would write it; null takes the old value away.</param>
/// <param name="Base">The whole row then, by column, empty ones left out; null where there was none.</param>
public sealed record ScenarioChange(
    string Operation, string Id, ImmutableSortedDictionary<string, string?> Cells, ImmutableSortedDictionary<string, string>? Base);

/// <summary>A named set of changes on the list of sedi and networks of a store.</summary>
/// <param name="Id">Made from the name: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Given by who made it.</param>
/// <param name="Set">The set of sedi that it changes.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When it was made (UTC).</param>
public sealed record Scenario(string Id, string Name, string Set, string By, DateTimeOffset At)
{
    public ScenarioState State { get; init; }

    /// <summary>Null where it is not said.</summary>
    public SpendingLine? Line { get; init; }

    /// <summary>In the words of who made it.</summary>
    public string? Note { get; init; }

    /// <summary>Cost of one new Spoke, EUR; null where it is not said: the act does not give one.</summary>
    public decimal? SpokeCostEur { get; init; }

    public ImmutableArray<ScenarioChange> Sites { get; init; } = [];

    public ImmutableArray<ScenarioChange> Networks { get; init; } = [];

    /// <summary>Hash of the data on which it was last written down.</summary>
    public required string BaseHash { get; init; }

    /// <summary>Id of the scenario that it was branched from; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>Who last changed, applied or archived it; null while it is as it was made.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The words of the lines.</summary>
    public static Vocabulary<SpendingLine> Lines { get; } = new((SpendingLine.Remodulation, ["rimodulazione"]), (SpendingLine.NewCall, ["nuovo_avviso", "nuovo avviso"]));

    /// <summary>The words of the states.</summary>
    public static Vocabulary<ScenarioState> States { get; } = new(
        (ScenarioState.Open, ["aperto"]), (ScenarioState.Applied, ["applicato"]), (ScenarioState.Archived, ["archiviato"]));
}
