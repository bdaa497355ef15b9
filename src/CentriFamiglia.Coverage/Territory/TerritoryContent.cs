namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Everything a store holds, as plain immutable lists: what an import makes, what a store keeps, what a snapshot is built from.
/// The travel matrix alone stays in the store, because it may have millions of rows; its fingerprint is here.
/// </summary>
public sealed record TerritoryContent
{
    public static TerritoryContent Empty { get; } = new();

    /// <summary>Sorted by code.</summary>
    public ImmutableArray<Comune> Comuni { get; init; } = [];

    /// <summary>Sorted by comune; at most one row per comune.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>Demand points of the comuni that have their own, sorted by id. Any other comune is one point, its seat with all its residents.</summary>
    public DemandPoints DemandPoints { get; init; } = [];

    /// <summary>Sorted by name.</summary>
    public ImmutableArray<SiteSet> SiteSets { get; init; } = [];

    /// <summary>What the ATS declare, sorted by name; at most one row per ATS.</summary>
    public ImmutableArray<AtsDeclaration> Declarations { get; init; } = [];

    /// <summary>
    /// Dissolved areas of levels Ambito, Distretto, Asst and Ats, sorted by level then code. Derived from
    /// <see cref="Comuni"/> and <see cref="Memberships"/>, kept so that a reader need not dissolve them again.
    /// </summary>
    public ImmutableArray<Area> Areas { get; init; } = [];

    /// <summary>Null when no matrix was imported.</summary>
    public TravelMatrixInfo? Matrix { get; init; }

    /// <summary>Rows of the store that are in none of the lists, because they are not as this program writes them; a store never writes them.</summary>
    public ImmutableArray<StoredRow> Unread { get; init; } = [];

    /// <summary>
    /// Small texts by key, e.g. <see cref="DocumentKeys.TravelEstimate"/>: coefficients of the estimate, attributions of the layers.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Documents { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The same with another set in the place of the one of its name, or beside the others where there is none.</summary>
    public TerritoryContent With(SiteSet set) => this with
    {
        SiteSets = SiteSets.Any(s => s.Name == set.Name)
            ? [.. SiteSets.Select(s => s.Name == set.Name ? set : s)]
            : [.. SiteSets.Append(set).OrderBy(s => s.Name, StringComparer.Ordinal)],
    };
}

/// <summary>Keys of <see cref="TerritoryContent.Documents"/>.</summary>
public static class DocumentKeys
{
    /// <summary>JSON of the fitted travel estimate, with its error.</summary>
    public const string TravelEstimate = "stima-viaggio";

    /// <summary>JSON list of the sources of the shipped layers: name, licence, date.</summary>
    public const string Sources = "fonti";

    /// <summary>JSON list of the exceptions to the local standard.</summary>
    public const string Exceptions = "eccezioni";

    /// <summary>JSON list of parts of comuni to read figures by: comune, name, first and last ids of the ranges of their demand points.</summary>
    public const string Zones = "zone";

    /// <summary>JSON object of the proved heirs of dissolved comuni: old code to new code.</summary>
    public const string Successors = "successori";

    /// <summary>Id of the rule set that holds in this office where nobody names one.</summary>
    public const string RulesInForce = "regole-in-uso";

    /// <summary>Before the id of a rule set of the office: its JSON.</summary>
    public const string RuleSetPrefix = "regole/";

    /// <summary>Whether a document is of the rules, which every answer names by themselves, and not of the data that they are applied to.</summary>
    public static bool AreRules(string key) => key == RulesInForce || key.StartsWith(RuleSetPrefix, StringComparison.Ordinal);
}

/// <summary>One pair of an imported comune-to-comune matrix.</summary>
/// <param name="From">Origin.</param>
/// <param name="To">Destination.</param>
/// <param name="Minutes">Travel time in minutes, finite, not negative.</param>
/// <param name="Km">Road kilometres, finite, not negative; null when the file has none.</param>
public readonly record struct TravelMatrixEntry(ComuneCode From, ComuneCode To, double Minutes, double? Km);

/// <summary>What is known of an imported matrix without reading it.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Sha256">Lower-case hexadecimal fingerprint of the pairs in order of (from, to).</param>
/// <param name="Source">Name of the file it came from.</param>
public sealed record TravelMatrixInfo(long Pairs, string Sha256, string? Source);
