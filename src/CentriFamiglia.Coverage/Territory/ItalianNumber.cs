using System.Globalization;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>Numbers inside Italian sentences: a comma before the decimals, a point between the thousands.</summary>
public static class ItalianNumber
{
    private static readonly NumberFormatInfo _italian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>At most two decimals, thousands not parted: <c>1234,5</c>. For minutes, hours and percentages.</summary>
    public static string Minutes(double minutes) => minutes.ToString("0.##", _italian);

    /// <summary>To the nearest whole, halves away from zero, thousands parted: <c>10.061</c>. For persons and resident-minutes.</summary>
    public static string Count(double persons) => Math.Round(persons, MidpointRounding.AwayFromZero).ToString("#,0", _italian);

    /// <summary>An amount to whole euro, thousands parted, no sign of the currency: <c>240.000</c>.</summary>
    public static string Euro(decimal euro) => euro.ToString("#,0", _italian);

    /// <summary>As the format asks, e.g. <c>0.00</c>.</summary>
    public static string Format(IFormattable number, string? format) => number.ToString(format, _italian);
}
