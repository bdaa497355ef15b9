using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>The textbook models in the LP format of CPLEX, one term a line, so that no line is too long for a reader.</summary>
internal static class LinearModel
{
    /// <summary>p-median with the assignment of each demand (ReVelle, Swain 1970).</summary>
    public static string Median(CostMatrix costs, int p)
    {
        var text = new StringBuilder("minimize\nobj:\n");
        Each(costs, (i, j, cost) => text.Append(CultureInfo.InvariantCulture, $"+ {cost} z{i}_{j}\n"));
        text.Append("subject to\n");
        for (int i = 0; i < costs.Demands.Length; i++)
        {
            foreach (int j in costs.SitesOf(i))
                text.Append(CultureInfo.InvariantCulture, $"+ z{i}_{j}\n");
            text.Append("= 1\n");
        }

        Each(costs, (i, j, _) => text.Append(CultureInfo.InvariantCulture, $"x{j} - z{i}_{j} >= 0\n"));
        Count(text, costs.Sites.Length, p);
        return Binary(text, costs.Sites.Length);
    }

    /// <summary>Fewest points so that each is within the limit of one.</summary>
    public static string Fewest(PlanarInstance points, double limit)
    {
        var text = new StringBuilder("minimize\nobj:\n");
        for (int j = 0; j < points.Points.Length; j++)
            text.Append(CultureInfo.InvariantCulture, $"+ x{j}\n");
        text.Append("subject to\n");
        for (int i = 0; i < points.Points.Length; i++)
            Sum(text, points.Within(i, limit)).Append(">= 1\n");
        return Binary(text, points.Points.Length);
    }

    /// <summary>Most weight within the limit of so many of p points; when it is two, each must be within the limit of one. Written as a least.</summary>
    public static string Covered(PlanarInstance points, double limit, int p, int times)
    {
        var text = new StringBuilder("minimize\nobj:\n");
        int[][] within = [.. Enumerable.Range(0, points.Points.Length).Select(i => points.Within(i, limit))];
        bool Counts(int i) => within[i].Length >= times;
        for (int i = 0; i < within.Length; i++)
            text.Append(Counts(i) ? string.Create(CultureInfo.InvariantCulture, $"- {points.Demand[i]} y{i}\n") : "");
        text.Append("subject to\n");
        for (int i = 0; i < within.Length; i++)
            Sum(text, within[i]).Append(Counts(i) ? $"- y{i}\n" : "").Append(CultureInfo.InvariantCulture, $">= {times - 1}\n");
        Count(text, within.Length, p);
        text.Append("bounds\n");
        for (int i = 0; i < within.Length; i++)
            text.Append(Counts(i) ? $"y{i} <= 1\n" : "");
        return Binary(text, within.Length);
    }

    private static void Each(CostMatrix costs, Action<int, int, double> pair)
    {
        for (int i = 0; i < costs.Demands.Length; i++)
        {
            for (int k = 0; k < costs.SitesOf(i).Length; k++)
                pair(i, costs.SitesOf(i)[k], costs.CostsOf(i)[k]);
        }
    }

    private static StringBuilder Sum(StringBuilder text, IEnumerable<int> sites)
    {
        foreach (int j in sites)
            text.Append(CultureInfo.InvariantCulture, $"+ x{j}\n");
        return text;
    }

    private static void Count(StringBuilder text, int sites, int p) =>
        Sum(text, Enumerable.Range(0, sites)).Append(CultureInfo.InvariantCulture, $"= {p}\n");

    private static string Binary(StringBuilder text, int sites)
    {
        text.Append("binary\n");
        for (int j = 0; j < sites; j++)
            text.Append(CultureInfo.InvariantCulture, $"x{j}\n");
        return text.Append("end\n").ToString();
    }
}
