using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Dossiers;

/// <summary>The minutes as a table: the layer <c>verbale</c>, one row a proposal, by number.</summary>
internal static class VerbaleLayer
{
    public const string Name = "verbale";

    /// <param name="RunId">The frozen analysis.</param>
    internal sealed record Row(string RunId, Proposal Proposal);

    public static LayerShape<Row> Shape { get; } = new(
    [
        new("analisi", ColumnType.Text, "Identificativo dell'analisi congelata.", r => r.RunId, "0123456789abcdef"),
        new("proposta", ColumnType.Integer, "Numero della proposta, come sulla mappa e sul dossier.", r => (long)r.Proposal.Number, 1L),
        new("tipo", OrNull.Text, "spoke (nuova sede di una rete) oppure hub (nuova manifestazione di interesse).",
            r => r.Proposal.Row.Text("tipo"), "spoke") { Words = ["spoke", "hub"] },
        new("pro_com_t", OrNull.Text, "Codice Istat del comune proposto, sei cifre.", r => r.Proposal.Row.Text("pro_com_t"), "016012"),
        new("comune", OrNull.Text, "Comune proposto.", r => r.Proposal.Row.Text("comune"), "Ardesio"),
        new("ats", OrNull.Text, "ATS del comune.", r => r.Proposal.Row.Text("ats"), "Bergamo"),
        new("ambito", OrNull.Text, "Ambito del comune; vuoto: non noto.", r => r.Proposal.Row.Text("ambito"), "Valle Seriana Superiore"),
        new("esito", OrNull.Text, "accettata, respinta o rinviata; vuoto: non ancora deciso.",
            r => r.Proposal.Decision?.Outcome is { } outcome ? Decision.Outcomes.Of(outcome) : null, "accettata") { Words = Decision.Outcomes.Written },
        new("chi", OrNull.Text, "Chi ha deciso; vuoto: non ancora deciso.", r => r.Proposal.Decision?.By, "m.rossi"),
        new("quando", OrNull.Text, "Quando (UTC, AAAA-MM-GGTHH:MM:SSZ); vuoto: non ancora deciso.",
            r => r.Proposal.Decision?.At?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "2026-12-01T09:30:00Z"),
        new("motivo", OrNull.Text, "Perché, con le parole di chi ha deciso.", r => r.Proposal.Decision?.Reason, "Concordato con l'Ambito."),
        new("sede_prevista", OrNull.Text, "Identificativo della sede prevista da una proposta accettata.", r => r.Proposal.Decision?.PlannedSite, "BG04-P1"),
        new("commenti", OrNull.Text, "Chi, il giorno e il testo di ogni commento, separati da |.",
            r => Comments(r.Proposal.Decision), "m.rossi (2026-12-01): da verificare con il Comune"),
    ]);

    /// <param name="run">The frozen bytes.</param>
    /// <param name="head">Title, who froze and who published it.</param>
    /// <param name="decisions">On its proposals; those of other runs do not count.</param>
    public static Layer Make(FrozenRun run, RunHead head, ImmutableArray<Decision> decisions)
    {
        var view = new RunView(run, head, decisions, null);
        return Shape.Make(Name, "Verbale delle decisioni", view.Proposals.Select(p => new Row(head.Id, p)), _ => null, new JsonObject
        {
            ["titolo"] = "Verbale delle decisioni",
            ["analisi"] = head.Id,
            ["impronta"] = run.Hash,
            ["titolo_analisi"] = head.Title,
            ["alla_data"] = run.Inputs.Text("alla_data"),
            ["congelata_da"] = head.By,
            ["congelata_il"] = Instant(head.At),
            ["pubblicata_da"] = head.PublishedBy,
            ["pubblicata_il"] = head.PublishedAt is { } at ? Instant(at) : null,
            ["dimostrativo"] = view.IsDemonstration,
            ["programma"] = run.Program,
        });
    }

    private static string? Comments(Decision? decision) => decision is { Comments.IsEmpty: false }
        ? string.Join(" | ", decision.Comments.Select(c => $"{c.By} ({c.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}): {c.Text}"))
        : null;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
