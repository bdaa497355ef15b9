using System.Collections.Frozen;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Travel by an imported comune-to-comune matrix. A pair that the matrix does not hold cannot be made, except inside one comune: where
/// the matrix has no pair from the comune to itself, another source answers, and <see cref="Info"/> says so.
/// </summary>
public sealed class MatrixTravel : ITravelSource
{
    private readonly FrozenDictionary<ComuneCode, int> _index;
    private readonly Dictionary<long, TravelCost> _costs;
    private readonly ITravelSource _withinComune;

    private MatrixTravel(
        FrozenDictionary<ComuneCode, int> index,
        Dictionary<long, TravelCost> costs,
        ITravelSource withinComune,
        TravelSourceInfo info)
    {
        (_index, _costs, _withinComune, Info) = (index, costs, withinComune, info);
    }

    public TravelSourceInfo Info { get; }

    /// <summary>Reads the pairs into memory.</summary>
    /// <param name="entries">The pairs, minutes and kilometres; a pair given twice keeps its last cost. A missing km counts as zero metres.</param>
    /// <param name="matrix">What is known of the matrix.</param>
    /// <param name="withinComune">Costs inside one comune where the matrix has no pair from it to itself.</param>
    /// <exception cref="CoverageInputException">A time or distance is negative, not finite or beyond what whole seconds and metres can hold.</exception>
    public static MatrixTravel Create(IEnumerable<TravelMatrixEntry> entries, TravelMatrixInfo matrix, ITravelSource withinComune)
    {
        var index = new Dictionary<ComuneCode, int>();
        var costs = new Dictionary<long, TravelCost>();
        int withoutKm = 0;
        foreach (TravelMatrixEntry entry in entries)
        {
            costs[Key(IndexOf(entry.From), IndexOf(entry.To))] = CostOf(entry);
            withoutKm += entry.Km is null ? 1 : 0;
        }

        return new MatrixTravel(index.ToFrozenDictionary(), costs, withinComune, Describe(matrix, withinComune.Info, costs, index, withoutKm));

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
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                if (rows[i] >= 0 && columns[j] >= 0 && _costs.TryGetValue(Key(rows[i], columns[j]), out TravelCost cost))
                    costs[(i * columns.Length) + j] = cost;
                else if (from[i].Comune == to[j].Comune)
                    costs[(i * columns.Length) + j] = _withinComune.Costs([from[i]], [to[j]])[0];
            }
        }

        return costs;
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
            + (missing > 0 ? $" La matrice non dà tempi interni per {missing} dei suoi comuni: lì vale un'altra fonte. {within.Description}" : string.Empty)
            + (withoutKm > 0 ? $" Coppie senza km (contano 0 km): {withoutKm}." : string.Empty);
        return new TravelSourceInfo("matrice", description, null, null, $"{matrix.Sha256}+{within.Fingerprint}");
    }
}
