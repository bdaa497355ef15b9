namespace CentriFamiglia.Coverage.Findings;

/// <summary>What is counted of one ATS, as far as its list of sedi goes.</summary>
public abstract record AtsCounts
{
    /// <summary>The ATS.</summary>
    public required TerritoryUnit Unit { get; init; }

    /// <summary>Whether the list is declared complete for the ATS: else counts are lower bounds, and no count at all where nothing is listed.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether a made-up sede counts.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>Whether anything is known to count.</summary>
    public abstract bool IsKnown { get; }
}
