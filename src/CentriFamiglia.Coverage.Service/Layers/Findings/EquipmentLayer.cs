using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>Spaces, access and what is made known of the sedi, ATS by ATS: the layer <c>dotazioni</c>.</summary>
internal static class EquipmentLayer
{
    public const string Name = "dotazioni";

    public static LayerShape<AtsEquipment> Shape { get; } = new(
    [
        new("ats", ColumnType.Text, "ATS in cui stanno le sedi.", e => e.Unit.Name, "Bergamo"),
        new("sedi", OrNull.Integer, "Sedi attive.", e => KnownCounts.Of(e, e => e.Sites), 24L),
        new("accessibili", OrNull.Integer, "Sedi che dichiarano l'accesso alle persone con disabilità.", e => KnownCounts.Of(e, e => e.Accessible), 10L),
        new("accessibili_in_parte", OrNull.Integer, "Sedi che lo dichiarano limitato.", e => KnownCounts.Of(e, e => e.PartlyAccessible), 5L),
        new("non_accessibili", OrNull.Integer, "Sedi che dichiarano di non essere accessibili.", e => KnownCounts.Of(e, e => e.NotAccessible), 1L),
        new("accesso_non_dichiarato", OrNull.Integer, "Sedi che non dichiarano l'accesso: non si sa.", e => KnownCounts.Of(e, e => e.AccessNotDeclared), 8L),
        new("hub", OrNull.Integer, "Hub attivi.", e => KnownCounts.Of(e, e => e.Hubs), 6L),
        new("hub_quattro_spazi", OrNull.Integer, "Hub che dichiarano tutti gli spazi richiesti (R9).", e => KnownCounts.Of(e, e => e.HubsWithAllSpaces), 3L),
        new("hub_alcuni_spazi", OrNull.Integer, "Hub che ne dichiarano alcuni: degli altri non si sa.", e => KnownCounts.Of(e, e => e.HubsWithSomeSpaces), 2L),
        new("hub_spazi_non_dichiarati", OrNull.Integer, "Hub che non ne dichiarano alcuno.", e => KnownCounts.Of(e, e => e.HubsWithoutSpaces), 1L),
        new("codice", ColumnType.Text, "Chiave dell'ATS.", e => e.Unit.Code, "bergamo"),
        CommonColumns.AreaEvidence<AtsEquipment>(e => e.Unit.Status),
        new("hub_per_spazio", OrNull.Text, "Quanti Hub dichiarano ciascuno spazio, nome=numero separati da ;.",
            e => !e.IsKnown ? null : string.Join(';', e.Spaces.Select(s => $"{s.Space}={s.Hubs}")), "accoglienza=5;sportello=5;colloqui=4;polivalente=3"),
        new("con_orari", OrNull.Integer, "Sedi che dichiarano giorni e orari.", e => KnownCounts.Of(e, e => e.WithHours), 20L),
        new("con_recapiti", OrNull.Integer, "Sedi che dichiarano telefono, posta elettronica o pagina web.", e => KnownCounts.Of(e, e => e.WithContacts), 0L),
        new("con_carta_dei_servizi", OrNull.Integer, "Sedi che dichiarano di avere la carta dei servizi.", e => KnownCounts.Of(e, e => e.WithServiceCharter), 0L),
        new("senza_carta_dei_servizi", OrNull.Integer, "Sedi che dichiarano di non averla; delle altre non si sa.", e => KnownCounts.Of(e, e => e.WithoutServiceCharter), 0L),
        new("con_protocolli", OrNull.Integer, "Sedi che dichiarano protocolli operativi.", e => KnownCounts.Of(e, e => e.WithProtocols), 0L),
        new("operatori", OrNull.Integer, "Operatori delle sedi che li dichiarano, persone; vuoto: nessuna li dichiara.", e => (long?)e.Operators, null),
        CommonColumns.Demonstration<AtsEquipment>(e => e.Demonstration, "Vero se conta una sede inventata."),
        KnownCounts.UpperBound<AtsEquipment>(),
    ]);

    public static Layer Make(Analysis analysis) => Make(analysis, null);

    public static Layer Make(Analysis analysis, string? ats)
    {
        ImmutableArray<AtsEquipment> rows = [.. AtsEquipments.Compute(analysis.State).Where(e => ats is null || e.Unit.Name == ats)];
        var totals = new JsonObject
        {
            ["sedi"] = KnownCounts.Total(rows, e => e.Sites),
            ["accessibili"] = KnownCounts.Total(rows, e => e.Accessible),
            ["accessibili_in_parte"] = KnownCounts.Total(rows, e => e.PartlyAccessible),
            ["non_accessibili"] = KnownCounts.Total(rows, e => e.NotAccessible),
            ["accesso_non_dichiarato"] = KnownCounts.Total(rows, e => e.AccessNotDeclared),
            ["hub"] = KnownCounts.Total(rows, e => e.Hubs),
            ["hub_quattro_spazi"] = KnownCounts.Total(rows, e => e.HubsWithAllSpaces),
            ["hub_alcuni_spazi"] = KnownCounts.Total(rows, e => e.HubsWithSomeSpaces),
            ["hub_spazi_non_dichiarati"] = KnownCounts.Total(rows, e => e.HubsWithoutSpaces),
            ["clausola"] = analysis.Rules.Cite("R9"),
        };
        totals["ats_escluse"] = KnownCounts.Excluded(rows);
        var boundaries = new Boundaries(analysis.Snapshot);
        return Shape.Make(Name, rows, e => boundaries.Of(e.Unit), new Provenance(analysis, "Spazi e accessibilità delle sedi", usesTravel: false, totals, ats));
    }
}
