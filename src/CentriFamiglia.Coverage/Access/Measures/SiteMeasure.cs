using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>A measure of access to the sedi of the store.</summary>
public enum SiteMeasure
{
    Nearest,
    Second,
    Third,
    Cumulative,
    Gravity,
    TwoStep,
    TwoStepSteps,
    TwoStepGaussian,
    Balanced,
    Availability,
    ThreeStep,
    Modified,
}

/// <summary>What a sede offers.</summary>
public enum SiteSupply
{
    /// <summary>Each sede is one.</summary>
    Sites,

    /// <summary>Weekly hours as far as they are read; nothing where none are.</summary>
    Hours,
}

/// <summary>The words, units and usual decays of the measures.</summary>
public static class SiteMeasures
{
    /// <summary>Cut of the usual catchments, minutes: a planning criterion.</summary>
    public const double UsualLimitMinutes = 30;

    /// <summary>Weights of the three zones of ten minutes in Luo and Qi 2009.</summary>
    private static readonly StepDecay _zones = new([(0, 1), (10, 0.68), (20, 0.22)]);

    private static readonly ExponentialDecay _exponential = new(0.1);

    /// <summary>About 0.01 at thirty minutes, the critical value of Kwan 1998.</summary>
    private static readonly GaussianDecay _gaussian = new(10);

    public static Vocabulary<SiteMeasure> Words { get; } = new(
        (SiteMeasure.Nearest, ["nearest"]),
        (SiteMeasure.Second, ["second"]),
        (SiteMeasure.Third, ["third"]),
        (SiteMeasure.Cumulative, ["cumulative"]),
        (SiteMeasure.Gravity, ["gravity"]),
        (SiteMeasure.TwoStep, ["2sfca"]),
        (SiteMeasure.TwoStepSteps, ["e2sfca"]),
        (SiteMeasure.TwoStepGaussian, ["e2sfca-gaussiana"]),
        (SiteMeasure.Balanced, ["bfca"]),
        (SiteMeasure.Availability, ["spatial-availability"]),
        (SiteMeasure.ThreeStep, ["3sfca"]),
        (SiteMeasure.Modified, ["m2sfca"]));

    public static string ToText(this SiteMeasure measure) => Words.Of(measure);

    /// <summary>Whether it is a time: then less is better, and what offers nothing has no value rather than zero.</summary>
    public static bool IsTime(this SiteMeasure measure) => measure is SiteMeasure.Nearest or SiteMeasure.Second or SiteMeasure.Third;

    /// <summary>Whether a decay can be chosen for it.</summary>
    public static bool HasDecay(this SiteMeasure measure) => !measure.IsTime() && measure != SiteMeasure.Cumulative;

    /// <summary>Whether it is shared among residents: the value is per 1,000 of them.</summary>
    public static bool IsPerResident(this SiteMeasure measure) => measure >= SiteMeasure.TwoStep;

    /// <summary>Unit of the values.</summary>
    /// <param name="demand">Among whom the offer is shared.</param>
    public static string Unit(this SiteMeasure measure, SiteSupply supply, DemandChoice demand)
    {
        string offered = supply == SiteSupply.Hours ? "ore_settimanali" : "sedi";
        return measure switch
        {
            _ when measure.IsTime() => "minuti",
            _ when measure.IsPerResident() => $"{offered}_per_1000_{(demand.IsIndex ? "punti_di_bisogno" : demand.Text)}",
            SiteMeasure.Gravity => offered + "_pesate",
            _ => offered,
        };
    }

    /// <summary>The decay that a measure is computed with.</summary>
    /// <param name="chosen">Null for the usual one of the measure.</param>
    /// <param name="limit">Beyond it nothing counts.</param>
    public static Decay DecayWith(this SiteMeasure measure, Decay? chosen, double limit) =>
        (measure.HasDecay() && chosen is not null ? chosen : measure.UsualDecay()) with { Limit = limit };

    private static Decay UsualDecay(this SiteMeasure measure) => measure switch
    {
        SiteMeasure.Gravity => _exponential,
        SiteMeasure.TwoStepSteps or SiteMeasure.ThreeStep or SiteMeasure.Modified => _zones,
        SiteMeasure.TwoStepGaussian => _gaussian,
        _ => new NoDecay(),
    };
}
