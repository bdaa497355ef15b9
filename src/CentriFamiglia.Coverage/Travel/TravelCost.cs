namespace CentriFamiglia.Coverage.Travel;

/// <summary>
/// Time and distance of one trip, in whole seconds and metres. Whole seconds, so that what is compared with a limit is exactly
/// what is shown: two decimals of a minute tell every second apart. A trip that cannot be made is the absence of a cost (null).
/// </summary>
/// <param name="Seconds">Travel time, seconds, not negative.</param>
/// <param name="Metres">Length of that same trip, metres, not negative.</param>
public readonly record struct TravelCost(int Seconds, int Metres)
{
    public double Minutes => Math.Round(Seconds / 60.0, 2, MidpointRounding.AwayFromZero);

    public double Km => Metres / 1000.0;

    /// <summary>Limits are inclusive: a trip of exactly the limit is within it.</summary>
    public bool Within(double limitMinutes) => Seconds <= limitMinutes * 60.0;
}
