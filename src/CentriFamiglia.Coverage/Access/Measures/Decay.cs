namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>How much a place counts by the cost of reaching it: a weight from 0 to 1 that never rises with the cost.</summary>
public abstract record Decay
{
    /// <summary>Beyond this cost, inclusive on the near side, nothing counts; none when null.</summary>
    public double? Limit { get; init; }

    /// <summary>Weight of a cost, finite and not negative.</summary>
    public double Of(double cost) => cost > Limit ? 0 : Weight(cost);

    private protected abstract double Weight(double cost);
}

/// <summary>All or nothing: 1 as far as the limit.</summary>
public sealed record NoDecay : Decay
{
    private protected override double Weight(double cost) => 1;
}

/// <summary>c^b, at most 1: costs below one unit count as one.</summary>
public sealed record PowerDecay(double Exponent) : Decay
{
    private protected override double Weight(double cost) => Math.Min(1, Math.Pow(cost, Exponent));
}

/// <summary>e^(-b c) (Hansen 1959 with the exponential of later use).</summary>
public sealed record ExponentialDecay(double Rate) : Decay
{
    private protected override double Weight(double cost) => Math.Exp(-Rate * cost);
}

/// <summary>e^(-c^2 / (2 s^2)).</summary>
public sealed record GaussianDecay(double Spread) : Decay
{
    private protected override double Weight(double cost) => Math.Exp(-(cost * cost) / (2 * Spread * Spread));
}

/// <summary>1 - c / T up to T, nothing beyond: <c>decay_linear</c> of the R package <c>accessibility</c>.</summary>
public sealed record LinearDecay(double Cutoff) : Decay
{
    private protected override double Weight(double cost) => Math.Max(0, 1 - (cost / Cutoff));
}

/// <summary>
/// A logistic curve that falls about T, of standard deviation s, scaled to be 1 at no cost: g(0) / g(c) with g(c) = 1 + e^(pi (c - T) / (s sqrt 3)) (Bauer and Groneberg 2016;
/// <c>decay_logistic</c> of the R package <c>accessibility</c>).
/// </summary>
public sealed record LogisticDecay(double Cutoff, double Deviation) : Decay
{
    private protected override double Weight(double cost) => Fall(0) / Fall(cost);

    private double Fall(double cost) => 1 + Math.Exp(Math.PI * (cost - Cutoff) / (Deviation * Math.Sqrt(3)));
}

/// <summary>
/// 1 up to the first step; from each step on, the step itself included, that step's weight, the last one without end: a limit cuts it.
/// The convention of the R package <c>accessibility</c>, so that figures can be compared with it.
/// </summary>
/// <param name="Steps">By rising cost.</param>
public sealed record StepDecay(ImmutableArray<(double From, double Weight)> Steps) : Decay
{
    private protected override double Weight(double cost)
    {
        double weight = 1;
        foreach ((double from, double here) in Steps)
        {
            if (cost >= from)
                weight = here;
        }

        return weight;
    }
}

/// <summary>
/// Zones: each weight holds up to its cost, that cost included, and nothing counts beyond the last one. The convention of Luo and Qi 2009.
/// </summary>
/// <param name="Zones">By rising cost.</param>
public sealed record ZoneDecay(ImmutableArray<(double To, double Weight)> Zones) : Decay
{
    private protected override double Weight(double cost)
    {
        foreach ((double to, double here) in Zones)
        {
            if (cost <= to)
                return here;
        }

        return 0;
    }
}
