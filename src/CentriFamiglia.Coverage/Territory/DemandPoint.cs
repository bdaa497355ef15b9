namespace CentriFamiglia.Coverage.Territory;

/// <summary>A place where residents are counted and from which travel is measured.</summary>
/// <param name="Id">Unique key.</param>
/// <param name="Comune">The comune it lies in.</param>
/// <param name="Lon">WGS84 degrees.</param>
/// <param name="Lat">WGS84 degrees.</param>
/// <param name="Residents">Weight: residents (persons, may be fractional in gridded sources), not negative.</param>
public readonly record struct DemandPoint(DemandPointId Id, ComuneCode Comune, double Lon, double Lat, double Residents)
{
    /// <summary>Families counted here; null where only those of the comune are known, of which the point takes its part by residents.</summary>
    public double? Families { get; init; }

    /// <summary>Persons up to 14 years counted here; null as for <see cref="Families"/>.</summary>
    public double? Children { get; init; }

    /// <summary>Persons of 65 years and more counted here; null as for <see cref="Families"/>.</summary>
    public double? Elderly { get; init; }

    /// <summary>The same point, whose count of a figure is so many times what it was; what it does not count of its own stays so.</summary>
    public DemandPoint Times(DemandFigure figure, double factor) => figure switch
    {
        DemandFigure.Families => this with { Families = Families * factor },
        DemandFigure.Children => this with { Children = Children * factor },
        DemandFigure.Elderly => this with { Elderly = Elderly * factor },
        _ => this with { Residents = Residents * factor },
    };

    /// <summary>The one point of a comune that has none of its own: all its residents in one place.</summary>
    public static DemandPoint Of(Comune comune, double lon, double lat) => new(new DemandPointId(comune.Code.Value), comune.Code, lon, lat, comune.Residents ?? 0);

    /// <summary>Whether the point says no more than what holds of its comune without points: all its residents in its seat.</summary>
    public bool IsSeatOf(Comune comune) => comune.Seat is { } seat && this == Of(comune, seat.Lon, seat.Lat);
}
