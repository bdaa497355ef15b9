using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>What must be said of the sedi and demand points that were brought onto roads, and of those that were not.</summary>
internal static class SnapNotes
{
    private const int Named = 10;

    /// <returns>Italian sentences; none when the times do not come from roads.</returns>
    public static ImmutableArray<string> Of(CoverageState state)
    {
        if (state.Travel is not (RoadTravel or ServerTravel))
            return [];
        (string Name, Place Place)[] sites = [.. state.Snapshot.Sites.Select(s => (s.Site.Id.Value, state.PlaceOf(s)))];
        (string Name, Place Place)[] points =
        [
            .. state.Snapshot.Demand.Select(d => (
                d.Origin == DemandOrigin.Imported ? d.Point.Id.Value : state.Snapshot.Comuni[d.ComuneIndex].Name, state.PlaceOf(d))),
        ];
        return state.Travel is ServerTravel server
            ? [.. Of(server, "sedi", sites), .. Of(server, "punti di residenza", points), .. Beyond(server)]
            : [.. Of((RoadTravel)state.Travel, "sedi", sites), .. Of((RoadTravel)state.Travel, "punti di residenza", points)];
    }

    private static IEnumerable<string> Of(RoadTravel roads, string what, (string Name, Place Place)[] places)
    {
        double?[] metres = Array.ConvertAll(roads.Snap(Array.ConvertAll(places, p => p.Place)), s => s.Status == SnapStatus.Ok ? s.DistanceMetres : (double?)null);
        return Of(metres, roads.CapMetres, "percorsi a piedi", what, places);
    }

    private static IEnumerable<string> Of(ServerTravel server, string what, (string Name, Place Place)[] places) =>
        Of(server.SnapMetres(Array.ConvertAll(places, p => p.Place)), server.CapMetres, "che i minuti del server non contano", what, places);

    private static IEnumerable<string> Beyond(ServerTravel server)
    {
        if (server.Beyond > 0)
        {
            yield return $"{server.Beyond} coppie di luoghi sono più lontane di quanto il server delle strade calcola (Valhalla: max_matrix_distance) e valgono "
                + "come irraggiungibili.";
        }
    }

    /// <param name="metres">To the road of each place; null for one that is on none.</param>
    /// <param name="walked">What becomes of those metres.</param>
    private static IEnumerable<string> Of(double?[] metres, double cap, string walked, string what, (string Name, Place Place)[] places)
    {
        string[] lost = [.. places.Where((_, i) => metres[i] is null).Select(p => p.Name)];
        double farthest = metres.Max() ?? 0;
        if (lost.Length > 0)
        {
            string more = lost.Length > Named ? $" e altri {lost.Length - Named}" : "";
            yield return $"{lost.Length} {what} su {places.Length} sono a più di {cap:0} metri da una strada della rete (o fuori dalla rete) e "
                + $"valgono come irraggiungibili: {string.Join(", ", lost.Take(Named))}{more}.";
        }

        if (lost.Length < places.Length)
            yield return $"{places.Length - lost.Length} {what} su {places.Length} agganciati alla rete; il più lontano dista {farthest:0} metri, {walked}.";
    }
}
