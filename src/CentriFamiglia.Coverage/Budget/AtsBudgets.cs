using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Budget;

/// <summary>The money of one ATS: what it has, what its networks take, what the two lines of R13 would cost. EUR.</summary>
/// <param name="Allocation">R12.</param>
/// <param name="Ledger">As the user states it.</param>
/// <param name="Terms">Cap, months and formula of the ATS on the day.</param>
/// <param name="Networks">Networks of the ATS; null, like all that rests on them, where none is known and the list is not complete for the ATS.</param>
/// <param name="WithoutContribution">Networks whose contribution is not stated: they count zero in <paramref name="Committed"/>.</param>
/// <param name="OverCap">Networks whose contribution exceeds the cap of the ATS (R15).</param>
/// <param name="Committed">Sum of the stated contributions.</param>
/// <param name="NewSpokes">Spokes that the suggestions propose: remodulation; null where they were not looked for.</param>
/// <param name="NewHubs">Hubs that the suggestions propose: new call; null where they were not looked for.</param>
/// <param name="SpokeCost">Cost of one new Spoke; null when the user states none.</param>
public sealed record AtsBudget(
    AtsAllocation Allocation,
    AtsLedger Ledger,
    ProjectTerms Terms,
    int? Networks,
    int? WithoutContribution,
    int? OverCap,
    decimal? Committed,
    int? NewSpokes,
    int? NewHubs,
    decimal? SpokeCost)
{
    /// <summary>Whether the list of networks is not complete: what is free is an upper bound.</summary>
    public bool UpperBound { get; init; }

    /// <summary>Null where the ATS has no residents.</summary>
    public decimal? EurPerResident => Allocation.Residents == 0 ? null : decimal.Round(Allocation.Assigned / Allocation.Residents, 4);

    public decimal Available => Allocation.Assigned + Ledger.Residual;

    /// <summary>R17: what the stated contributions leave; negative where they exceed what is available.</summary>
    public decimal? Free => Available - Committed;

    public int ProjectsAtOwnCap => (int)decimal.Floor(Available / Terms.CapEur);

    /// <summary>Null where Spokes are proposed and no cost of one is stated: there is no default.</summary>
    public decimal? RemodulationEur => NewSpokes == 0 ? 0 : SpokeCost * NewSpokes;

    /// <summary>The new Hubs at the cap.</summary>
    public decimal? NewCallEur => NewHubs * Terms.CapEur;

    /// <summary>What both lines would leave; null where the first is not known.</summary>
    public decimal? FreeAfter => Free - RemodulationEur - NewCallEur;
}

/// <summary>R12 to R17 in one table.</summary>
public static class AtsBudgets
{
    /// <summary>By name of the ATS, with what it declares; proposals are not looked for. Empty without an allocation: the finding R12 says why.</summary>
    public static ImmutableSortedDictionary<string, AtsBudget> ByAts(CoverageState state)
    {
        try
        {
            return Declared(state).ToImmutableSortedDictionary(b => b.Allocation.Ats, b => b, StringComparer.Ordinal);
        }
        catch (CoverageInputException)
        {
            return ImmutableSortedDictionary.Create<string, AtsBudget>(StringComparer.Ordinal);
        }
    }

    /// <summary>One per ATS with an allocation, by code, with what it declares; proposals are not looked for.</summary>
    /// <exception cref="CoverageInputException">The allocation is not possible.</exception>
    public static ImmutableArray<AtsBudget> Declared(CoverageState state) => Compute(state, ActDeclarations.In(state.Snapshot).Ledgers, null, null);

    /// <summary>One per ATS with an allocation, by code.</summary>
    /// <param name="state">Snapshot, verdicts and rule set.</param>
    /// <param name="ledgers">By name of the ATS.</param>
    /// <param name="suggestions">What would be opened; null where it was not looked for, and all that rests on it is not known.</param>
    /// <param name="spokeCost">Cost of one new Spoke, EUR; null when not stated.</param>
    /// <exception cref="CoverageInputException">The allocation is not possible.</exception>
    public static ImmutableArray<AtsBudget> Compute(
        CoverageState state,
        ImmutableSortedDictionary<string, AtsLedger> ledgers,
        ImmutableArray<Suggestion>? suggestions,
        decimal? spokeCost)
    {
        ILookup<string, NetworkView> networks = new FindingContext(state).Networks.ToLookup(n => n.Ats, StringComparer.Ordinal);
        return [.. FundAllocation.Allocate(state.Snapshot, state.Rules).Select(a => Of(a))];

        AtsBudget Of(AtsAllocation allocation)
        {
            ProjectTerms terms = state.Rules.TermsOf(allocation.Ats, state.Snapshot.AsOf);
            decimal?[] contributions = [.. networks[allocation.Ats].Select(n => n.Network.ContributionEur)];
            Suggestion[]? here = suggestions?.Where(s => s.Membership.Ats == allocation.Ats).ToArray();
            bool complete = state.Snapshot.Set.IsCompleteFor(allocation.Ats);
            bool known = complete || contributions.Length > 0;
            return new AtsBudget(
                Allocation: allocation,
                Ledger: ledgers.GetValueOrDefault(allocation.Ats),
                Terms: terms,
                Networks: known ? contributions.Length : null,
                WithoutContribution: known ? contributions.Count(c => c is null) : null,
                OverCap: known ? contributions.Count(c => c > terms.CapEur) : null,
                Committed: known ? contributions.Sum(c => c ?? 0) : null,
                NewSpokes: known ? here?.Count(s => s.Kind == SuggestionKind.Spoke) : null,
                NewHubs: known ? here?.Count(s => s.Kind == SuggestionKind.Hub) : null,
                SpokeCost: spokeCost)
            {
                UpperBound = known && !complete,
            };
        }
    }
}
