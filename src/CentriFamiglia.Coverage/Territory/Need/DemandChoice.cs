namespace CentriFamiglia.Coverage.Territory.Need;

/// <summary>One part of what is weighed.</summary>
/// <param name="Figure">What is counted.</param>
/// <param name="Weight">How much each counts, positive and finite.</param>
public readonly record struct DemandWeight(DemandFigure Figure, double Weight);

/// <summary>
/// Whose travel is weighed (section 4 of the act, «analisi dei bisogni»): residents, families, an age, or a need index that adds several of
/// them up, each with its weight. Immutable.
/// </summary>
public sealed class DemandChoice
{
    /// <summary>As in the act's own figures.</summary>
    public static DemandChoice Residents { get; } = new([new(DemandFigure.Residents, 1)], false);

    /// <summary>The figures by name, in the order in which they are listed.</summary>
    public static Vocabulary<DemandFigure> Figures { get; } = new(
        (DemandFigure.Residents, ["residenti"]), (DemandFigure.Families, ["famiglie"]), (DemandFigure.Children, ["eta_0_14"]), (DemandFigure.Elderly, ["eta_65_oltre"]));

    private DemandChoice(ImmutableArray<DemandWeight> parts, bool isIndex) => (Parts, IsIndex) = (parts, isIndex);

    /// <summary>In the order of <see cref="DemandFigure"/>, each figure once.</summary>
    public ImmutableArray<DemandWeight> Parts { get; }

    /// <summary>Whether weights were composed, so that a unit of it is no person and no family.</summary>
    public bool IsIndex { get; }

    /// <summary>Whether it is what answers weigh when nobody chooses.</summary>
    public bool IsResidents => !IsIndex && Parts[0].Figure == DemandFigure.Residents;

    /// <summary>As it is written, the same for equal choices: <c>famiglie</c>, <c>residenti=0.5,eta_0_14=2</c>.</summary>
    public string Text => IsIndex
        ? string.Join(',', Parts.Select(p => $"{Figures.Of(p.Figure)}={p.Weight.ToString("R", CultureInfo.InvariantCulture)}"))
        : Figures.Of(Parts[0].Figure);

    /// <summary>How it is called in sentences.</summary>
    public DemandWords Words => DemandWords.Of(this);

    /// <param name="text">
    /// A figure (<c>famiglie</c>), or figures with their weights: <c>eta_0_14=2,eta_65_oltre=1</c>; a figure without one weighs 1. Between semicolons a
    /// weight may have a decimal comma.
    /// </param>
    /// <exception cref="CoverageInputException">It is no such text; message Italian.</exception>
    public static DemandChoice Parse(string text)
    {
        string[] parts = text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var only] && !only.Contains('=', StringComparison.Ordinal))
            return new DemandChoice([new(Figure(only), 1)], false);
        DemandWeight[] weights = [.. parts.Select(Part)];
        if (weights.Length == 0)
            throw new CoverageInputException($"Nessuna domanda indicata.");
        if (weights.GroupBy(w => w.Figure).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CoverageInputException($"«{Figures.Of(twice.Key)}» ha due pesi.");
        ImmutableArray<DemandWeight> counted = [.. weights.Where(w => w.Weight > 0).OrderBy(w => w.Figure)];
        return counted.IsEmpty ? throw new CoverageInputException($"Tutti i pesi sono zero: non conterebbe nessuno.") : new DemandChoice(counted, true);
    }

    /// <summary>How it is written, Italian.</summary>
    public static string HowTo => $"Usare uno di: {string.Join(", ", Figures.Written)}; oppure comporre un indice con i pesi, per esempio eta_0_14=2,eta_65_oltre=1.";

    private static DemandWeight Part(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return new DemandWeight(Figure(text), 1);
        string written = text[(equals + 1)..].Trim().Replace(',', '.');
        if (!double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) || weight > 1e6)
            throw new CoverageInputException($"Il peso «{written}» non è un numero fra 0 e 1.000.000.");
        return new DemandWeight(Figure(text[..equals].Trim()), weight);
    }

    private static DemandFigure Figure(string text) => Figures.TryRead(text.ToLowerInvariant(), out DemandFigure figure)
        ? figure
        : throw new CoverageInputException($"«{(text.Length <= 60 ? text : text[..57] + "...")}» non è fra ciò che si può contare.");
}
