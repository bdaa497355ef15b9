using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>The user's matrix, weights and open sites from their files. Names keep the order in which they first appear.</summary>
internal static class LocationFiles
{
    // Odd, so that no two pairs become one; without it the hash of a pair would be i xor j, the same for far too many (Fibonacci hashing).
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private const string NoPath = "Una coppia che non si raggiunge si lascia fuori dal file.";

    /// <param name="costs">Path of <c>demand,site,cost</c>.</param>
    /// <param name="weights">Path of <c>demand,weight</c>; null for 1 each. A demand named only here is one that nobody reaches.</param>
    /// <exception cref="InputException">A name or number is missing or wrong, or a pair or a demand is given twice.</exception>
    public static (CostMatrix Costs, ImmutableArray<double> Weights) Read(string costs, string? weights)
    {
        var demands = new Names();
        var sites = new Names();
        List<(int, int, double)> pairs = ReadCosts(costs, demands, sites);
        Dictionary<int, double> given = weights is null ? [] : ReadWeights(weights, demands);
        return (
            CostMatrix.From(demands.All, sites.All, pairs),
            [.. Enumerable.Range(0, demands.Count).Select(i => given.GetValueOrDefault(i, 1))]);
    }

    /// <param name="path">Path of <c>site</c>.</param>
    /// <param name="sites">Names of all sites.</param>
    /// <exception cref="InputException">A site that the matrix does not name, or twice the same.</exception>
    public static ImmutableArray<int> ReadFixed(string path, ImmutableArray<string> sites)
    {
        LocationTable table = LocationTable.Read(path);
        int column = table.Column("site", "sede");
        Dictionary<string, int> known = Enumerable.Range(0, sites.Length).ToDictionary(j => sites[j], StringComparer.Ordinal);
        var found = new Dictionary<int, int>();
        foreach (SourceRow row in table.Rows)
        {
            string name = table.Name(row, column);
            if (!known.TryGetValue(name, out int site))
                throw table.Bad(row, column, $"la sede «{Shown.Of(name)}» non è fra quelle dei costi", "Correggere il nome oppure aggiungere i suoi costi.");
            if (!found.TryAdd(site, row.Line))
                throw table.Bad(row, column, $"la sede «{Shown.Of(name)}» è già alla riga {found[site]}", "Lasciarla una volta sola.");
        }

        return [.. found.Keys.Order()];
    }

    /// <param name="path">Path of <c>site,capacity</c>.</param>
    /// <param name="sites">Names of all sites.</param>
    /// <returns>One for each site; infinite for those that the file does not name.</returns>
    /// <exception cref="InputException">A site that the matrix does not name, or twice the same, or a capacity that is no number.</exception>
    public static ImmutableArray<double> ReadCapacities(string path, ImmutableArray<string> sites)
    {
        LocationTable table = LocationTable.Read(path);
        (int column, int capacity) = (table.Column("site", "sede"), table.Column("capacity", "capacità"));
        Dictionary<string, int> known = Enumerable.Range(0, sites.Length).ToDictionary(j => sites[j], StringComparer.Ordinal);
        double[] capacities = [.. Enumerable.Repeat(double.PositiveInfinity, sites.Length)];
        foreach (SourceRow row in table.Rows)
        {
            string name = table.Name(row, column);
            if (!known.TryGetValue(name, out int site))
                throw table.Bad(row, column, $"la sede «{Shown.Of(name)}» non è fra quelle dei costi", "Correggere il nome oppure aggiungere i suoi costi.");
            if (double.IsFinite(capacities[site]))
                throw table.Bad(row, column, $"la sede «{Shown.Of(name)}» ha già una capacità", "Lasciarla una volta sola.");
            capacities[site] = table.Number(row, capacity, "Scrivere la capacità oppure togliere la riga: la sede non ha limite.");
        }

        return [.. capacities];
    }

    private static List<(int, int, double)> ReadCosts(string path, Names demands, Names sites)
    {
        LocationTable table = LocationTable.Read(path);
        (int demand, int site, int cost) = (table.Column("demand", "domanda"), table.Column("site", "sede"), table.Column("cost", "costo"));
        var pairs = new List<(int, int, double)>(table.Rows.Length);
        var seen = new HashSet<ulong>(table.Rows.Length);
        foreach (SourceRow row in table.Rows)
        {
            (int i, int j) = (demands.Index(table.Name(row, demand)), sites.Index(table.Name(row, site)));
            pairs.Add((i, j, table.Number(row, cost, NoPath)));
            if (!seen.Add((((ulong)i << 32) | (uint)j) * Spread))
            {
                int before = table.Rows[pairs.FindIndex(known => known.Item1 == i && known.Item2 == j)].Line;
                string pair = $"«{Shown.Of(demands.All[i])}», «{Shown.Of(sites.All[j])}»";
                throw table.Bad(row, site, $"la coppia {pair} è già alla riga {before}", "Lasciare un costo solo per ogni coppia.");
            }
        }

        return pairs;
    }

    private static Dictionary<int, double> ReadWeights(string path, Names demands)
    {
        LocationTable table = LocationTable.Read(path);
        (int demand, int weight) = (table.Column("demand", "domanda"), table.Column("weight", "peso"));
        var weights = new Dictionary<int, double>();
        foreach (SourceRow row in table.Rows)
        {
            string name = table.Name(row, demand);
            if (!weights.TryAdd(demands.Index(name), table.Number(row, weight, "Scrivere il peso oppure togliere la riga: vale 1.")))
                throw table.Bad(row, demand, $"la domanda «{Shown.Of(name)}» ha già un peso", "Lasciarne uno solo.");
        }

        return weights;
    }

    private sealed class Names
    {
        private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public int Count => _names.Count;

        public ImmutableArray<string> All => [.. _names];

        public int Index(string name)
        {
            if (_index.TryGetValue(name, out int index))
                return index;
            _index.Add(name, _names.Count);
            _names.Add(name);
            return _names.Count - 1;
        }
    }
}
