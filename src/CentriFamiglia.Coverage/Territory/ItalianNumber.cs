namespace CentriFamiglia.Coverage.Territory;

/// <summary>Numbers inside Italian sentences: a comma before the decimals, points between thousands.</summary>
public static class ItalianNumber
{
    private static readonly CultureInfo _culture = MakeCulture();

    public static string Minutes(double minutes) => Of(minutes, "0.##");

    public static string Count(double persons) => Of(Math.Round(persons, MidpointRounding.AwayFromZero), "#,0");

    /// <summary>A count with its noun: <c>nessun residente</c>, <c>1 residente</c>, <c>8.913 residenti</c>.</summary>
    /// <param name="count">Rounded to whole.</param>
    /// <param name="one">The noun in the singular, masculine.</param>
    /// <param name="many">The noun in the plural.</param>
    public static string Counted(double count, string one, string many) => Math.Round(count, MidpointRounding.AwayFromZero) switch
    {
        0 => $"nessun {one}",
        1 => $"1 {one}",
        double number => $"{Of(number, "#,0")} {many}",
    };

    /// <param name="number">Any number.</param>
    /// <param name="format">As .NET writes it, e.g. <c>0.00</c>; null for as many decimals as there are.</param>
    public static string Of(IFormattable number, string? format = null) => number.ToString(format, _culture);

    /// <summary>Whether a plain number may mean thousands to who wrote it: <c>50.000</c> is fifty thousand in Italy, and fifty to a program.</summary>
    public static bool LooksLikeThousands(string text)
    {
        int mark = text.AsSpan().Trim().IndexOfAny('.', ',');
        ReadOnlySpan<char> plain = text.AsSpan().Trim();
        return mark is >= 1 and <= 3 && plain.Length == mark + 4 && plain[0] != '0' && !plain[..mark].ContainsAnyExceptInRange('0', '9')
            && !plain[(mark + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return CultureInfo.ReadOnly(culture);
    }
}
