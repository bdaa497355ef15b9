namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>The shape of a kernel over x, a cost as a part of the bandwidth; each is 1 at 0 and 0 at 1.</summary>
public enum Kernel
{
    /// <summary>1 - x^2 (Dai and Wang 2011).</summary>
    Epanechnikov,

    /// <summary>(1 - x^2)^2, also called biweight (Guagliardo 2004).</summary>
    Quartic,

    /// <summary>(e^(-x^2 / 2) - e^(-1/2)) / (1 - e^(-1/2)) (Dai 2010).</summary>
    Gaussian,
}

/// <summary>
/// Kernel density within a catchment as wide as its bandwidth, nothing from there on. Scaled to be 1 at no cost: the constant that makes a kernel a density divides in the first
/// step of a floating catchment what it multiplies in the second, so that it changes nothing.
/// </summary>
/// <param name="Bandwidth">Positive, in the unit of the costs.</param>
public sealed record KernelDecay(Kernel Shape, double Bandwidth) : Decay
{
    private static readonly double _atEdge = Math.Exp(-0.5);

    private protected override double Weight(double cost)
    {
        if (cost >= Bandwidth)
            return 0;
        double square = cost / Bandwidth * (cost / Bandwidth);
        return Shape switch
        {
            Kernel.Epanechnikov => 1 - square,
            Kernel.Quartic => (1 - square) * (1 - square),
            _ => (Math.Exp(-square / 2) - _atEdge) / (1 - _atEdge),
        };
    }
}
