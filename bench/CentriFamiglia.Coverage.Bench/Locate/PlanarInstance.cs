using System.Globalization;
using System.Text;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>An SJC instance (Lorena, Pereira 2002): points in metres, each a demand and a candidate, with weights.</summary>
internal sealed record PlanarInstance((double X, double Y)[] Points, double[] Demand)
{
    public static PlanarInstance Read(string folder, string name) => new(
        [.. File.ReadLines(Path.Combine(folder, "mclp", $"{name}.txt")).Skip(1).Select(Numbers).Where(point => point.Length == 2).Select(point => (point[0], point[1]))],
        Numbers(File.ReadAllText(Path.Combine(folder, "mclp", $"demand-{name}.dat"))));

    public double Distance(int from, int to) =>
        Math.Sqrt(Math.Pow(Points[from].X - Points[to].X, 2) + Math.Pow(Points[from].Y - Points[to].Y, 2));

    /// <summary>The points within a distance of one.</summary>
    public int[] Within(int point, double limit) => [.. Enumerable.Range(0, Points.Length).Where(other => Distance(point, other) <= limit)];

    /// <summary>The pairs within a distance: those that a model of the covering problems has too.</summary>
    public string Costs(double limit)
    {
        var text = new StringBuilder("demand,site,cost\n");
        for (int i = 0; i < Points.Length; i++)
        {
            foreach (int j in Within(i, limit))
                text.Append(CultureInfo.InvariantCulture, $"{i},{j},{Distance(i, j):R}\n");
        }

        return text.ToString();
    }

    public string Weights() => "demand,weight\n" + string.Concat(Demand.Select((weight, i) => string.Create(CultureInfo.InvariantCulture, $"{i},{weight}\n")));

    private static double[] Numbers(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
}
