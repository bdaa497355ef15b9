using System.Xml;

namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Reads the values of <c>duration</c> of a ferry. Source: OpenStreetMap wiki, "Key:duration".</summary>
internal static class CrossingTime
{
    /// <summary><c>20</c> (minutes), <c>00:20</c>, <c>01:20:30</c>, or ISO 8601 <c>PT1H20M</c>.</summary>
    /// <returns>Seconds, more than zero and less than a week; null when it is none of these.</returns>
    public static double? Parse(string? value)
    {
        double? seconds = value switch
        {
            null or "" => null,
            ['P', ..] => Iso(value),
            _ => Clock(value),
        };
        return seconds is > 0 and < 7 * 86_400 ? seconds : null;
    }

    private static double? Iso(string value)
    {
        try
        {
            return XmlConvert.ToTimeSpan(value).TotalSeconds;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static double? Clock(string value)
    {
        string[] parts = value.Split(':');
        double seconds = 0;
        double unit = parts.Length == 1 ? 60 : 3600;
        if (parts.Length > 3)
            return null;
        foreach (string part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number > 10_000)
                return null;
            seconds += number * unit;
            unit /= 60;
        }

        return seconds;
    }
}
