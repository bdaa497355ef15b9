using CentriFamiglia.Coverage.Siting.Networks;

namespace CentriFamiglia.Coverage.Siting.Solver.Plan;

/// <summary>The networks that can take the options in, as the bound sees them: places for Spokes, and for Ambiti not yet served.</summary>
internal sealed class PlanNetworks
{
    private readonly bool[][] _takesAmbito;
    private readonly string?[] _ambito;

    /// <param name="hubs">Of each option the Hubs that could take it in, the nearest first.</param>
    /// <param name="ambito">Of each option its Ambito; null for none.</param>
    /// <param name="takesAmbito">For each option and Hub whether the Hub would serve the Ambito newly.</param>
    /// <param name="spokeRoom">Places for Spokes, by Hub.</param>
    /// <param name="ambitiRoom">Places for Ambiti, by Hub.</param>
    /// <param name="area">For each option the area it serves, -1 for none.</param>
    public PlanNetworks(int[][] hubs, string?[] ambito, bool[][] takesAmbito, int[] spokeRoom, int[] ambitiRoom, int[] area)
    {
        (Hubs, SpokeRoom, AmbitiRoom, _ambito) = (hubs, spokeRoom, ambitiRoom, ambito);
        // Of the sedi of one Ambito in one network only one takes a place among the Ambiti: it can be charged to the one that serves the
        // area, and no other area must hold options of that Ambito.
        HashSet<string> shared = [.. ambito.Select((a, j) => (Ambito: a, Area: area[j])).Where(p => p.Ambito is not null).Distinct()
            .GroupBy(p => p.Ambito!, StringComparer.Ordinal).Where(g => g.Count() > 1 || g.First().Area < 0).Select(g => g.Key)];
        _takesAmbito = [.. takesAmbito.Select((takes, j) => takes.Select(t => t && !shared.Contains(ambito[j]!)).ToArray())];
    }

    /// <param name="assignment">The loads as they stand.</param>
    /// <param name="count">How many Hubs there are.</param>
    /// <param name="area">For each option the area it serves, -1 for none.</param>
    public static PlanNetworks Of(SpokeAssignment assignment, int count, CandidatePlace[] options, int[] area) => new(
        [.. options.Select(o => o.Hubs.Select(h => h.Hub).ToArray())],
        [.. options.Select(o => string.IsNullOrWhiteSpace(o.Membership.Ambito) ? null : o.Membership.Ambito)],
        [.. options.Select(o => o.Hubs.Select(h => assignment.NewAmbito(h.Hub, o.Membership) is not null).ToArray())],
        [.. Enumerable.Range(0, count).Select(assignment.SpokeRoom)],
        [.. Enumerable.Range(0, count).Select(assignment.AmbitiRoom)],
        area);

    /// <summary>Of each option, the nearest first.</summary>
    public int[][] Hubs { get; }

    public int[] SpokeRoom { get; }

    public int[] AmbitiRoom { get; }

    /// <summary>
    /// The Hub that costs an option least at these prices, as position in <see cref="Hubs"/>, and what it costs; the position after the last
    /// is a new Hub, -1 is none.
    /// </summary>
    /// <param name="spoke">Price of a place for a Spoke, by Hub; at the end that of a new Hub.</param>
    /// <param name="ambito">Price of a place for an Ambito, by Hub.</param>
    /// <param name="first">Whether the option answers for its area, and so for the Ambito.</param>
    /// <param name="mayBeNew">Whether there may be new Hubs.</param>
    public (int At, double Price) Cheapest(int option, double[] spoke, double[] ambito, bool first, bool mayBeNew)
    {
        (int at, double price) = mayBeNew ? (Hubs[option].Length, spoke[^1]) : (-1, double.PositiveInfinity);
        for (int h = 0; h < Hubs[option].Length; h++)
        {
            double asked = Price(option, h, spoke, ambito, first);
            if (asked < price)
                (at, price) = (h, asked);
        }

        return (at, price);
    }

    /// <summary>Whether every network that takes the other takes the one, as Spoke and as Ambito.</summary>
    public bool TakesLike(int one, int other)
    {
        if (_ambito[one] != _ambito[other])
            return false;
        foreach (int hub in Hubs[other])
        {
            if (Array.IndexOf(Hubs[one], hub) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether two options are of one Ambito.</summary>
    public bool SameAmbito(int one, int other) => _ambito[one] == _ambito[other];

    /// <summary>Whether an option takes a place for Ambiti of the Hub at a position in <see cref="Hubs"/>; a new Hub has places enough.</summary>
    public bool TakesAmbito(int option, int at) => at < _takesAmbito[option].Length && _takesAmbito[option][at];

    private double Price(int option, int at, double[] spoke, double[] ambito, bool first) =>
        spoke[Hubs[option][at]] + (first && _takesAmbito[option][at] ? ambito[Hubs[option][at]] : 0);
}
