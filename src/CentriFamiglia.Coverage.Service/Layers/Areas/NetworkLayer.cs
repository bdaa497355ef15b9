using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The networks of a set with what the rules R2 and R3 found: the layer <c>reti</c>. Its first columns are those of the import.</summary>
internal static class NetworkLayer
{
    public const string Name = "reti";

    internal sealed record Row(Network Network, ImmutableArray<Site> Sites, ImmutableArray<RuleFinding> Findings, bool Runs);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("network_id", ColumnType.Text, "Identificativo della rete.", r => r.Network.Id.Value, "BG01"),
        new("name", ColumnType.Text, "Nome della rete.", r => r.Network.Name, "Rete dimostrativa Bergamo BG01"),
        new("ats", OrNull.Text, "ATS della rete; vuoto: non nota.", r => r.Network.Ats, "Bergamo"),
        new("manager_kind", OrNull.Text, "Natura dell'ente capofila.", r => r.Network.ManagerKind, "Ambito"),
        new("contribution_eur", OrNull.Money, "Contributo regionale, euro; vuoto: non indicato.", r => r.Network.ContributionEur, 65_000m),
        new("months", OrNull.Integer, "Mesi a cui il contributo si riferisce.", r => (long?)r.Network.Months, 12L),
        new("caregiver_action", OrNull.Boolean, "Azione dedicata ai caregiver; vuoto: non dichiarata.", r => r.Network.CaregiverAction, null),
        new("acceptance_date", OrNull.Text, "Giorno in cui il contributo è stato accettato; vuoto: non dichiarato.", r => Cells.Date(r.Network.AcceptedOn), "2024-01-15"),
        new("start_date", OrNull.Text, "Primo giorno del progetto; vuoto: non dichiarato.", r => Cells.Date(r.Network.StartsOn), "2024-02-01"),
        new("end_date", OrNull.Text, "Ultimo giorno del progetto, senza proroga; vuoto: non dichiarato.", r => Cells.Date(r.Network.EndsOn), "2025-01-31"),
        new("extension_date", OrNull.Text, "Ultimo giorno della proroga; vuoto: nessuna dichiarata.", r => Cells.Date(r.Network.ExtendedTo), null),
        new("partners", OrNull.Text, "Enti partner con la loro natura, separati da |; vuoto: non elencati.",
            r => ListText.Write([.. r.Network.Partners.Select(p => p.ToString())]), "Oratorio San Paolo: ente ecclesiastico"),
        new("partner_count", OrNull.Integer, "Enti partner; vuoto: non dichiarati.", r => (long?)r.Network.PartnerCount, 3L),
        new("hub", ColumnType.Integer, "Hub attivi della rete.", r => (long)r.Sites.Count(s => s.Role is SiteRole.Hub), 1L),
        new("spoke", ColumnType.Integer, "Spoke attivi della rete.", r => (long)r.Sites.Count(s => s.Role is SiteRole.Spoke), 3L),
        new("esito", OrNull.Text, "Esito peggiore delle regole R2 e R3: conforme, informativo, non_dichiarato, non_conforme; vuoto: la rete non è in corso.",
            r => r.Runs ? Worst(r.Findings).ToText() : null, "conforme") { Words = OutcomeText.Words.Written },
        new("rilievi", OrNull.Text, "Che cosa non è conforme, e come rimediare.", r => Text(r.Findings), null),
        CommonColumns.Demonstration<Row>(r => r.Sites.Any(s => s.Demonstration), "Vero se la rete ha sedi inventate."),
        new("in_corso", ColumnType.Boolean, "Falso se alla data la rete non è cominciata o è finita: con le sue sedi non conta.", r => r.Runs, true),
    ]);

    public static Layer Make(Analysis analysis, string? ats)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        string title = $"Reti ({snapshot.Set.Name})";
        ILookup<NetworkId?, Site> sites = snapshot.Sites.Select(s => s.Site).ToLookup(s => s.Network);
        ILookup<string, RuleFinding> findings = analysis.State.Findings.Where(f => f.SubjectKind == "rete").ToLookup(f => f.Subject, StringComparer.Ordinal);
        ImmutableArray<Row> rows =
        [
            .. snapshot.Set.Networks
                .Where(n => ats is null || n.Ats == ats)
                .Select(n => new Row(n, [.. sites[n.Id]], [.. findings[n.Id.Value]], n.RunsOn(snapshot.AsOf)))
                .OrderBy(r => r.Network.Id),
        ];
        var totals = new JsonObject
        {
            ["reti"] = rows.Length,
            ["in_corso"] = rows.Count(r => r.Runs),
            ["con_violazioni"] = rows.Count(r => Worst(r.Findings) is Outcome.NonConforme),
            ["con_avvisi"] = rows.Count(r => Worst(r.Findings) is Outcome.Informativo),
            ["spoke_massimo"] = analysis.Rules.Planning.MaxSpokesPerHub,
        };
        return Shape.Make(Name, rows, r => Cells.Points(r.Sites), new Provenance(analysis, title, usesTravel: false, totals, ats));
    }

    private static Outcome Worst(ImmutableArray<RuleFinding> findings) => findings.Select(f => f.Outcome).Worst();

    private static string? Text(ImmutableArray<RuleFinding> findings)
    {
        string[] texts = [.. findings.Where(f => f.Outcome is not Outcome.Conforme).Select(f => $"{f.Rule}: {f.Reason} {f.Cure}".TrimEnd())];
        return texts.Length == 0 ? null : string.Join(' ', texts);
    }
}
