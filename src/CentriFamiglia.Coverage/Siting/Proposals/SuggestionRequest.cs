using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Proposals;

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

    /// <summary>With one ATS, whether the residents of the others count too; else what they gain stands apart.</summary>
    public bool CountAll { get; init; }

    /// <summary>Most new Spokes; null for as many as needed.</summary>
    public int? MaxSpokes { get; init; }

    /// <summary>Nodes after which a search ends with what is known, and says so.</summary>
    public int MostNodes { get; init; } = UsualNodes;

    /// <summary>Nodes where the question leaves them to the program: a bound of work and not of time, so that every machine gives the same answer.</summary>
    public const int UsualNodes = 2_000;

    /// <summary>How far from its Hub a Spoke may be, minutes, inclusive; null for the rule set's.</summary>
    public double? ReachMinutes { get; init; }

    /// <summary>Hubs to be replaced (R6): each gets a new one before anything else is proposed.</summary>
    public ImmutableArray<SiteId> ReplaceHubs { get; init; } = [];

    /// <summary>
    /// For the goals cover and time: R1 as a constraint, a sede in every unit of the level that has none and that a network can take in.
    /// </summary>
    public bool EveryUnit { get; init; }

    /// <summary>New Spokes shared among the ATS in proportion to their residents (largest remainder); not in the act.</summary>
    public bool Balance { get; init; }

    /// <summary>For the goal cover: the fewest Spokes that bring this share of the residents within their limit, percent; null: as many as asked for.</summary>
    public double? SharePercent { get; init; }

    /// <summary>Cost of one new sede, EUR, where its candidate states none; null when the user states none.</summary>
    public decimal? SedeCostEur { get; init; }

    /// <summary>Places of the user's own, instead of the seats of the comuni; null for the seats.</summary>
    public ImmutableArray<SitingCandidate>? Candidates { get; init; }

    /// <summary>Comuni in which alone a sede may be proposed; empty for all.</summary>
    public ImmutableSortedSet<ComuneCode> OnlyIn { get; init; } = [];

    /// <summary>Comuni in which none may be proposed.</summary>
    public ImmutableSortedSet<ComuneCode> NotIn { get; init; } = [];

    /// <summary>Where a sede must be opened, among those asked for: codes of comuni, or ids of <see cref="Candidates"/> where there are any.</summary>
    public ImmutableSortedSet<string> Fixed { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Most that all new sedi may cost, EUR; null for no limit.</summary>
    public decimal? BudgetEur { get; init; }

    /// <summary>Most that the new sedi of each ATS may cost (R15), EUR, by name; null for no limit.</summary>
    public ImmutableSortedDictionary<string, decimal>? BudgetByAts { get; init; }

    /// <summary>Whether a sede may be proposed in a comune.</summary>
    public bool Admits(ComuneCode comune) => (OnlyIn.IsEmpty || OnlyIn.Contains(comune)) && !NotIn.Contains(comune);
}
