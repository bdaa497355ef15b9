using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Siting.Proposals;

/// <summary>Italian wording of the reasons.</summary>
internal static class SuggestionWords
{
    public const string LeftOut = "escluso da chi chiede";

    public const string SpokeOnly = "ammette solo uno Spoke, e nessuna rete può accoglierlo";

    /// <summary>How many are enough, and what one more does not give.</summary>
    public static string Enough(int count, string more) => count switch
    {
        0 => $"Nessuno Spoke serve: già dal primo {more}",
        1 => $"1 Spoke basta: dal secondo {more}",
        _ => $"{count} Spoke bastano: {(count + 1 is 8 or 11 or (>= 80 and < 90) or (>= 800 and < 900) ? "dall'" : "dal ")}{count + 1}º {more}",
    };

    /// <summary>Why here.</summary>
    /// <param name="words">Of what is weighed; the residents of an area are residents all the same.</param>
    public static string Place(Suggestion s, IReadOnlyList<UnitVerdict> verdicts, int considered, DemandWords words)
    {
        DemandWords residents = DemandWords.Of(DemandFigure.Residents);
        string units = string.Join(
            " e ", verdicts.Select(v => $"{v.Unit.Level.ToNoun()} {v.Unit.Name} ({v.Verdict.ToText()}, {residents.Counted(v.Unit.Residents)})"));
        string becomes = verdicts.Count == 0 ? "" : $"{units}: con una sede a {s.Comune.Name} {(verdicts.Count == 1 ? "diventa" : "diventano")} SEDE. ";
        string only = considered == 1 ? "È il solo comune possibile. " : "";
        string whole = ItalianNumber.Counted(s.ComuniGained, "comune per intero", "comuni per intero");
        string bound = s.UpperBound ? "al più " : "";
        return $"{becomes}{only}Da sola porta {bound}{words.Counted(s.ResidentsGained)} in più entro il limite ({whole}) e risparmia "
            + $"{bound}{words.Minutes(s.ResidentMinutesSaved)}; in media, {s.Unit.Level.ToNoun()} {s.Unit.Name} "
            + $"passa da {Mean(s.UnitMeanMinutesBefore)} a {Mean(s.UnitMeanMinutesAfter)}.";
    }

    /// <summary>What it is worth in this answer, and what stands second.</summary>
    /// <param name="unitsLost">Units that no other proposal gives a sede to.</param>
    public static string Worth(Suggestion s, int unitsLost, DemandWords words)
    {
        string verb = Math.Round(s.ResidentsLost, MidpointRounding.AwayFromZero) is 0 or 1 ? "tornerebbe" : "tornerebbero";
        string lost = $" Se mancasse solo questa proposta {words.Counted(s.ResidentsLost)} {verb} oltre il limite, con {words.Minutes(s.ResidentMinutesLost)} in più"
            + (unitsLost == 0 ? "." : $", e {(unitsLost == 1 ? "un'unità resterebbe" : $"{unitsLost} unità resterebbero")} senza sede.");
        if (s.Fixed)
            return lost + " È indicata da chi chiede (fissi).";
        if (s.Next is not { } next)
            return lost + " Non c'è una seconda scelta.";
        string why = next.NeedsHub && s.Kind == SuggestionKind.Spoke ? ", dove però servirebbe un nuovo Hub" : "";
        string residents = next.FewerResidents switch
        {
            > 0 => $"{words.Counted(next.FewerResidents)} entro il limite in meno",
            < 0 => $"{words.Counted(-next.FewerResidents)} entro il limite in più",
            _ => $"{words.TheSame} entro il limite",
        };
        string minutes = next.MoreResidentMinutes >= 0
            ? $"{words.Minutes(next.MoreResidentMinutes)} in più"
            : $"{words.Minutes(-next.MoreResidentMinutes)} in meno";
        return $"{lost} Seconda scelta: {next.Comune.Name}{why}, con {residents} e {minutes}.";
    }

    /// <param name="network">The network that it joins; null for that of a new Hub.</param>
    public static string Joins(Suggestion s, Network? network) => s.NewHub is { } hub
        ? $" Si unisce al nuovo Hub proposto a {hub.Name}, a {Mean(s.HubMinutes)}."
        : $" Si unisce alla {network?.Called ?? $"rete {s.Network}"}, il cui Hub {s.Hub} è a {Mean(s.HubMinutes)}.";

    public static string Call(string whyNone, string ambiti) =>
        $" Nessuna rete può accogliere qui uno Spoke: {whyNone}. Serve una nuova manifestazione di interesse; l'ATS può valutarla, non è automatica."
        + $" Ambiti che il nuovo Hub servirebbe: {ambiti}.";

    public static string Replaces(Site old, int spokes, int within, double reach) =>
        $" Prende il posto dell'Hub {old.Id} ({old.Name}) nella rete {old.Network}, segnalato per la sostituzione: serve una nuova manifestazione di interesse; l'ATS può "
            + "valutarla, non è automatica."
        + (spokes == 0 ? " La rete non ha Spoke." : $" Raggiunge {within} dei {spokes} Spoke della rete entro {ItalianNumber.Minutes(reach)} minuti.");

    private static string Mean(double? minutes) => minutes is { } known ? $"{ItalianNumber.Minutes(known)} minuti" : "nessuna sede raggiungibile";
}
