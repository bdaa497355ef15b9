namespace CentriFamiglia.Coverage.Territory;

/// <summary>Numbers inside Italian sentences: a comma before the decimals, points between thousands.</summary>
public static class ItalianNumber
{
    private static readonly CultureInfo _culture = MakeCulture();

    public static string Minutes(double minutes) => Of(minutes, "0.##");

    public static string Count(double persons) => Of(Math.Round(persons, MidpointRounding.AwayFromZero), "#,0");

    /// <param name="number">Any number.</param>
    /// <param name="format">As .NET writes it, e.g. <c>0.00</c>; null for as many decimals as there are.</param>
    public static string Of(IFormattable number, string? format = null) => number.ToString(format, _culture);

    private static CultureInfo MakeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return CultureInfo.ReadOnly(culture);
    }
}
