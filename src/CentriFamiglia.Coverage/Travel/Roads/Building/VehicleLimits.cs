using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Signed and measured limits of height, width, length and weight. What is no figure (<c>default</c>, <c>none</c>, <c>unsigned</c>)
/// is no limit. Under a bar of its own height a vehicle passes; a gap of its own width it does not. Source: OpenStreetMap wiki,
/// "Key:maxheight", "Key:maxwidth", "Key:maxlength", "Key:maxweight".
/// </summary>
internal static class VehicleLimits
{
    private const double MetresPerFoot = 0.3048;
    private const double TonnesPerPound = 0.000_453_592_37;

    private static readonly (string[] Keys, Func<VehicleSize, double, bool> Forbids)[] _limits =
    [
        (["maxheight:physical", "maxheight"], (vehicle, limit) => limit < vehicle.Height),
        (["maxwidth:physical", "maxwidth", "width", "est_width"], (vehicle, limit) => limit <= vehicle.Width),
        (["maxlength:physical", "maxlength"], (vehicle, limit) => limit < vehicle.Length),
        (["maxweight"], (vehicle, limit) => limit < vehicle.Weight),
    ];

    public static bool Forbid(OsmTags tags, VehicleSize? vehicle)
    {
        if (vehicle is null || !AnyMentioned(tags))
            return false;
        foreach ((string[] keys, Func<VehicleSize, double, bool> forbids) in _limits)
        {
            foreach (string key in keys)
            {
                if (tags[key] is not { } text || (key == "maxweight" ? Tonnes(text) : Metres(text)) is not { } limit)
                    continue;
                if (forbids(vehicle, limit))
                    return true;
                break;
            }
        }

        return false;
    }

    /// <summary>A quick look before the careful one: most roads have no limit, and <c>maxspeed</c> is none of these.</summary>
    private static bool AnyMentioned(OsmTags tags)
    {
        for (int i = 0; i < tags.Count; i++)
        {
            if (tags.KeyAt(i) is ['m', 'a', 'x', 'h' or 'w' or 'l', ..] or "width" or "est_width")
                return true;
        }

        return false;
    }

    /// <summary><c>2.5</c>, <c>2.5 m</c>, <c>250 cm</c>, <c>8 ft</c>, <c>6'7"</c>.</summary>
    public static double? Metres(string text)
    {
        int feet = text.IndexOf('\'', StringComparison.Ordinal);
        if (feet >= 0)
        {
            string inches = text[(feet + 1)..].Trim().TrimEnd('"');
            return Number(text[..feet]) is { } whole && (inches.Length == 0 ? 0 : Number(inches)) is { } rest ? (whole + (rest / 12)) * MetresPerFoot : null;
        }

        return Measure(text) is not ({ } number, var unit) ? null : unit switch
        {
            "" or "m" => number,
            "cm" => number / 100,
            "ft" => number * MetresPerFoot,
            _ => null,
        };
    }

    /// <summary><c>3.5</c>, <c>3.5 t</c>, <c>1500 kg</c>, <c>3 st</c> (short tons), <c>6000 lbs</c>.</summary>
    public static double? Tonnes(string text) => Measure(text) is not ({ } number, var unit) ? null : unit switch
    {
        "" or "t" => number,
        "kg" => number / 1000,
        "st" => number * 2000 * TonnesPerPound,
        "lt" => number * 2240 * TonnesPerPound,
        "lbs" or "lb" => number * TonnesPerPound,
        _ => null,
    };

    private static (double? Number, string Unit) Measure(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
            end++;
        return (Number(text[..end]), text[end..].Trim());
    }

    private static double? Number(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;
}
