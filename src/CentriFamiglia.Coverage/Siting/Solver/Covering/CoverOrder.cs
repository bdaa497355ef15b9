namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <summary>
/// Rows in a line, so that those which share a site stand near each other: from one end of the territory to the other. Distances in sites
/// from two rows far apart, smoothed, come near the second eigenvector of the graph of rows (Fiedler 1973; Barnard, Pothen, Simon 1995).
/// </summary>
internal static class CoverOrder
{
    private const int Smoothings = 60;

    /// <returns>Numbers of the rows, from one end to the other.</returns>
    public static int[] Of(CoverProgram program)
    {
        int[][] rowsOf = program.RowsOfSites();
        int[] fromFirst = Distances(program, rowsOf, Last(Distances(program, rowsOf, 0)));
        int[] fromLast = Distances(program, rowsOf, Last(fromFirst));
        double[] place = [.. fromFirst.Zip(fromLast, (a, b) => (double)(a - b))];
        double[] ofSite = new double[program.SiteCount];
        for (int pass = 0; pass < Smoothings; pass++)
        {
            for (int j = 0; j < ofSite.Length; j++)
                ofSite[j] = Mean(rowsOf[j], place);
            for (int i = 0; i < place.Length; i++)
                place[i] = Mean(program.Rows[i], ofSite);
            Spread(place);
        }

        int[] order = [.. Enumerable.Range(0, place.Length)];
        Array.Sort(place, order);
        return order;
    }

    private static double Mean(int[] members, double[] values)
    {
        double sum = 0;
        foreach (int member in members)
            sum += values[member];
        return members.Length == 0 ? 0 : sum / members.Length;
    }

    // Smoothing draws all together: back to the mean 0 and the length 1.
    private static void Spread(double[] values)
    {
        double mean = values.Average();
        double length = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)));
        for (int i = 0; length > 0 && i < values.Length; i++)
            values[i] = (values[i] - mean) / length;
    }

    private static int Last(int[] distances) => Array.IndexOf(distances, distances.Max());

    // How many sites it takes to pass from a row to each other one; 0 where none lead there.
    private static int[] Distances(CoverProgram program, int[][] rowsOf, int from)
    {
        int[] distances = new int[program.Rows.Count];
        bool[] seen = new bool[distances.Length];
        bool[] passed = new bool[program.SiteCount];
        var queue = new Queue<int>([from]);
        seen[from] = true;
        while (queue.TryDequeue(out int row))
        {
            foreach (int site in program.Rows[row])
            {
                if (passed[site])
                    continue;
                passed[site] = true;
                foreach (int next in rowsOf[site])
                {
                    if (seen[next])
                        continue;
                    (seen[next], distances[next]) = (true, distances[row] + 1);
                    queue.Enqueue(next);
                }
            }
        }

        return distances;
    }
}
