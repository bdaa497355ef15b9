using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// A bound of the p-center that costs next to nothing: of p + 1 demands two go to the same site, so no radius does that is too small for
/// any site to reach two of them. They are chosen far apart (Gonzalez 1985).
/// </summary>
internal static class CenterBound
{
    private const long MostWork = 300_000_000;

    /// <returns>Index of the first radius that is not proved too small by this.</returns>
    public static int First(LocationInput input, double[] radii)
    {
        (int n, int m, int p) = (input.DemandCount, input.SiteCount, input.Problem.P!.Value);
        if (p >= n || (long)p * n * m > MostWork)
            return 0;
        double[][] costs = [.. Enumerable.Range(0, n).Select(i => Row(input, i))];
        // The least radius with which a site reaches the demand and one of those chosen.
        double[] shared = [.. Enumerable.Repeat(double.PositiveInfinity, n)];
        int chosen = Enumerable.Range(0, n).MaxBy(i => costs[i].Min());
        for (int count = 0; count < p; count++)
        {
            for (int i = 0; i < n; i++)
                shared[i] = Math.Min(shared[i], Shared(costs[i], costs[chosen]));
            chosen = Enumerable.Range(0, n).MaxBy(i => shared[i]);
        }

        int at = Array.FindIndex(radii, radius => radius >= shared[chosen]);
        return at < 0 ? radii.Length : at;
    }

    private static double[] Row(LocationInput input, int demand)
    {
        double[] row = [.. Enumerable.Repeat(double.PositiveInfinity, input.SiteCount)];
        for (int k = 0; k < input.Problem.Costs.SitesOf(demand).Length; k++)
        {
            int site = input.Problem.Costs.SitesOf(demand)[k];
            row[site] = input.Start[site] == SiteState.Closed ? double.PositiveInfinity : input.Problem.Costs.CostsOf(demand)[k];
        }

        return row;
    }

    private static double Shared(double[] one, double[] other)
    {
        double least = double.PositiveInfinity;
        for (int j = 0; j < one.Length; j++)
            least = Math.Min(least, Math.Max(one[j], other[j]));
        return least;
    }
}
