using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>What must be said of the sedi and demand points that were brought onto a road network, and of those that were not.</summary>
internal static class SnapNotes
{
    private const int Named = 10;

    /// <returns>Italian sentences; none when the times do not come from a network.</returns>
    public static ImmutableArray<string> Of(CoverageState state)
    {
        if (state.Travel is not RoadTravel roads)
            return [];
        (string Name, Place Place)[] sites = [.. state.Snapshot.Sites.Select(s => (s.Site.Id.Value, state.PlaceOf(s)))];
        (string Name, Place Place)[] points =
        [
            .. state.Snapshot.Demand.Select(d => (
                d.Origin == DemandOrigin.Imported ? d.Point.Id.Value : state.Snapshot.Comuni[d.ComuneIndex].Name, state.PlaceOf(d))),
        ];
        return [.. Of(roads, "sedi", sites), .. Of(roads, "punti di residenza", points)];
    }

    private static IEnumerable<string> Of(RoadTravel roads, string what, (string Name, Place Place)[] places)
    {
        RoadSnap[] snaps = roads.Snap(Array.ConvertAll(places, p => p.Place));
        string[] lost = [.. places.Where((_, i) => snaps[i].Status != SnapStatus.Ok).Select(p => p.Name)];
        double farthest = snaps.Where(s => s.Status == SnapStatus.Ok).Select(s => s.DistanceMetres).DefaultIfEmpty(0).Max();
        if (lost.Length > 0)
        {
            string more = lost.Length > Named ? $" e altri {lost.Length - Named}" : "";
            yield return $"{lost.Length} {what} su {places.Length} sono a più di {roads.CapMetres:0} metri da una strada della rete (o fuori dalla rete) e "
                + $"valgono come irraggiungibili: {string.Join(", ", lost.Take(Named))}{more}.";
        }

        if (lost.Length < places.Length)
            yield return $"{places.Length - lost.Length} {what} su {places.Length} agganciati alla rete; il più lontano dista {farthest:0} metri, percorsi a piedi.";
    }
}
