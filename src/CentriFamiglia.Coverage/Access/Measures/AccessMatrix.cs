using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>Who can reach what, and at what cost: n demands, m sites, only the pairs that can be travelled.</summary>
public sealed class AccessMatrix
{
    private readonly ImmutableArray<(int Site, double Cost)>[] _rows;

    /// <param name="demands">n.</param>
    /// <param name="supply">m: what each site offers; not negative, finite.</param>
    /// <param name="weights">n: who asks (residents); not negative, finite.</param>
    /// <param name="pairs">Each pair once; costs finite and not negative.</param>
    public AccessMatrix(int demands, ImmutableArray<double> supply, ImmutableArray<double> weights, IEnumerable<(int Demand, int Site, double Cost)> pairs)
    {
        (Supply, Weights) = (supply, weights);
        (int Demand, int Site, double Cost)[] all = [.. pairs];
        int[] counts = new int[demands];
        foreach ((int demand, _, _) in all)
            counts[demand]++;
        (int Site, double Cost)[][] rows = [.. counts.Select(n => new (int Site, double Cost)[n])];
        foreach ((int demand, int site, double cost) in all)
            rows[demand][^counts[demand]--] = (site, cost);
        foreach ((int Site, double Cost)[] row in rows)
            Array.Sort(row, static (a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Site.CompareTo(b.Site));
        _rows = [.. rows.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }

    public int Demands => _rows.Length;

    public int Sites => Supply.Length;

    public ImmutableArray<double> Supply { get; }

    public ImmutableArray<double> Weights { get; }

    /// <summary>The sites that a demand reaches, the nearest first.</summary>
    public ImmutableArray<(int Site, double Cost)> Row(int demand) => _rows[demand];

    /// <summary>Sum over the sites that a demand reaches, the nearest first.</summary>
    /// <param name="demand">Whose.</param>
    /// <param name="part">By site and cost.</param>
    public double Sum(int demand, Func<int, double, double> part)
    {
        double sum = 0;
        foreach ((int site, double cost) in _rows[demand])
            sum += part(site, cost);
        return sum;
    }

    /// <summary>The same from the other side: the sites ask, with what they offer as their weight, and the demands offer theirs.</summary>
    public AccessMatrix Transposed() =>
        new(Sites, Weights, Supply, _rows.SelectMany((row, demand) => row.Select(p => (Demand: p.Site, Site: demand, p.Cost))));
}
