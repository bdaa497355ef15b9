namespace CentriFamiglia.Coverage.Travel.Roads;

/// <summary>Reads the values of <c>maxspeed</c>. Source: OpenStreetMap wiki, "Key:maxspeed".</summary>
internal static class SignedSpeed
{
    private const double KmhPerMph = 1.609344;
    private const double KmhPerKnot = 1.852;

    /// <summary>
    /// <c>50</c>, <c>50 km/h</c>, <c>30 mph</c>, <c>10 knots</c>, a zone of the profile (<c>IT:urban</c>, <c>walk</c>), one that bears its
    /// figure (<c>IT:30</c>, <c>IT:zone30</c>, <c>DE:zone:30</c>), or a list of them, of which the lowest counts.
    /// </summary>
    /// <returns>km/h; infinite for <c>none</c>; null for what states no limit (<c>signals</c>, <c>variable</c>, anything else).</returns>
    public static double? Parse(string? value, IReadOnlyDictionary<string, double> zones)
    {
        double? lowest = null;
        foreach (string part in (value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParseOne(part, zones) is { } speed && (lowest is null || speed < lowest))
                lowest = speed;
        }

        return lowest;
    }

    private static double? ParseOne(string text, IReadOnlyDictionary<string, double> zones)
    {
        if (zones.TryGetValue(text, out double zone))
            return zone;
        if (text == "none")
            return double.PositiveInfinity;
        if (text.Length > 3 && char.IsAsciiLetterUpper(text[0]) && text[2] == ':')
            text = text[3..].Replace("zone", "", StringComparison.Ordinal).TrimStart(':');

        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            digits++;
        double? factor = text[digits..].Trim() switch
        {
            "" or "km/h" or "kmh" or "kph" => 1,
            "mph" => KmhPerMph,
            "knots" => KmhPerKnot,
            _ => null,
        };
        bool read = double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
        return read && factor is { } unit && number is > 0 and < 1000 ? number * unit : null;
    }
}
