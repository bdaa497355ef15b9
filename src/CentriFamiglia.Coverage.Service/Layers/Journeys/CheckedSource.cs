using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>A source over roads that is held against the official minutes.</summary>
/// <param name="Travel">Its times.</param>
/// <param name="Metres">From each place to the nearest road; null for one that is on none.</param>
internal sealed record CheckedSource(ITravelSource Travel, Func<IReadOnlyList<Place>, double?[]> Metres)
{
    /// <summary>What is known of it, and under which name.</summary>
    public required (string Name, JsonObject Value) Details { get; init; }

    public required string Attribution { get; init; }

    /// <summary>What to say where it has no trip at all.</summary>
    public required string Empty { get; init; }

    /// <summary>What its minutes are, beside those of the rush hour.</summary>
    public required string Times { get; init; }

    /// <summary>What the difference means.</summary>
    public required string Difference { get; init; }

    public static CheckedSource Of(RoadTravel roads) =>
        new(roads, places => [.. roads.Snap(places).Select(s => s.Status == SnapStatus.Ok ? s.DistanceMetres : (double?)null)])
        {
            Details = ("rete", ProvenanceJson.RoadsOf(roads)),
            Attribution = roads.Network.Attribution,
            Empty = "La rete non contiene nessuno dei comuni del confronto: serve un estratto che comprenda la Lombardia e i poli vicini.",
            Times = $"I minuti della rete sono {roads.Network.Times}",
            Difference = roads.Network.IsFree
                ? "di regola i primi sono più brevi, e la differenza media non è un errore della rete ma traffico, semafori e soste"
                : "il traffico del profilo è una scelta di chi lo ha scritto, non una misura",
        };

    public static CheckedSource Of(ServerTravel server) => new(server, server.SnapMetres)
    {
        Details = ("server", ProvenanceJson.ServerOf(server)),
        Attribution = Provenance.OpenStreetMap,
        Empty = "Il server non raggiunge nessuno dei comuni del confronto: i suoi dati devono comprendere la Lombardia e i poli vicini.",
        Times = "I minuti sono quelli del server, che non dice se contano il traffico",
        Difference = "se sono a strada libera di regola sono più brevi, e la differenza media è traffico",
    };
}
