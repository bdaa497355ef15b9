using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>The user's costs, demand and supply.</summary>
/// <param name="Demands">Names, in the order of the demand file.</param>
/// <param name="Sites">Names, in the order of the supply file.</param>
/// <param name="Incomes">Per demand; null where not known, or for all when the file has no such column.</param>
/// <param name="HasIncome">Whether the demand file has the column.</param>
/// <param name="Matrix">The rest.</param>
internal sealed record AccessInput(
    ImmutableArray<string> Demands, ImmutableArray<string> Sites, ImmutableArray<double?> Incomes, bool HasIncome, AccessMatrix Matrix)
{
    private const string NoPath = "Una coppia che non si raggiunge si lascia fuori dal file.";

    /// <param name="costs">Path of <c>demand,site,cost</c>.</param>
    /// <param name="demand">Path of <c>demand,weight[,income]</c>.</param>
    /// <param name="supply">Path of <c>site,supply</c>.</param>
    /// <param name="warn">Told, in Italian, of what counts for nothing.</param>
    /// <exception cref="InputException">A name or number is missing or wrong, or something is given twice.</exception>
    public static AccessInput Read(string costs, string demand, string supply, Action<string> warn)
    {
        LocationTable demandTable = LocationTable.Read(demand);
        Dictionary<string, int> demands = NamesOf(demandTable, demandTable.Column("demand", "domanda"), "la domanda");
        int weight = demandTable.Column("weight", "peso");
        int? income = demandTable.ColumnOrNone("income", "reddito");
        ImmutableArray<double> weights = [.. demandTable.Rows.Select(row => demandTable.Number(row, weight, "Scrivere quanti sono, anche zero."))];
        ImmutableArray<double?> incomes = [.. demandTable.Rows.Select(row => income is { } column ? demandTable.NumberOrNone(row, column) : null)];

        LocationTable supplyTable = LocationTable.Read(supply);
        Dictionary<string, int> sites = NamesOf(supplyTable, supplyTable.Column("site", "sede"), "la sede");
        int offered = supplyTable.Column("supply", "offerta");
        ImmutableArray<double> supplies = [.. supplyTable.Rows.Select(row => supplyTable.Number(row, offered, "Scrivere quanto offre, anche zero."))];

        List<(int, int, double)> pairs = ReadCosts(costs, demands, sites, warn);
        Tell(warn, weights, supplies);
        return new AccessInput(
            [.. demands.Keys], [.. sites.Keys], incomes, income is not null, new AccessMatrix(demands.Count, supplies, weights, pairs));
    }

    private static Dictionary<string, int> NamesOf(LocationTable table, int column, string what)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SourceRow row in table.Rows)
        {
            string name = table.Name(row, column);
            if (!names.TryAdd(name, names.Count))
                throw table.Bad(row, column, $"{what} «{Shown.Of(name)}» è già in una riga precedente", "Lasciarne una sola.");
        }

        return names;
    }

    private static List<(int, int, double)> ReadCosts(string path, Dictionary<string, int> demands, Dictionary<string, int> sites, Action<string> warn)
    {
        LocationTable table = LocationTable.Read(path);
        (int demand, int site, int cost) = (table.Column("demand", "domanda"), table.Column("site", "sede"), table.Column("cost", "costo"));
        var pairs = new List<(int, int, double)>(table.Rows.Length);
        var seen = new HashSet<(int, int)>(table.Rows.Length);
        HashSet<string> strangers = new(StringComparer.Ordinal), idle = new(StringComparer.Ordinal);
        foreach (SourceRow row in table.Rows)
        {
            (string who, string where) = (table.Name(row, demand), table.Name(row, site));
            double value = table.Number(row, cost, NoPath);
            (bool known, bool offers) = (demands.TryGetValue(who, out int i), sites.TryGetValue(where, out int j));
            if (!known)
                strangers.Add(who);
            if (!offers)
                idle.Add(where);
            if (!known || !offers)
                continue;
            if (!seen.Add((i, j)))
                throw table.Bad(row, site, $"la coppia «{Shown.Of(who)}», «{Shown.Of(where)}» è già in una riga precedente", "Lasciare un costo solo per ogni coppia.");
            pairs.Add((i, j, value));
        }

        if (strangers.Count > 0)
            warn($"{(strangers.Count == 1 ? "1 domanda dei costi non è nel file della domanda e non conta"
                : $"{strangers.Count} domande dei costi non sono nel file della domanda e non contano")} (la prima: «{Shown.Of(strangers.First())}»).");
        if (idle.Count > 0)
            warn($"{(idle.Count == 1 ? "1 sede dei costi non è nel file dell'offerta e non conta" : $"{idle.Count} sedi dei costi non sono nel file dell'offerta e non contano")} "
                + $"(la prima: «{Shown.Of(idle.First())}»).");
        return pairs;
    }

    private static void Tell(Action<string> warn, ImmutableArray<double> weights, ImmutableArray<double> supplies)
    {
        if (weights.Sum() == 0)
            warn("Il peso di tutte le domande è zero: nessuno compete per l'offerta, e gli indici di disuguaglianza non hanno senso.");
        if (supplies.Sum() == 0)
            warn("L'offerta di tutte le sedi è zero: non c'è nulla da raggiungere.");
    }
}
