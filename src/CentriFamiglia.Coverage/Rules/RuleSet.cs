namespace CentriFamiglia.Coverage.Rules;

/// <summary>One clause of the act that the program checks or cites.</summary>
/// <param name="Id">R1, R2, ...</param>
/// <param name="Section">Section of Allegato A.</param>
/// <param name="Quote">Exact words of the act, apostrophes and spaces normalised.</param>
/// <param name="Check">Italian sentence: how the words are turned into a check.</param>
public sealed record RuleClause(string Id, string Section, string Quote, string Check);

/// <summary>A planning criterion: configuration, never attributed to the act.</summary>
/// <param name="Id">Key of the parameter it explains.</param>
/// <param name="Label">Italian, always ends by saying that the act does not contain it.</param>
public sealed record PlanningCriterion(string Id, string Label);

/// <summary>A slip in the act's drafting, shown instead of silently mended.</summary>
public sealed record DraftingAnomaly(string Section, string Words, string Note);

/// <summary>Where a figure of a set without the text of its act comes from.</summary>
/// <param name="Figure">Name of the parameter, or of another part of the set.</param>
/// <param name="Source">Italian: where it is written.</param>
public sealed record FigureSource(string Figure, string Source);

/// <summary>Money of the act. Amounts in EUR.</summary>
/// <param name="Amounts">The funds that make the total, by name.</param>
/// <param name="EqualSharePercent">Percent shared in equal parts among the ATS.</param>
/// <param name="ResidentsSharePercent">Percent shared by residents.</param>
/// <param name="ProjectCapEur">Most that one project may receive.</param>
/// <param name="ProjectMonths">Months that the cap covers.</param>
public sealed record FundParameters(
    ImmutableSortedDictionary<string, decimal> Amounts,
    decimal EqualSharePercent,
    decimal ResidentsSharePercent,
    decimal ProjectCapEur,
    int ProjectMonths)
{
    public decimal Total => Amounts.Values.Sum();
}

/// <summary>Planning criteria: not in the act. Minutes are inclusive limits.</summary>
/// <param name="LimitMinutes">Travel limit by SNAI class, minutes.</param>
/// <param name="ResidentsSharePercent">Share of residents that should be within the limit.</param>
/// <param name="HubReachMinutes">How far from its Hub a Spoke may be.</param>
/// <param name="MaxSpokesPerHub">Most Spoke of one network.</param>
/// <param name="MaxAmbitiPerHub">Most Ambiti of one network.</param>
public sealed record PlanningParameters(
    ImmutableSortedDictionary<SnaiClass, double> LimitMinutes,
    double ResidentsSharePercent,
    double HubReachMinutes,
    int MaxSpokesPerHub,
    int MaxAmbitiPerHub);

/// <summary>How the weekly hours of a network are counted (3.3 leaves it open).</summary>
public enum HoursReading
{
    /// <summary>The hours of its sedi added up.</summary>
    Sum,

    /// <summary>The hours at which at least one of its sedi is open.</summary>
    Union,
}

/// <summary>What the act asks of sedi and networks (3.2, 3.3). Names are compared without case, accents and separators.</summary>
/// <param name="MinWeeklyHours">Least weekly hours of a network.</param>
/// <param name="Reading">The reading of the hours that gives the verdict.</param>
/// <param name="HubSpaces">The spaces of every Hub.</param>
/// <param name="BaseServices">Services of every Hub.</param>
/// <param name="HubOnlyServices">Services that a Spoke must not have.</param>
public sealed record ServiceParameters(
    double MinWeeklyHours,
    HoursReading Reading,
    ImmutableArray<string> HubSpaces,
    ImmutableArray<string> BaseServices,
    ImmutableArray<string> HubOnlyServices);

/// <summary>A versioned set of rules: data with clause, quote and parameters; the code only evaluates it.</summary>
public sealed partial record RuleSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>False where only single figures of the act are in hand: its clauses are then those of the set it is based on.</summary>
    public required bool TextLoaded { get; init; }

    /// <summary>Id of the set that gives what this one does not state; null for none.</summary>
    public string? BasedOn { get; init; }

    /// <summary>JSON, as it was given.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Title of the act that the quotes come from.</summary>
    public required string QuotedAct { get; init; }

    /// <summary>Date of the act; null when not known.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>First day of validity; null when not known.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null when open.</summary>
    public DateOnly? ValidTo { get; init; }

    public required ImmutableArray<RuleClause> Rules { get; init; }

    public required FundParameters Fund { get; init; }

    public required PlanningParameters Planning { get; init; }

    public required ServiceParameters Service { get; init; }

    /// <summary>Terms that hold in every ATS unless a variation says otherwise.</summary>
    public required ProjectTerms Terms { get; init; }

    /// <summary>In the order of the file.</summary>
    public required ImmutableArray<AtsVariation> Variations { get; init; }

    public required ImmutableArray<PlanningCriterion> Criteria { get; init; }

    public required ImmutableArray<DraftingAnomaly> Anomalies { get; init; }

    /// <summary>Where single figures come from; empty where the text is loaded.</summary>
    public ImmutableArray<FigureSource> Sources { get; init; } = [];

    /// <summary>How the networks stood when the act was written; null where the set does not state it.</summary>
    public StatedLayout? Layout { get; init; }

    /// <summary>Whether COMPETENZA alone satisfies R1.</summary>
    public required bool CompetenzaSatisfiesR1 { get; init; }

    /// <summary>SHA-256 of the text it was read from, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The clause with this id.</summary>
    /// <exception cref="CoverageInputException">The set has no such clause.</exception>
    public RuleClause Rule(string id) =>
        Rules.FirstOrDefault(r => r.Id == id)
        ?? throw new CoverageInputException($"L'insieme di regole {Id} non contiene la regola {id}.");

    /// <summary>How a clause is cited beside a result: act, section, words.</summary>
    public string Cite(string id)
    {
        RuleClause rule = Rule(id);
        return $"{QuotedAct}, Allegato A, {rule.Section}: «{rule.Quote}»";
    }
}
