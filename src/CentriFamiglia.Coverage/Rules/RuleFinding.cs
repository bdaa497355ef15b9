namespace CentriFamiglia.Coverage.Rules;

/// <summary>Outcome of a check on a network or a sede.</summary>
public enum FindingOutcome
{
    Conforme,
    Avviso,
    NonDichiarato,
    Violazione,
}

/// <summary>One check of R2 or R3 on one network or one sede.</summary>
/// <param name="Rule">Id of the clause.</param>
/// <param name="Section">Section of Allegato A.</param>
/// <param name="Quote">Words of the act.</param>
/// <param name="SubjectKind"><c>rete</c> or <c>sede</c>.</param>
/// <param name="Subject">Id of the network or of the sede.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Reason">Italian sentence: why.</param>
/// <param name="Cure">Italian sentence: how to mend it; empty where there is nothing to mend.</param>
public sealed record RuleFinding(
    string Rule,
    string Section,
    string Quote,
    string SubjectKind,
    string Subject,
    FindingOutcome Outcome,
    string Reason,
    string Cure);

public static class FindingOutcomeText
{
    public static string ToText(this FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Conforme => "conforme",
        FindingOutcome.Avviso => "avviso",
        FindingOutcome.NonDichiarato => "non_dichiarato",
        _ => "violazione",
    };
}
