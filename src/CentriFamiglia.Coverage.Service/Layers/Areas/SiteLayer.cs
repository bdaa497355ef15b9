using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The sedi of a set, closed and planned ones too: the layer <c>sedi</c>. Its first columns are those of the import.</summary>
internal static class SiteLayer
{
    public const string Name = "sedi";

    private static readonly GeometryFactory _wgs84 = new(new PrecisionModel(), 4326);

    internal sealed record Row(Site Site, Comune? Comune, Membership? Membership);

    public static LayerShape<Row> Shape { get; } = new(
        new("site_id", ColumnType.Text, "Identificativo della sede.", r => r.Site.Id.Value, "BG01-H"),
        new("name", ColumnType.Text, "Nome della sede.", r => r.Site.Name, "Hub dimostrativo Bergamo"),
        new("role", ColumnType.Text, "Ruolo nella rete: hub, spoke, non dichiarato.", r => RoleText(r.Site.Role), "hub"),
        new("network_id", ColumnType.Text, "Rete a cui appartiene.", r => r.Site.Network?.Value, "BG01"),
        new("manager_kind", ColumnType.Text, "Natura dell'ente gestore.", r => r.Site.ManagerKind, "Ambito"),
        new("comune", ColumnType.Text, "Nome del comune.", r => r.Comune?.Name, "Bergamo"),
        new("pro_com_t", ColumnType.Text, "Codice Istat del comune, sei cifre.", r => r.Site.Comune.Value, "016024"),
        new("lon", ColumnType.Number, "Longitudine WGS84, gradi.", r => r.Site.Lon, 9.66496),
        new("lat", ColumnType.Number, "Latitudine WGS84, gradi.", r => r.Site.Lat, 45.69753),
        new("opening_hours", ColumnType.Text, "Orari dichiarati; vuoto: non dichiarati.", r => r.Site.OpeningHours, "Mo-Fr 09:00-12:00"),
        new("wheelchair", ColumnType.Text, "Accesso per persone con disabilità: yes, limited, no; vuoto: non dichiarato.", r => r.Site.Wheelchair, "yes"),
        new("spaces", ColumnType.Text, "Spazi dichiarati, separati da |.", r => List(r.Site.Spaces), "accoglienza|sportello"),
        new("services", ColumnType.Text, "Servizi dichiarati, separati da |.", r => List(r.Site.Services), "informazione_orientamento"),
        new("declared_ambiti", ColumnType.Text, "Ambiti che l'Hub dichiara di servire, separati da |.", r => List(r.Site.DeclaredAmbiti), "Bergamo|Dalmine"),
        new("status", ColumnType.Text, "Stato: active, planned, closed; conta solo active.", r => StatusText(r.Site.Status), "active"),
        new("source", ColumnType.Text, "Da dove viene la riga.", r => r.Site.Source, null),
        new("source_date", ColumnType.Text, "Data della fonte, come la pagina la scrive.", r => r.Site.SourceDate, null),
        new("precisione", ColumnType.Text, "punto: coordinate date dal proprietario; comune: si conosce solo il comune.", r => r.Site.Precision is SitePrecision.Comune ? "comune" : "punto", "punto"),
        new("dimostrativo", ColumnType.Boolean, "Vero se la sede è inventata.", r => r.Site.Demonstration, true),
        new("valid_from", ColumnType.Text, "Primo giorno di validità.", r => Cells.Date(r.Site.ValidFrom), null),
        new("valid_to", ColumnType.Text, "Ultimo giorno di validità.", r => Cells.Date(r.Site.ValidTo), null),
        new("ats", ColumnType.Text, "ATS del comune.", r => r.Membership?.Ats, "Bergamo"),
        new("nome_ambito", ColumnType.Text, "Ambito del comune.", r => r.Membership?.Ambito, "Bergamo"),
        new("nome_distretto", ColumnType.Text, "Distretto del comune.", r => r.Membership?.Distretto, "Bergamo"));

    public static Layer Make(Analysis analysis, string? ats)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        string title = $"Sedi ({snapshot.Set.Name})";
        ImmutableArray<Row> rows =
        [
            .. snapshot.Set.Sites
                .Select(s => new Row(s, snapshot.FindComune(s.Comune), snapshot.MembershipOf(s.Comune)))
                .Where(r => ats is null || r.Membership?.Ats == ats)
                .OrderBy(r => r.Site.Id),
        ];
        var totals = new JsonObject
        {
            ["sedi"] = rows.Length,
            ["hub"] = rows.Count(r => r.Site.Role is SiteRole.Hub),
            ["spoke"] = rows.Count(r => r.Site.Role is SiteRole.Spoke),
            ["ruolo_non_dichiarato"] = rows.Count(r => r.Site.Role is SiteRole.NotDeclared),
            ["attive"] = rows.Count(r => r.Site.Status is SiteStatus.Active),
        };
        return Shape.Make(Name, title, rows, r => Point(r.Site), Meta.Of(analysis, title, usesTravel: false, totals));
    }

    public static Point Point(Site site) => _wgs84.CreatePoint(new Coordinate(site.Lon, site.Lat));

    private static string? List(ImmutableArray<string> texts) => texts.IsEmpty ? null : string.Join('|', texts);

    public static string RoleText(SiteRole role) => role switch
    {
        SiteRole.Hub => "hub",
        SiteRole.Spoke => "spoke",
        _ => "non dichiarato",
    };

    private static string StatusText(SiteStatus status) => status switch
    {
        SiteStatus.Active => "active",
        SiteStatus.Planned => "planned",
        _ => "closed",
    };
}
