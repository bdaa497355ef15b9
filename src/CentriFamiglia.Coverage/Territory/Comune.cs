using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>A municipality with the figures that the rules and the travel measures need. Unknown figures are null, never zero.</summary>
public sealed record Comune
{
    public required ComuneCode Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Boundary: Polygon or MultiPolygon, WGS84 (EPSG:4326, longitude first), SRID 4326.</summary>
    public required Geometry Boundary { get; init; }

    /// <summary>Two-letter code of the province or metropolitan city, e.g. <c>VA</c>.</summary>
    public string? Province { get; init; }

    /// <summary>Residents at 1 January 2023 (persons), or as imported by the user.</summary>
    public int? Residents { get; init; }

    /// <summary>Families (count, year 2020).</summary>
    public int? Families { get; init; }

    /// <summary>Residents by age, with the year and the source of the count; null where not known.</summary>
    public AgeCounts? Ages { get; init; }

    /// <summary>Area in km2, official figure, not computed from the simplified boundary.</summary>
    public double? AreaKm2 { get; init; }

    /// <summary>Altitude of the main centre, metres above sea level.</summary>
    public double? AltitudeMetres { get; init; }

    /// <summary>Degree of urbanisation: 1 city, 2 town or suburb, 3 rural.</summary>
    public int? UrbanDegree { get; init; }

    /// <summary>Class of the map of inner areas (SNAI), A to F.</summary>
    public SnaiClass? Class { get; init; }

    /// <summary>The point that stands for the comune: its town centre, not an address. Null when no source gives one.</summary>
    public Seat? Seat { get; init; }

    /// <summary>What is counted of the comune; null where not known.</summary>
    public int? Count(DemandFigure figure) => figure switch
    {
        DemandFigure.Families => Families,
        DemandFigure.Children => Ages?.Children,
        DemandFigure.Elderly => Ages?.Elderly,
        _ => Residents,
    };
}

/// <summary>A comune's seat, WGS84 degrees, with the source that gave it.</summary>
public sealed record Seat(double Lon, double Lat, string Source);

/// <summary>Class of the Mappa Aree Interne 2020 (DPCoe, ISTAT): A pole, B intermunicipal pole, C belt, D intermediate, E peripheral, F ultra-peripheral.</summary>
public enum SnaiClass
{
    A,
    B,
    C,
    D,
    E,
    F,
}
