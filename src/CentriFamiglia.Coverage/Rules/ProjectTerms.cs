namespace CentriFamiglia.Coverage.Rules;

/// <summary>What one ATS grants and expects on one day: the set's terms with the variations that hold. Amounts in EUR.</summary>
/// <param name="CapEur">Most that one project may receive.</param>
/// <param name="Months">Months that the cap covers.</param>
/// <param name="ExtensionMonths">Most months of an extension; null where none is stated.</param>
/// <param name="MaxSharePercentOfCost">Most that the contribution may be of a project's cost, percent; null for no such limit.</param>
/// <param name="Formula">R16: how the ATS modulates the contribution; null for none.</param>
/// <param name="ResidentsSharePercent">Planning criterion: share of residents within the limit.</param>
/// <param name="LimitMinutes">Planning criterion: travel limit by SNAI class, minutes.</param>
/// <param name="Variations">Ids of the variations that were used.</param>
public readonly record struct ProjectTerms(
    decimal CapEur,
    int Months,
    int? ExtensionMonths,
    decimal? MaxSharePercentOfCost,
    ContributionFormula? Formula,
    double ResidentsSharePercent,
    ImmutableSortedDictionary<SnaiClass, double> LimitMinutes,
    ImmutableArray<string> Variations);

/// <summary>Terms that a variation states; null for those it leaves as they are.</summary>
public sealed record TermChanges(
    decimal? CapEur,
    int? Months,
    int? ExtensionMonths,
    decimal? MaxSharePercentOfCost,
    ContributionFormula? Formula,
    double? ResidentsSharePercent,
    ImmutableSortedDictionary<SnaiClass, double>? LimitMinutes)
{
    private static readonly string[] _names =
    [
        "tetto_progetto_eur", "mesi_progetto", "contributo_massimo_pct_del_costo", "formula_contributo",
        "quota_residenti_entro_limite_pct", "limiti_minuti", RuleSet.ExtensionName,
    ];

    internal static TermChanges Read(RuleSetField parameters)
    {
        parameters.Allow(_names);
        bool Given(int i) => parameters.Has(_names[i]) && !parameters[_names[i]].IsNull;
        decimal? cap = Given(0) ? parameters[_names[0]].Amount() : null;
        if (cap <= 0)
            throw new CoverageInputException("tetto_progetto_eur deve essere maggiore di zero.");
        return new TermChanges(
            CapEur: cap,
            Months: Given(1) ? (int)parameters[_names[1]].Number(1, 120) : null,
            ExtensionMonths: RuleSet.ReadExtension(parameters),
            MaxSharePercentOfCost: Given(2) ? (decimal)parameters[_names[2]].Number(0, 100) : null,
            Formula: Given(3) ? ContributionFormula.Parse(parameters[_names[3]].Text()) : null,
            ResidentsSharePercent: Given(4) ? parameters[_names[4]].Number(0, 100) : null,
            LimitMinutes: Given(5) ? RuleSet.ReadLimits(parameters[_names[5]]) : null);
    }
}

/// <summary>How one ATS departs from the rule set, as data.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Ats">Name of the ATS, compared as <see cref="AreaCode.From"/> writes it.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null when open.</param>
/// <param name="Source">Italian: where it is written, and how much of that is in hand.</param>
public sealed record AtsVariation(string Id, string Ats, DateOnly ValidFrom, DateOnly? ValidTo, string Source, TermChanges Changes)
{
    public bool Holds(string ats, DateOnly day) =>
        AreaCode.From(ats) == AreaCode.From(Ats) && day >= ValidFrom && (ValidTo is not { } last || day <= last);

    public ProjectTerms Apply(ProjectTerms terms) => new(
        CapEur: Changes.CapEur ?? terms.CapEur,
        Months: Changes.Months ?? terms.Months,
        ExtensionMonths: Changes.ExtensionMonths ?? terms.ExtensionMonths,
        MaxSharePercentOfCost: Changes.MaxSharePercentOfCost ?? terms.MaxSharePercentOfCost,
        Formula: Changes.Formula ?? terms.Formula,
        ResidentsSharePercent: Changes.ResidentsSharePercent ?? terms.ResidentsSharePercent,
        LimitMinutes: Changes.LimitMinutes ?? terms.LimitMinutes,
        Variations: terms.Variations.Add(Id));

    internal static AtsVariation Read(RuleSetField field) => new(
        field["id"].Text(),
        field["ats"].Text(),
        field["valido_dal"].Date(),
        field["valido_al"].OptionalDate(),
        field["fonte"].Text(),
        TermChanges.Read(field["parametri"]));
}

public sealed partial record RuleSet
{
    /// <summary>The terms of an ATS on a day; those of the set where the ATS is not known.</summary>
    public ProjectTerms TermsOf(string? ats, DateOnly day) => ats is null
        ? Terms
        : Variations.Where(v => v.Holds(ats, day)).Aggregate(Terms, (terms, variation) => variation.Apply(terms));
}
