namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>A range of cells such as <c>D2:D4</c>: columns from 0, rows from 1.</summary>
internal readonly record struct XlsxRange(string Text, int FirstColumn, int FirstRow, int LastRow)
{
    /// <returns>Null for what is no range.</returns>
    public static XlsxRange? Of(string reference)
    {
        string[] ends = reference.Split(':');
        return ends.Length == 2 && Row(ends[0]) is { } first && Row(ends[1]) is { } last && XlsxReference.ColumnOf(ends[0]) is >= 0 and var column
            ? new XlsxRange(reference, column, first, last)
            : null;
    }

    private static int? Row(string cell) =>
        int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? row : null;
}
