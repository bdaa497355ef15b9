using System.Globalization;
using System.Text;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>The textbook models, each a least: choices that are 0 or 1 and shares from 0 to 1, known by their number.</summary>
internal sealed class LinearModel
{
    public List<(double Cost, bool Whole)> Variables { get; } = [];

    /// <summary>Sums that are at least so much, or just so much.</summary>
    public List<(double Least, bool Exactly, (int Variable, int Times)[] Terms)> Rows { get; } = [];

    /// <summary>p-median with the assignment of each demand (ReVelle, Swain 1970).</summary>
    public static LinearModel Median(CostMatrix costs, int p)
    {
        var model = new LinearModel();
        int[] sites = model.Choices(costs.Sites.Length);
        for (int i = 0; i < costs.Demands.Length; i++)
        {
            var given = new List<(int, int)>();
            for (int k = 0; k < costs.SitesOf(i).Length; k++)
            {
                int share = model.Add(costs.CostsOf(i)[k], whole: false);
                given.Add((share, 1));
                model.Rows.Add((0, false, [(sites[costs.SitesOf(i)[k]], 1), (share, -1)]));
            }

            model.Rows.Add((1, true, [.. given]));
        }

        return model.Opening(sites, p);
    }

    /// <summary>Fewest points so that each is within the limit of one.</summary>
    public static LinearModel Fewest(PlanarInstance points, double limit)
    {
        var model = new LinearModel();
        int[] sites = model.Choices(points.Points.Length, cost: 1);
        for (int i = 0; i < sites.Length; i++)
            model.Rows.Add((1, false, [.. points.Within(i, limit).Select(j => (sites[j], 1))]));
        return model;
    }

    /// <summary>Most weight within the limit of so many of p points; when it is two, each must be within the limit of one. Written as a least.</summary>
    public static LinearModel Covered(PlanarInstance points, double limit, int p, int times)
    {
        var model = new LinearModel();
        int[] sites = model.Choices(points.Points.Length);
        for (int i = 0; i < sites.Length; i++)
        {
            int[] within = points.Within(i, limit);
            (int, int)[] counted = within.Length >= times ? [(model.Add(-points.Demand[i], whole: false), -1)] : [];
            model.Rows.Add((times - 1, false, [.. within.Select(j => (sites[j], 1)), .. counted]));
        }

        return model.Opening(sites, p);
    }

    /// <summary>In the LP format of CPLEX, one term a line, so that no line is too long for a reader.</summary>
    public string Text()
    {
        var text = new StringBuilder("minimize\nobj:\n");
        for (int v = 0; v < Variables.Count; v++)
            text.Append(Variables[v].Cost == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Variables[v].Cost:+0.###############;-0.###############} v{v}\n"));
        text.Append("subject to\n");
        foreach ((double least, bool exactly, (int Variable, int Times)[] terms) in Rows)
        {
            foreach ((int variable, int times) in terms)
                text.Append(CultureInfo.InvariantCulture, $"{times:+0;-0} v{variable}\n");
            text.Append(CultureInfo.InvariantCulture, $"{(exactly ? "=" : ">=")} {least}\n");
        }

        text.Append("bounds\n");
        for (int v = 0; v < Variables.Count; v++)
            text.Append(Variables[v].Whole ? "" : $"v{v} <= 1\n");
        text.Append("binary\n");
        for (int v = 0; v < Variables.Count; v++)
            text.Append(Variables[v].Whole ? $"v{v}\n" : "");
        return text.Append("end\n").ToString();
    }

    private int[] Choices(int count, double cost = 0) => [.. Enumerable.Range(0, count).Select(_ => Add(cost, whole: true))];

    private LinearModel Opening(int[] sites, int p)
    {
        Rows.Add((p, true, [.. sites.Select(j => (j, 1))]));
        return this;
    }

    private int Add(double cost, bool whole)
    {
        Variables.Add((cost, whole));
        return Variables.Count - 1;
    }
}
