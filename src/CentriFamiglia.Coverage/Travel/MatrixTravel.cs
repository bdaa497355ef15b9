using System.Collections.Frozen;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Travel by an imported comune-to-comune matrix. A pair that the matrix does not hold cannot be made, except inside one comune: where
/// the matrix has no pair from the comune to itself, another source answers. So it does for the kilometres of a pair that has only
/// minutes. <see cref="Info"/> says both.
/// </summary>
public sealed class MatrixTravel : ITravelSource
{
    private readonly FrozenDictionary<ComuneCode, int> _index;
    private readonly Dictionary<long, TravelCost> _costs;
    private readonly HashSet<long> _withoutKm;
    private readonly ITravelSource _other;

    private MatrixTravel(
        FrozenDictionary<ComuneCode, int> index,
        Dictionary<long, TravelCost> costs,
        HashSet<long> withoutKm,
        ITravelSource other,
        TravelSourceInfo info)
    {
        (_index, _costs, _withoutKm, _other, Info) = (index, costs, withoutKm, other, info);
    }

    public TravelSourceInfo Info { get; }

    /// <summary>Reads the pairs into memory.</summary>
    /// <param name="entries">The pairs, minutes and kilometres; a pair given twice keeps its last cost.</param>
    /// <param name="matrix">What is known of the matrix.</param>
    /// <param name="other">Costs inside one comune where the matrix has no pair from it to itself, and kilometres where it has only minutes.</param>
    /// <exception cref="CoverageInputException">A time or distance is negative, not finite or beyond what whole seconds and metres can hold.</exception>
    public static MatrixTravel Create(IEnumerable<TravelMatrixEntry> entries, TravelMatrixInfo matrix, ITravelSource other)
    {
        var index = new Dictionary<ComuneCode, int>();
        var costs = new Dictionary<long, TravelCost>();
        var withoutKm = new HashSet<long>();
        foreach (TravelMatrixEntry entry in entries)
        {
            long key = Key(IndexOf(entry.From), IndexOf(entry.To));
            costs[key] = CostOf(entry);
            if (entry.Km is null)
                withoutKm.Add(key);
            else
                withoutKm.Remove(key);
        }

        return new MatrixTravel(index.ToFrozenDictionary(), costs, withoutKm, other, Describe(matrix, other.Info, costs, index, withoutKm.Count));

        int IndexOf(ComuneCode code)
        {
            if (!index.TryGetValue(code, out int at))
                index.Add(code, at = index.Count);
            return at;
        }
    }

    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to)
    {
        int[] rows = [.. from.Select(p => _index.GetValueOrDefault(p.Comune, -1))];
        int[] columns = [.. to.Select(p => _index.GetValueOrDefault(p.Comune, -1))];
        var costs = new TravelCost?[rows.Length * columns.Length];
        // Many places may lie in one comune: the other source is asked of all of them together.
        foreach (IGrouping<ComuneCode, int> origins in Enumerable.Range(0, rows.Length).GroupBy(i => from[i].Comune))
        {
            List<int> asked = [];
            for (int j = 0; j < columns.Length; j++)
            {
                bool known = Known(rows[origins.First()], columns[j], out TravelCost cost, out bool withoutKm);
                if (withoutKm || (!known && origins.Key == to[j].Comune))
                    asked.Add(j);
                foreach (int i in known ? origins : Enumerable.Empty<int>())
                    costs[(i * columns.Length) + j] = cost;
            }

            Complete(costs, columns.Length, [.. origins], [.. asked]);
        }

        return costs;

        void Complete(TravelCost?[] costs, int width, int[] origins, int[] asked)
        {
            if (asked.Length == 0)
                return;
            TravelCost?[] others = _other.Costs([.. origins.Select(i => from[i])], [.. asked.Select(j => to[j])]);
            for (int pair = 0; pair < others.Length; pair++)
            {
                ref TravelCost? cost = ref costs[(origins[pair / asked.Length] * width) + asked[pair % asked.Length]];
                cost = cost is { } known && others[pair] is { } other ? known with { Metres = other.Metres } : cost ?? others[pair];
            }
        }
    }

    /// <summary>Certain where the matrix itself has the time, else of the other source.</summary>
    public TravelBand Band(in Place from, in Place to, TravelCost cost)
    {
        (int row, int column) = (_index.GetValueOrDefault(from.Comune, -1), _index.GetValueOrDefault(to.Comune, -1));
        return row >= 0 && column >= 0 && _costs.ContainsKey(Key(row, column)) ? TravelBand.Certain(cost) : _other.Band(from, to, cost);
    }

    /// <summary>Whether the matrix has the pair, and whether only its minutes.</summary>
    private bool Known(int row, int column, out TravelCost cost, out bool withoutKm)
    {
        cost = default;
        bool known = row >= 0 && column >= 0 && _costs.TryGetValue(Key(row, column), out cost);
        withoutKm = known && _withoutKm.Contains(Key(row, column));
        return known;
    }

    private static long Key(int from, int to) => ((long)from << 32) | (uint)to;

    private static TravelCost CostOf(TravelMatrixEntry entry)
    {
        double seconds = Math.Round(entry.Minutes * 60, MidpointRounding.AwayFromZero);
        double metres = Math.Round((entry.Km ?? 0) * 1000, MidpointRounding.AwayFromZero);
        if (!(seconds >= 0 && seconds <= int.MaxValue && metres >= 0 && metres <= int.MaxValue))
        {
            throw new CoverageInputException(
                $"La matrice dà da {entry.From} a {entry.To} {entry.Minutes} minuti e {entry.Km} km: indicare numeri finiti e non negativi.");
        }

        return new TravelCost((int)seconds, (int)metres);
    }

    private static TravelSourceInfo Describe(
        TravelMatrixInfo matrix,
        TravelSourceInfo within,
        Dictionary<long, TravelCost> costs,
        Dictionary<ComuneCode, int> index,
        int withoutKm)
    {
        int missing = index.Values.Count(at => !costs.ContainsKey(Key(at, at)));
        string description =
            $"Matrice comune-comune importata ({matrix.Source ?? "origine non indicata"}, {matrix.Pairs} coppie): i minuti valgono da comune a comune."
            + (missing > 0 ? $" La matrice non dà tempi interni per {missing} dei suoi comuni: lì vale un'altra fonte." : string.Empty)
            + (withoutKm > 0 ? $" Per {withoutKm} coppie la matrice non dà i km: sono di un'altra fonte." : string.Empty)
            + (missing > 0 || withoutKm > 0 ? $" {within.Description}" : string.Empty);
        return new TravelSourceInfo("matrice", description, null, null, $"{matrix.Sha256}+{within.Fingerprint}");
    }
}
