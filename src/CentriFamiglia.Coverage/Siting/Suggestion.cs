using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>Kind of a proposal.</summary>
public enum SuggestionKind
{
    /// <summary>A new Spoke of an existing network (Allegato A, 3.1).</summary>
    Spoke,

    /// <summary>A new Hub through a "nuova manifestazione di interesse" (Allegato A, 3.1): no network can take a Spoke.</summary>
    Hub,
}

/// <summary>One proposed sede, at the seat of a comune.</summary>
public sealed record Suggestion
{
    public required SuggestionKind Kind { get; init; }

    public required Comune Comune { get; init; }

    /// <summary>Membership of the comune.</summary>
    public required Membership Membership { get; init; }

    /// <summary>The unit that has no sede, of level Ambito or Distretto.</summary>
    public required TerritoryUnit Unit { get; init; }

    /// <summary>The network it would join; null for a new Hub.</summary>
    public required NetworkId? Network { get; init; }

    /// <summary>The Hub of that network; null for a new Hub.</summary>
    public required SiteId? Hub { get; init; }

    /// <summary>Minutes from the proposed sede to that Hub; null for a new Hub.</summary>
    public required double? HubMinutes { get; init; }

    /// <summary>Residents of the whole region that come within their limit thanks to it (persons), taken alone.</summary>
    public required double ResidentsGained { get; init; }

    /// <summary>Resident-minutes saved in the whole region, taken alone; residents that reached no sede before count in <see cref="ResidentsReached"/>.</summary>
    public required double ResidentMinutesSaved { get; init; }

    /// <summary>Residents that reached no sede before and do now.</summary>
    public required double ResidentsReached { get; init; }

    /// <summary>Mean minutes in the unit before; null when no resident reached a sede.</summary>
    public required double? UnitMeanMinutesBefore { get; init; }

    /// <summary>Mean minutes in the unit with the proposal; null when no resident reaches a sede.</summary>
    public required double? UnitMeanMinutesAfter { get; init; }

    /// <summary>Italian sentences: why here, why this network or why none.</summary>
    public required string Reason { get; init; }

    /// <summary>Act, section and words.</summary>
    public required string Clause { get; init; }

    /// <summary>True when made-up sedi stand behind the proposal.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>WGS84 degrees, the comune's seat.</summary>
    public required double Lon { get; init; }

    /// <summary>WGS84 degrees, the comune's seat.</summary>
    public required double Lat { get; init; }
}

/// <summary>What was proved. The keys of <c>locate</c>.</summary>
/// <param name="Problem"><c>units</c>.</param>
/// <param name="Status"><c>optimal</c>, <c>feasible</c> or <c>infeasible</c>.</param>
/// <param name="Objective">Resident-minutes within the units, each with its own proposal, summed.</param>
/// <param name="Bound">Proved lower bound of the same.</param>
/// <param name="Gap">(objective - bound) / objective; 0 when proved.</param>
/// <param name="Sites">Chosen comuni, in order of the rows.</param>
/// <param name="CandidatesConsidered">Candidates that were evaluated.</param>
/// <param name="Alternates">Up to five other choices of the same value.</param>
/// <param name="AlternatesComplete">Whether no further choice has the same value.</param>
/// <param name="UnreachableDemands">Demand points of the units that reach no sede even with the proposals.</param>
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
    ImmutableArray<string> UnreachableDemands);

/// <summary>All proposals of one question.</summary>
/// <param name="Suggestions">In order of (pro_com_t, unit level, unit code).</param>
/// <param name="Certificate">What was proved.</param>
/// <param name="ResidentsGainedTogether">Residents that come within their limit with all proposals at once (not the sum of the rows).</param>
/// <param name="ResidentMinutesSavedTogether">Resident-minutes saved with all proposals at once.</param>
/// <param name="Notes">Italian sentences: units left out and why, candidates dropped and why, how rows were ordered and judged.</param>
public sealed record SuggestionResult(
    ImmutableArray<Suggestion> Suggestions,
    SitingCertificate Certificate,
    double ResidentsGainedTogether,
    double ResidentMinutesSavedTogether,
    ImmutableArray<string> Notes);
