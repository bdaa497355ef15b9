using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>What was decided, one row for each proposal on which somebody said something.</summary>
internal static class DecisionLayer
{
    public const string Name = "decisioni";

    public static LayerShape<Decision> Shape { get; } = new(
    [
        new("analisi", ColumnType.Text, "Identificativo dell'analisi pubblicata.", d => d.RunId, "3f6a0c1d2b4e5f60"),
        new("proposta", ColumnType.Integer, "Numero della proposta, come sulla mappa e sulla carta.", d => (long)d.Proposal, 1L),
        new("esito", OrNull.Text, "accettata, respinta o rinviata; vuoto: solo commenti.", d => d.Outcome is { } o ? Decision.Outcomes.Of(o) : null, "accettata"),
        new("chi", OrNull.Text, "Chi ha deciso.", d => d.By, "Cabina di Regia"),
        new("quando", OrNull.Text, "Quando (UTC).", d => Cells.Instant(d.At), "2026-11-30T10:00:00Z"),
        new("perche", OrNull.Text, "Perché, con le parole di chi ha deciso.", d => d.Reason, "È l'unico Ambito senza sede"),
        new("sede_prevista", OrNull.Text, "Sede prevista che ne è nata; vuoto: nessuna.", d => d.PlannedSite, "P-3f6a0c1d-1"),
        new("commenti", OrNull.Text, "Commenti, uno per riga: chi, quando, che cosa.", d => Comments(d), null),
    ]);

    public static Layer Make(ImmutableArray<Decision> decisions) => Shape.Make(
        Name, "Decisioni", decisions, _ => null, DeskMeta.Of("Decisioni", new JsonObject
        {
            ["decisioni"] = decisions.Count(d => d.Outcome is not null),
            ["accettate"] = decisions.Count(d => d.Outcome == DecisionOutcome.Accepted),
            ["respinte"] = decisions.Count(d => d.Outcome == DecisionOutcome.Rejected),
            ["rinviate"] = decisions.Count(d => d.Outcome == DecisionOutcome.Deferred),
        }));

    private static string? Comments(Decision decision) => decision.Comments.IsEmpty
        ? null
        : string.Join('\n', decision.Comments.Select(c => $"{c.By}, {Cells.Instant(c.At)}: {c.Text}"));
}
