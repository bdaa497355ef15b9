using System.Collections.Immutable;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>Italian wording of the reasons.</summary>
internal static class SuggestionWords
{
    public static string Word(AreaLevel level) => level == AreaLevel.Ambito ? "Ambito" : "Distretto";

    public static string Reason(UnitChoice choice, Comune comune, HubChoice hub, ImmutableArray<string> spokesElsewhere, UnitValue standing)
    {
        TerritoryUnit unit = choice.Verdict.Unit;
        string place = choice.Considered == 1
            ? $"{comune.Name} è il solo comune possibile: "
            : $"{comune.Name} è, fra {choice.Considered} comuni considerati, quello che dà ai residenti il minor tempo totale di viaggio: ";
        string where =
            $"{Word(unit.Level)} {unit.Name} è {choice.Verdict.Verdict.ToText()} ({ItalianNumber.Count(unit.Residents)} residenti). {place}"
            + $"in media {Minutes(choice.Value.MeanMinutes)} (oggi {Minutes(standing.MeanMinutes)}).";
        if (choice.Best.Length > 1)
            where += $" A pari merito con altri {choice.Best.Length - 1}: vale il codice più basso.";
        string refused = hub.Refused.IsEmpty ? string.Empty : string.Join("; ", hub.Refused);
        if (hub.Hub is null)
        {
            // Kind 2 only where kind 1 is impossible (3.1): what remains possible elsewhere in the unit is said, not hidden.
            string elsewhere = spokesElsewhere.IsEmpty
                ? string.Empty
                : $" Prima va valutato uno Spoke, con tempi meno buoni per i residenti, in un altro comune: {string.Join("; ", spokesElsewhere)}.";
            return $"{where} Da {comune.Name} nessuna rete può accogliere uno Spoke: {refused}. Serve una nuova manifestazione di interesse; "
                + $"ATS può valutarla, non è automatica.{elsewhere}";
        }

        string joins = $" Si unisce alla rete {hub.Hub.Site.Network}, il cui Hub {hub.Hub.Site.Id} è a {Minutes(hub.Cost?.Minutes)}.";
        return where + joins + (refused.Length == 0 ? string.Empty : $" Più vicini ma esclusi: {refused}.");
    }

    private static string Minutes(double? minutes) => minutes is { } known ? $"{ItalianNumber.Minutes(known)} minuti" : "nessuna sede raggiungibile";
}
