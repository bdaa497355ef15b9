namespace CentriFamiglia.Coverage.Travel;

/// <summary>Between which times a trip falls eight times in ten; both are the trip's own where times are not estimated.</summary>
/// <param name="LowSeconds">The 10th percentile, whole seconds, at most the trip's own.</param>
/// <param name="HighSeconds">The 90th percentile, at least the trip's own.</param>
public readonly record struct TravelBand(int LowSeconds, int HighSeconds)
{
    /// <summary>The band of a time that is certain.</summary>
    public static TravelBand Certain(TravelCost cost) => new(cost.Seconds, cost.Seconds);
}

/// <summary>How wide the band of an estimate is on one side, minutes: a constant, a share of the estimate, a share of what its two halves differ by.</summary>
public readonly record struct TravelBandSide(double Minutes, double PerMinute, double PerMinuteOfDisagreement)
{
    public double Width(double minutes, double disagreement) => Minutes + (PerMinute * minutes) + (PerMinuteOfDisagreement * disagreement);
}
