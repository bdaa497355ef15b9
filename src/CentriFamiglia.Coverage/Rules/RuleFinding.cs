namespace CentriFamiglia.Coverage.Rules;

/// <summary>One check of R2 or R3 on one network or one sede.</summary>
/// <param name="Rule">Id of the clause.</param>
/// <param name="SubjectKind"><c>rete</c> or <c>sede</c>.</param>
/// <param name="Subject">Id of the network or of the sede.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Reason">Italian sentence: why.</param>
/// <param name="Cure">Italian sentence: how to mend it; empty where there is nothing to mend.</param>
public sealed record RuleFinding(string Rule, string SubjectKind, string Subject, Outcome Outcome, string Reason, string Cure);
