using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>What the formula of its ATS grants a network (R16).</summary>
/// <param name="Size">What the formula is of; null where it is not known.</param>
/// <param name="Eur">From zero to the cap; null where it cannot be computed.</param>
/// <param name="Refusal">Italian: why the formula has no value for that size; null where it has one or the size is not known.</param>
internal sealed record FormulaContribution(FormulaInput? Size, decimal? Eur, string? Refusal)
{
    /// <param name="cap">Of the ATS, EUR.</param>
    public static FormulaContribution Of(TerritorySnapshot snapshot, NetworkView network, ContributionFormula formula, decimal cap)
    {
        FormulaInput? size = NetworkTerritory.Of(snapshot, network);
        try
        {
            return new FormulaContribution(size, size is { } known ? decimal.Clamp(formula.Value(known), 0, cap) : null, null);
        }
        catch (CoverageInputException e)
        {
            return new FormulaContribution(size, null, e.Message);
        }
    }
}
