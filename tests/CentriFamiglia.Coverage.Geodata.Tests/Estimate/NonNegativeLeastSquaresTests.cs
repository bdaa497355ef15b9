using CentriFamiglia.Coverage.Geodata.Estimate;

namespace CentriFamiglia.Coverage.Geodata.Tests.Estimate;

public class NonNegativeLeastSquaresTests
{
    [Fact]
    public void An_exact_solution_is_found() =>
        NonNegativeLeastSquares.Solve([[1, 0], [0, 1], [1, 1]], [2, 3, 5]).ShouldBe([2, 3], 1e-12);

    [Fact]
    public void A_term_that_would_be_negative_is_left_out() =>
        // Unconstrained: (4, -1). With the second at nought the first is the mean of 4 and 3, weighted by its terms.
        NonNegativeLeastSquares.Solve([[1, 0], [1, 1]], [4, 3]).ShouldBe([3.5, 0], 1e-12);

    [Fact]
    public void The_optimality_conditions_hold_on_random_problems()
    {
        var random = new Random(7);
        for (int problem = 0; problem < 50; problem++)
        {
            double[][] rows = [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextDouble() - 0.3).ToArray())];
            double[] observed = [.. rows.Select(_ => random.NextDouble() * 10 - 5)];

            double[] x = NonNegativeLeastSquares.Solve(rows, observed);

            for (int j = 0; j < x.Length; j++)
            {
                double slope = rows.Select((row, i) => row[j] * (observed[i] - row.Zip(x, (a, b) => a * b).Sum())).Sum();
                x[j].ShouldBeGreaterThanOrEqualTo(0);
                if (x[j] > 0)
                    slope.ShouldBe(0, 1e-8);
                else
                    slope.ShouldBeLessThan(1e-8);
            }
        }
    }
}
