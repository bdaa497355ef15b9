namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>What the tags say of whether a way lies in a town.</summary>
internal enum Zone : byte
{
    Unsaid,
    Urban,
    Extraurban,
}

/// <summary>A way that the profile uses: its tags turned into figures. Speeds in km/h before curves are known; 0 closes a direction.</summary>
internal readonly record struct RoadWay(
    long Id,
    RoadClass Class,
    RoadTraits Traits,
    Zone Zone,
    float ForwardUrban,
    float ForwardExtraurban,
    float BackwardUrban,
    float BackwardExtraurban,
    float CrossingSeconds)
{
    /// <summary>Whether it counts among the roads that make a junction one may turn round at.</summary>
    public bool TurnsRound { get; init; }

    /// <summary>Whether along the way only those may drive who start or end there.</summary>
    public bool ForwardRestricted { get; init; }

    /// <summary>Whether against the way only those may drive who start or end there.</summary>
    public bool BackwardRestricted { get; init; }

    /// <summary>Lost once by every crossing on a ferry or train.</summary>
    public float WaitSeconds { get; init; }

    /// <summary>Number of the name among those of the collector.</summary>
    public int Name { get; init; }

    public bool Forward => ForwardUrban > 0;

    public bool Backward => BackwardUrban > 0;
}
