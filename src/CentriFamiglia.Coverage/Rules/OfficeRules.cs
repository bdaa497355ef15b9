namespace CentriFamiglia.Coverage.Rules;

/// <summary>A rule set that an office keeps.</summary>
/// <param name="Id">As it is asked for.</param>
/// <param name="Text">JSON, as it was given.</param>
/// <param name="Set">Null where this program does not read the text.</param>
/// <param name="Problem">Italian: why not.</param>
public sealed record OfficeRuleSet(string Id, string Text, RuleSet? Set, string? Problem);

/// <summary>The rule sets that an office keeps in its store beside those that ship, and the one that holds there where nobody names one.</summary>
/// <param name="Sets">By id, ordinally.</param>
/// <param name="InForce">Id of the one that holds; null for the program's own.</param>
public sealed record OfficeRules(ImmutableArray<OfficeRuleSet> Sets, string? InForce)
{
    /// <summary>Those that a content holds; a text that is not read any more stays, with its problem.</summary>
    public static OfficeRules In(TerritoryContent content) => new(
        [.. content.Documents.Where(d => d.Key.StartsWith(DocumentKeys.RuleSetPrefix, StringComparison.Ordinal))
            .Select(d => Read(d.Key[DocumentKeys.RuleSetPrefix.Length..], d.Value))],
        content.Documents.GetValueOrDefault(DocumentKeys.RulesInForce));

    /// <summary>Null where the office keeps none of this id, whatever its case.</summary>
    public OfficeRuleSet? Find(string id) => Sets.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The content with this set, instead of the one of its id.</summary>
    public static TerritoryContent Put(TerritoryContent content, string id, string text) =>
        content with { Documents = content.Documents.SetItem(DocumentKeys.RuleSetPrefix + id, text) };

    /// <summary>The content without it.</summary>
    public static TerritoryContent Without(TerritoryContent content, string id) =>
        content with { Documents = content.Documents.Remove(DocumentKeys.RuleSetPrefix + id) };

    /// <summary>The content where this one holds; null for the program's own.</summary>
    public static TerritoryContent Holding(TerritoryContent content, string? id) => content with
    {
        Documents = id is null ? content.Documents.Remove(DocumentKeys.RulesInForce) : content.Documents.SetItem(DocumentKeys.RulesInForce, id),
    };

    private static OfficeRuleSet Read(string id, string text)
    {
        try
        {
            return new OfficeRuleSet(id, text, RuleSet.Parse(text), null);
        }
        catch (CoverageInputException bad)
        {
            return new OfficeRuleSet(id, text, null, bad.Message);
        }
    }
}
