using CentriFamiglia.Coverage.Access;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>First form of the suggestions: one sede for each unit without one, exact by enumeration of its comuni.</summary>
public static class UnitSuggestions
{
    /// <exception cref="CoverageInputException">An unknown ATS, a negative number, or a goal that is not available.</exception>
    public static SuggestionResult Compute(CoverageState state, SuggestionRequest request) => throw new NotSupportedException();
}
