namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

/// <summary>
/// Costs from demands to candidate sites. A missing pair is unreachable. Demands and sites keep the order in which they were given:
/// every tie is broken by that order.
/// </summary>
public sealed class CostMatrix
{
    private readonly int[] _first;
    private readonly int[] _site;
    private readonly double[] _cost;

    private CostMatrix(ImmutableArray<string> demands, ImmutableArray<string> sites, int[] first, int[] site, double[] cost)
    {
        (Demands, Sites) = (demands, sites);
        (_first, _site, _cost) = (first, site, cost);
    }

    /// <summary>Names of the demands, in order of input.</summary>
    public ImmutableArray<string> Demands { get; }

    /// <summary>Names of the candidate sites, in order of input.</summary>
    public ImmutableArray<string> Sites { get; }

    public int Pairs => _site.Length;

    /// <summary>Sites that a demand reaches, cheapest first, ties in order of input.</summary>
    public ReadOnlySpan<int> SitesOf(int demand) => _site.AsSpan(_first[demand], _first[demand + 1] - _first[demand]);

    /// <summary>Costs beside <see cref="SitesOf"/>, ascending.</summary>
    public ReadOnlySpan<double> CostsOf(int demand) => _cost.AsSpan(_first[demand], _first[demand + 1] - _first[demand]);

    /// <summary>Builds the matrix.</summary>
    /// <param name="demands">Unique names.</param>
    /// <param name="sites">Unique names.</param>
    /// <param name="pairs">Indices into both and the cost: finite, not negative, each pair at most once.</param>
    /// <exception cref="CoverageInputException">A cost is negative or not finite, or a pair is given twice.</exception>
    public static CostMatrix From(
        ImmutableArray<string> demands,
        ImmutableArray<string> sites,
        IReadOnlyList<(int Demand, int Site, double Cost)> pairs)
    {
        int[] first = new int[demands.Length + 1];
        foreach ((int demand, int site, double cost) in pairs)
        {
            if (!double.IsFinite(cost) || cost < 0)
            {
                throw new CoverageInputException(
                    $"Il costo fra «{demands[demand]}» e «{sites[site]}» è {cost}: deve essere un numero finito, non negativo.");
            }

            first[demand + 1]++;
        }

        for (int i = 0; i < demands.Length; i++)
            first[i + 1] += first[i];

        int[] siteOf = new int[pairs.Count];
        double[] costOf = new double[pairs.Count];
        int[] next = first[..^1];
        foreach ((int demand, int site, double cost) in pairs)
        {
            int at = next[demand]++;
            (siteOf[at], costOf[at]) = (site, cost);
        }

        for (int i = 0; i < demands.Length; i++)
        {
            int count = first[i + 1] - first[i];
            Span<int> rowSites = siteOf.AsSpan(first[i], count);
            Span<double> rowCosts = costOf.AsSpan(first[i], count);
            rowSites.Sort(rowCosts);
            for (int k = 1; k < count; k++)
            {
                if (rowSites[k] == rowSites[k - 1])
                    throw new CoverageInputException($"La coppia «{demands[i]}», «{sites[rowSites[k]]}» compare due volte.");
            }

            SortByCost(rowSites, rowCosts);
        }

        return new CostMatrix(demands, sites, first, siteOf, costOf);
    }

    /// <summary>Builds the matrix from a full table.</summary>
    /// <param name="demands">Unique names.</param>
    /// <param name="sites">Unique names.</param>
    /// <param name="table">Costs row by row, one row per demand: not negative, infinite where there is no way.</param>
    public static CostMatrix FromTable(ImmutableArray<string> demands, ImmutableArray<string> sites, ReadOnlySpan<double> table)
    {
        int[] first = new int[demands.Length + 1];
        for (int at = 0; at < table.Length; at++)
            first[(at / sites.Length) + 1] += double.IsFinite(table[at]) ? 1 : 0;
        for (int i = 0; i < demands.Length; i++)
            first[i + 1] += first[i];
        int[] siteOf = new int[first[^1]];
        double[] costOf = new double[first[^1]];
        int next = 0;
        for (int at = 0; at < table.Length; at++)
        {
            if (double.IsFinite(table[at]))
                (siteOf[next], costOf[next++]) = (at % sites.Length, table[at]);
        }

        for (int i = 0; i < demands.Length; i++)
            SortByCost(siteOf.AsSpan(first[i]..first[i + 1]), costOf.AsSpan(first[i]..first[i + 1]));
        return new CostMatrix(demands, sites, first, siteOf, costOf);
    }

    private static void SortByCost(Span<int> sites, Span<double> costs)
    {
        costs.Sort(sites);
        for (int from = 0, to; from < costs.Length; from = to)
        {
            to = from + 1;
            while (to < costs.Length && costs[to] == costs[from])
                to++;
            sites[from..to].Sort();
        }
    }
}
