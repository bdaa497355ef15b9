using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Italian wording of the reasons.</summary>
internal static class SuggestionWords
{
    public const string SpokeOnly = "ammette solo uno Spoke, e nessuna rete può accoglierlo";

    public static string Spokes(int count) => count switch
    {
        0 => "Nessuno Spoke serve",
        1 => "1 Spoke basta",
        _ => $"{count} Spoke bastano",
    };

    /// <summary>Why here.</summary>
    public static string Place(Suggestion s, IReadOnlyList<UnitVerdict> verdicts, int considered)
    {
        string units = string.Join(" e ", verdicts.Select(v => $"{v.Unit.Level.ToNoun()} {v.Unit.Name} ({v.Verdict.ToText()}, {ItalianNumber.Count(v.Unit.Residents)} residenti)"));
        string becomes = verdicts.Count == 0 ? "" : $"{units}: con una sede a {s.Comune.Name} {(verdicts.Count == 1 ? "diventa" : "diventano")} SEDE. ";
        string only = considered == 1 ? "È il solo comune possibile. " : "";
        return $"{becomes}{only}Da sola dà {ItalianNumber.Count(s.ResidentsGained)} residenti in più entro il limite ({s.ComuniGained} comuni per intero) e risparmia "
            + $"{ItalianNumber.Count(s.ResidentMinutesSaved)} minuti-residente; in media, {s.Unit.Level.ToNoun()} {s.Unit.Name} passa da {Minutes(s.UnitMeanMinutesBefore)} a "
                + $"{Minutes(s.UnitMeanMinutesAfter)}.";
    }

    /// <summary>What it is worth in this answer, and what stands second.</summary>
    public static string Worth(Suggestion s)
    {
        string lost = $" Senza questa, con tutte le altre: {ItalianNumber.Count(s.ResidentsLost)} residenti tornano oltre il limite, "
            + $"{ItalianNumber.Count(s.ResidentMinutesLost)} minuti-residente in più"
            + (s.Units.IsEmpty ? "." : $", {(s.Units.Length == 1 ? "un'unità resta" : $"{s.Units.Length} unità restano")} senza sede.");
        if (s.Next is not { } next)
            return lost + " Non c'è una seconda scelta.";
        string why = next.NeedsHub && s.Kind == SuggestionKind.Spoke ? ", dove però servirebbe un nuovo Hub" : "";
        string residents = next.FewerResidents switch
        {
            > 0 => $"{ItalianNumber.Count(next.FewerResidents)} residenti entro il limite in meno",
            < 0 => $"{ItalianNumber.Count(-next.FewerResidents)} residenti entro il limite in più",
            _ => "gli stessi residenti entro il limite",
        };
        string minutes = next.MoreResidentMinutes >= 0
            ? $"{ItalianNumber.Count(next.MoreResidentMinutes)} minuti-residente in più"
            : $"{ItalianNumber.Count(-next.MoreResidentMinutes)} minuti-residente in meno";
        return $"{lost} Seconda scelta: {next.Comune.Name}{why}, con {residents} e {minutes}.";
    }

    public static string Joins(Suggestion s) => s.NewHub is { } hub
        ? $" Si unisce al nuovo Hub proposto a {hub.Name}, a {Minutes(s.HubMinutes)}."
        : $" Si unisce alla rete {s.Network}, il cui Hub {s.Hub} è a {Minutes(s.HubMinutes)}.";

    public static string Call(string whyNone, string ambiti) =>
        $" Nessuna rete può accogliere qui uno Spoke: {whyNone}. Serve una nuova manifestazione di interesse; l'ATS può valutarla, non è automatica."
        + $" Ambiti che il nuovo Hub servirebbe: {ambiti}.";

    public static string Replaces(Site old, int spokes, int within, double reach) =>
        $" Prende il posto dell'Hub {old.Id} ({old.Name}) nella rete {old.Network}, segnalato per la sostituzione: serve una nuova manifestazione di interesse; l'ATS può "
            + "valutarla, non è automatica."
        + (spokes == 0 ? " La rete non ha Spoke." : $" Raggiunge {within} dei {spokes} Spoke della rete entro {ItalianNumber.Minutes(reach)} minuti.");

    private static string Minutes(double? minutes) => minutes is { } known ? $"{ItalianNumber.Minutes(known)} minuti" : "nessuna sede raggiungibile";
}
