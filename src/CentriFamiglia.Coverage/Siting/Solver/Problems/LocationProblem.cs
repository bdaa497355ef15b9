namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>The classical problems of discrete location.</summary>
public enum LocationKind
{
    /// <summary>Open p sites so that the weighted cost from each demand to its nearest open site is least (Hakimi 1964).</summary>
    PMedian,

    /// <summary>Open p sites so that the weight within the limit is largest: maximal covering, MCLP (Church, ReVelle 1974).</summary>
    MaximalCovering,

    /// <summary>Open the fewest sites so that every demand is within the limit: LSCP (Toregas et al. 1971).</summary>
    SetCovering,

    /// <summary>Among the fewest sites of LSCP, those that put most weight within the limit of two: LSCP-B (Hogan, ReVelle 1986).</summary>
    SetCoveringWithBackup,

    /// <summary>Open p sites so that the largest cost from a demand to its nearest open site is least (Hakimi 1964).</summary>
    PCenter,
}

/// <summary>One question. Limits are inclusive.</summary>
public sealed record LocationProblem
{
    public required LocationKind Kind { get; init; }

    public required CostMatrix Costs { get; init; }

    /// <summary>Weight of each demand, in order of the matrix: finite, not negative.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>How many sites are open in all, the fixed ones included; ignored by the covering problems, which find it.</summary>
    public int? P { get; init; }

    /// <summary>Largest cost that counts as covered, inclusive; needed by the three covering problems.</summary>
    public double? Limit { get; init; }

    /// <summary>Sites that are open already: indices into the matrix.</summary>
    public ImmutableArray<int> Fixed { get; init; } = [];

    /// <summary>Sites that may not be opened: indices into the matrix.</summary>
    public ImmutableArray<int> Forbidden { get; init; } = [];

    /// <summary>
    /// How much weight each site can serve, in order of the matrix, infinite for any; default where capacities do not matter. For the p-median
    /// (all must be served), MCLP and LSCP.
    /// </summary>
    public ImmutableArray<double> Capacities { get; init; }

    /// <summary>With capacities: whether a demand may be divided among sites; else all of it goes to one.</summary>
    public bool Split { get; init; }

    /// <summary>For the p-median: the cost of a demand is the mean to so many nearest open sites (Weaver, Church 1985).</summary>
    public int Nearest { get; init; } = 1;
}

/// <summary>How far the proof got.</summary>
public enum LocationStatus
{
    /// <summary>Proved best.</summary>
    Optimal,

    /// <summary>A solution with an honest bound: time ran out or the search was cancelled.</summary>
    Feasible,

    /// <summary>Proved that no solution exists.</summary>
    Infeasible,

    /// <summary>Stopped before any solution was found.</summary>
    Unknown,
}

/// <summary>The answer with its certificate.</summary>
public sealed record LocationResult
{
    /// <summary>Most alternates reported.</summary>
    public const int MostAlternates = 5;

    public required LocationStatus Status { get; init; }

    /// <summary>Recounted from the sites by a second code path; null when there are none.</summary>
    public double? Objective { get; init; }

    /// <summary>Proved bound: below the objective for a least, above it for a most.</summary>
    public double? Bound { get; init; }

    /// <summary>Relative distance of the two, 0 when proved.</summary>
    public double? Gap { get; init; }

    /// <summary>Open sites, indices in order of input, the fixed ones included.</summary>
    public ImmutableArray<int> Sites { get; init; } = [];

    /// <summary>For LSCP-B: the weight within the limit of two open sites.</summary>
    public double? BackupWeight { get; init; }

    /// <summary>For LSCP-B, once the number of sites is proved: no choice backs up more weight.</summary>
    public double? BackupBound { get; init; }

    /// <summary>Sites that were weighed against each other: all but the forbidden ones.</summary>
    public int CandidatesConsidered { get; init; }

    /// <summary>Other choices of exactly the same value, at most five, each in order of input.</summary>
    public ImmutableArray<ImmutableArray<int>> Alternates { get; init; } = [];

    /// <summary>Whether no further choice has the same value.</summary>
    public bool AlternatesComplete { get; init; }

    /// <summary>Demands that no permitted site reaches (within the limit, where there is one): indices in order of input.</summary>
    public ImmutableArray<int> UnreachableDemands { get; init; } = [];

    /// <summary>Nodes of the search tree.</summary>
    public int Nodes { get; init; }

    /// <summary>With capacities: who goes where, and which share of it; a demand that is not served is not there.</summary>
    public ImmutableArray<(int Demand, int Site, double Share)> Assignment { get; init; } = [];

    /// <summary>Where there is no choice: how many sites would do for all demands that any site reaches; null when none were found.</summary>
    public int? SitesEnough { get; init; }

    /// <summary>Where there is no choice: with fewer sites than this it is proved that they do not do.</summary>
    public int? SitesAtLeast { get; init; }

    /// <summary>No choice of sites is known, or it is proved that there is none.</summary>
    internal static LocationResult NoChoice(bool proved) =>
        new() { Status = proved ? LocationStatus.Infeasible : LocationStatus.Unknown, AlternatesComplete = proved };
}
