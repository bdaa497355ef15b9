namespace CentriFamiglia.Coverage.Travel.Official;

/// <summary>A time of the Mappa Aree Interne 2020 (DPCoe, Istat): from a comune's town hall to its nearest service pole, as observed at peak hours.</summary>
/// <param name="From">The comune's seat.</param>
/// <param name="Name">Of the comune.</param>
/// <param name="Pole">The pole's seat, or its main locality where it lies outside the region.</param>
/// <param name="Minutes">Official minutes.</param>
public sealed record OfficialTrip(Place From, string Name, Place Pole, string PoleName, double Minutes);

/// <summary>The classes that the map of 2020 draws from the minutes to the nearest pole; poles themselves (A, B) are not told by minutes.</summary>
public static class OfficialClasses
{
    /// <summary>Upper bounds in minutes, inclusive: the median, third quartile and 95th percentile of Italy's comuni that are no pole.</summary>
    public static ImmutableArray<(SnaiClass Class, double UpToMinutes)> Bounds { get; } =
        [(SnaiClass.C, 27.7), (SnaiClass.D, 40.9), (SnaiClass.E, 66.9), (SnaiClass.F, double.PositiveInfinity)];

    /// <summary>The class of a comune this far from its nearest pole, official minutes to one decimal.</summary>
    public static SnaiClass Of(double minutes) => Bounds.First(b => Math.Round(minutes, 1, MidpointRounding.AwayFromZero) <= b.UpToMinutes).Class;
}
