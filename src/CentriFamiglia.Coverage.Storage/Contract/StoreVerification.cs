namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>What <see cref="ICoverageStore.VerifyAsync"/> found, each list in ordinal order of names.</summary>
/// <param name="Tables">Every table of the content.</param>
/// <param name="Strangers">Triggers, rules and views that are not ours.</param>
/// <param name="FileProblem">What the database itself says of its file; null when all is well or it cannot say.</param>
public sealed record StoreVerification(ImmutableArray<VerifiedTable> Tables, ImmutableArray<StoreStranger> Strangers, string? FileProblem);

/// <param name="Name">Of the table.</param>
/// <param name="Rows">Null when they cannot be read to the end.</param>
/// <param name="Condition">What can be said of them.</param>
/// <param name="Watched">Whether an edit by another program would be seen: our triggers are there.</param>
public sealed record VerifiedTable(string Name, long? Rows, TableCondition Condition, bool Watched);

/// <summary>What the fingerprint of a table says.</summary>
public enum TableCondition
{
    /// <summary>Its rows are those that this program wrote.</summary>
    Intact,

    /// <summary>They are not, and another program was seen to edit them: damage cannot be told from the edit.</summary>
    EditedElsewhere,

    /// <summary>They are not, and nobody was seen to edit them.</summary>
    Damaged,
}

/// <summary>Something in the store that is not ours and acts, or could act, when a row is written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table that it hangs on; its own name for a view.</param>
public sealed record StoreStranger(StrangerKind Kind, string Name, string Table)
{
    /// <summary>For a message, Italian.</summary>
    public override string ToString() => Kind switch
    {
        StrangerKind.Trigger => $"il trigger '{Name}' sulla tabella '{Table}'",
        StrangerKind.Rule => $"la regola '{Name}' sulla tabella '{Table}'",
        _ => $"la vista '{Name}'",
    };
}

public enum StrangerKind
{
    Trigger,
    Rule,
    View,
}
