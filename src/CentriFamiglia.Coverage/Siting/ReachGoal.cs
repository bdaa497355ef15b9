using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Siting.Ladder;
using CentriFamiglia.Coverage.Siting.Location;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>
/// So many new Spokes for most residents within their limit (maximal covering) or least resident-minutes (p-median), the sedi that
/// stand taken as one that is open already. Only comuni that a network can take in are candidates.
/// </summary>
internal static class ReachGoal
{
    private const string Standing = "sedi di oggi";

    public static Choice Choose(CoverageState state, SuggestionRequest request, string? ats, double reach, Func<bool> stop)
    {
        bool cover = request.Goal == SuggestionGoal.Cover;
        var all = new LadderModel(
            state, reach, [], Enumerable.Range(0, state.Snapshot.Comuni.Length).Where(c => ats is null || state.Snapshot.MembershipOf(state.Snapshot.Comuni[c].Code)?.Ats == ats));
        int[] open = [.. Enumerable.Range(0, all.Options.Length).Where(o => !all.Options[o].Hubs.IsEmpty)];
        int wanted = Math.Min(request.MaxSpokes ?? SuggestionSolver.UsualSpokes, open.Length);
        LocationResult result = LocationSolver.Solve(Problem(state, all, open, cover, wanted), stop);
        ImmutableArray<int> chosen = Back(result.Sites, open);
        double unit = cover ? 1 : 60;
        return new Choice(
            all, chosen, cover ? "cover" : "time", result.Status == LocationStatus.Optimal ? "optimal" : "feasible",
            result.Objective / unit, result.Bound / unit,
            [.. result.Alternates.Select(a => Back(a, open))], result.AlternatesComplete, result.Nodes,
            [.. Notes(request, all, open, wanted, state)]);
    }

    private static LocationProblem Problem(CoverageState state, LadderModel model, int[] open, bool cover, int wanted)
    {
        ImmutableArray<PointGap> points = state.Points;
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < points.Length; i++)
        {
            if (points[i].Nearest is { } nearest && (!cover || nearest.Cost.Seconds <= points[i].LimitMinutes * 60))
                pairs.Add((i, 0, cover ? 0 : nearest.Cost.Seconds));
        }

        for (int j = 0; j < open.Length; j++)
        {
            foreach ((int point, int seconds) in model.Options[open[j]].Nearer)
            {
                if (!cover || seconds <= points[point].LimitMinutes * 60)
                    pairs.Add((point, j + 1, cover ? 0 : seconds));
            }
        }

        return new LocationProblem
        {
            Kind = cover ? LocationKind.MaximalCovering : LocationKind.PMedian,
            Costs = CostMatrix.From(
                [.. points.Select(p => p.Demand.Point.Id.Value)],
                [Standing, .. open.Select(o => state.Snapshot.Comuni[model.Options[o].Comune].Code.Value)],
                pairs),
            // Who reaches no sede today cannot be told in minutes saved.
            Weights = [.. points.Select(p => cover || p.Nearest is not null ? p.Demand.Point.Residents : 0)],
            P = wanted + 1,
            Limit = cover ? 0 : null,
            Fixed = [0],
        };
    }

    private static ImmutableArray<int> Back(ImmutableArray<int> sites, int[] open) => [.. sites.Where(j => j > 0).Select(j => open[j - 1]).Order()];

    private static IEnumerable<string> Notes(SuggestionRequest request, LadderModel model, int[] open, int wanted, CoverageState state)
    {
        if (request.MaxSpokes is null)
            yield return $"Il numero di nuovi Spoke non è indicato: {wanted} (--spokes N per un altro).";
        yield return $"Candidati: {open.Length} comuni che una rete può accogliere; {model.Options.Length - open.Length} non considerati perché nessun Hub della stessa ATS con posto è entro la portata.";
        if (request.Goal == SuggestionGoal.Time && state.Points.Where(p => p.Nearest is null).Sum(p => p.Demand.Point.Residents) is > 0 and var lost)
            yield return $"{ItalianNumber.Count(lost)} residenti che oggi non raggiungono alcuna sede non contano in questo scopo: per loro c'è cover.";
    }
}
