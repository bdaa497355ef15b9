namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>
/// A layer's value as invariant text, the same in CSV and on the terminal: point decimals, the shortest text that reads back to the
/// same double, money with two decimals, <c>true</c> and <c>false</c>.
/// </summary>
public static class CellText
{
    /// <exception cref="ArgumentException">The value is not finite or not of a type that a layer holds.</exception>
    public static string? Of(object? value, ColumnType type) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        long or int => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number when !double.IsFinite(number) => throw new ArgumentException("A number of a layer is not finite.", nameof(value)),
        double number when type == ColumnType.Money => Money((decimal)number),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal money when type == ColumnType.Money => Money(money),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A layer does not hold values of type {value.GetType().Name}.", nameof(value)),
    };

    private static string Money(decimal value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
