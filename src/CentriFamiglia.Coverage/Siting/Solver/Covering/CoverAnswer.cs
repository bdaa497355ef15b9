using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>MCLP, LSCP and LSCP-B, and the question whether p sites reach everybody.</summary>
internal static class CoverAnswer
{
    // How much to spend on others of the same value, in cells of the simplex dictionary: a fixed amount of work, not of time.
    private const long AlternateWork = 200_000_000;

    internal sealed record Need(List<int>? Sites, int Bound, int Nodes);

    /// <summary>How far a search for a cover goes.</summary>
    /// <param name="Any">Until there is a cover of no more sites than asked for, or a proof that there is none; else until the fewest are proved.</param>
    /// <param name="Work">No further than so many cells of the simplex dictionary, after which it may know neither; 0 for the first bound only.</param>
    /// <param name="Use">When to relax by the simplex method; null for the usual.</param>
    internal readonly record struct Effort(bool Any, long Work, CoverTree.SimplexUse? Use = null)
    {
        public static Effort Whole { get; } = new(Any: false, long.MaxValue);
    }

    /// <summary>The fewest sites, fixed ones included, that are within <paramref name="within"/> of every demand that counts.</summary>
    /// <param name="within">Another limit than the problem's; null for the problem's, or for none.</param>
    /// <param name="most">Answers with more sites are of no use.</param>
    /// <param name="counts">Which demands must be served.</param>
    /// <param name="stop">Ends the search.</param>
    /// <param name="effort">How far to go; null for all the way.</param>
    public static Need Fewest(LocationInput input, double? within, int most, Func<int, bool> counts, Func<bool> stop, Effort? effort = null)
    {
        Effort how = effort ?? Effort.Whole;
        CoverProgram? reduced = CoverReduction.Smallest(Serving(input, Rows(input, within, counts), null), dominance: true, stop);
        if (reduced is null)
            return new Need(null, int.MaxValue, 0);
        List<int> taken = [.. Enumerable.Range(0, input.SiteCount).Where(j => reduced.Start[j] == SiteState.Open)];
        (int bound, int nodes, bool found) = (taken.Count, 0, true);
        // The largest last: its share is what the others leave.
        CoverProgram[] parts = [.. CoverReduction.Components(reduced).OrderBy(part => part.Rows.Count)];
        foreach (CoverProgram part in parts)
        {
            if (bound > most)
                break;
            SearchOutcome outcome = CoverTree.Solve(
                part,
                most - bound,
                [],
                stop,
                alternateWork: 0,
                use: how.Use,
                enough: how.Any && part == parts[^1] ? most - bound : double.NegativeInfinity,
                work: how.Work);
            nodes += outcome.Nodes;
            bound += (int)outcome.Bound;
            found &= outcome.Optima.Count > 0;
            taken.AddRange(outcome.Optima.Count > 0 ? outcome.Optima[0] : []);
        }

        taken.Sort();
        return new Need(found && taken.Count <= most ? taken : null, bound, nodes);
    }

    public static LocationResult Fewest(LocationInput input, Func<bool> stop)
    {
        List<int[]> rows = Rows(input, null, _ => true);
        CoverStart.Choice first = CoverStart.Few(Serving(input, rows, null));
        List<int> start = [.. Enumerable.Range(0, input.SiteCount).Where(j => first.Open![j])];
        Need need = Fewest(input, null, start.Count, _ => true, stop);
        need = need with { Bound = Math.Max(need.Bound, (int)first.Bound) };
        List<int> cover = need.Sites ?? start;
        bool proved = need.Bound >= cover.Count;
        bool backup = input.Problem.Kind == LocationKind.SetCoveringWithBackup;
        CoverProgram program = backup ? BackedUp(input, rows, cover.Count) : Serving(input, rows, cover.Count);
        bool[] known = input.Choice(cover);
        SearchOutcome second = CoverTree.Solve(
            program, double.PositiveInfinity, backup && CoverStart.OfPenalty(program, known).Open is { } better ? [known, better] : [known], stop, AlternateWork);
        double twice = program.Penalty.Where(double.IsFinite).Sum();
        return second.ToResult() with
        {
            Status = proved && second.Bound >= second.Value ? LocationStatus.Optimal : LocationStatus.Feasible,
            Objective = cover.Count,
            Bound = Math.Min(need.Bound, cover.Count),
            BackupWeight = backup ? twice - second.Value : null,
            BackupBound = backup && proved ? twice - Math.Max(0, second.Bound) : null,
            AlternatesComplete = proved && second.Complete,
            Nodes = need.Nodes + second.Nodes,
        };
    }

    /// <summary>Maximal covering: what is not covered pays its weight.</summary>
    public static LocationResult MostWeight(LocationInput input, Func<bool> stop)
    {
        int[] demands = [.. Enumerable.Range(0, input.DemandCount).Where(i => input.Problem.Weights[i] > 0)];
        CoverProgram program = Program(
            input,
            [.. demands.Select(i => input.Reaching(i))],
            [.. demands.Select(_ => 1)],
            [.. demands.Select(i => input.Problem.Weights[i])],
            input.Problem.P);
        CoverStart.Choice start = CoverStart.OfPenalty(program, input.Choice(input.Problem.Fixed));
        SearchOutcome outcome = CoverTree.Solve(program, double.PositiveInfinity, [start.Open!], stop, AlternateWork);
        outcome = outcome with { Bound = Math.Min(outcome.Value, Math.Max(outcome.Bound, start.Bound)) };
        double total = input.Problem.Weights.Sum();
        return outcome.ToResult() with
        {
            Objective = total - outcome.Value,
            Bound = total - Math.Max(0, outcome.Bound),
        };
    }

    /// <summary>All choices of as many sites as the known one that serve the same rows.</summary>
    public static SearchOutcome Others(LocationInput input, List<int[]> rows, IReadOnlyCollection<int> known, Func<bool> stop) =>
        CoverTree.Solve(Serving(input, rows, known.Count), double.PositiveInfinity, [input.Choice(known)], stop, AlternateWork);

    /// <summary>For each demand that counts the permitted sites within the limit.</summary>
    public static List<int[]> Rows(LocationInput input, double? within, Func<int, bool> counts) =>
        [.. Enumerable.Range(0, input.DemandCount).Where(counts).Select(i => input.Reaching(i, within))];

    /// <summary>Every row within the limit of one site at least; without p the sites are counted.</summary>
    public static CoverProgram Serving(LocationInput input, List<int[]> rows, int? p) =>
        Program(input, rows, [.. rows.Select(_ => 1)], [.. rows.Select(_ => double.PositiveInfinity)], p);

    // A demand with one site possible can never be backed up, one without weight need not be.
    private static CoverProgram BackedUp(LocationInput input, List<int[]> rows, int p)
    {
        bool Counts(int i) => rows[i].Length > 1 && input.Problem.Weights[i] > 0;
        return Program(
            input,
            rows,
            [.. rows.Select((_, i) => Counts(i) ? 2 : 1)],
            [.. rows.Select((_, i) => Counts(i) ? input.Problem.Weights[i] : double.PositiveInfinity)],
            p);
    }

    private static CoverProgram Program(LocationInput input, List<int[]> rows, int[] need, double[] penalty, int? p)
    {
        double[] finite = [.. penalty.Where(double.IsFinite)];
        return new CoverProgram
        {
            SiteCount = input.SiteCount,
            Rows = rows,
            Need = need,
            Penalty = penalty,
            SiteCost = p is null ? 1 : 0,
            P = p,
            Start = input.Start,
            Integral = finite.Sum() < 1e11 && Array.TrueForAll(finite, weight => Math.Floor(weight) == weight),
            Scale = Math.Max(finite.Sum(), p is null ? input.SiteCount : 0),
        };
    }
}
