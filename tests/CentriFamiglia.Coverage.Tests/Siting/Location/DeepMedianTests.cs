using System.Collections.Immutable;
using CentriFamiglia.Coverage.Siting.Solver;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Tests.Siting.Location;

/// <summary>Medians whose relaxation leaves a gap, so that the search has to branch: random costs with nothing of a map in them.</summary>
public sealed class DeepMedianTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Searches_that_branch_give_what_trying_every_choice_gives(bool whole)
    {
        int nodes = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            LocationProblem problem = Draw(seed, whole);
            double best = Best(problem);
            LocationResult result = LocationSolver.Solve(problem);
            result.Status.ShouldBe(LocationStatus.Optimal, $"seed {seed}");
            EveryChoice.Close(result.Objective!.Value, best).ShouldBeTrue($"seed {seed}: {result.Objective} instead of {best}");
            nodes += result.Nodes;
        }

        nodes.ShouldBeGreaterThan(60 * 10);
    }

    [Fact]
    public void A_search_stopped_while_it_branches_has_a_bound_that_holds()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            LocationProblem problem = Draw(seed, whole: true);
            double best = Best(problem);
            int left = 50 + (seed * 40);
            LocationResult result = LocationSolver.Solve(problem, () => left-- <= 0);
            result.Objective!.Value.ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
            result.Bound!.Value.ShouldBeLessThanOrEqualTo(best, $"seed {seed}");
        }
    }

    [Fact]
    public void The_answer_and_the_nodes_are_the_same_on_any_number_of_processors()
    {
        int nodes = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            LocationInput input = LocationInput.Check(Draw(seed, whole: seed % 2 == 0, size: 3));
            LocationResult one = MedianAnswer.Solve(input, () => false, alternateNodes: 200, processors: 1);
            foreach (int processors in (int[])[2, 8, -1])
            {
                LocationResult many = MedianAnswer.Solve(input, () => false, alternateNodes: 200, processors);
                Told(many).ShouldBe(Told(one), $"seed {seed}, {processors} processors");
            }

            nodes += one.Nodes;
        }

        // Enough for several to be looked at at once.
        nodes.ShouldBeGreaterThan(12 * 100);
    }

    private static string Told(LocationResult result) =>
        string.Join(" | ", result.Alternates.Prepend(result.Sites).Select(sites => string.Join(' ', sites)))
        + $" | {result.Status} {result.Objective:R} {result.Bound:R} {result.AlternatesComplete} {result.Nodes}";

    private static LocationProblem Draw(int seed, bool whole, int size = 1)
    {
        var random = new Random(seed);
        int sites = size * random.Next(16, 25);
        int demands = size * random.Next(20, 41);
        List<(int, int, double)> pairs = [];
        for (int i = 0; i < demands; i++)
        {
            for (int j = 0; j < sites; j++)
            {
                if (random.NextDouble() < 0.9)
                    pairs.Add((i, j, whole ? random.Next(100) : 100 * random.NextDouble()));
            }
        }

        return new LocationProblem
        {
            Kind = LocationKind.PMedian,
            Costs = CostMatrix.From(SmallCase.Names("d", demands), SmallCase.Names("s", sites), pairs),
            Weights = [.. Enumerable.Range(0, demands).Select(_ => (double)random.Next(1, 6))],
            P = 4 + (seed % 2),
            Fixed = seed % 3 == 0 ? [random.Next(sites)] : [],
        };
    }

    // Every choice of p sites, one cheapest cost per demand kept on the way down.
    private static double Best(LocationProblem problem)
    {
        ImmutableArray<double> weights = problem.Weights;
        double[][] cost = new double[problem.Costs.Sites.Length][];
        for (int j = 0; j < cost.Length; j++)
            cost[j] = [.. Enumerable.Repeat(double.PositiveInfinity, weights.Length)];
        for (int i = 0; i < weights.Length; i++)
        {
            for (int k = 0; k < problem.Costs.SitesOf(i).Length; k++)
                cost[problem.Costs.SitesOf(i)[k]][i] = weights[i] * problem.Costs.CostsOf(i)[k];
        }

        double[] start = [.. Enumerable.Range(0, weights.Length).Select(i => problem.Fixed.Select(j => cost[j][i]).Append(double.PositiveInfinity).Min())];
        return From(0, problem.P!.Value - problem.Fixed.Length, start);

        double From(int next, int more, double[] pays)
        {
            if (more == 0)
                return pays.Sum();
            double best = double.PositiveInfinity;
            for (int j = next; j <= cost.Length - more; j++)
            {
                if (!problem.Fixed.Contains(j))
                    best = Math.Min(best, From(j + 1, more - 1, [.. pays.Select((paid, i) => Math.Min(paid, cost[j][i]))]));
            }

            return best;
        }
    }
}
