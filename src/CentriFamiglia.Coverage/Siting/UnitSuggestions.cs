using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>
/// First form of the suggestions: one sede for each unit that is SCOPERTO or COMPETENZA, at the seat of the comune that minimises the
/// resident-minutes of the unit's demand points, exact by enumeration; ties to the lowest code. Units are taken in order of the
/// resident-minutes saved in the region (most first), then of the residents gained, then by code: in that order they join networks
/// and count against the most Spokes asked for. A unit that no network can serve becomes a proposal for a new Hub (3.1).
/// </summary>
public static class UnitSuggestions
{
    /// <exception cref="CoverageInputException">An unknown ATS, a number out of range, or a goal that is not available.</exception>
    public static SuggestionResult Compute(CoverageState state, SuggestionRequest request)
    {
        string? ats = Check(state, request);
        var run = new SuggestionRun(state, request, ats);
        if (request.Level is SuggestionLevel.Ambito or SuggestionLevel.Entrambi)
            run.Serve(AreaLevel.Ambito);
        if (request.Level is SuggestionLevel.Distretto or SuggestionLevel.Entrambi)
            run.Serve(AreaLevel.Distretto);
        return run.Result();
    }

    /// <returns>Name of the ATS asked for; null for all.</returns>
    private static string? Check(CoverageState state, SuggestionRequest request)
    {
        if (request.Goal != SuggestionGoal.Units)
            throw new CoverageInputException("Questo obiettivo non è ancora disponibile: usare --goal units.");
        if (request.MaxSpokes < 0)
            throw new CoverageInputException($"Il numero di nuovi Spoke ({request.MaxSpokes}) non può essere negativo.");
        if (request.ReachMinutes is { } reach && !(double.IsFinite(reach) && reach > 0))
            throw new CoverageInputException($"La portata di {reach} minuti non è valida: indicare un numero maggiore di zero.");
        if (request.Ats is null)
            return null;
        ImmutableArray<TerritoryUnit> all = [.. state.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded)];
        return all.FirstOrDefault(u => u.Code == AreaCode.From(request.Ats))?.Name
            ?? throw new CoverageInputException(
                $"L'ATS '{request.Ats}' non esiste: scegliere fra {string.Join(", ", all.Select(u => u.Name))}.");
    }
}
