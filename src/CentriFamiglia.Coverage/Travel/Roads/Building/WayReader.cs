using System.Collections.Frozen;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>Decides by a profile whether a way is used, which way round, and how fast.</summary>
internal sealed class WayReader(RoadProfile profile)
{
    public const string NotARoad = "non è una strada né un traghetto";

    // OpenStreetMap writes motorway_link for MotorwayLink; a ferry is no highway.
    private static readonly FrozenDictionary<string, RoadClass> _classOf = Enum.GetValues<RoadClass>()
        .Where(c => c is not (RoadClass.Other or RoadClass.Ferry))
        .ToFrozenDictionary(c => JsonNamingPolicy.SnakeCaseLower.ConvertName(c.ToString()), StringComparer.Ordinal);

    /// <returns>The reason, in Italian, why the way is not used; null when it is.</returns>
    public string? Read(OsmWay way, out RoadWay road)
    {
        road = default;
        if (way.Tags["highway"] is { } highway)
            return ReadRoad(way.Id, way.Tags, highway, out road);
        return way.Tags.Is("route", "ferry") ? ReadFerry(way.Id, way.Tags, out road) : NotARoad;
    }

    private string? ReadRoad(long id, OsmTags tags, string highway, out RoadWay road)
    {
        road = default;
        if (!profile.Classes.TryGetValue(highway, out ClassSpeed? speed))
            return $"classe non percorribile: highway={(_classOf.ContainsKey(highway) || highway.Length <= 16 ? highway : "altro")}";
        (Access access, bool ofTheMode) = AccessOf(tags);
        if (access == Access.Denied)
            return "accesso vietato";
        if (speed.OnlyIfAllowed && !(ofTheMode && access == Access.Open))
            return $"highway={highway} senza permesso esplicito";
        if (tags.Is("area", "yes") && !profile.Areas)
            return "area, non strada";
        if (tags.Is("motorroad", "yes") && !profile.Motorroads)
            return "strada riservata ai veicoli a motore";
        if (tags["service"] is { } service && profile.RefusedServices.Contains(service))
            return $"service={service}";
        if (DirectionsOf(tags, speed) is not { } directions)
            return "senso unico alternato nel tempo";
        double cap = CapOf(tags);
        if (cap <= 0)
            return "fondo impraticabile";

        double factor = SlopeFactor(tags) * (access == Access.Restricted ? profile.RestrictedFactor : 1);
        (double forwardUrban, double forwardExtraurban) = SpeedsOf(tags, "maxspeed:forward", speed, cap, factor);
        (double backwardUrban, double backwardExtraurban) = SpeedsOf(tags, "maxspeed:backward", speed, cap, factor);
        road = new RoadWay(
            Id: id,
            Class: _classOf.GetValueOrDefault(highway, RoadClass.Other),
            Traits: TraitsOf(tags, highway, access),
            Zone: ZoneOf(tags),
            ForwardUrban: directions.Forward ? (float)forwardUrban : 0,
            ForwardExtraurban: directions.Forward ? (float)forwardExtraurban : 0,
            BackwardUrban: directions.Backward ? (float)backwardUrban : 0,
            BackwardExtraurban: directions.Backward ? (float)backwardExtraurban : 0,
            CrossingSeconds: 0);
        return null;
    }

    private string? ReadFerry(long id, OsmTags tags, out RoadWay road)
    {
        road = default;
        (Access access, bool ofTheMode) = AccessOf(tags);
        if (access == Access.Denied)
            return "accesso vietato";
        if (!ofTheMode && (!profile.Ferry.AllowedUntagged || IsForOthers(tags)))
            return "traghetto che non dichiara di portare questo mezzo";
        (bool Forward, bool Backward) directions = DirectionsOf(tags, null) ?? (true, true);
        float speed = (float)profile.Ferry.Speed;
        float forward = directions.Forward ? speed : 0;
        float backward = directions.Backward ? speed : 0;
        road = new RoadWay(
            Id: id,
            Class: RoadClass.Ferry,
            Traits: RoadTraits.Ferry,
            Zone: Zone.Extraurban,
            ForwardUrban: forward,
            ForwardExtraurban: forward,
            BackwardUrban: backward,
            BackwardExtraurban: backward,
            CrossingSeconds: (float)(CrossingTime.Parse(tags["duration"]) ?? 0));
        return null;
    }

    private bool IsForOthers(OsmTags tags)
    {
        if (profile.Ferry.PassengerKeys.IsDefault)
            return false;
        foreach (string key in profile.Ferry.PassengerKeys)
        {
            if (tags[key] is not null)
                return true;
        }

        return false;
    }

    private enum Access
    {
        Open,
        Restricted,
        Denied,
    }

    /// <returns>The access, and whether a tag of the mode itself (not only the general one) said so.</returns>
    private (Access Access, bool OfTheMode) AccessOf(OsmTags tags)
    {
        for (int i = 0; i < profile.AccessKeys.Length; i++)
        {
            if (tags[profile.AccessKeys[i]] is not { } value)
                continue;
            bool ofTheMode = i < profile.AccessKeys.Length - 1;
            if (profile.AccessDenied.Contains(value))
                return (Access.Denied, ofTheMode);
            return (profile.AccessRestricted.Contains(value) ? Access.Restricted : Access.Open, ofTheMode);
        }

        return (Access.Open, false);
    }

    /// <returns>Null when the permitted direction changes with the hour.</returns>
    private (bool Forward, bool Backward)? DirectionsOf(OsmTags tags, ClassSpeed? speed)
    {
        foreach (string key in profile.OnewayKeys)
        {
            switch (tags[key])
            {
                case null:
                    continue;
                case "yes" or "true" or "1":
                    return (true, false);
                case "-1" or "reverse":
                    return (false, true);
                case "reversible":
                    return null;
                case "no" or "false" or "0" or "alternating":
                    return (true, true);
            }
        }

        bool implied = speed?.Oneway == true || (tags["junction"] is { } junction && profile.OnewayJunctions.Contains(junction));
        return (true, !implied);
    }

    private (double Urban, double Extraurban) SpeedsOf(OsmTags tags, string directionKey, ClassSpeed speed, double cap, double factor)
    {
        double? signed = SignedSpeed.Parse(tags[directionKey], profile.MaxspeedZones)
            ?? SignedSpeed.Parse(tags["maxspeed"], profile.MaxspeedZones)
            ?? SignedSpeed.Parse(ZoneTag(tags), profile.MaxspeedZones);
        double urban = speed.Urban;
        double extraurban = speed.Extraurban;
        if (signed is { } limit)
            urban = extraurban = Math.Min(limit * profile.MaxspeedFactor, speed.Ceiling);
        return (Math.Min(urban, cap) * factor, Math.Min(extraurban, cap) * factor);
    }

    private double CapOf(OsmTags tags)
    {
        double cap = double.PositiveInfinity;
        Lower(ref cap, profile.SurfaceSpeeds, tags["surface"]);
        Lower(ref cap, profile.TrackSpeeds, tags["tracktype"]);
        Lower(ref cap, profile.SmoothnessSpeeds, tags["smoothness"]);
        Lower(ref cap, profile.Services, tags["service"]);
        return cap;
    }

    private static void Lower(ref double cap, ImmutableDictionary<string, double> speeds, string? value)
    {
        if (value is not null && speeds.TryGetValue(value, out double speed))
            cap = Math.Min(cap, speed);
    }

    private double SlopeFactor(OsmTags tags)
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

    private RoadTraits TraitsOf(OsmTags tags, string highway, Access access)
    {
        var traits = RoadTraits.None;
        if (tags["tunnel"] is { } tunnel && tunnel != "no")
            traits |= RoadTraits.Tunnel;
        if (tags["bridge"] is { } bridge && bridge != "no")
            traits |= RoadTraits.Bridge;
        if (highway is "motorway" or "motorway_link" || tags.Is("motorroad", "yes"))
            traits |= RoadTraits.Motorway;
        if (tags["junction"] is "roundabout" or "circular")
            traits |= RoadTraits.Roundabout;
        if (access == Access.Restricted)
            traits |= RoadTraits.Restricted;
        if (tags["surface"] is { } surface && profile.UnpavedSurfaces.Contains(surface))
            traits |= RoadTraits.Unpaved;
        if (tags.Is("toll", "yes"))
            traits |= RoadTraits.Toll;
        return traits;
    }

    private static string? ZoneTag(OsmTags tags) =>
        tags["maxspeed:type"] ?? tags["source:maxspeed"] ?? tags["zone:traffic"] ?? tags["zone:maxspeed"];

    private static Zone ZoneOf(OsmTags tags)
    {
        string zone = ZoneTag(tags) ?? tags["maxspeed"] ?? "";
        if (zone.EndsWith(":urban", StringComparison.Ordinal))
            return Zone.Urban;
        bool outside = zone.EndsWith(":rural", StringComparison.Ordinal)
            || zone.EndsWith(":trunk", StringComparison.Ordinal)
            || zone.EndsWith(":motorway", StringComparison.Ordinal);
        return outside ? Zone.Extraurban : Zone.Unsaid;
    }
}
