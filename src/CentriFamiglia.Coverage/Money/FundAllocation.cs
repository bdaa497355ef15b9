using System.Collections.Immutable;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Money;

/// <summary>What one ATS receives (Allegato A, 4). Amounts in EUR, exact to the cent.</summary>
/// <param name="Ats">Name of the ATS.</param>
/// <param name="Residents">Its residents (persons).</param>
/// <param name="Assigned">Equal part plus residents' part.</param>
/// <param name="EqualPart">Its share of the part divided equally.</param>
/// <param name="ResidentsPart">Its share of the part divided by residents.</param>
/// <param name="ProjectsAtCap">Whole projects at the cap that the allocation pays.</param>
/// <param name="Remainder">Allocation minus those projects.</param>
public sealed record AtsAllocation(
    string Ats,
    long Residents,
    decimal Assigned,
    decimal EqualPart,
    decimal ResidentsPart,
    int ProjectsAtCap,
    decimal Remainder);

/// <summary>Sharing of the funds among the ATS (R12).</summary>
public static class FundAllocation
{
    /// <summary>Allocation among the ATS of a snapshot, by code.</summary>
    /// <exception cref="CoverageInputException">No ATS, or no residents in any of them.</exception>
    public static ImmutableArray<AtsAllocation> Allocate(TerritorySnapshot snapshot, RuleSet rules) => throw new NotSupportedException();
}
