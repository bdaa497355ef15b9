using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>What lies between two neighbouring localities.</summary>
/// <param name="A">Position of one in the list of localities.</param>
/// <param name="B">Position of the other.</param>
/// <param name="Km">As the crow flies, along the shore where that is shorter than the way round a lake; 0 on a ferry.</param>
/// <param name="Climb">Difference in altitude, hundreds of metres.</param>
/// <param name="Empty">Square of the distance (km) that the emptiest ground between them is from any locality.</param>
/// <param name="Crowd">Km times the root of the people around, in ten thousands.</param>
/// <param name="FerryKm">Km across water.</param>
internal readonly record struct LocalityStretch(int A, int B, double Km, double Climb, double Empty, double Crowd, double FerryKm)
{
    /// <summary>Everything told as km of flat, inhabited, quiet ground.</summary>
    public double CountedKm(in StretchWeights w) => Km + (w.Climb * Climb) + (w.Empty * Empty) + (w.Crowd * Crowd) + (w.Ferry * FerryKm);
}

/// <summary>How many km of flat ground each part of a stretch counts; see <see cref="LocalityStretch"/>.</summary>
internal readonly record struct StretchWeights(double Climb, double Empty, double Ferry, double Crowd)
{
    /// <summary>The same with one of the four, by position, so many times as much.</summary>
    public StretchWeights Times(int which, double factor) => which switch
    {
        0 => this with { Climb = Climb * factor },
        1 => this with { Empty = Empty * factor },
        2 => this with { Ferry = Ferry * factor },
        _ => this with { Crowd = Crowd * factor },
    };

    public const int Count = 4;
}

/// <summary>The localities, the lakes between them, and every stretch from one to the next; all tied together.</summary>
internal sealed record LocalityNetwork(ImmutableArray<Locality> Localities, ImmutableArray<string> LakeNames, LakeShores Lakes, ImmutableArray<LocalityStretch> Stretches)
{
    /// <summary>The graph of the estimate.</summary>
    /// <param name="weights">Of the parts of a stretch.</param>
    /// <param name="minutesPerKm">Of flat ground.</param>
    /// <param name="minutesPerKmFromPlaces">Between a place and the localities around it.</param>
    public LocalityGraph Graph(StretchWeights weights, double minutesPerKm, double minutesPerKmFromPlaces) => new(
        Localities,
        [.. Stretches.Select(s => new LocalityRoad(s.A, s.B, (int)Math.Round(100 * minutesPerKm * s.CountedKm(weights))))],
        Lakes,
        minutesPerKmFromPlaces,
        minutesPerKm * weights.Climb / 100);
}
