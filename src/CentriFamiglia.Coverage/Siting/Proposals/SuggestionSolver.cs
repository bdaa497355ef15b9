using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>
/// Where the next sedi should be, by one of three goals, each proved: a sede in every unit (<see cref="SuggestionGoal.Units"/>: fewest
/// sedi, then fewest new Hubs, then most residents within their limit, then least time), most residents within their limit
/// (<see cref="SuggestionGoal.Cover"/>), least resident-minutes (<see cref="SuggestionGoal.Time"/>). First new Spokes of existing
/// networks, a new Hub only where none can take one (3.1).
/// </summary>
public static class SuggestionSolver
{
    /// <summary>New sedi for the goals that ask how many, when the question does not say.</summary>
    public const int UsualSpokes = 10;

    /// <param name="stop">Asked often; true ends the search with what is known.</param>
    /// <exception cref="CoverageInputException">An unknown ATS, or a number out of range.</exception>
    public static SuggestionResult Compute(CoverageState state, SuggestionRequest request, Func<bool>? stop = null)
    {
        (string? ats, double reach) = Check(state, request);
        var whose = new CountedResidents(ats, request.CountAll);
        if (KnownNothing.Of(state, ats, request) is { } nothing)
            return nothing;
        if (!request.ReplaceHubs.IsEmpty)
            return Replacing(state, request, whose, reach, stop);
        Func<bool> stopped = stop ?? (() => false);
        CoverageState counted = whose.In(state);
        Choice choice = request.Goal == SuggestionGoal.Units
            ? UnitsGoal.Choose(counted, request, ats, reach, stopped)
            : ReachGoal.Choose(counted, request, ats, reach, stopped);
        choice = choice with { Notes = [.. choice.Notes, .. whose.Notes(state)] };
        return new SuggestionBuilder(counted, choice, reach, LevelUnits.Without(counted, request.Level, ats, []), whose.Elsewhere(state)).Result();
    }

    /// <summary>The new Hubs first, then the rest with them standing; the totals are those of all, against today's sedi.</summary>
    private static SuggestionResult Replacing(CoverageState state, SuggestionRequest request, CountedResidents whose, double reach, Func<bool>? stop)
    {
        CoverageState next = state;
        var replaced = new List<HubReplacement>();
        foreach (SiteId hub in request.ReplaceHubs.Distinct())
        {
            replaced.Add(HubReplacement.Of(next, hub, reach, whose));
            next = replaced[^1].State;
        }

        SuggestionResult rest = Compute(next, request with { ReplaceHubs = [] }, stop);
        Place[] places = [.. rest.Suggestions.Select(s => s.Place)];
        var audit = new SuggestionAudit(whose.In(state));
        int?[] least = new SuggestionAudit(whose.In(next)).With(places);
        double elsewhere = whose.Elsewhere(state) is { } now && whose.Elsewhere(next) is { } then ? Gained(new SuggestionAudit(now), new SuggestionAudit(then).With(places)) : 0;
        // Who loses every sede with the old Hub, or gains one, cannot be told in minutes.
        int?[] both = [.. least.Zip(audit.Standing, (a, b) => a is null ? null : b)];
        return rest with
        {
            Suggestions =
            [
                .. replaced.Select((r, i) => r.Proposal with { Rank = i + 1 }).Concat(rest.Suggestions.Select(s => s with { Rank = replaced.Count + s.Rank }))
                    .OrderBy(s => s.Comune.Code),
            ],
            ResidentsGainedTogether = Gained(audit, least),
            ResidentsGainedElsewhereTogether = elsewhere,
            ResidentMinutesSavedTogether = GapMeasures.Rounded((audit.Total(audit.Standing, both) - audit.Total(least, both)) / 60),
            UnitsServed = rest.UnitsServed + replaced.SelectMany(r => r.Proposal.Units).Distinct().Count(),
            Notes = [.. replaced.Select(r => r.Note), .. rest.Notes],
        };
    }

    private static double Gained(SuggestionAudit today, int?[] least) => today.Within(least) - today.Within(today.Standing);

    /// <returns>Name of the ATS asked for, null for all; how far from its Hub a Spoke may be, minutes.</returns>
    internal static (string? Ats, double Reach) Check(CoverageState state, SuggestionRequest request)
    {
        if (request.MaxSpokes < 0)
            throw new CoverageInputException($"Il numero di nuovi Spoke ({request.MaxSpokes}) non può essere negativo.");
        if (request.ReachMinutes is { } reach && !(double.IsFinite(reach) && reach > 0))
            throw new CoverageInputException($"La portata di {reach} minuti non è valida: indicare un numero maggiore di zero.");
        if (request.SharePercent is { } share && !(share is > 0 and <= 100))
            throw new CoverageInputException($"La quota di residenti ({share} %) non è valida: indicare un numero maggiore di zero e fino a 100.");
        double minutes = request.ReachMinutes ?? state.Rules.Planning.HubReachMinutes;
        if (request.Ats is null)
            return (null, minutes);
        string[] all = [.. state.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(u => u.Name)];
        return (AtsNames.Find(request.Ats, all) ?? throw new CoverageInputException(
                $"L'ATS '{request.Ats}' non esiste: scegliere fra {string.Join(", ", all)}."), minutes);
    }
}

/// <summary>What a goal chose, before it is put into words.</summary>
/// <param name="Chosen">Positions among the options of the model, ascending.</param>
/// <param name="Problem">Name of the goal.</param>
/// <param name="Status"><c>optimal</c>, <c>feasible</c> or <c>infeasible</c>.</param>
/// <param name="Objective">See <see cref="SitingCertificate"/>.</param>
/// <param name="Bound">Proved bound of the same; null when nothing is proved.</param>
/// <param name="Alternates">Other choices of the same value.</param>
/// <param name="AlternatesComplete">Whether there are no more.</param>
/// <param name="Nodes">Of the search tree.</param>
/// <param name="Notes">Italian sentences.</param>
internal sealed record Choice(
    CandidateModel Model,
    ImmutableArray<int> Chosen,
    string Problem,
    string Status,
    double? Objective,
    double? Bound,
    ImmutableArray<ImmutableArray<int>> Alternates,
    bool AlternatesComplete,
    int Nodes,
    ImmutableArray<string> Notes)
{
    /// <summary>Whether, among the choices of the same objective, what comes after it is proved best too.</summary>
    public bool SecondaryProved { get; init; } = true;

    /// <summary>Positions among the options of the model of those that must be opened.</summary>
    public ImmutableArray<int> Fixed { get; init; } = [];

    /// <summary>Candidates that were evaluated: those that <see cref="Dropped"/> counts are not among them.</summary>
    public int Considered { get; init; } = Model.Options.Length;

    /// <summary>Why other comuni were not evaluated, Italian, and how many each.</summary>
    public ImmutableArray<(string Reason, int Count)> Dropped { get; init; } = [];
}
