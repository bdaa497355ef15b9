using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Tests.Access.Measures;

/// <summary>
/// RAAM by hand, and against people who move one at a time until none gains by it. PySAL's <c>access</c>, which stops near the balance, is not installed and judges nothing here.
/// </summary>
public class RationalAgentsTests
{
    private const double Exact = 1e-9;

    private static readonly RationalAgentTerms _usual = new(60, null, null);

    /// <summary>
    /// Ten go to two sites that offer 1 each, so that rho is 5: at 0 they find L / 5, at 30 a half and (10 - L) / 5. Both cost 1.25 where L is 6.25.
    /// </summary>
    [Fact]
    public void A_crowd_spills_over_to_the_farther_site_until_both_cost_the_same()
    {
        var found = RationalAgents.Of(new AccessMatrix(1, [1, 1], [10], [(0, 0, 0), (0, 1, 30)]), _usual);

        found.Costs[0]!.Value.ShouldBe(1.25, Exact);
        found.Loads[0].ShouldBe(6.25, Exact);
        found.Loads[1].ShouldBe(3.75, Exact);
        found.Trips[0].Select(t => t.Site).ShouldBe([0, 1]);
        found.Gap.ShouldBeLessThan(Exact);
    }

    /// <summary>Twenty and four, rho 12: of the twenty u go to the site of the others, half a unit away: (20 - u) / 12 = 1 / 2 + (4 + u) / 12, five.</summary>
    [Fact]
    public void Those_who_live_beside_the_other_site_pay_for_the_crowd_that_comes()
    {
        var found = RationalAgents.Of(new AccessMatrix(2, [1, 1], [20, 4], [(0, 0, 0), (0, 1, 30), (1, 1, 0)]), _usual);

        found.Costs[0]!.Value.ShouldBe(1.25, Exact);
        found.Costs[1]!.Value.ShouldBe(0.75, Exact);
        found.Loads[0].ShouldBe(15, Exact);
        found.Loads[1].ShouldBe(9, Exact);
    }

    [Theory]
    // Nobody spills over: a trip of 30 costs more than the crowd of 10 at rho 20.
    [InlineData(30, 20.0, null, 0.5, 10, 0)]
    // The farther site is out of reach.
    [InlineData(60, null, 29.0, 2.0, 10, 0)]
    [InlineData(60, null, 30.0, 1.25, 6.25, 3.75)]
    [InlineData(60, 10.0, null, 0.75, 7.5, 2.5)]
    public void Tau_rho_and_the_limit_say_what_is_worth_a_trip(double tau, double? rho, double? limit, double cost, double near, double far)
    {
        var found = RationalAgents.Of(new AccessMatrix(1, [1, 1], [10], [(0, 0, 0), (0, 1, 30)]), new RationalAgentTerms(tau, rho, limit));

        found.Costs[0]!.Value.ShouldBe(cost, Exact);
        found.Loads[0].ShouldBe(near, Exact);
        found.Loads[1].ShouldBe(far, Exact);
    }

    [Fact]
    public void Where_nothing_is_offered_there_is_no_cost_and_nobody_pays_what_one_would()
    {
        // The first reaches only a site that offers nothing, the second nothing at all; the third is empty, and would find the crowd of the fourth: 10 / (5 * 2).
        var found = RationalAgents.Of(
            new AccessMatrix(4, [0, 2], [0, 0, 0, 10], [(0, 0, 1), (2, 1, 30), (3, 1, 60), (3, 0, 0)]), _usual);

        found.Costs.ShouldBe([null, null, 1.5, 2.0]);
        found.Loads.ShouldBe([0, 10]);
    }

    [Fact]
    public void Without_any_demand_a_cost_is_that_of_the_trip()
    {
        var found = RationalAgents.Of(new AccessMatrix(1, [3], [0], [(0, 0, 45)]), _usual);

        found.Costs.ShouldBe([0.75]);
        found.Loads.ShouldBe([0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nobody_can_lower_his_cost_by_going_elsewhere(int seed)
    {
        AccessMatrix matrix = Many(seed);

        var found = RationalAgents.Of(matrix, _usual);

        double rho = matrix.Weights.Sum() / matrix.Supply.Sum();
        for (int i = 0; i < matrix.Demands; i++)
        {
            found.Trips[i].Sum(t => t.Weight).ShouldBe(matrix.Weights[i], 1e-6);
            foreach ((int site, _) in found.Trips[i])
            {
                double now = Cost(i, site, 0);
                now.ShouldBe(found.Costs[i]!.Value, 1e-8);
                foreach ((int other, _) in matrix.Row(i).Where(p => p.Site != site && matrix.Supply[p.Site] > 0))
                    Cost(i, other, 1).ShouldBeGreaterThan(now);
            }
        }

        found.Loads.Sum().ShouldBe(matrix.Weights.Sum(), 1e-6);

        double Cost(int demand, int site, double more) =>
            (matrix.Row(demand).Single(p => p.Site == site).Cost / 60) + ((found.Loads[site] + more) / matrix.Supply[site] / rho);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void People_who_move_one_at_a_time_until_none_gains_find_the_same_costs(int seed)
    {
        AccessMatrix matrix = Many(seed);
        double rho = matrix.Weights.Sum() / matrix.Supply.Sum();
        int[] loads = new int[matrix.Sites];
        List<(int Demand, int Site)> people = [];
        for (int i = 0; i < matrix.Demands; i++)
        {
            int start = matrix.Row(i).First(p => matrix.Supply[p.Site] > 0).Site;
            people.AddRange(Enumerable.Repeat((i, start), (int)matrix.Weights[i]));
            loads[start] += (int)matrix.Weights[i];
        }

        bool moved = true;
        while (moved)
        {
            moved = false;
            for (int k = 0; k < people.Count; k++)
            {
                (int demand, int here) = people[k];
                int best = Reached(demand).MinBy(j => Cost(demand, j, j == here ? 0 : 1));
                if (best == here || Cost(demand, best, 1) >= Cost(demand, here, 0) - 1e-12)
                    continue;
                (people[k], moved) = ((demand, best), true);
                loads[here]--;
                loads[best]++;
            }
        }

        var found = RationalAgents.Of(matrix, _usual);

        double person = 1 / rho;
        for (int i = 0; i < matrix.Demands; i++)
            found.Costs[i]!.Value.ShouldBe(Reached(i).Min(j => Cost(i, j, 0)), matrix.Sites * person, $"{i}");

        IEnumerable<int> Reached(int demand) => matrix.Row(demand).Select(p => p.Site).Where(j => matrix.Supply[j] > 0);
        double Cost(int demand, int site, int more) =>
            (matrix.Row(demand).Single(p => p.Site == site).Cost / 60) + ((loads[site] + more) / matrix.Supply[site] / rho);
    }

    /// <summary>Twelve demands and six sites, one of which offers nothing; everyone reaches the second, two pairs in three can be travelled.</summary>
    private static AccessMatrix Many(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<double> supply = [0, 3, 5, 1, 8, 2], weights = [.. Enumerable.Range(0, 12).Select(_ => (double)random.Next(20, 120))];
        return new AccessMatrix(12, supply, weights, [.. Enumerable.Range(0, 12).SelectMany(i => Enumerable.Range(0, 6)
            .Where(j => j == 1 || random.Next(3) > 0).Select(j => (i, j, random.NextDouble() * 60)))]);
    }
}
