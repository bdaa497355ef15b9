using CentriFamiglia.Coverage.Access.Catchments;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>The load of every sede and of every network: the layers <c>bacini</c> and <c>bacini-reti</c>.</summary>
internal static class CatchmentLayers
{
    public const string OfSites = "bacini";
    public const string OfNetworks = "bacini-reti";

    /// <param name="Load">What falls on it.</param>
    /// <param name="UpperBound">Whether the list of sedi is not complete for its ATS.</param>
    internal sealed record SiteRow(ActiveSite Active, Comune Comune, CatchmentLoad Load, bool UpperBound)
    {
        public Site Site => Active.Site;
    }

    /// <param name="Ats">The ATS that it states, else that of its first sede.</param>
    /// <param name="Load">What falls on it; nothing where it has no active sede.</param>
    internal sealed record NetworkRow(Network Network, string? Ats, CatchmentLoad Load);

    public static LayerShape<SiteRow> SiteShape { get; } = new(
    [
        .. CommonColumns.Sede<SiteRow>(r => r.Site),
        CommonColumns.ComuneName<SiteRow>(r => r.Comune.Name),
        CommonColumns.ComuneCode<SiteRow>(r => r.Comune.Code.Value),
        CommonColumns.ComuneAtsOrNull<SiteRow>(r => r.Active.Ats),
        .. CatchmentFields.Load<SiteRow>(r => r.Load),
        .. CommonColumns.Position<SiteRow>(r => r.Site.Lon, r => r.Site.Lat),
        CommonColumns.Travel<SiteRow>(),
        CommonColumns.DemonstrationSede<SiteRow>(r => r.Site),
        CommonColumns.UpperBound<SiteRow>(r => r.UpperBound),
    ]);

    public static LayerShape<NetworkRow> NetworkShape { get; } = new(
    [
        new("network_id", ColumnType.Text, "Identificativo della rete.", r => r.Network.Id.Value, "BG01"),
        new("name", ColumnType.Text, "Nome della rete.", r => r.Network.Name, "Rete dimostrativa Bergamo BG01"),
        new("ats", OrNull.Text, "ATS della rete, o della sua prima sede; vuoto: non nota.", r => r.Ats, "Bergamo"),
        new("sedi", ColumnType.Integer, "Sedi attive.", r => (long)r.Load.Sites.Length, 4L),
        .. CatchmentFields.Load<NetworkRow>(r => r.Load),
        CommonColumns.Travel<NetworkRow>(),
        CommonColumns.Demonstration<NetworkRow>(r => r.Load.Sites.Any(s => s.Site.Site.Demonstration)),
    ]);

    public static Layer Sites(Analysis analysis, string? ats)
    {
        const string title = "Bacini delle sedi";
        TerritorySnapshot snapshot = analysis.Snapshot;
        ImmutableArray<PointTrips> trips = PointTrips.Of(analysis.State);
        Dictionary<SiteId, CatchmentLoad> loads = CatchmentLoad.By<SiteId>(analysis.State, trips, s => s.Site.Id);
        ImmutableArray<SiteRow> rows =
        [
            .. snapshot.Sites.Where(s => ats is null || s.Ats == ats)
                .Select(s => new SiteRow(s, snapshot.Comuni[s.ComuneIndex], loads[s.Site.Id], !snapshot.Set.IsCompleteFor(s.Ats))),
        ];
        return SiteShape.Make(OfSites, rows, r => Cells.Point(r.Site), CatchmentFields.ProvenanceOf(analysis, title, trips, rows.Length));
    }

    public static Layer Networks(Analysis analysis, string? ats)
    {
        const string title = "Bacini delle reti";
        ImmutableArray<PointTrips> trips = PointTrips.Of(analysis.State);
        Dictionary<NetworkId, CatchmentLoad> loads = CatchmentLoad.By(analysis.State, trips, s => s.Site.Network);
        var none = new CatchmentLoad(
            Sites: [], Residents: 0, Comuni: 0, Families: null, MeanMinutes: null, MaxMinutes: null, MeanKm: null, FromOtherAmbito: 0, FromOtherAts: 0, Tied: 0, OwnAts: 0,
                Territory: 0);
        Dictionary<NetworkId, Network> known = analysis.Snapshot.Networks.ToDictionary(n => n.Id);
        ImmutableArray<NetworkRow> rows =
        [
            .. known.Keys.Union(loads.Keys).Order()
                .Select(id => RowOf(known.GetValueOrDefault(id) ?? new Network { Id = id, Name = "rete non in elenco" }, loads.GetValueOrDefault(id) ?? none))
                .Where(r => ats is null || r.Ats == ats),
        ];
        return NetworkShape.Make(OfNetworks, rows, r => Cells.Points([.. r.Load.Sites.Select(s => s.Site.Site)]),
            CatchmentFields.ProvenanceOf(analysis, title, trips, rows.Length));
    }

    private static NetworkRow RowOf(Network network, CatchmentLoad load) =>
        new(network, network.Ats ?? load.Sites.Select(s => s.Site.Ats).FirstOrDefault(a => a is not null), load);
}
