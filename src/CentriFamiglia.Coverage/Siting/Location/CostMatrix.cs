using System.Collections.Immutable;

namespace CentriFamiglia.Coverage.Siting.Location;

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
            // Two sorts, the second stable only because the first put equal costs in order: sort by site, refuse twins, then by both.
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

    private static void SortByCost(Span<int> sites, Span<double> costs)
    {
        var keys = new (double Cost, int Site)[sites.Length];
        for (int k = 0; k < keys.Length; k++)
            keys[k] = (costs[k], sites[k]);
        Array.Sort(keys);
        for (int k = 0; k < keys.Length; k++)
            (costs[k], sites[k]) = keys[k];
    }
}
