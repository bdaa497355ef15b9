namespace CentriFamiglia.Coverage.Siting;

/// <summary>For which units a sede is sought.</summary>
public enum SuggestionLevel
{
    Ambito,
    Distretto,

    /// <summary>Ambiti first, then the Distretti still without a sede when the proposals for the Ambiti are counted.</summary>
    Entrambi,
}

/// <summary>What the proposals shall achieve.</summary>
public enum SuggestionGoal
{
    /// <summary>A sede in every unit that has none.</summary>
    Units,

    /// <summary>Most residents within the limit.</summary>
    Cover,

    /// <summary>Least resident-minutes.</summary>
    Time,
}

/// <summary>A question to <see cref="SuggestionSolver"/>.</summary>
public sealed record SuggestionRequest
{
    public SuggestionLevel Level { get; init; } = SuggestionLevel.Ambito;

    public SuggestionGoal Goal { get; init; } = SuggestionGoal.Units;

    /// <summary>Name or code of one ATS; null for all.</summary>
    public string? Ats { get; init; }

    /// <summary>Most new Spokes; null for as many as needed.</summary>
    public int? MaxSpokes { get; init; }

    /// <summary>Nodes after which the search among choices of equally many sedi ends, in each part of the region.</summary>
    public int MostNodes { get; init; } = 300;

    /// <summary>How far from its Hub a Spoke may be, minutes, inclusive; null for the rule set's.</summary>
    public double? ReachMinutes { get; init; }
}
