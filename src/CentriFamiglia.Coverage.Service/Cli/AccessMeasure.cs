using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>A measure that <c>access</c> knows.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Active">One value per demand: what it reaches.</param>
/// <param name="Passive">One value per site: how much demand reaches it. Null where the measure has no such side.</param>
internal sealed record AccessMeasure(string Name, Func<AccessMatrix, AccessTerms, double?[]> Active, Func<AccessMatrix, AccessTerms, double?[]>? Passive = null)
{
    private const string NothingInReach = "nulla in raggio";

    public bool HasDecay { get; init; }

    /// <summary>Whether its decay is a kernel, the usual one as wide as the limit.</summary>
    public bool HasKernel { get; init; }

    public bool NeedsLimit { get; init; }

    /// <summary>Whether a single limit means something.</summary>
    public bool HasLimit { get; init; } = true;

    /// <summary>Of <see cref="AccessOptions.All"/>, those that it knows.</summary>
    public ImmutableArray<Parameter> Options { get; init; } = [];

    /// <summary>Why a value may not be there.</summary>
    public string WhyNone { get; init; } = NothingInReach + ", o un'offerta in raggio per cui nessuno compete";

    public static ImmutableArray<AccessMeasure> All { get; } =
    [
        OfBothSides("nearest", (m, t) => Within(AccessMeasures.Nearest(m), t.Decay.Limit)),
        OfBothSides("second", (m, t) => Within(AccessMeasures.Second(m), t.Decay.Limit)),
        OfBothSides("cumulative", (m, t) => AccessMeasures.Sum(m, t.Decay)) with { NeedsLimit = true },
        OfBothSides("gravity", (m, t) => AccessMeasures.Sum(m, t.Decay)) with { HasDecay = true },
        OfBothSides("2sfca", (m, t) => AccessMeasures.FloatingCatchment(m, t.Decay)) with { HasDecay = true },
        OfBothSides("e2sfca", (m, t) => AccessMeasures.FloatingCatchment(m, t.Decay)) with { HasDecay = true },
        new("bfca", (m, t) => AccessMeasures.BalancedCatchment(m, t.Decay)) { HasDecay = true },
        new("spatial-availability", (m, t) => AccessMeasures.SpatialAvailability(m, t.Decay)) { HasDecay = true },
        new("3sfca", (m, t) => CatchmentVariants.ThreeStep(m, t.Decay)) { HasDecay = true },
        new("huff", (m, t) => CatchmentVariants.Huff(m, t.Decay), (m, t) => CatchmentVariants.HuffVisits(m, t.Decay)) { HasDecay = true },
        OfBothSides("kd2sfca", (m, t) => AccessMeasures.FloatingCatchment(m, t.Decay)) with { HasDecay = true, HasKernel = true },
        new("m2sfca", (m, t) => CatchmentVariants.Modified(m, t.Decay)) { HasDecay = true },
        new("raam", (m, t) => [.. Agents(m, t).Costs], (m, t) => [.. Agents(m, t).Loads.Cast<double?>()])
        {
            Options = [AccessOptions.Tau, AccessOptions.Rho],
            WhyNone = "nessuna sede che offra qualcosa in raggio",
        },
        new("balancing-cost", (m, t) => Within(BalancingCost.Of(m, (double?)t.Increment), t.Decay.Limit))
        {
            Options = [AccessOptions.Increment],
            WhyNone = "in raggio non c'è quanto la domanda pesa",
        },
        OfBothSides("cumulative-interval", (m, t) => CumulativeInterval.Of(m, t.Limits, t.SummaryOfLimits)) with
        {
            HasLimit = false,
            Options = [AccessOptions.Interval, AccessOptions.Increment, AccessOptions.Summary],
        },
    ];

    /// <summary>What demand reaches is counted as what it is reached by, with the two sides changed over.</summary>
    private static AccessMeasure OfBothSides(string name, Func<AccessMatrix, AccessTerms, double?[]> values) => new(name, values, (m, t) => values(m.Transposed(), t));

    private static double?[] Within(double?[] costs, double? limit) => Array.ConvertAll(costs, cost => cost > limit ? null : cost);

    private static RationalAgents Agents(AccessMatrix matrix, AccessTerms terms)
    {
        var found = RationalAgents.Of(matrix, terms.Agents);
        if (found.Gap > RationalAgents.Settled)
        {
            terms.Tell("Avvertenza: l'equilibrio non è raggiunto del tutto; andando altrove qualcuno risparmierebbe ancora "
                + $"{found.Gap.ToString("G2", CultureInfo.InvariantCulture)} del suo costo.");
        }

        return found;
    }
}
