namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>Who has the values: the demands, or, from the other side, the sites.</summary>
/// <param name="Column">Name of their column.</param>
/// <param name="Plural">What they are called, all together.</param>
/// <param name="Weight">What their weight is called; the indices are weighted by it.</param>
internal sealed record AccessSide(string Column, string Plural, string Weight)
{
    public required ImmutableArray<string> Names { get; init; }

    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>Null where no income is given.</summary>
    public ImmutableArray<double?>? Incomes { get; init; }

    public static AccessSide Demands(AccessInput input) => new("demand", "domande", "peso")
    {
        Names = input.Demands,
        Weights = input.Matrix.Weights,
        Incomes = input.HasIncome ? input.Incomes : null,
    };

    public static AccessSide Sites(AccessInput input) => new("site", "sedi", "offerta") { Names = input.Sites, Weights = input.Matrix.Supply };
}
