using CentriFamiglia.Coverage.Travel;
using CentriFamiglia.Coverage.Travel.Roads;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.Journeys;

/// <summary>From where sedi are reached over the road network, a row per sede and limit: the layer <c>isocrone</c>.</summary>
internal static class IsochroneLayer
{
    private const string Title = "Isocrone sulla rete stradale";

    /// <param name="Site">The sede; null for all together.</param>
    /// <param name="Sites">How many sedi the area belongs to.</param>
    /// <param name="Snap">Where the sede joins the network; null for all together.</param>
    /// <param name="Road">Name of that road.</param>
    /// <param name="Minutes">The limit, inclusive.</param>
    /// <param name="Residents">Of the demand points within the limit, by their own times.</param>
    /// <param name="Demonstration">Whether one of the sedi is made up.</param>
    /// <param name="Shape">Area or roads.</param>
    internal sealed record Row(ActiveSite? Site, int Sites, RoadSnap? Snap, string Road, int Minutes, double Residents, bool Demonstration, Geometry? Shape);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("site_id", OrNull.Text, "Identificativo della sede; vuoto per tutte insieme.", r => r.Site?.Site.Id.Value, "BG01-H"),
        new("nome", ColumnType.Text, "Nome della sede.", r => r.Site?.Site.Name ?? $"tutte le sedi ({r.Sites})", "Hub dimostrativo Bergamo"),
        new("minuti", ColumnType.Integer, "Minuti di viaggio fino alla sede, compresi.", r => (long)r.Minutes, 30L),
        new("residenti", ColumnType.Number, "Residenti dei punti di residenza che la raggiungono entro i minuti, contati sui tempi e non sull'area.",
            r => GapFigures.Round(r.Residents, 2), 210_000.0),
        new("stato", ColumnType.Text, "ok, oppure not_snapped: la sede è troppo lontana da una strada.", r => r.Snap is { Status: not SnapStatus.Ok } ? "not_snapped" : "ok", "ok")
        {
            Words = ["ok", "not_snapped"],
        },
        new("aggancio_m", OrNull.Number, "Metri dalla sede alla strada, percorsi a piedi.", r => r.Snap is { Status: SnapStatus.Ok } snap
            ? GapFigures.Round(snap.DistanceMetres, 1) : null, 12.5),
        new("strada", OrNull.Text, "Strada a cui la sede è agganciata; vuoto se non ha nome.", r => r.Road.Length > 0 ? r.Road : null, "Via Roma"),
        CommonColumns.Demonstration<Row>(r => r.Demonstration, "Vero se la sede (o una di loro) è inventata."),
    ]);

    /// <param name="analysis">Sedi and residents.</param>
    /// <param name="sites">Each by itself; null for all together.</param>
    /// <param name="minutes">Ascending.</param>
    /// <param name="lines">Roads instead of areas.</param>
    /// <param name="ats">For all together: only the sedi of this ATS; null for every one.</param>
    public static Layer Make(Analysis analysis, LoadedRoads roads, ImmutableArray<ActiveSite>? sites, int[] minutes, bool lines, string? ats)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        ImmutableArray<ActiveSite>[] groups = sites is { } chosen
            ? [.. chosen.OrderBy(s => s.Site.Id).Select(s => ImmutableArray.Create(s))]
            : [[.. snapshot.Sites.Where(s => ats is null || snapshot.MembershipOf(s.Site.Comune)?.Ats == ats)]];
        Row[] rows = [.. groups.SelectMany(group => RowsOf(analysis, roads, group, alone: sites is not null, minutes, lines))];
        Provenance provenance = new Provenance(analysis, Title, usesTravel: false, new JsonObject { ["righe"] = rows.Length })
            .WithRoads(roads.Travel)
            .WithWarnings($"Le isocrone sono percorsi {roads.Travel.Network.Times}: servono a disegnare. "
                + $"{snapshot.Choice.Words.TheCapital} sono {(snapshot.Choice.Words.Feminine ? "contate" : "contati")} sui tempi dei punti di residenza.")
            .WithWarnings(Nothing(groups, rows));
        GC.KeepAlive(roads);
        return Shape.Make("isocrone", rows, r => r.Shape, provenance);
    }

    /// <summary>What to say where there is nothing to draw.</summary>
    private static IEnumerable<string> Nothing(ImmutableArray<ActiveSite>[] groups, Row[] rows)
    {
        if (groups.All(group => group.IsEmpty))
            yield return "Non c'è alcuna sede attiva tra quelle richieste: non vi è nulla da disegnare.";
        else if (rows.All(row => row.Shape is null or { IsEmpty: true }))
            yield return "Nessuna delle sedi richieste si aggancia alla rete stradale: non vi è nulla da disegnare.";
    }

    private static IEnumerable<Row> RowsOf(Analysis analysis, LoadedRoads roads, ImmutableArray<ActiveSite> group, bool alone, int[] minutes, bool lines)
    {
        Place[] places = [.. group.Select(analysis.State.PlaceOf)];
        RoadSnap[] snaps = roads.Travel.Snap(places);
        Geometry[] shapes = lines ? roads.Isochrones.Roads(snaps, minutes) : roads.Isochrones.Contours(snaps, minutes);
        int?[] nearest = roads.Travel.LeastSeconds([.. analysis.Snapshot.Demand.Select(analysis.State.PlaceOf)], places);
        for (int i = 0; i < minutes.Length; i++)
        {
            int limit = minutes[i] * 60;
            double residents = analysis.Snapshot.Demand.Where((_, p) => nearest[p] <= limit).Sum(d => d.Residents);
            yield return new Row(
                Site: alone ? group[0] : null,
                Sites: group.Length,
                Snap: alone ? snaps[0] : null,
                Road: alone ? roads.Travel.RoadOf(snaps[0]) : "",
                Minutes: minutes[i],
                Residents: residents,
                Demonstration: group.Any(s => s.Site.Demonstration),
                Shape: shapes[i]);
        }
    }
}
