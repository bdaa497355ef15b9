namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>Programs that answer with times over roads.</summary>
internal enum RoadServerKind
{
    Osrm,
    Valhalla,
}

/// <summary>Their names: as the address of one begins, and as it is told.</summary>
internal static class RoadServerKinds
{
    public static Vocabulary<RoadServerKind> Words { get; } = new((RoadServerKind.Osrm, ["osrm"]), (RoadServerKind.Valhalla, ["valhalla"]));

    public static string NameOf(RoadServerKind kind) => kind == RoadServerKind.Osrm ? "OSRM" : "Valhalla";
}
