using System.Diagnostics;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Layers.Proposals;

/// <summary>The proposals of one question, before they become rows.</summary>
/// <param name="Result">The proposals and their certificate.</param>
/// <param name="Seconds">What the search took.</param>
internal sealed record SuggestionAnswer(SuggestionRequest Request, SuggestionResult Result, double Seconds)
{
    /// <param name="mostSeconds">Ends the search with what is known; null for never.</param>
    /// <param name="stop">Ends it as well.</param>
    public static SuggestionAnswer Of(Analysis analysis, SuggestionRequest request, double? mostSeconds = null, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        SuggestionResult result = SuggestionSolver.Compute(analysis.State, request, () => watch.Elapsed.TotalSeconds > mostSeconds || stop.IsCancellationRequested);
        return new SuggestionAnswer(request, result, watch.Elapsed.TotalSeconds);
    }

    /// <summary>EUR, as the user or the list of candidates states it; null when neither does.</summary>
    public decimal? CostOf(Suggestion suggestion) => suggestion.CostEur ?? Request.SedeCostEur;

    /// <summary>Of several together; null when one has none.</summary>
    public decimal? Cost(IEnumerable<Suggestion> suggestions)
    {
        decimal?[] costs = [.. suggestions.Select(CostOf)];
        return costs.Length == 0 || costs.Any(c => c is null) ? null : costs.Sum();
    }
}
