using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The sedi of a set, closed and planned ones too: the layer <c>sedi</c>. Its first columns are those of the import.</summary>
internal static class SiteLayer
{
    public const string Name = "sedi";

    internal sealed record Row(Site Site, Comune? Comune, Membership? Membership, bool Counts);

    public static LayerShape<Row> Shape { get; } = new(
    [
        .. CommonColumns.Sede<Row>(r => r.Site),
        new("manager_kind", OrNull.Text, "Natura dell'ente gestore.", r => r.Site.ManagerKind, "Ambito"),
        CommonColumns.ComuneNameOrNull<Row>(r => r.Comune?.Name),
        CommonColumns.ComuneCode<Row>(r => r.Site.Comune.Value),
        .. CommonColumns.Position<Row>(r => r.Site.Lon, r => r.Site.Lat),
        new("opening_hours", OrNull.Text, "Orari dichiarati; vuoto: non dichiarati.", r => r.Site.OpeningHours, "Mo-Fr 09:00-12:00"),
        new("wheelchair", OrNull.Text, "Accesso per persone con disabilità: yes, limited, no; vuoto: non dichiarato.", r => r.Site.Wheelchair, "yes"),
        new("spaces", OrNull.Text, "Spazi dichiarati, separati da |.", r => ListText.Write(r.Site.Spaces), "accoglienza|sportello"),
        new("services", OrNull.Text, "Servizi dichiarati, separati da |.", r => ListText.Write(r.Site.Services), "informazione_orientamento"),
        new("declared_ambiti", OrNull.Text, "Ambiti che l'Hub dichiara di servire, separati da |.", r => ListText.Write(r.Site.DeclaredAmbiti), "Bergamo|Dalmine"),
        new("status", ColumnType.Text, "Stato: active, planned, closed; conta solo active.", r => r.Site.Status.ToText(), "active") { Words = Vocabulary.Status.Written },
        new("address", OrNull.Text, "Indirizzo per il pubblico; vuoto: non dichiarato.", r => r.Site.Address, "Via Roma 1"),
        new("phone", OrNull.Text, "Telefono per il pubblico; vuoto: non dichiarato.", r => r.Site.Phone, "035 000000"),
        new("email", OrNull.Text, "Posta elettronica per il pubblico; vuoto: non dichiarata.", r => r.Site.Email, "centro@esempio.it"),
        new("web", OrNull.Text, "Pagina web; vuoto: non dichiarata.", r => r.Site.Web, "https://esempio.it"),
        new("operators", OrNull.Integer, "Operatori della sede, persone; vuoto: non dichiarati.", r => (long?)r.Site.Operators, 4L),
        new("staff", OrNull.Text, "Figure professionali dichiarate, separate da |.", r => ListText.Write(r.Site.Staff), "assistente sociale|psicologo"),
        new("protocols", OrNull.Text, "Protocolli operativi dichiarati, separati da |.", r => ListText.Write(r.Site.Protocols), "Consultorio familiare"),
        new("service_charter", OrNull.Boolean, "Carta dei servizi; vuoto: non dichiarata.", r => r.Site.ServiceCharter, null),
        .. CommonColumns.Source<Row>(r => r.Site.Source, r => r.Site.SourceDate),
        new("precisione", ColumnType.Text, "punto: coordinate date dal proprietario; comune: si conosce solo il comune.", r => r.Site.Precision.ToText(), "punto")
        {
            Words = Vocabulary.Precision.Written,
        },
        CommonColumns.DemonstrationSede<Row>(r => r.Site),
        .. CommonColumns.Validity<Row>(r => r.Site.ValidFrom, r => r.Site.ValidTo),
        CommonColumns.ComuneAtsOrNull<Row>(r => r.Membership?.Ats),
        new("nome_ambito", OrNull.Text, "Ambito del comune; vuoto: non noto.", r => r.Membership?.Ambito, "Bergamo"),
        new("nome_distretto", OrNull.Text, "Distretto del comune; vuoto: non noto.", r => r.Membership?.Distretto, "Bergamo"),
        new("orario_letto", OrNull.Text, "Orari in italiano, come li legge il programma; vuoto: non dichiarati, o non letti per intero.", r => OfWeek(r.Site), "lun-ven 9-12"),
        new("conta", ColumnType.Boolean, "Vero se la sede conta alla data: attiva, valida, di una rete in corso, posta in un comune noto.", r => r.Counts, true),
    ]);

    private static string? OfWeek(Site site) =>
        site.OpeningHours is { } text && OpeningHours.Parse(text) is { IsWhole: true, Schedule: { } week } ? OpeningHours.WriteItalian(week) : null;

    public static Layer Make(Analysis analysis, string? ats)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        string title = $"Sedi ({snapshot.Set.Name})";
        HashSet<SiteId> counted = [.. snapshot.Sites.Select(s => s.Site.Id)];
        ImmutableArray<Row> rows =
        [
            .. snapshot.Set.Sites
                .Select(s => new Row(s, snapshot.FindComune(s.Comune), snapshot.MembershipOf(s.Comune), counted.Contains(s.Id)))
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
            ["che_contano"] = rows.Count(r => r.Counts),
        };
        return Shape.Make(Name, rows, r => Cells.Point(r.Site), new Provenance(analysis, title, usesTravel: false, totals, ats));
    }
}
