using CentriFamiglia.Coverage.Access.Measures;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>What was asked of a measure on the user's own matrix, its defaults filled in.</summary>
internal sealed record AccessTerms
{
    /// <summary>By which costs weigh; its limit cuts them off.</summary>
    public required Decay Decay { get; init; }

    /// <summary>The decay as it is written, the usual one of the measure too; null for none.</summary>
    public string? DecayText { get; init; }

    /// <summary>First and last limit of an interval of them.</summary>
    public (decimal From, decimal To)? Interval { get; init; }

    /// <summary>How far the limits of the interval are apart, or the costs that are looked at for a balance.</summary>
    public decimal? Increment { get; init; }

    public string Summary { get; init; } = AccessOptions.Median;

    public double Tau { get; init; } = RationalAgentTerms.UsualTau;

    public double? Rho { get; init; }

    /// <summary>Told, in Italian, of what the user should know of the values.</summary>
    public required Action<string> Tell { get; init; }

    public RationalAgentTerms Agents => new(Tau, Rho, Decay.Limit);

    /// <summary>The limits of the interval, both ends included where the increment meets them.</summary>
    public ImmutableArray<double> Limits
    {
        get
        {
            (decimal from, decimal to) = Interval!.Value;
            decimal by = Increment!.Value;
            return [.. Enumerable.Range(0, (int)((to - from) / by) + 1).Select(k => (double)(from + (k * by)))];
        }
    }

    public IntervalSummary SummaryOfLimits => Summary switch
    {
        "mean" => IntervalSummary.Mean,
        "min" => IntervalSummary.Least,
        "max" => IntervalSummary.Greatest,
        _ => IntervalSummary.Median,
    };
}
