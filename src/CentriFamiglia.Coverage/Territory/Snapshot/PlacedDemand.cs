namespace CentriFamiglia.Coverage.Territory.Snapshot;

/// <summary>A demand point that counts: a place in the columns of <see cref="PlacedDemands"/>, so that a million of them are no objects.</summary>
/// <param name="All">The points among which it stands.</param>
/// <param name="Index">Its position among them.</param>
public readonly record struct PlacedDemand(PlacedDemands All, int Index)
{
    /// <summary>The point, the text of its id made anew each time; its residents are 0 where the comune's are not known, and are residents whatever was chosen.</summary>
    public DemandPoint Point => All.Points[All.PositionOf(Index)];

    /// <summary>The comune it lies in.</summary>
    public ComuneCode Comune => All.Points.Comune(All.PositionOf(Index));

    /// <summary>Position of its comune in <see cref="TerritorySnapshot.Comuni"/>.</summary>
    public int ComuneIndex => All.ComuneOf(Index);

    /// <summary>How the point was placed.</summary>
    public DemandOrigin Origin => All.OriginOf(Index);

    /// <summary>WGS84 degrees.</summary>
    public double Lon => All.Points.Lon(All.PositionOf(Index));

    /// <summary>WGS84 degrees.</summary>
    public double Lat => All.Points.Lat(All.PositionOf(Index));

    /// <summary>Persons; where another demand was chosen, what it counts in their place.</summary>
    public double Residents => All.ResidentsOf(Index);

    /// <summary>The same point placed in the same way, wherever it stands.</summary>
    public bool Equals(PlacedDemand other) => Point == other.Point && ComuneIndex == other.ComuneIndex && Origin == other.Origin;

    public override int GetHashCode() => Point.GetHashCode();
}

/// <summary>How a demand point was placed.</summary>
public enum DemandOrigin
{
    /// <summary>One of the comune's own points.</summary>
    Imported,

    /// <summary>The seat of the comune stands for all its residents.</summary>
    Seat,

    /// <summary>No seat is known: a point inside the comune's boundary stands for all its residents.</summary>
    Interior,
}
