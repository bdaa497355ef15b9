namespace CentriFamiglia.Coverage.Territory;

/// <summary>What demand points count of their own beside residents: a column for each figure that any point has, none for the others.</summary>
internal sealed class PointFigures
{
    private static readonly ImmutableArray<DemandFigure> _figures = [DemandFigure.Families, DemandFigure.Children, DemandFigure.Elderly];
    private readonly double[]?[] _columns = new double[]?[_figures.Length];

    public bool Has(DemandFigure figure) => _columns[ColumnOf(figure)] is not null;

    /// <summary>Null where the point does not say.</summary>
    public double? At(DemandFigure figure, int index) =>
        _columns[ColumnOf(figure)] is { } column && index < column.Length && !double.IsNaN(column[index]) ? column[index] : null;

    /// <param name="index">Position of the point.</param>
    /// <param name="point">Its figures are taken.</param>
    /// <param name="capacity">Points that there is room for, more than <paramref name="index"/>.</param>
    public void Put(int index, in DemandPoint point, int capacity)
    {
        Put(DemandFigure.Families, index, point.Families, capacity);
        Put(DemandFigure.Children, index, point.Children, capacity);
        Put(DemandFigure.Elderly, index, point.Elderly, capacity);
    }

    /// <summary>Gives every column this length.</summary>
    public void Resize(int length)
    {
        for (int i = 0; i < _columns.Length; i++)
            _columns[i] = _columns[i] is { } column ? Sized(column, length) : null;
    }

    /// <param name="order">Of each point its position before.</param>
    public void Sort(int[] order)
    {
        for (int i = 0; i < _columns.Length; i++)
            _columns[i] = _columns[i] is { } column ? Array.ConvertAll(order, at => at < column.Length ? column[at] : double.NaN) : null;
    }

    /// <summary>Whether the other says the same, value by value.</summary>
    public bool SameAs(PointFigures other) => _columns.Zip(other._columns).All(pair =>
        pair.First is null || pair.Second is null ? pair.First == pair.Second : pair.First.AsSpan().SequenceEqual(pair.Second));

    private static int ColumnOf(DemandFigure figure) => _figures.IndexOf(figure);

    private void Put(DemandFigure figure, int index, double? value, int capacity)
    {
        ref double[]? column = ref _columns[ColumnOf(figure)];
        if (column is null && value is null)
            return;
        if (column is null || index >= column.Length)
            column = Sized(column ?? [], capacity);
        column[index] = value ?? double.NaN;
    }

    private static double[] Sized(double[] column, int length)
    {
        int known = Math.Min(column.Length, length);
        Array.Resize(ref column, length);
        column.AsSpan(known).Fill(double.NaN);
        return column;
    }
}
