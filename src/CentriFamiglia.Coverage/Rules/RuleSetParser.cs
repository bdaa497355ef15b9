namespace CentriFamiglia.Coverage.Rules;

public sealed partial record RuleSet
{
    /// <summary>The set that ships with the program: D.G.R. XII/1507 of 13 December 2023.</summary>
    public static RuleSet Default => throw new NotSupportedException();

    /// <summary>Reads a rule set.</summary>
    /// <exception cref="CoverageInputException">Not JSON, something missing, or an unknown name (the message lists the known ones).</exception>
    public static RuleSet Parse(string json) => throw new NotSupportedException();
}
