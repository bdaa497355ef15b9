namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>What a trip and a crowd cost.</summary>
/// <param name="Tau">Travel cost that is worth as much as one more average crowd; positive.</param>
/// <param name="Rho">Average crowd, demand per unit of supply; positive. Null for all demand over all supply.</param>
/// <param name="Limit">Farther than this, inclusive on the near side, nobody goes; none when null.</param>
public sealed record RationalAgentTerms(double Tau, double? Rho, double? Limit)
{
    /// <summary>Of the Python library <c>access</c>.</summary>
    public const double UsualTau = 60;

    /// <summary>The average crowd that counts: 0 where nobody asks or nothing is offered.</summary>
    public double RhoOf(AccessMatrix matrix) => Rho ?? AccessMeasures.Share(matrix.Weights.Sum(), matrix.Supply.Sum());
}

/// <summary>
/// Rational agent access model (Saxon and Snow 2020). Going from i to j costs t_ij / tau + (L_j / S_j) / rho: the trip, and the crowd at the
/// site, where L_j are all who go there and S_j what it offers. Everyone goes where that is least for him, until nobody can do better
/// elsewhere. Such loads are the only least point of a convex function (Beckmann 1956), found by settling one demand after the other,
/// exactly, among the sites it reaches.
/// </summary>
/// <param name="Costs">
/// By demand: what its people pay, without unit, less is better. Null where no site that offers anything is reached; of a demand of no weight what one would pay.
/// </param>
/// <param name="Loads">By site: the demand that goes there, L.</param>
/// <param name="Trips">By demand: how much of it goes where.</param>
/// <param name="Gap">
/// The most that anyone could still save by going elsewhere, of costs above 1 as a part of them: 0 but for rounding, unless it was stopped before.
/// </param>
public sealed record RationalAgents(
    ImmutableArray<double?> Costs, ImmutableArray<double> Loads, ImmutableArray<ImmutableArray<(int Site, double Weight)>> Trips, double Gap)
{
    /// <summary>What may be saved without anybody moving for it.</summary>
    public const double Settled = 1e-9;

    private const int MostRounds = 2000;

    public static RationalAgents Of(AccessMatrix matrix, RationalAgentTerms terms)
    {
        double rho = terms.RhoOf(matrix);
        double[] room = [.. matrix.Supply.Select(s => s * rho)];
        Choice[] choices = [.. Enumerable.Range(0, matrix.Demands).Select(i => Choice.Of(matrix, i, terms))];
        double[] loads = new double[matrix.Sites];
        double gap = double.PositiveInfinity, least = double.PositiveInfinity;
        int since = 0;
        for (int round = 0; round < MostRounds && gap > Settled; round++)
        {
            // Carried on the way it is going, for as long as that lowers the whole (Nesterov 1983): otherwise long chains of sites settle slowly.
            double momentum = since / (since + 3.0);
            foreach (Choice choice in choices)
                choice.CarryOn(momentum);
            Sum(choices, loads);
            foreach (Choice choice in choices)
                choice.Settle(loads, room);
            // Summed anew, so that rounding does not build up over the rounds.
            Sum(choices, loads);
            double whole = choices.Sum(c => c.Travelled) + loads.Zip(room, (load, here) => AccessMeasures.Share(load * load, 2 * here)).Sum();
            since = whole > least ? 0 : since + 1;
            least = whole;
            gap = choices.Select(c => c.Saving(loads, room)).DefaultIfEmpty(0).Max();
        }

        return new RationalAgents([.. choices.Select(c => c.Least(loads, room))], [.. loads], [.. choices.Select(c => c.Trips)], gap);
    }

    private static void Sum(Choice[] choices, double[] loads)
    {
        Array.Clear(loads);
        foreach (Choice choice in choices)
            choice.AddTo(loads);
    }

    /// <summary>One demand among the sites that it reaches and that offer something, and how much of it goes to each.</summary>
    private sealed class Choice(double weight, int[] sites, double[] travel)
    {
        private readonly double[] _going = new double[sites.Length];
        private readonly double[] _before = new double[sites.Length];

        public ImmutableArray<(int Site, double Weight)> Trips => [.. sites.Zip(_going).Where(p => p.Second > 0)];

        public static Choice Of(AccessMatrix matrix, int demand, RationalAgentTerms terms)
        {
            (int Site, double Cost)[] row = [.. matrix.Row(demand).Where(p => matrix.Supply[p.Site] > 0 && !(p.Cost > terms.Limit))];
            return new Choice(matrix.Weights[demand], [.. row.Select(p => p.Site)], [.. row.Select(p => p.Cost / terms.Tau)]);
        }

        /// <summary>What its trips cost, the crowds left out.</summary>
        public double Travelled => _going.Zip(travel, (going, cost) => going * cost).Sum();

        /// <summary>As much farther as it has come since the last time, times the momentum, never below nothing.</summary>
        public void CarryOn(double momentum)
        {
            for (int k = 0; k < sites.Length; k++)
            {
                double now = _going[k];
                _going[k] = Math.Max(0, now + (momentum * (now - _before[k])));
                _before[k] = now;
            }
        }

        public void AddTo(double[] loads)
        {
            for (int k = 0; k < sites.Length; k++)
                loads[sites[k]] += _going[k];
        }

        /// <summary>
        /// The demand fills the sites like water, the cheapest without it first, up to the one level at which all of it has gone:
        /// level = (weight + sum of room * cost without it) / sum of room.
        /// </summary>
        public void Settle(double[] loads, double[] room)
        {
            if (weight == 0 || sites.Length == 0)
                return;
            double[] without = new double[sites.Length];
            for (int k = 0; k < sites.Length; k++)
            {
                loads[sites[k]] -= _going[k];
                without[k] = CostAt(k, loads, room);
            }

            int[] order = [.. Enumerable.Range(0, sites.Length)];
            Array.Sort([.. without], order);
            double rooms = 0, filled = 0, level = double.PositiveInfinity;
            foreach (int k in order)
            {
                if (without[k] >= level)
                    break;
                rooms += room[sites[k]];
                filled += room[sites[k]] * without[k];
                level = (weight + filled) / rooms;
            }

            for (int k = 0; k < sites.Length; k++)
            {
                _going[k] = Math.Max(0, (level - without[k]) * room[sites[k]]);
                loads[sites[k]] += _going[k];
            }
        }

        public double? Least(double[] loads, double[] room)
        {
            double? least = null;
            for (int k = 0; k < sites.Length; k++)
                least = Math.Min(least ?? double.PositiveInfinity, CostAt(k, loads, room));
            return least;
        }

        public double Saving(double[] loads, double[] room)
        {
            double most = 0;
            for (int k = 0; k < sites.Length; k++)
            {
                if (_going[k] > 0)
                    most = Math.Max(most, CostAt(k, loads, room));
            }

            return Math.Max(0, most - (Least(loads, room) ?? 0)) / Math.Max(1, most);
        }

        private double CostAt(int k, double[] loads, double[] room) => travel[k] + AccessMeasures.Share(loads[sites[k]], room[sites[k]]);
    }
}
