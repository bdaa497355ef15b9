namespace CentriFamiglia.Coverage.Access;

/// <summary>How far the residents of a unit, or of a part of a comune, are: as documented on <see cref="UnitGap"/>.</summary>
public interface ITravelGap
{
    double? MeanMinutes { get; }

    double? MedianMinutes { get; }

    double? P90Minutes { get; }

    double? MaxMinutes { get; }

    double? MeanKm { get; }

    double? ResidentsBeyond { get; }

    double? ResidentsBeyondLeast { get; }

    double? ResidentsBeyondMost { get; }

    double? SharePercentBeyond { get; }
}
