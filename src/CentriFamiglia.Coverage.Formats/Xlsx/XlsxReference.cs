namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>Names of columns: 0 is A, 25 is Z, 26 is AA.</summary>
internal static class XlsxReference
{
    public static string Column(int index) => index < 26
        ? ((char)('A' + index)).ToString()
        : Column((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>The range from the first cell to that of a column and a row, both from 1: <c>$A$1:$C$9</c>.</summary>
    public static string Absolute(int columns, int rows) => $"$A$1:${Column(columns - 1)}${rows}";

    /// <returns>Column of a reference such as <c>AB12</c>; -1 when there are no letters.</returns>
    public static int ColumnOf(string reference)
    {
        int column = 0;
        foreach (char c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > 100_000)
                break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }
        return column - 1;
    }
}
