using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>What so many new Spokes can do at best.</summary>
/// <param name="Spokes">New Spokes allowed.</param>
/// <param name="Sites">Comuni of the best set, by code; fewer than allowed where more would add nothing.</param>
/// <param name="Status"><c>optimal</c>, <c>feasible</c> or <c>infeasible</c>.</param>
/// <param name="Objective">cover: residents within their limit; time: resident-minutes.</param>
/// <param name="Bound">Proved bound of the same.</param>
/// <param name="Gain">What the last Spoke adds to the objective of one fewer: residents, or resident-minutes saved.</param>
/// <param name="Within">Residents within their limit.</param>
/// <param name="ResidentMinutes">Of those that reach a sede today.</param>
public sealed record SitingCurvePoint(
    int Spokes, ImmutableArray<Comune> Sites, string Status, double? Objective, double? Bound, double? Gain, double? Within, double? ResidentMinutes)
{
    /// <summary>Whether, among the sets of the same objective, none is proved to travel less.</summary>
    public bool SecondaryProved { get; init; } = true;

    /// <summary>Relative distance of objective and bound; 0 when proved.</summary>
    public double? Gap => Objective is { } o && Bound is { } b ? (o == b ? 0 : Math.Abs(o - b) / Math.Max(Math.Abs(o), Math.Abs(b))) : null;
}

/// <summary>The best sets of 0, 1, 2 ... new Spokes, each found and proved on its own: the best of three need not hold the best of two.</summary>
public static class SuggestionCurve
{
    /// <summary>Most points of one curve.</summary>
    public const int MostPoints = 200;

    /// <param name="request">The goal (cover or time) and its constraints; the number of Spokes is that of the last point.</param>
    /// <param name="stop">Asked often; true ends each point with what is known.</param>
    /// <param name="done">Told how many points are done, on any thread.</param>
    /// <exception cref="CoverageInputException">The goal is units, a value is out of range, or no Spoke can be opened where one must be.</exception>
    public static ImmutableArray<SitingCurvePoint> Compute(CoverageState state, SuggestionRequest request, Func<bool>? stop = null, Action<int>? done = null)
    {
        if (request.Goal == SuggestionGoal.Units)
            throw new CoverageInputException("La curva vale per gli scopi cover e time: con units il numero di sedi è già il minore possibile.");
        if (request.MaxSpokes > MostPoints)
            throw new CoverageInputException($"La curva arriva a {MostPoints} nuovi Spoke.");
        (string? ats, double reach) = SuggestionSolver.Check(state, request);
        if (KnownNothing.Cure(state, ats) is { } cure)
            throw new CoverageInputException(cure);
        state = new CountedResidents(ats, request.CountAll).In(state);
        var goal = new ReachGoal(state, request, ats, reach);
        if (!goal.Impossible.IsEmpty)
            throw new CoverageInputException(string.Join(" ", goal.Impossible));
        var audit = new SuggestionAudit(state);
        int count = (request.MaxSpokes ?? SuggestionSolver.UsualSpokes) + 1;
        // Every point is a question of its own, and gives the same on any number of processors.
        var results = new ReachResult[count];
        int ended = 0;
        // On whose threads this runs is for who calls to say: a service keeps a search to one.
        var here = new ParallelOptions { TaskScheduler = TaskScheduler.Current };
        Parallel.For(0, count, here, n =>
        {
            results[n] = goal.Best(goal.Paid(n), stop ?? (() => false));
            done?.Invoke(Interlocked.Increment(ref ended));
        });
        var points = ImmutableArray.CreateBuilder<SitingCurvePoint>(count);
        for (int n = 0; n < count; n++)
            points.Add(Point(state, request, goal, audit, n, results[n], n > 0 ? points[n - 1] : null));
        return points.ToImmutable();
    }

    private static SitingCurvePoint Point(CoverageState state, SuggestionRequest request, ReachGoal goal, SuggestionAudit audit, int spokes, ReachResult result,
        SitingCurvePoint? before)
    {
        if (result.Set is not { } set)
            return new SitingCurvePoint(Spokes: spokes, Sites: [], Status: "infeasible", Objective: null, Bound: null, Gain: null, Within: null, ResidentMinutes: null);
        CandidatePlace[] chosen = [.. goal.OptionsOf(goal.Worth(set))];
        ImmutableArray<Comune> sites = [.. chosen.Select(o => state.Snapshot.Comuni[o.Comune])];
        int?[] after = audit.With([.. chosen.Select(o => o.Place)]);
        (double within, double minutes) = (audit.Within(after), audit.Total(after, audit.Standing) / 60);
        bool cover = request.Goal == SuggestionGoal.Cover;
        SuggestionAudit.Same($"the objective of {spokes} new Spokes", result.Objective, cover ? within : minutes);
        double? gain = before?.Objective is { } previous ? (cover ? result.Objective - previous : previous - result.Objective) : null;
        return new SitingCurvePoint(
            Spokes: spokes,
            Sites: sites,
            Status: result.Objective == result.Bound ? "optimal" : "feasible",
            Objective: result.Objective,
            Bound: result.Bound,
            Gain: gain,
            Within: within,
            ResidentMinutes: minutes)
        {
            SecondaryProved = result.Proved,
        };
    }
}
