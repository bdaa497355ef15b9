namespace CentriFamiglia.Coverage.Geodata.Estimate;

/// <summary>Ferries that take cars all year, by the ISTAT codes of 2011 of the localities they tie: the official minutes count them.</summary>
internal static class CarFerries
{
    public static ImmutableArray<(string From, string To)> All { get; } =
    [
        ("012087", "103072"), // Laveno - Verbania
        ("097084", "013145"), // Varenna - Menaggio
        ("097084", "013019"), // Varenna - Bellagio
        ("013145", "013019"), // Menaggio - Bellagio
        ("013113", "013019"), // Cadenabbia di Griante - Bellagio
        ("013113", "097084"), // Cadenabbia di Griante - Varenna
        ("017187", "023086"), // Toscolano Maderno - Torri del Benaco
    ];
}
