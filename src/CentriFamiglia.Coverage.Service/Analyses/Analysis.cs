using System.Runtime.CompilerServices;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Siting.Proposals;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>Everything that one answer rests on: one revision of the store, one set of sedi, one travel source. Immutable.</summary>
/// <param name="State">Snapshot, verdicts, gaps.</param>
/// <param name="Revision">The store's revision it was read at.</param>
/// <param name="MadeAt">When it was computed (UTC); never part of a row.</param>
/// <param name="Durations">Milliseconds by step, in alphabetical order, travel left out because it is made when first asked for; never part of a row.</param>
public sealed record Analysis(CoverageState State, long Revision, DateTimeOffset MadeAt, ImmutableArray<(string Step, double Milliseconds)> Durations)
{
    /// <summary>The road network in use, whatever source the times come from; null when there is none.</summary>
    internal LoadedRoads? Roads { get; init; }

    /// <summary>The rule sets that can be asked for.</summary>
    public ImmutableArray<RuleSet> RuleSets { get; init; } = [];

    /// <summary>Whether a server of roads is named, whatever source the times come from.</summary>
    internal bool HasServer { get; init; }

    /// <summary>Italian sentences on places that roads do not reach; a server is asked for them when somebody wants to know.</summary>
    public ImmutableArray<string> TravelNotes => Notes?.Value ?? [];

    internal Lazy<ImmutableArray<string>>? Notes { get; init; }

    /// <summary>Rows of the store that another program changed, of the territory and of this set of sedi: those left out, and those to look at.</summary>
    public ImmutableArray<StoredFinding> StoredFindings { get; init; } = [];

    /// <summary>When the content was last known to be the store's, for a store that is away since; null for one that is there.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    // By state, because a copy of this record may rest on another one.
    private static readonly ConditionalWeakTable<CoverageState, StrongBox<ImmutableArray<ActFinding>>> _findings = [];

    /// <summary>Every rule of the act on every subject; computed when first asked for.</summary>
    public ImmutableArray<ActFinding> Findings => _findings.GetValue(State, state => new(ActRules.Evaluate(state))).Value;

    /// <summary>The same with the sedi open that the program proposes.</summary>
    /// <param name="stop">Ends the search for them with what is known.</param>
    public Analysis WithProposals(CancellationToken stop) =>
        this with { State = ProposedState.With(State, SuggestionSolver.Compute(State, new SuggestionRequest(), () => stop.IsCancellationRequested).Suggestions) };

    public TerritorySnapshot Snapshot => State.Snapshot;

    public RuleSet Rules => State.Rules;
}

/// <summary>Which analysis is wanted.</summary>
/// <param name="Set">Name of the set of sedi; null for the active one.</param>
/// <param name="Travel"><c>stima</c>, <c>rete</c>, <c>matrice</c>, <c>server</c>; null for the matrix where there is one, else server, network, estimate.</param>
/// <param name="LimitMinutes">One travel limit for all, minutes; null for those of the SNAI classes.</param>
public sealed record AnalysisKey(string? Set, string? Travel, double? LimitMinutes)
{
    /// <summary>Id of the rule set; null for the one chosen when the program was started.</summary>
    public string? Rules { get; init; }

    /// <summary>What is weighed, as <see cref="DemandChoice.Text"/>; null for residents.</summary>
    public string? Demand { get; init; }

    /// <summary>The day on which validity is judged; null for today.</summary>
    public DateOnly? AsOf { get; init; }
}
