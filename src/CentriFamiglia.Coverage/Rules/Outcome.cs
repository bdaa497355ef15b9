namespace CentriFamiglia.Coverage.Rules;

/// <summary>What a rule of the act says of one subject.</summary>
public enum Outcome
{
    Conforme,
    NonConforme,

    /// <summary>The data do not say: never a violation.</summary>
    NonDichiarato,

    /// <summary>The rule opens a possibility, or the limit is a planning criterion: nothing is violated.</summary>
    Informativo,
}

/// <summary>The words of the interface.</summary>
public static class OutcomeText
{
    public static Vocabulary<Outcome> Words { get; } = new(
        (Outcome.Conforme, ["conforme"]),
        (Outcome.NonConforme, ["non_conforme"]),
        (Outcome.NonDichiarato, ["non_dichiarato"]),
        (Outcome.Informativo, ["informativo"]));

    public static string ToText(this Outcome outcome) => Words.Of(outcome);

    /// <summary>The gravest: a violation, then what the data do not say, then what is only pointed out; conforme where there is none.</summary>
    public static Outcome Worst(this IEnumerable<Outcome> outcomes) => outcomes.Aggregate(Outcome.Conforme, (a, b) => Gravity(b) > Gravity(a) ? b : a);

    private static int Gravity(Outcome outcome) => outcome switch
    {
        Outcome.NonConforme => 3,
        Outcome.NonDichiarato => 2,
        Outcome.Informativo => 1,
        _ => 0,
    };
}
