using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Kind of a proposal.</summary>
public enum SuggestionKind
{
    /// <summary>A new Spoke (Allegato A, 3.1), of an existing network or of a new Hub of the same answer.</summary>
    Spoke,

    /// <summary>A new Hub through a "nuova manifestazione di interesse" (Allegato A, 3.1): no network can take a Spoke here.</summary>
    Hub,
}

/// <summary>One proposed sede, at the seat of a comune or at a place of the user's own.</summary>
public sealed record Suggestion
{
    public required SuggestionKind Kind { get; init; }

    public required Comune Comune { get; init; }

    /// <summary>Membership of the comune.</summary>
    public required Membership Membership { get; init; }

    /// <summary>The units that become SEDE by it, Ambito before Distretto; empty when all of its units have one already.</summary>
    public required ImmutableArray<TerritoryUnit> Units { get; init; }

    /// <summary>The unit it is proposed for: the first of <see cref="Units"/>, else its Ambito, else its Distretto or ATS.</summary>
    public required TerritoryUnit Unit { get; init; }

    /// <summary>The network it would join; null for a new Hub and for a Spoke of one.</summary>
    public required NetworkId? Network { get; init; }

    /// <summary>For a Spoke of a new Hub, the comune of that Hub.</summary>
    public Comune? NewHub { get; init; }

    /// <summary>The Hub of its network; null for a new Hub and for a Spoke of one.</summary>
    public required SiteId? Hub { get; init; }

    /// <summary>Minutes from the proposed sede to its Hub, new or not; null for a new Hub.</summary>
    public required double? HubMinutes { get; init; }

    /// <summary>Residents that count and come within their limit thanks to it (persons), taken alone.</summary>
    public required double ResidentsGained { get; init; }

    /// <summary>The same of residents that do not count for the goal: those of other ATS, where the question is about one.</summary>
    public double ResidentsGainedElsewhere { get; init; }

    /// <summary>From 1: the order of opening; those that the goal does not need come last.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>False where without it, and the others so marked, the goal would lose nothing.</summary>
    public bool Needed { get; init; } = true;

    /// <summary>Whether who asks wants it opened, whatever the goal gains by it.</summary>
    public bool Fixed { get; init; }

    /// <summary>Whether part of what it gains lies where the list of sedi is not complete: gains are upper bounds.</summary>
    public bool UpperBound { get; init; }

    /// <summary>Resident-minutes saved, taken alone; residents that reached no sede before count in <see cref="ResidentsReached"/>.</summary>
    public required double ResidentMinutesSaved { get; init; }

    /// <summary>Residents that reached no sede before and do now.</summary>
    public required double ResidentsReached { get; init; }

    /// <summary>Comuni all of whose residents come within their limit, some of whom were not, taken alone.</summary>
    public required int ComuniGained { get; init; }

    /// <summary>Residents that fall out of their limit when this one alone is left out of the proposals.</summary>
    public required double ResidentsLost { get; init; }

    /// <summary>Resident-minutes added when this one alone is left out.</summary>
    public required double ResidentMinutesLost { get; init; }

    /// <summary>The next best comune in its place, all others staying; null when there is none.</summary>
    public required RunnerUp? Next { get; init; }

    /// <summary>Mean minutes in the unit before; null when no resident reached a sede.</summary>
    public required double? UnitMeanMinutesBefore { get; init; }

    /// <summary>Mean minutes in the unit with all proposals; null when no resident reaches a sede.</summary>
    public required double? UnitMeanMinutesAfter { get; init; }

    /// <summary>Italian sentences: why here, why this network or why none, what would be lost, what comes next.</summary>
    public required string Reason { get; init; }

    /// <summary>Act, section and words.</summary>
    public required string Clause { get; init; }

    /// <summary>The place of the user's own; null for the seat of the comune.</summary>
    public SitingCandidate? Candidate { get; init; }

    /// <summary>What it would cost, EUR, where the list of candidates says so.</summary>
    public decimal? CostEur => Candidate?.CostEur;

    /// <summary>True when made-up sedi stand behind the proposal.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>WGS84 degrees: the comune's seat, or the place of the user's own.</summary>
    public required double Lon { get; init; }

    /// <summary>WGS84 degrees: the comune's seat, or the place of the user's own.</summary>
    public required double Lat { get; init; }

    internal Place Place => new(Lon, Lat, Comune.Code, Comune.AltitudeMetres);
}

/// <summary>What stands second.</summary>
/// <param name="FewerResidents">Residents within their limit that it would give up; negative when it has more, and loses for another reason.</param>
/// <param name="MoreResidentMinutes">Resident-minutes that it would add.</param>
/// <param name="NeedsHub">Whether no network could take it in.</param>
public sealed record RunnerUp(Comune Comune, double FewerResidents, double MoreResidentMinutes, bool NeedsHub);

/// <summary>What was proved. The keys of <c>locate</c>.</summary>
/// <param name="Problem"><c>units</c>, <c>cover</c> or <c>time</c>.</param>
/// <param name="Status"><c>optimal</c>, <c>feasible</c> or <c>infeasible</c>.</param>
/// <param name="Objective">units: new sedi; cover: residents within their limit; time: resident-minutes.</param>
/// <param name="Bound">Proved bound of the same.</param>
/// <param name="Gap">Relative distance of the two; 0 when proved.</param>
/// <param name="Sites">Chosen comuni, in order of the rows.</param>
/// <param name="CandidatesConsidered">Candidates that were evaluated.</param>
/// <param name="Alternates">Up to five other choices of the same value.</param>
/// <param name="AlternatesComplete">Whether no further choice has the same value.</param>
/// <param name="UnreachableDemands">Demand points that reach no sede even with the proposals.</param>
/// <param name="Nodes">Of the search tree.</param>
/// <param name="SecondaryProved">Whether, among the choices of the same objective, what comes after it is proved best too.</param>
public sealed record SitingCertificate(
    string Problem,
    string Status,
    double? Objective,
    double? Bound,
    double? Gap,
    ImmutableArray<string> Sites,
    int CandidatesConsidered,
    ImmutableArray<ImmutableArray<string>> Alternates,
    bool AlternatesComplete,
    ImmutableArray<string> UnreachableDemands,
    int Nodes,
    bool SecondaryProved)
{
    /// <summary>Why other comuni were not evaluated, Italian, and how many each.</summary>
    public ImmutableArray<(string Reason, int Count)> Dropped { get; init; } = [];

    /// <summary>Where who asks wants a sede opened: each is among the sites, or the question is infeasible.</summary>
    public ImmutableArray<string> Fixed { get; init; } = [];
}

/// <summary>All proposals of one question.</summary>
/// <param name="Suggestions">In order of pro_com_t.</param>
/// <param name="Certificate">What was proved.</param>
/// <param name="ResidentsGainedTogether">Residents that come within their limit with all proposals at once (not the sum of the rows).</param>
/// <param name="ResidentMinutesSavedTogether">Resident-minutes saved with all proposals at once.</param>
/// <param name="UnitsServed">Units that become SEDE.</param>
/// <param name="Notes">Italian sentences: units left out and why, candidates dropped and why, how rows were ordered and judged.</param>
public sealed record SuggestionResult(
    ImmutableArray<Suggestion> Suggestions,
    SitingCertificate Certificate,
    double ResidentsGainedTogether,
    double ResidentMinutesSavedTogether,
    int UnitsServed,
    ImmutableArray<string> Notes)
{
    /// <summary>Residents that do not count for the goal and come within their limit with all proposals at once.</summary>
    public double ResidentsGainedElsewhereTogether { get; init; }

    /// <summary>Comune by comune, what all proposals at once change.</summary>
    public required ImmutableArray<ComuneEffect> Effects { get; init; }
}
