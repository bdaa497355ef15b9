using CentriFamiglia.Coverage.Siting.Solver.Allocation;
using CentriFamiglia.Coverage.Siting.Solver.Covering;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver;

/// <summary>
/// Exact answers to the problems of <see cref="LocationKind"/>. The same input gives the same sites, whatever the machine, as long
/// as the proof ends; a search that is stopped early says so and gives a valid bound.
/// </summary>
public static class LocationSolver
{
    // The search for others of the same value may look at this many pairs, whatever the size: a small problem is searched through,
    // a large one says that it was not.
    private const long AlternateWork = 3_000_000;
    private const int FewestAlternateNodes = 20;
    private const int MostAlternateNodes = 5_000;

    /// <summary>Solves one problem.</summary>
    /// <param name="stop">Asked often; true ends the search with what is known.</param>
    /// <exception cref="CoverageInputException">The question cannot be answered as it stands.</exception>
    public static LocationResult Solve(LocationProblem problem, Func<bool>? stop = null)
    {
        LocationInput input = LocationInput.Check(problem);
        ImmutableArray<int> unreachable = input.Unreachable();
        bool lost = problem.Kind != LocationKind.MaximalCovering && unreachable.Any(input.MustBeServed);
        Func<bool> stopped = stop ?? (() => false);
        LocationResult result = lost ? LocationResult.NoChoice(proved: true) : Search(input, stopped);
        if (result.Status == LocationStatus.Infeasible)
            result = WithEnough(input, result, stopped);
        bool capacities = !problem.Capacities.IsDefault;
        return Confirm(problem, result, capacities ? (asked, sites) => Recount.OfAssignment(asked, sites, result.Assignment) : Recount.Of, input.Scale) with
        {
            CandidatesConsidered = input.Permitted,
            UnreachableDemands = unreachable,
        };
    }

    /// <summary>How many sites would do for the demands that any site reaches: the set covering question, with its capacities.</summary>
    private static LocationResult WithEnough(LocationInput input, LocationResult result, Func<bool> stop)
    {
        bool Counts(int i) => input.MustBeServed(i) && input.Reached(i) >= input.Problem.Nearest;
        if (input.Problem.Nearest > 1 || !Enumerable.Range(0, input.DemandCount).Any(Counts))
            return result;
        if (input.Problem.Capacities.IsDefault)
        {
            CoverAnswer.Need need = CoverAnswer.Fewest(input, null, input.SiteCount, Counts, stop);
            return result with { SitesEnough = need.Sites?.Count, SitesAtLeast = need.Bound };
        }

        LocationProblem fewest = input.Problem with
        {
            Kind = LocationKind.SetCovering,
            P = null,
            Limit = input.Problem.Limit ?? double.MaxValue,
            Weights = [.. input.Problem.Weights.Select((weight, i) => Counts(i) ? weight : 0)],
        };
        LocationInput asked = LocationInput.Check(fewest);
        if (Enumerable.Range(0, input.DemandCount).Any(i => !Counts(i)))
            return result;
        LocationResult found = AllocationAnswer.Solve(asked, stop);
        return found.Status == LocationStatus.Infeasible ? result : result with
        {
            SitesEnough = (int?)found.Objective,
            SitesAtLeast = (int?)found.Bound,
        };
    }

    private static LocationResult Search(LocationInput input, Func<bool> stop)
    {
        if (AllocationAnswer.Is(input.Problem))
            return AllocationAnswer.Solve(input, stop);
        int nodes = (int)Math.Clamp(AlternateWork / Math.Max(1, input.Problem.Costs.Pairs), FewestAlternateNodes, MostAlternateNodes);
        return input.Problem.Kind switch
        {
            LocationKind.PMedian => MedianAnswer.Solve(input, stop, nodes),
            LocationKind.MaximalCovering => CoverAnswer.MostWeight(input, stop),
            LocationKind.PCenter => CenterAnswer.Solve(input, stop),
            _ => CoverAnswer.Fewest(input, stop),
        };
    }

    /// <summary>The result with its figures as counted again, by a path of its own.</summary>
    /// <param name="result">What the search claims.</param>
    /// <param name="count">Counts a choice of sites: <see cref="Recount.Of"/>.</param>
    /// <param name="scale">What rounding errors are measured by.</param>
    /// <exception cref="InvalidOperationException">The count does not agree with the claim, or with the claimed bound: a defect.</exception>
    internal static LocationResult Confirm(
        LocationProblem problem,
        LocationResult result,
        Func<LocationProblem, IReadOnlyCollection<int>, Recount?> count,
        double scale)
    {
        if (result.Objective is not { } claimed)
            return result;
        bool Same(double a, double b) => Math.Abs(a - b) <= (1e-9 * Math.Max(Math.Abs(a), Math.Abs(b))) + (1e-10 * scale);
        foreach (ImmutableArray<int> sites in result.Alternates.Prepend(result.Sites))
        {
            Recount? counted = count(problem, sites);
            if (counted is not { } figures || !Same(figures.Objective, claimed)
                || (result.BackupWeight is { } twice && !Same(figures.BackupWeight, twice)))
            {
                throw new InvalidOperationException(
                    $"il riconteggio dà {counted?.ToString() ?? "nessun valore"}, la ricerca {claimed} {result.BackupWeight}: il risultato non è mostrato");
            }
        }

        Recount best = count(problem, result.Sites)!.Value;
        bool proved = result.Status == LocationStatus.Optimal;
        double? backup = result.BackupWeight is null ? null : best.BackupWeight;
        double? backupBound = result.BackupBound is null || proved ? backup : result.BackupBound;
        double? bound = proved ? best.Objective : result.Bound;
        return result with
        {
            Objective = best.Objective,
            Bound = bound,
            BackupWeight = backup,
            BackupBound = result.BackupBound is null ? null : backupBound,
            Gap = proved ? 0 : Larger(Gap(best.Objective, bound), Gap(backup, result.BackupBound)),
        };
    }

    private static double? Larger(double? a, double? b) => a is null || b > a ? b ?? a : a;

    private static double? Gap(double? value, double? bound)
    {
        double distance = Math.Abs(value - bound ?? 0);
        return value is null || bound is null ? null : distance == 0 ? 0 : distance / Math.Max(Math.Abs(value.Value), Math.Abs(bound.Value));
    }
}
