using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>How fast a way is driven: class, signed limit, surface, slope, traffic.</summary>
internal sealed class WaySpeeds(RoadProfile profile)
{
    /// <param name="direction"><c>forward</c> or <c>backward</c>.</param>
    /// <param name="speed">Of its class.</param>
    /// <param name="cap">See <see cref="CapOf"/>.</param>
    /// <param name="factor">Multiplies the speed.</param>
    /// <returns>km/h inside and outside towns.</returns>
    public (double Urban, double Extraurban) Of(OsmTags tags, string direction, ClassSpeed speed, double cap, double factor)
    {
        // What a sign advises is less than what it allows.
        double? signed = Signed(tags, "maxspeed:advisory", direction)
            ?? Signed(tags, "maxspeed", direction)
            ?? SignedSpeed.Parse(ZoneTag(tags), profile.MaxspeedZones);
        double urban = speed.Urban;
        double extraurban = speed.Extraurban;
        if (signed is { } limit)
            urban = extraurban = Math.Min(limit * profile.MaxspeedFactor, speed.Ceiling);
        return (Math.Min(urban, cap) * factor * profile.Traffic.Urban, Math.Min(extraurban, cap) * factor * profile.Traffic.Extraurban);
    }

    private double? Signed(OsmTags tags, string key, string direction) =>
        SignedSpeed.Parse(tags[$"{key}:{direction}"], profile.MaxspeedZones) ?? SignedSpeed.Parse(tags[key], profile.MaxspeedZones);

    /// <summary>The most that surface, track, smoothness and service let; zero closes the road.</summary>
    public double CapOf(OsmTags tags)
    {
        double cap = double.PositiveInfinity;
        Lower(ref cap, profile.SurfaceSpeeds, tags["surface"]);
        Lower(ref cap, profile.TrackSpeeds, tags["tracktype"]);
        Lower(ref cap, profile.SmoothnessSpeeds, tags["smoothness"]);
        Lower(ref cap, profile.Services, tags["service"]);
        return cap;
    }

    /// <summary>By the slope.</summary>
    public double FactorOf(OsmTags tags)
    {
        string text = tags["incline"]?.Trim() ?? "";
        if (!text.EndsWith('%')
            || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double percent))
        {
            return 1;
        }

        double factor = 1;
        foreach (SlopeStep step in profile.Slopes)
        {
            if (Math.Abs(percent) >= step.Percent)
                factor = step.Factor;
        }

        return factor;
    }

    public static Zone ZoneOf(OsmTags tags)
    {
        string zone = ZoneTag(tags) ?? tags["maxspeed"] ?? "";
        if (zone.EndsWith(":urban", StringComparison.Ordinal))
            return Zone.Urban;
        bool outside = zone.EndsWith(":rural", StringComparison.Ordinal)
            || zone.EndsWith(":trunk", StringComparison.Ordinal)
            || zone.EndsWith(":motorway", StringComparison.Ordinal);
        return outside ? Zone.Extraurban : Zone.Unsaid;
    }

    private static string? ZoneTag(OsmTags tags) =>
        tags["maxspeed:type"] ?? tags["source:maxspeed"] ?? tags["zone:traffic"] ?? tags["zone:maxspeed"];

    private static void Lower(ref double cap, ImmutableDictionary<string, double> speeds, string? value)
    {
        if (value is not null && speeds.TryGetValue(value, out double speed))
            cap = Math.Min(cap, speed);
    }
}
